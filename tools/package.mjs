/** `npm run package [--keep-key]`: dist/ as the zip for the store. The store may refuse a first upload with `key` in it: left out unless asked. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, dist, sizes } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'

const most = 900_000

endOnSignal()
await setup()
await build()
// It may only be there after setup().
const { zipped } = await import('./zip.mjs')

const keepKey = process.argv.includes('--keep-key')
const files = {}
for (const { path } of await sizes()) {
  if (path.startsWith('.vite/')) continue
  const bytes = await readFile(join(dist, path))
  files[path.replaceAll('\\', '/')] = path === 'manifest.json' && !keepKey ? withoutKey(bytes) : bytes
}
const { version } = JSON.parse(files['manifest.json'].toString())
const zip = await zipped(files)
const name = `keyway-${version}.zip`
await writeFile(join(root, name), zip)
say(
  `${name}: ${(zip.length / 1000).toFixed(1)} kB of at most ${most / 1000} kB, ${Object.keys(files).length} files, ${keepKey ? 'with' : 'without'} the pinned key`,
)
if (zip.length > most) {
  say('That is over the budget: look at what the largest files are for.')
  process.exitCode = 1
}

function withoutKey(bytes) {
  const { key: _, ...manifest } = JSON.parse(bytes.toString())
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}
