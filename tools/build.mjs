/** The whole extension into dist/ (or elsewhere). Needs the dependencies. */

import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { during, run } from './say.mjs'
import { root } from './setup.mjs'

export const dist = join(root, 'dist')

export function build() {
  return during('Building the extension', async () => {
    await run(
      process.execPath,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: root,
        // vite.config.ts leaves the extension out under vitest, from which tests run this too.
        env: { VITEST: undefined, NODE_ENV: undefined },
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
