/** A press on the card must not close the page’s dialog: a sample of the lab of dialogs (`npm run soak dialogs` is all of it). */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Input,
  inputs,
  moments,
  notIsolated,
  openPresses,
  type Presses,
  pageScript,
} from '../dialogs/presses.ts'
import { controls, report, sampleOf, tries } from './outcome.ts'

const controlOnce = controls()
/** Without the isolation: the first dialog that closes is enough. */
async function control(input: Input): Promise<{ tries: number; landed: number }> {
  const sum = { tries: 0, landed: 0 }
  for (const name of presses.names) {
    if (sum.landed > 0) break
    const { count, wrong } = await presses.pressAll(name, moments[0], input, notIsolated)
    sum.tries += count
    sum.landed += wrong.length
  }
  return sum
}

let presses: Presses
beforeAll(async () => {
  presses = await openPresses(await pageScript(join(import.meta.dirname, '../dialogs/sample-page.tsx')))
})
afterAll(() => presses?.close())

test.each(sampleOf([...inputs], inputs.length))('by %s', async input => {
  const wrong: string[] = []
  let count = 0
  // One dialog for each input, each at another moment, or all at all of them.
  const turn = inputs.indexOf(input)
  for (const [at, name] of presses.names.entries())
    for (const [index, moment] of moments.entries()) {
      if (tries(1, 0) && (at !== turn % presses.names.length || index !== turn % moments.length)) continue
      const outcome = await presses.pressAll(name, moment, input)
      count += outcome.count
      wrong.push(...outcome.wrong)
    }
  expect(wrong).toEqual([])
  report({
    attack: `a press by ${input} on the card that closes the page’s dialog`,
    attacker: 'page',
    asset: 'the key that is shown once',
    tries: count,
    landed: wrong.length,
    control: await controlOnce('press', () => control(input)),
  })
})
