/** The worker killed 200 times during sweeps of 100 keys, in a real browser. */
import { sweep } from '../extension/health-sweep.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const { kills, checked, most, twice, wrong } = await sweep({ keys: 100, kills: 200, seed })
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong verdicts, the first: ${wrong[0]}`)
  if (checked !== 100 || most > 2) throw new Error(`checked ${checked} of 100, one of them ${most} times`)
  return `worker killed ${kills} times during sweeps of 100 keys: every key checked each time, ${twice} asked twice, none more often`
}
