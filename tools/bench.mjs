/**
 * `npm run bench [word …] [-- --check] [-- --write]`: measures what tests/…/*.bench.ts measure, side by side with the peers they name: a table
 * each, then one of all, and out/bench.json. `--check` ends with 1 where a budget is passed; `--write` puts the table into the README.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
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

// What else the machine does slows all of it: the ratios say more then.
const loadBefore = loadavg()[0] ?? 0
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
const machine = `Node ${process.versions.node}, ${cpus().length} cores${cpus()[0] ? ` (${cpus()[0].model.trim()})` : ''}, load ${loadBefore.toFixed(1)} before it began`
say('\nAll in one')
console.table(tableOf(lines))
await mkdir(join(root, 'out'), { recursive: true })
await writeFile(join(root, 'out/bench.json'), `${JSON.stringify({ day, machine, lines }, null, 1)}\n`)
if (given.includes('--write')) {
  const path = join(root, 'README.md')
  await writeFile(
    path,
    withTable(await readFile(path, 'utf8'), asMarkdown(lines, day, machine, loadBefore > cpus().length)),
  )
  say('The table is in README.md: npm run fix aligns it.')
}
const over = given.includes('--check') ? overBudget(lines) : []
for (const sentence of over) say(`Over its budget: ${sentence}`)
say(`${files.length - failed} measured, ${failed} failed (${seconds()}); figures in out/bench.json`)
process.exit(failed === 0 && over.length === 0 ? 0 : 1)
