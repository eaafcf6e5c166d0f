/**
 * `npm run bench [word …] [-- --check] [-- --write]`: measures what tests/…/*.bench.ts measure, side by side with the peers they name: a table
 * each, then one of all, and out/bench.json. `--check` ends with 1 where a budget is passed; `--write` puts the table into the README.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { ensureBrowser } from './browser.mjs'
import { buildWhenNeeded } from './build.mjs'
import { collect } from './collect.mjs'
import { during, endOnSignal, say, seconds } from './say.mjs'
import { root, setup } from './setup.mjs'
import { load } from './typescript.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
await buildWhenNeeded()
const { asMarkdown, overBudget, tableOf, withTable } = await load('tools/bench-table.ts')

/** Share of the machine that was in use for three seconds. The load would still count what ended a minute ago. */
async function inUse() {
  const [before, after] = [cpus(), await setTimeout(3000).then(cpus)].map(all => {
    const sum = of => all.reduce((total, { times }) => total + of(times), 0)
    return { idle: sum(({ idle }) => idle), all: sum(times => Object.values(times).reduce((a, b) => a + b)) }
  })
  return 1 - (after.idle - before.idle) / (after.all - before.all)
}

// What else the machine does slows all of it: the ratios say more then.
const usedBefore = await inUse()
let failed = 0
const lines = []
const given = process.argv.slice(2)
const words = given.filter(word => !word.startsWith('--'))
const files = await collect('.bench.ts', words)
for (const { path, load } of files) {
  try {
    const { bench } = await load()
    const { title, rows, lines: some = [] } = await during(path, bench)
    say(`\n${title}`)
    console.table(rows)
    lines.push(...some)
  } catch (error) {
    failed++
    say(`${path}: ${error.stack}`)
  }
}

const day = new Date().toISOString().slice(0, 10)
const machine = `Node ${process.versions.node}, ${cpus().length} cores${cpus()[0] ? ` (${cpus()[0].model.trim()})` : ''}, ${Math.round(usedBefore * 100)} % of it in use before it began`
say('\nAll in one')
console.table(tableOf(lines))
await mkdir(join(root, 'out'), { recursive: true })
await writeFile(join(root, 'out/bench.json'), `${JSON.stringify({ day, machine, lines }, null, 1)}\n`)
if (given.includes('--write')) {
  const path = join(root, 'README.md')
  await writeFile(
    path,
    withTable(await readFile(path, 'utf8'), asMarkdown(lines, day, machine, usedBefore > 0.1)),
  )
  say('The table is in README.md: npm run fix aligns it.')
}
const over = given.includes('--check') ? overBudget(lines) : []
for (const sentence of over) say(`Over its budget: ${sentence}`)
say(`${files.length - failed} measured, ${failed} failed (${seconds()}); figures in out/bench.json`)
process.exit(failed === 0 && over.length === 0 ? 0 : 1)
