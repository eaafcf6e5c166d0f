/** 10,000 random schedules of two to five devices: no acknowledged secret is lost, and all vaults come to be the same. */
import { emptyTally, playSchedule, type Tally } from './schedules.ts'

const schedules = 10_000

export async function run({ seed }: { seed: number }): Promise<string> {
  const sum: Tally = { ...emptyTally }
  for (let i = 0; i < schedules; i++) {
    const tally = await playSchedule(seed + i)
    for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] += tally[name]
  }
  const { runs, cut, asked, full, secrets, restored, forged } = sum
  return `sync: ${schedules} schedules, ${runs} runs (${cut} cut off, ${asked} asked first, ${full} without room, ${restored} computers set back, ${forged} forgeries), ${secrets} acknowledged secrets: 0 lost, all vaults the same`
}
