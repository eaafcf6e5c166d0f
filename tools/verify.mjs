/**
 * `npm run verify -- <crx, zip or xpi>`: is this what the source here builds? A table of what differs, and the exit code:
 * 0 the same, 1 different, 2 the file cannot be read or its signature does not hold.
 */
import { readFile } from 'node:fs/promises'
import { build, dist, distFirefox } from './build.mjs'
import { endOnSignal, say } from './say.mjs'
import { setup } from './setup.mjs'
import { storeFiles } from './store-files.mjs'
import { load } from './typescript.mjs'

endOnSignal()
const [path, ...more] = process.argv.slice(2)
if (!path || more.length > 0) fail('Say which file: npm run verify -- keyway.crx')
const bytes = await readFile(path).catch(() => fail(`${path} cannot be read.`))

await setup()
const { verifyServed } = await load('tools/verify-served.ts')
const { lines, code } = await verifyServed(bytes, async firefox => {
  await build({ firefox })
  return storeFiles({ folder: firefox ? distFirefox : dist })
})
for (const line of lines) say(line)
process.exitCode = code

function fail(sentence) {
  say(sentence)
  process.exit(2)
}
