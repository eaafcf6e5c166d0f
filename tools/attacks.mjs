/**
 * `npm run attacks [word …]`: every attack of tests/attacks in full, then one table of them all: attack, attacker, tries, landed,
 * control. A test that counts nothing itself is a row too: tried once, landed if it failed. First the attacks that need no browser,
 * then the others alone, for what depends on moments needs a machine that has time. `npm run attacks -- --keep [word …]` keeps what
 * earlier runs found of other files, so that a run may be made in steps and still ends in one table.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { endOnSignal, run, say, seconds } from './say.mjs'
import { root, setup } from './setup.mjs'

endOnSignal()
await setup()
process.env.CHROME_PATH = await ensureBrowser()
process.env.ATTACKS = 'full'

const out = join(root, 'out/attacks')
const words = process.argv.slice(2).filter(word => word !== '--keep')
const found = join(out, 'found.json')
const nothing = { tests: [], counted: [] }
const before = process.argv.includes('--keep')
  ? await readFile(found, 'utf8').then(JSON.parse, () => nothing)
  : nothing
await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
// A run that is cut short loses nothing of those before it.
await writeFile(found, JSON.stringify(before))
const files = words.length > 0 ? words.map(word => `tests/attacks/${word}`) : ['tests/attacks/']

/** What became of each test of a project, by vitest's own report. */
async function attack(project) {
  const report = join(out, `${project.replace('*', '')}.json`)
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', `--project=${project}`, ...files]
  const reporters = [
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const broken = await run(process.execPath, [...vitest, ...reporters], {
    cwd: root,
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
    onLine: line => say(`  ${line}`),
  }).then(
    () => false,
    () => true,
  )
  const { testResults } = await readFile(report, 'utf8').then(JSON.parse, () => ({ testResults: [] }))
  const tests = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = basename(name)
    const ran = assertionResults.filter(({ status }) => status !== 'skipped')
    const isUnread = status === 'failed' && ran.length === 0
    return isUnread
      ? [{ file, test: 'the file could not be run', passed: false }]
      : ran.map(({ fullName, status }) => ({ file, test: fullName, passed: status === 'passed' }))
  })
  // An error outside of any test, or no report at all, ends vitest with a failure too.
  if (broken && tests.every(({ passed }) => passed))
    tests.push({ file: project, test: 'vitest ended with an error that no test has', passed: false })
  return tests
}

const ran = [...(await attack('unit*')), ...(await attack('browser'))]
const isOther = ({ file }) => !ran.some(test => test.file === file)
const tests = [...before.tests.filter(isOther), ...ran]
const text = await readFile(join(out, 'outcomes.jsonl'), 'utf8').catch(() => '')
const lines = text.split('\n').filter(Boolean)
// Another run in this folder, `npm test` say, writes its rows there too.
const own = lines.map(line => JSON.parse(line)).filter(row => !isOther(row))
const counted = [...before.counted.filter(isOther), ...own]
await writeFile(found, JSON.stringify({ tests, counted }))
const kind = file => file.replace(/\.(?:test|browser)\.ts$/, '')
const uncounted = tests
  .filter(({ file, test }) => !counted.some(row => row.file === file && row.test === test))
  .map(({ file, test, passed }) => ({
    file,
    attack: test,
    attacker: 'see the test',
    asset: '',
    tries: 1,
    landed: passed ? 0 : 1,
  }))
const rows = [...counted, ...uncounted].sort((a, b) => a.file.localeCompare(b.file))
console.table(
  rows.map(({ file, attack, attacker, asset, tries, landed, control }) => ({
    file: kind(file),
    attack,
    attacker,
    asset,
    tries,
    landed,
    'control landed': control ? `${control.landed} of ${control.tries}` : 'in the test',
  })),
)

// A test can fail although nothing landed: its control did not, or something else was wrong.
const failed = tests.filter(({ passed }) => !passed)
for (const { file, test } of failed) say(`✗ ${file}: ${test}`)
const sum = name => rows.reduce((all, row) => all + row[name], 0)
say(
  `${rows.length} attacks, ${sum('tries')} tries, ${sum('landed')} landed; ${counted.filter(row => row.control?.landed > 0).length} of ${counted.length} counted ones with a control that landed`,
)
say(`${tests.length - failed.length} passed, ${failed.length} failed (${seconds()})`)
process.exit(failed.length === 0 ? 0 : 1)
