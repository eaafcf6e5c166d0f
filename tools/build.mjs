/** The whole extension into dist/ (or elsewhere). Needs the dependencies. */

import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { during, run } from './say.mjs'
import { root } from './setup.mjs'

export const dist = join(root, 'dist')
export const distFirefox = join(root, 'dist-firefox')

/** What the build reads. */
const sources = [
  'src',
  'public',
  'manifest.json',
  'vite.config.ts',
  'package-lock.json',
  'tools/guides-as-json.ts',
  'tools/policy-schema.ts',
  'tools/worker-in-one-file.ts',
]

/** Builds when a source file is newer than dist/. */
export async function buildWhenNeeded() {
  if (!(await upToDate())) await build()
}

async function upToDate() {
  const built = await stat(join(dist, 'manifest.json')).catch(() => undefined)
  if (!built) return false
  const times = await Promise.all(sources.map(name => newest(join(root, name))))
  return Math.max(...times) < built.mtimeMs
}

/** When this file, or anything in this folder, changed last. A folder's own time tells of files that were taken away. */
async function newest(path) {
  const { mtimeMs } = await stat(path)
  const inside = await readdir(path, { recursive: true }).catch(() => [])
  const times = await Promise.all(inside.map(async name => (await stat(join(path, name))).mtimeMs))
  return Math.max(mtimeMs, ...times)
}

/** @param {{ firefox?: boolean, folder?: string, sourceMaps?: boolean }} options source maps lie beside their scripts, which do not name them */
export function build({ firefox = false, folder = firefox ? distFirefox : dist, sourceMaps = false } = {}) {
  const what = `${firefox ? ' for Firefox' : ''}${sourceMaps ? ' with source maps' : ''}`
  return during(`Building the extension${what}`, async () => {
    await run(
      process.execPath,
      [
        ...[join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn', '--outDir', folder],
        ...(firefox ? ['--mode', 'firefox'] : []),
      ],
      {
        cwd: root,
        // vite.config.ts leaves the extension out under vitest, from which tests run this too.
        env: { VITEST: undefined, NODE_ENV: undefined, KEYWAY_SOURCE_MAPS: sourceMaps ? '1' : undefined },
      },
    )
  })
}

/** Every built file with its size, plain and compressed. */
export async function sizes(folder = dist) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const path = join(entry.parentPath, entry.name)
        const bytes = await readFile(path)
        return {
          path: relative(folder, path),
          bytes: bytes.length,
          gzip: gzipSync(bytes, { level: 9 }).length,
        }
      }),
  )
}
