/**
 * `npm test`: everything that must hold, on a fresh machine too. Gets dependencies and a browser, builds, then types, lint and
 * format, unused code, unit tests and house rules, and the built extension in a real browser. Ends with `N passed, N failed` on a line of its own.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tryForAge } from './age.mjs'
import { ensureBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { parts, runPart } from './check.mjs'
import { endOnSignal, run, say, seconds } from './say.mjs'
import { root, setup } from './setup.mjs'

const bin = name => join(root, 'node_modules', name)
const out = join(root, 'out/tests')

endOnSignal()
const score = { passed: 0, failed: 0 }
/** What the sample of the attacks took; in full they run by `npm run attacks`. */
let attacks = 0

try {
  await setup()
  process.env.CHROME_PATH = await ensureBrowser()
  await tryForAge()
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })

  // The built files are tested below: without them nothing else would say much.
  if (await check('Build', build)) {
    for (const part of parts) await check(part[0], () => runPart(part))
    await vitest('unit*', 'Unit tests and house rules')
    // Not beside the others: people's presses and the clocks of pages are timed in there.
    await vitest('browser', 'The built extension in a real browser')
  }
} catch (error) {
  score.failed++
  say(`\n${error.message}\n${error.output ?? ''}`)
}

if (attacks > 0) say(`\n${Math.round(attacks / 1000)} s of it for the sample of attacks (the aim: 90).`)
say(`\n${score.failed === 0 ? 'All is well' : 'Something failed, see above'} (${seconds()}).`)
say(`${score.passed} passed, ${score.failed} failed`)
process.exitCode = score.failed === 0 ? 0 : 1

/** One check without tests of its own: counts as one. */
async function check(name, work) {
  try {
    await work()
    score.passed++
    return true
  } catch (error) {
    score.failed++
    say(`\n${name} failed:\n${error.output || error.stack}\n`)
    return false
  }
}

async function vitest(project, title) {
  const report = join(out, `${project.replace('*', '')}.json`)
  const times = report.replace(/json$/, 'times.json')
  const command = [
    bin('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--reporter=${join(root, 'tools/file-times.mjs')}`,
    `--outputFile.json=${report}`,
  ]
  say(`… ${title}`)
  const begin = Date.now()
  let broken
  await run(process.execPath, command, {
    cwd: root,
    env: { NO_COLOR: '1', FORCE_COLOR: '0', FILE_TIMES: times },
    onLine: line => say(`  ${line}`),
  }).catch(error => {
    broken = error
  })
  const result = await readFile(report, 'utf8').then(JSON.parse, () => undefined)
  if (!result) {
    score.failed++
    say(`${title}: vitest ended without a report. ${broken?.message ?? ''}`)
    return
  }
  const files = await readFile(times, 'utf8').then(JSON.parse, () => [])
  const sum = some => some.reduce((sum, { time }) => sum + time, 0)
  // Several run at a time: of what the whole took they have the part that they have of all files' time.
  const share = sum(files.filter(({ file }) => /[\\/]tests[\\/]attacks[\\/]/.test(file))) / (sum(files) || 1)
  attacks += (Date.now() - begin) * share
  const unable = result.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const left = result.numPendingTests + result.numTodoTests
  if (left > 0) say(`${left} test(s) are skipped: that counts as failed, because nobody would notice.`)
  const failed = result.numFailedTests + unable.length + left
  score.passed += result.numPassedTests
  // An error outside of any test ends vitest with a failure too.
  score.failed += failed > 0 || !broken ? failed : 1
  say(`${failed === 0 && !broken ? '✓' : '✗'} ${title} (${seconds(begin)})`)
}
