/** The two commands say what is wrong in a sentence, and do nothing that need not be done. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { asMarkdown, overBudget, tableOf, withTable } from '../../tools/bench-table.ts'
import { findBrowser } from '../../tools/browser.mjs'
import { reduced } from '../../tools/draw-architecture.mjs'
import { asked, report } from '../../tools/manifest-report.ts'
import { upToDate } from '../../tools/setup.mjs'
import type { Line } from '../bench-line.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** What the command says and how it ends. */
async function tool(name: string, ...flags: string[]): Promise<{ code: number; said: string }> {
  return run(process.execPath, [join(root, 'tools', name), ...flags], { cwd: root }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }),
  )
}

describe('npm start', () => {
  test('names the flags it knows when it gets another', async () => {
    const { code, said } = await tool('start.mjs', '--fast')
    expect(code).toBe(2)
    expect(said).toContain('Known flags: --headless, --live, --keep-profile.')
  })

  test('does not play by itself on the real platform', async () => {
    const { code, said } = await tool('start.mjs', '--live', '--headless')
    expect(code).toBe(1)
    expect(said).toContain('The real platform needs you at the screen')
  })
})

describe('looking for a browser', () => {
  test('CHROME_PATH is believed, and said to be wrong when it is', async () => {
    await expect(findBrowser({ CHROME_PATH: '/nowhere/chrome' })).rejects.toThrow(
      /CHROME_PATH is \/nowhere\/chrome, but no Chromium or Chrome 140 or newer/,
    )
    await expect(findBrowser({ CHROME_PATH: process.execPath })).rejects.toThrow(/CHROME_PATH/)
  })
})

describe('npm ci runs only when needed', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keyway-setup-'))
    await mkdir(join(folder, 'node_modules/vite'), { recursive: true })
    await writeFile(join(folder, 'node_modules/vite/package.json'), '{}')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const wanted = { '': {}, 'node_modules/vite': { version: '8.0.0' } }
  test.each<[string, object, object | null, boolean]>([
    ['everything is there', wanted, { 'node_modules/vite': { version: '8.0.0' } }, true],
    ['another version is there', wanted, { 'node_modules/vite': { version: '7.0.0' } }, false],
    ['nothing was ever installed', wanted, null, false],
    [
      'a package is missing',
      { ...wanted, 'node_modules/a': { version: '1.0.0' } },
      { 'node_modules/vite': { version: '8.0.0' } },
      false,
    ],
    [
      'a package for another platform is missing',
      { ...wanted, 'node_modules/a': { version: '1.0.0', optional: true } },
      { 'node_modules/vite': { version: '8.0.0' } },
      true,
    ],
  ])('%s', async (_, lock, installed, expected) => {
    await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }))
    const list = join(folder, 'node_modules/.package-lock.json')
    if (installed) await writeFile(list, JSON.stringify({ packages: installed }))
    else await rm(list, { force: true })
    expect(await upToDate(folder)).toBe(expected)
  })
})

describe('npm run package', () => {
  test('reports each permission and host with its reason and the line that uses it', () => {
    const text = (path: string) => readFileSync(join(root, path), 'utf8')
    const rows = asked(root, text('docs/dependencies.md'), text('store/privacy-practices.md'))
    expect(rows.length).toBe(
      [
        manifest.permissions,
        manifest.optional_permissions,
        manifest.host_permissions,
        manifest.optional_host_permissions,
      ].flat().length,
    )
    for (const { name, reason, path, line } of rows) {
      expect(line, `${name} in ${path}`).toBeGreaterThan(0)
      expect(reason.length, name).toBeGreaterThan(20)
    }
    const written = report('Keyway', 'abc', rows, [{ what: 'zip', bytes: 850_000, most: 900_000 }])
    expect(written).toContain('| `alarms` | Locks the vault after')
    expect(written).toContain('| zip | 850.0 kB | 900.0 kB | 94.4 % |')
    expect(asked(root, text('docs/dependencies.md'), '')[0]?.reason).toBe('store/ gives no reason')
  })

  test('makes the same bytes in every time zone', async () => {
    const script = `
      import { zipped } from ${JSON.stringify(pathToFileURL(join(root, 'tools/zip.mjs')).href)}
      import { createHash } from 'node:crypto'
      const files = { 'manifest.json': Buffer.from('{}'), 'assets/a.js': Buffer.from('let a = 1\\n'.repeat(200)) }
      console.log(createHash('sha256').update(await zipped(files)).digest('hex'))`
    const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kolkata']
    const sums = await Promise.all(
      zones.map(async TZ => {
        const env = { ...process.env, TZ }
        return (await run(process.execPath, ['--input-type=module', '-e', script], { env })).stdout
      }),
    )
    expect(sums[0]).toMatch(/^[0-9a-f]{64}\n$/)
    expect(new Set(sums).size).toBe(1)
  })
})

describe('the picture of the layers', () => {
  const layers = (uses: Record<string, string[]>) =>
    new Map(Object.entries(uses).map(([from, to]) => [from, new Set(to)]))

  test('shows no arrow that a longer way shows too', () => {
    expect(reduced(layers({ screen: ['ui', 'i18n'], ui: ['i18n'], i18n: [] }))).toEqual([
      ['screen', 'ui'],
      ['ui', 'i18n'],
    ])
  })

  test('names layers that import each other, and does not search for ever', () => {
    expect(() => reduced(layers({ screen: ['core'], core: ['ui'], ui: ['core'] }))).toThrow(
      'Layers import each other: core -> ui -> core.',
    )
  })
})

describe('npm run bench', () => {
  const lines: Line[] = [
    { what: 'seal', measured: 50, unit: 'ms', beside: { what: 'a peer', measured: 100 }, most: 60 },
    { what: 'open', measured: 67, unit: 'ms', most: 60 },
  ]
  test('puts every figure into one table, beside its peer, with the ratio, and names what is over its budget', () => {
    expect(tableOf(lines)[0]).toEqual({
      what: 'seal',
      measured: '50 ms',
      beside: '100 ms, a peer',
      ratio: '0.5 ×',
      budget: '60 ms',
    })
    expect(overBudget(lines)).toEqual(['open: 67 ms, the budget is 60 ms.'])
    const readme = 'a\n<!-- bench -->\nold\n<!-- /bench -->\nb'
    const written = withTable(readme, asMarkdown(lines, '2026-11-22', 'a machine', false))
    expect(written).toContain('| seal | 50 ms | 100 ms, a peer | 0.5 × | 60 ms |')
    expect(written).toContain('Measured on 2026-11-22')
    expect(written).not.toContain('old')
    expect(written.endsWith('<!-- /bench -->\nb')).toBe(true)
    const busy = asMarkdown(lines, '2026-11-22', 'a busy machine', true)
    expect(busy).toContain('| seal |  | a peer | 0.5 × |  |')
    expect(busy).not.toContain('67 ms')
  })
})
