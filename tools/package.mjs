/**
 * `npm run package [--keep-key]`: dist/ as the zip for the store, and beside it what is in it (CycloneDX). The store may refuse a
 * first upload with `key` in it: left out unless asked.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from './build.mjs'
import { endOnSignal, run, say } from './say.mjs'
import { root, setup } from './setup.mjs'
import { storeFiles } from './store-files.mjs'

const most = 900_000

endOnSignal()
await setup()
await build()
// It may only be there after setup().
const { zipped } = await import('./zip.mjs')

const keepKey = process.argv.includes('--keep-key')
const files = await storeFiles({ keepKey })
const { version } = JSON.parse(files['manifest.json'].toString())
const zip = zipped(files)
const name = `keyway-${version}.zip`
await writeFile(join(root, name), zip)
await writeFile(join(root, `keyway-${version}.cdx.json`), await billOfMaterials())
say(
  `${name}: ${(zip.length / 1000).toFixed(1)} kB of at most ${most / 1000} kB, ${Object.keys(files).length} files, ${keepKey ? 'with' : 'without'} the pinned key`,
)
if (zip.length > most) {
  say('That is over the budget: look at what the largest files are for.')
  process.exitCode = 1
}

/** npm's own list of the packages whose code is in the zip, by the lockfile: the same at any time and place. */
async function billOfMaterials() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only']
  const { serialNumber: _, ...list } = JSON.parse(onlyJson(await run(npm, args, { cwd: root })))
  delete list.metadata.timestamp
  // npm takes it from the folder.
  list.metadata.component.name = 'keyway'
  return `${JSON.stringify(list, null, 2)}\n`
}

/** npm may warn before it answers. */
function onlyJson(printed) {
  return printed.slice(printed.indexOf('{'))
}
