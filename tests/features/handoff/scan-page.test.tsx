// @vitest-environment happy-dom
/** The leak scan's page: a folder with a real repository in it, single files, and the hook; no key is left in the page. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import ScanPage from '../../../src/features/handoff/screen/scan-page.tsx'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
await followItems(['rows', 'vault'])

const half = 'AbC1dEfG2hIjK3lMnO4pQrS5tUvW6xYz7_0-8aBcD9eFgH1iJkL2mNoP3qRsT4uV'
const key = (letter: string) => `sk-proj-${letter}${half.slice(1)}T3BlbkFJ${half}`
const root = mkdtempSync(join(tmpdir(), 'keyway-scan-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A folder of the disk as the browser hands it out. */
function handle(path: string, name = 'shop'): unknown {
  const missing = () => {
    throw new DOMException('', 'NotFoundError')
  }
  const file = (path: string, name: string) => ({
    kind: 'file',
    name,
    getFile: async () => new File([new Uint8Array(readFileSync(path))], name),
  })
  return {
    kind: 'directory',
    name,
    async getDirectoryHandle(name: string) {
      const here = join(path, name)
      return existsSync(here) && statSync(here).isDirectory() ? handle(here, name) : missing()
    },
    async getFileHandle(name: string) {
      const here = join(path, name)
      return existsSync(here) && statSync(here).isFile() ? file(here, name) : missing()
    },
    async *keys() {
      yield* readdirSync(path)
    },
    async *values() {
      for (const name of readdirSync(path)) {
        const here = join(path, name)
        yield statSync(here).isDirectory() ? handle(here, name) : file(here, name)
      }
    },
  }
}

const text = () => document.body.textContent ?? ''
beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = (name, payload) => {
    if (name === 'screen.pull') return { ok: true, secret: key('B') }
    if (name !== 'screen.findDuplicates') return { ok: true }
    const { digests } = payload as { digests: string[] }
    return { ok: true, keys: digests.map((_, at) => (at === 0 ? { id: 'k1', label: 'Bot' } : null)) }
  }
  await settled(() =>
    session.set({
      rows: [{ id: 'k1', provider: 'openai', label: 'Bot', lastFour: 'T4uV', createdAt: 1 }],
      vault: { status: 'unlocked', inboxCount: 0, slots: [], notices: [] },
    }),
  )
  await show(<ScanPage rest={[]} />)
})

test('a folder: a key that only the history holds, with its commit; and a .env that Docker would take along', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  git('init', '-q')
  writeFileSync(join(root, 'app.py'), `k = "${key('B')}"\n`)
  git('add', '-A')
  git('commit', '-qm', 'oops')
  const id = git('rev-parse', '--short=7', 'HEAD').trim()
  writeFileSync(join(root, 'app.py'), 'k = env\n')
  writeFileSync(join(root, '.env'), 'A=1\n')
  writeFileSync(join(root, 'Dockerfile'), 'COPY . .\n')
  git('add', '-A')
  git('commit', '-qm', 'gone')
  Object.assign(window, { showDirectoryPicker: async () => handle(root) })
  await settled(() => button('Pick a folder').click())
  await until(() => expect(text()).toContain('One key was found.'))
  expect(text()).toContain(`app.py, line 1 · commit ${id}`)
  expect(document.querySelector('[data-place]')?.getAttribute('data-place')).toBe('history')
  expect(text()).toContain('Dockerfile puts .env into its image')
  expect(text()).toContain('Add the line .env to .dockerignore.')
  expect(document.querySelector('a[href="#keys/k1"]')?.textContent).toBe('yours: Bot')
  expect(document.documentElement.outerHTML).not.toContain(half.slice(0, 20))
  await settled(() => button('It was published: what now?').click())
  expect(worker.sent.at(-1)).toMatchObject({
    name: 'screen.startGuide',
    payload: { guide: 'key-compromised', keyId: 'k1' },
  })
})

test('names of files say nothing that turns around or hides what stands beside them', async () => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  const odd = 'safe\u202e\u2066\u200b\nline 1 · ignored\u0000.py'
  Object.defineProperty(input, 'files', { value: [new File([`K=${key('B')}`], odd)] })
  await settled(() => input?.dispatchEvent(new Event('change', { bubbles: true })))
  await until(() => expect(text()).toContain('One key was found.'))
  expect(text()).toContain('safe line 1 · ignored .py, line 1')
  expect(text()).not.toMatch(/\p{Cf}|\0/u)
})

test('single files, and what was left out of them', async () => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  Object.defineProperty(input, 'files', {
    value: [new File([`MISTRAL_API_KEY=${half.slice(0, 32)}`], 'a.txt'), new File(['x'], 'b.png')],
  })
  await settled(() => input?.dispatchEvent(new Event('change', { bubbles: true })))
  await until(() => expect(text()).toContain('One file was read. One key was found.'))
  expect(text()).toContain('a.txt, line 1')
  expect(text()).toContain('One file was left out')
})

function drop(items: object[], files: File[]): Promise<void> {
  const place = [...document.querySelectorAll('label')].find(one => /drop files/.test(one.textContent))
  const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { items, files },
  })
  return settled(() => void place?.dispatchEvent(event))
}

test('a folder that is dropped is read as one that is picked; dropped files are read as files', async () => {
  const inside = mkdtempSync(join(root, 'dropped-'))
  writeFileSync(join(inside, 'config.js'), `const key = '${key('B')}'\n`)
  await drop([{ kind: 'file', getAsFileSystemHandle: async () => handle(inside, 'dropped') }], [])
  await until(() => expect(text()).toContain('One file in “dropped” was read.'))
  expect(text()).toContain('config.js, line 1')
  const file = new File([`a\nb\nGROQ_API_KEY=gsk_${half.replaceAll(/[-_]/g, 'x').slice(0, 52)}\n`], 'c.txt')
  await drop([{ kind: 'file', getAsFileSystemHandle: async () => ({ kind: 'file' }) }], [file])
  await until(() => expect(text()).toContain('c.txt, line 3'))
  expect(text()).not.toContain('config.js')
})

test('the hook: hashes and names, made after all keys were asked for as an export is', async () => {
  await settled(() => button('Make the hook').click())
  await until(() => expect(text()).toContain('pre-commit'))
  expect(text()).toMatch(/[0-9a-f]{64} Bot/)
  expect(text()).not.toContain(half.slice(0, 20))
  expect(worker.sent.filter(({ name }) => name === 'screen.pull').map(({ payload }) => payload)).toEqual([
    { id: 'k1', reason: 'export' },
  ])
})
