/** The model of `model.ts` over 20,000 stories. */
import fc from 'fast-check'
import { play, story } from './model.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const numRuns = Number(process.env.STORIES ?? 20_000)
  await fc.assert(fc.asyncProperty(story, play), { numRuns, seed })
  return `vault model: ${numRuns.toLocaleString('en')} stories of failing stores, no acknowledged key lost`
}
