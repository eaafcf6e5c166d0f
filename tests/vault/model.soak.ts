/** The model of `model.ts` over 20,000 stories. */
import fc from 'fast-check'
import { play, type Story, story } from './model.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const numRuns = Number(process.env.STORIES ?? 20_000)
  let played = 0
  const playOn = async (one: Story) => {
    await play(one)
    if (++played % 1_000 === 0) process.stdout.write(`  ${played.toLocaleString('en')} stories played\n`)
  }
  await fc.assert(fc.asyncProperty(story, playOn), { numRuns, seed })
  return `vault model: ${numRuns.toLocaleString('en')} stories of failing stores, no acknowledged key lost`
}
