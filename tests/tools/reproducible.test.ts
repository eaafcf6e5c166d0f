/** Whoever builds this source, wherever and whenever, gets the store's zip byte for byte: without that nobody could check it. */
import { createHash } from 'node:crypto'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../tools/say.mjs'
import { storeFiles } from '../../tools/store-files.mjs'
import { zipped } from '../../tools/zip.mjs'

const root = join(import.meta.dirname, '../..')
const sources = ['src', 'public', 'tools', 'manifest.json', 'vite.config.ts', 'tsconfig.json', 'package.json']

async function zipBuiltIn(timeZone: string, sourceMaps = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyway build '))
  try {
    for (const name of sources) await cp(join(root, name), join(folder, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    await run(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: folder,
        env: { VITEST: undefined, NODE_ENV: undefined, TZ: timeZone, KEYWAY_SOURCE_MAPS: sourceMaps },
      },
    )
    const zip = zipped(await storeFiles({ folder: join(folder, 'dist') }))
    return createHash('sha256').update(zip).digest('hex')
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('two folders, two time zones, with and without source maps, one zip', { timeout: 300_000 }, async () => {
  const [first, second] = await Promise.all([
    zipBuiltIn('Pacific/Kiritimati'),
    zipBuiltIn('America/St_Johns', '1'),
  ])
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(second).toBe(first)
})
