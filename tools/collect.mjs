/** Finds and runs what lies in tests/ under one ending: `*.bench.ts`, `*.soak.ts`. Words after the command choose by path. */
import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root } from './setup.mjs'
import { load } from './typescript.mjs'

export async function collect(ending, words) {
  const entries = await readdir(join(root, 'tests'), { recursive: true, withFileTypes: true })
  const files = entries
    .filter(
      entry => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'),
    )
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(path => words.length === 0 || words.some(word => path.includes(word)))
    .sort()
  return files.map(path => ({ path, load: () => load(path) }))
}
