/**
 * `npm run attacks [word …]`: every attack of tests/attacks in full, then a table: attack, attacker, tries, landed, control. A test of a
 * file that counts nothing itself is a row too: tried once, landed if it failed.
 */
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { endOnSignal, run, say, seconds } from './say.mjs'
import { root, setup } from './setup.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
process.env.ATTACKS = 'full'

const rows = join(root, 'out/attacks/outcomes.jsonl')
const ran = join(root, 'out/attacks/tests.json')
await rm(rows, { force: true })
await rm(ran, { force: true })
const words = process.argv.slice(2)
const files = words.length > 0 ? words.map(word => `tests/attacks/${word}`) : ['tests/attacks/']
let broken = 0
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files]
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${ran}`]
await run(process.execPath, [...vitest, ...reporters], {
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
const counted = new Set(outcomes.map(({ file }) => file))
const tests = JSON.parse(await readFile(ran, 'utf8').catch(() => '{"testResults":[]}'))
for (const { name, assertionResults } of tests.testResults) {
  const file = basename(name)
  const uncounted = counted.has(file) ? [] : assertionResults
  for (const { fullName, status } of uncounted.filter(({ status }) => status !== 'skipped'))
    outcomes.push({
      attack: fullName,
      attacker: file.replace(/\.(?:test|browser)\.ts$/, ''),
      asset: 'see the test',
      tries: 1,
      landed: status === 'passed' ? 0 : 1,
      control: null,
    })
}
console.table(
  outcomes.map(({ attack, attacker, asset, tries, landed, control }) => ({
    attack,
    attacker,
    asset,
    tries,
    landed,
    'control landed': control ? `${control.landed} of ${control.tries}` : 'in the test',
  })),
)
const landed = outcomes.filter(outcome => outcome.landed > 0).length
say(`${outcomes.length - landed} passed, ${landed + broken} failed (${seconds()})`)
process.exit(landed + broken === 0 ? 0 : 1)
