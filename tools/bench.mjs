/** `npm run bench [word …]`: measures what tests/…/*.bench.ts measure, side by side with the peers they name, as tables. */
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { collect } from './collect.mjs'
import { during, endOnSignal, say, seconds } from './say.mjs'
import { setup } from './setup.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
await buildWhenNeeded()

let failed = 0
const files = await collect('.bench.ts', process.argv.slice(2))
for (const { path, load } of files) {
  try {
    const { bench } = await load()
    const { title, rows } = await during(path, bench)
    say(`\n${title}`)
    console.table(rows)
  } catch (error) {
    failed++
    say(`${path}: ${error.stack}`)
  }
}
say(`${files.length - failed} measured, ${failed} failed (${seconds()})`)
process.exit(failed === 0 ? 0 : 1)
