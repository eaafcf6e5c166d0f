/** A press on the card must not close the page’s dialog: a sample of the lab of dialogs (`npm run soak dialogs` is all of it). */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputs, moments, notIsolated, openPresses, type Presses } from '../dialogs/presses.ts'
import { report, tries } from './outcome.ts'

let presses: Presses
beforeAll(async () => {
  presses = await openPresses(join(import.meta.dirname, '../dialogs/sample-page.tsx'))
})
afterAll(() => presses?.close())

test.each(inputs)(
  'by %s',
  async input => {
    const wrong: string[] = []
    let count = 0
    const control = { tries: 0, landed: 0 }
    for (const [at, name] of presses.names.entries()) {
      // Another moment for each dialog, or all for all.
      for (const moment of moments.filter((_, index) => index === at % moments.length || tries(0, 1) > 0)) {
        const outcome = await presses.pressAll(name, moment, input)
        count += outcome.count
        wrong.push(...outcome.wrong)
      }
      if (control.landed > 0) continue
      const unguarded = await presses.pressAll(name, moments[0], input, notIsolated)
      control.tries += unguarded.count
      control.landed += unguarded.wrong.length
    }
    expect(wrong).toEqual([])
    report({
      attack: `a press by ${input} on the card that closes the page’s dialog`,
      attacker: 'page',
      asset: 'the key that is shown once',
      tries: count,
      landed: wrong.length,
      control,
    })
  },
  300_000,
)
