/**
 * The model of `model.ts` over 20,000 stories: STORIES=n for another number, MINUTES=n for as many as fit, FROM=n to go on behind the
 * first n of that seed. A story is 60 to 90 ms of a core, nearly all of it WebCrypto's, so 20,000 are half an hour on a machine that
 * does nothing else, and hours on one that is busy.
 */
import fc from 'fast-check'
import { play, story } from './model.ts'

/** Each batch has a seed of its own, so that it can be played again alone. */
const batch = 100
/** While one waits for the cipher, others go on. */
const lanes = 4
/** Making a story that fails shorter ends then: what there is by then is told. */
const patience = 600_000

export async function run({ seed }: { seed: number }): Promise<string> {
  const { STORIES = 20_000, MINUTES = Number.POSITIVE_INFINITY, FROM = 0 } = process.env
  const first = Math.floor(Number(FROM) / batch)
  const end = first + Math.ceil(Number(STORIES) / batch)
  const began = Date.now()
  const minutes = () => (Date.now() - began) / 60_000
  let [next, played] = [first, 0]
  const lane = async () => {
    while (next < end && minutes() < Number(MINUTES)) {
      const at = next++
      const options = { numRuns: batch, seed: seed + at, interruptAfterTimeLimit: patience }
      const { failed, errorInstance, counterexample, numRuns } = await fc.check(
        fc.asyncProperty(story, play),
        options,
      )
      if (failed)
        throw new Error(
          `SEED=${seed} FROM=${at * batch} STORIES=${batch}: ${errorInstance}\n${JSON.stringify(counterexample)}`,
        )
      played += numRuns
      if (played % 1_000 < batch)
        process.stdout.write(`  ${played.toLocaleString('en')} stories in ${minutes().toFixed(1)} minutes\n`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const all = ((end - first) * batch).toLocaleString('en')
  return `vault model: ${played.toLocaleString('en')} stories of ${all} (SEED=${seed} FROM=${first * batch}) of failing stores in ${minutes().toFixed(1)} minutes, no acknowledged key lost`
}
