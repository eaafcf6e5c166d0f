/**
 * `npm run package [--keep-key]`: dist/ as the zip for the store, and beside it what a person needs who has to answer for it: what is in it
 * (CycloneDX), the source maps in a zip of their own, and a report on what the manifest asks for and on the sizes. The store may refuse a
 * first upload with `key` in it: left out unless asked. Edge takes the same zip; Firefox has one of its own, from dist-firefox/.
 */
import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, dist, distFirefox, sizes } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { root, setup } from './setup.mjs'
import { storeFiles } from './store-files.mjs'
import { load } from './typescript.mjs'

const most = 900_000

endOnSignal()
await setup()
await build()
await build({ firefox: true })
// They may only be there after setup().
const { zipped } = await import('./zip.mjs')
const { billOfMaterials } = await load('tools/bill-of-materials.ts')
const { asked, report } = await load('tools/manifest-report.ts')
const { bundleSizes } = await load('tests/house/built.ts')

const text = path => readFile(resolve(root, path), 'utf8')
const keepKey = process.argv.includes('--keep-key')
const files = await storeFiles({ keepKey })
const manifest = JSON.parse(files['manifest.json'].toString())
const zip = zipped(files)
const hash = createHash('sha256').update(zip).digest('hex')
const name = `keyway-${manifest.version}`
const forFirefox = zipped(await storeFiles({ folder: distFirefox }))
await writeFile(join(root, `${name}.zip`), zip)
await writeFile(join(root, `${name}-firefox.zip`), forFirefox)
const shipped = await Promise.all(
  [dist, distFirefox].map(async folder => JSON.parse(await text(join(folder, 'licenses.json')))),
)
const bill = billOfMaterials(shipped.flat(), JSON.parse(await text('package-lock.json')))
await writeFile(join(root, `${name}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`)
await writeFile(join(root, `${name}.maps.zip`), zipped(await sourceMaps()))

const wanted = asked(root, await text('docs/dependencies.md'), await text('store/privacy-practices.md'))
const limits = [
  { what: 'zip', bytes: zip.length, most },
  { what: 'zip for Firefox', bytes: forFirefox.length, most },
  ...bundleSizes(dist, manifest),
]
await writeFile(join(root, `${name}.report.md`), report(`Keyway ${manifest.version}`, hash, wanted, limits))

say(`${name}.zip: ${Object.keys(files).length} files, ${keepKey ? 'with' : 'without'} the pinned key`)
say(`SHA-256 ${hash}`)
say(`${name}-firefox.zip: SHA-256 ${createHash('sha256').update(forFirefox).digest('hex')}`)
for (const { what, bytes, most } of limits)
  say(`${what}: ${(bytes / 1000).toFixed(1)} kB of at most ${(most / 1000).toFixed(1)} kB`)
say(`Beside it: ${name}.cdx.json, ${name}.maps.zip, ${name}.report.md`)
for (const { what } of limits.filter(({ bytes, most }) => bytes > most))
  fail(`The ${what} is over its limit.`)
for (const { name } of wanted.filter(({ line }) => !line)) fail(`Nothing uses ${name}.`)

function fail(sentence) {
  say(sentence)
  process.exitCode = 1
}

/** Of a second build, whose scripts have to be those of the first. */
async function sourceMaps() {
  const folder = join(root, 'out/with-source-maps')
  try {
    await build({ folder, sourceMaps: true })
    const [without, withMaps] = [await storeFiles(), await storeFiles({ folder })]
    for (const path of new Set([...Object.keys(without), ...Object.keys(withMaps)]))
      if (!without[path] || !withMaps[path]?.equals(without[path]))
        throw new Error(`${path} is another one with source maps: the maps are not those of the package.`)
    // The manifest is no source: its map would only tell how deep the folder lies that it was built in.
    const maps = (await sizes(folder))
      .map(({ path }) => path)
      .filter(path => path.endsWith('.map') && !path.includes('crx-manifest'))
    const read = maps.toSorted().map(async path => [path, await readFile(join(folder, path))])
    return Object.fromEntries(await Promise.all(read))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
