/** `npm run attacks [word …]`: every attack of tests/attacks in full, then a table: attack, attacker, tries, landed, control. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { endOnSignal, run, say, seconds } from './say.mjs'
import { root, setup } from './setup.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
process.env.ATTACKS = 'full'

const rows = join(root, 'out/attacks/outcomes.jsonl')
await rm(rows, { force: true })
const words = process.argv.slice(2)
const files = words.length > 0 ? words.map(word => `tests/attacks/${word}`) : ['tests/attacks/']
let broken = 0
await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files], {
  cwd: root,
  env: { NO_COLOR: '1', FORCE_COLOR: '0' },
  onLine: line => say(`  ${line}`),
}).catch(() => {
  broken = 1
})

const text = await readFile(rows, 'utf8').catch(() => '')
const outcomes = text
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line))
console.table(
  outcomes.map(({ attack, attacker, asset, tries, landed, control }) => ({
    attack,
    attacker,
    asset,
    tries,
    landed,
    'control landed': `${control.landed} of ${control.tries}`,
  })),
)
const landed = outcomes.filter(outcome => outcome.landed > 0).length
say(`${outcomes.length - landed} passed, ${landed + broken} failed (${seconds()})`)
process.exit(landed + broken === 0 ? 0 : 1)
