/**
 * Whoever builds this source, wherever and whenever, gets the store's zip byte for byte: without that nobody could check it.
 *
 * @module-tag slow
 */
import { createHash } from 'node:crypto'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildWhenNeeded } from '../../tools/build.mjs'
import { run } from '../../tools/say.mjs'
import { storeFiles } from '../../tools/store-files.mjs'
import { zipped } from '../../tools/zip.mjs'

const root = join(import.meta.dirname, '../..')
const sources = ['src', 'public', 'tools', 'manifest.json', 'vite.config.ts', 'tsconfig.json', 'package.json']

/** Of the package that this folder holds, dist/ when left out. */
const hashOf = async (of: { folder?: string } = {}): Promise<string> =>
  createHash('sha256')
    .update(zipped(await storeFiles(of)))
    .digest('hex')

test('two folders, two time zones, with and without source maps, one zip', { timeout: 300_000 }, async () => {
  // What all other tests look at, built here and as this machine is set.
  await buildWhenNeeded()
  const here = await hashOf()
  const folder = await mkdtemp(join(tmpdir(), 'keyway build '))
  try {
    for (const name of sources) await cp(join(root, name), join(folder, name), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
    // Further off than any other: hardly anybody's own.
    const TZ = process.env.TZ === 'Pacific/Kiritimati' ? 'America/St_Johns' : 'Pacific/Kiritimati'
    const env = { VITEST: undefined, NODE_ENV: undefined, TZ, KEYWAY_SOURCE_MAPS: '1' }
    await run(process.execPath, vite, { cwd: folder, env })
    expect(await hashOf({ folder: join(folder, 'dist') })).toBe(here)
  } finally {
    await rm(folder, { recursive: true })
  }
})
