/**
 * `npm run soak [word …] [-- --option …]`: the long runs of tests/…/*.soak.ts. The seed is printed; SEED=n plays one again. A soak
 * reads its own options.
 */
import { randomInt } from 'node:crypto'
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { collect } from './collect.mjs'
import { during, endOnSignal, say, seconds } from './say.mjs'
import { setup } from './setup.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
await buildWhenNeeded()

const seed = Number(process.env.SEED ?? randomInt(2 ** 31))
say(`Seed ${seed} (SEED=${seed} npm run soak plays it again)`)

let failed = 0
const given = process.argv.slice(2)
const options = given.findIndex(word => word.startsWith('--'))
const files = await collect('.soak.ts', options < 0 ? given : given.slice(0, options))
for (const { path, load } of files) {
  try {
    const { run } = await load()
    say(`  ${await during(path, () => run({ seed }))}`)
  } catch (error) {
    failed++
    say(`${path} failed with seed ${seed}: ${error.stack}`)
  }
}
say(`${files.length - failed} passed, ${failed} failed (${seconds()})`)
process.exit(failed === 0 ? 0 : 1)
