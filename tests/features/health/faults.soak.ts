/** 10,000 checks against a provider that fails in every way there is. */
import { runFaults } from './faults.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const report = await runFaults({ seed, checks: 10_000 })
  const { falseRejected, falseAccepted, lost, strangers, leaks, verdicts } = report
  if (falseRejected.length + falseAccepted.length + lost + strangers + leaks > 0)
    throw new Error(
      `false rejected ${falseRejected.length}, false accepted ${falseAccepted.length}, lost ${lost}, to strangers ${strangers}, leaks ${leaks}; first: ${falseRejected[0] ?? falseAccepted[0] ?? ''}`,
    )
  return `10,000 checks with faults: 0 false rejected, 0 lost, 0 requests elsewhere, 0 leaks; ${Object.entries(
    verdicts,
  )
    .sort((a, b) => b[1] - a[1])
    .map(([cause, n]) => `${cause} ${n}`)
    .join(', ')}`
}
