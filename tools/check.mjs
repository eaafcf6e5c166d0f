/**
 * `npm run check`: what one runs while working. Types, lint and format, house rules and unit tests, without those that are marked as slow
 * (vitest.config.ts) and with a sample of those that play hundreds of stories (`npm test` runs all, and the browser). Every part runs, whatever failed before it.
 */
import { join } from 'node:path'
import { during, endOnSignal, run, say, seconds } from './say.mjs'
import { root } from './setup.mjs'

/** Each with the package that does it; test.mjs runs them as well. */
export const parts = [
  [
    'Types (tsc)',
    'typescript/bin/tsc',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    'out/types.tsbuildinfo',
  ],
  ['Lint and format (biome)', '@biomejs/biome/bin/biome', 'check', '.'],
]

export const runPart = ([title, file, ...args], env) =>
  during(title, () => run(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, env }))

async function check() {
  endOnSignal()
  let failed = 0
  for (const part of [
    ...parts,
    ['House rules and unit tests', 'vitest/vitest.mjs', 'run', '--project=unit*', '--tags-filter=!slow'],
  ])
    await runPart(part, { QUICK: '1', NO_COLOR: '1', FORCE_COLOR: '0' }).catch(error => {
      failed++
      say(error.output || error.stack)
    })
  say(`\n${failed === 0 ? 'All is well' : 'Something failed, see above'} (${seconds()}).`)
  process.exitCode = failed === 0 ? 0 : 1
}

if (import.meta.filename === process.argv[1]) await check()
