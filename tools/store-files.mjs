/** What of dist/ goes to the store. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dist, sizes } from './build.mjs'

/**
 * @param {{ folder?: string, keepKey?: boolean }} options the store may refuse a first upload with `key` in it: left out unless asked
 * @returns {Promise<Record<string, Buffer>>} bytes by path, in the order of the paths
 */
export async function storeFiles({ folder = dist, keepKey = false } = {}) {
  const paths = (await sizes(folder))
    .map(({ path }) => path)
    .filter(path => !path.startsWith('.vite/') && !path.endsWith('.map'))
  const files = {}
  // A folder lists its files in whatever order the disk has them.
  for (const path of paths.toSorted()) {
    const bytes = await readFile(join(folder, path))
    files[path.replaceAll('\\', '/')] = path === 'manifest.json' && !keepKey ? withoutKey(bytes) : bytes
  }
  return files
}

function withoutKey(bytes) {
  const { key: _, ...manifest } = JSON.parse(bytes.toString())
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}
