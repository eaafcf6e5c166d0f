/** The kill rounds of `kill.ts`, a hundred and more of them. */
import { killRounds } from './kill.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const rounds = Number(process.env.ROUNDS ?? 100)
  const { acknowledged, underWay } = await killRounds(rounds, seed, (round, changes) => {
    if (round % 10 === 0)
      process.stdout.write(`  ${round} of ${rounds} kills, ${changes} changes acknowledged\n`)
  })
  return `vault kills: ${rounds} times SIGKILL, ${acknowledged} acknowledged changes all there, ${underWay} cut off under way`
}
