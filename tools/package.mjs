/** `npm run package [--keep-key]`: dist/ as the zip for the store. The store may refuse a first upload with `key` in it: left out unless asked. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { build, dist, sizes } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'

const most = 500_000

endOnSignal()
await setup()
await build()
const { ZipFile } = await import('yazl')

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

/** The same sources give the same zip: no times of day in it. */
async function zipped(files) {
  const zip = new ZipFile()
  const mtime = new Date(1980, 0, 1)
  for (const [path, bytes] of Object.entries(files))
    zip.addBuffer(bytes, path, { compressionLevel: 9, mtime })
  zip.end()
  return buffer(zip.outputStream)
}

function withoutKey(bytes) {
  const { key: _, ...manifest } = JSON.parse(bytes.toString())
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}
