/** The walk at every pace, many times over: `TIMES=200 npm run soak timing`, so many for each guide that has a form. */
import { execFileSync } from 'node:child_process'

const times = process.env.TIMES ?? '100'

export function run(): string {
  const vitest = ['vitest', 'run', '--project=unit*', 'tests/features/guide/timing.test.ts']
  execFileSync('npx', vitest, { stdio: 'inherit', env: { ...process.env, TIMES: times } })
  return `each guide with a form walked at ${times} paces: none stood where it was not, none ticked what was not done`
}
