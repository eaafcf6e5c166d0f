/**
 * `npm run verify -- <crx or zip>`: is this what the source here builds? A table of what differs, and the exit code:
 * 0 the same, 1 different, 2 the file cannot be read or its signature does not hold.
 */
import { readFile } from 'node:fs/promises'
import { build } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { setup } from './setup.mjs'
import { storeFiles } from './store-files.mjs'
import { load } from './typescript.mjs'

endOnSignal()
const [path, ...more] = process.argv.slice(2)
if (!path || more.length > 0) fail('Say which file: npm run verify -- keyway.crx')
const bytes = await readFile(path).catch(() => fail(`${path} cannot be read.`))

await setup()
const { readServed, Unreadable } = await load('tools/crx.ts')
const { compareServed, isSame } = await load('tools/compare-served.ts')
let served
try {
  served = readServed(bytes)
} catch (error) {
  if (error instanceof Unreadable) fail(error.message)
  throw error
}

await build()
const rows = compareServed(served.files, await storeFiles())
const alike = rows.filter(({ outcome }) => outcome === 'same').length
for (const { path, outcome, note } of rows)
  if (outcome !== 'same') say(`${outcome.padEnd(20)} ${path}${note ? ` (${note})` : ''}`)
say(`${alike} of ${rows.length} files are the same, byte for byte.`)
if (served.signed)
  say(
    `Signed for the extension ${served.signed.extensionId}; ${served.signed.byChromeWebStore ? 'signed by the Chrome Web Store too' : 'the Chrome Web Store has not signed it'}.`,
  )
else say('A zip carries no signature: nothing is said of who made it.')
say(isSame(rows) ? 'This is what the source here builds.' : 'This is NOT what the source here builds.')
process.exitCode = isSame(rows) ? 0 : 1

function fail(sentence) {
  say(sentence)
  process.exit(2)
}
