/** The worker killed 200 times during sweeps of 100 keys, in a real browser. */
import { sweep } from './health-sweep.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const { kills, checked, most, twice, wrong } = await sweep({
    keys: 100,
    kills: Number(process.env.KILLS ?? 200),
    seed,
    tell: so =>
      process.stdout.write(
        `  ${so.kills} kills: ${so.checked} of 100 checked, ${so.twice} asked twice so far\n`,
      ),
  })
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong verdicts, the first: ${wrong[0]}`)
  if (checked !== 100 || most > 2) throw new Error(`checked ${checked} of 100, one of them ${most} times`)
  return `worker killed ${kills} times during sweeps of 100 keys: every key checked each time, ${twice} asked twice, none more often`
}
