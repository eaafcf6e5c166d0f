/** Hostile messages at random: none is taken, and none makes the gate throw. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accept } from '../../src/protocol/accept.ts'
import { fuzz } from './fuzz.ts'
import { own, senders } from './sender-cases.ts'

it('refuses 2,000 hostile messages', () => {
  expect(fuzz(20261121, 2_000)).toBe(2_000)
})

it('never throws, whatever JSON a message holds', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.values(senders).flat()), (message, raw) => {
      expect(accept(message, raw, own)).toBeNull()
    }),
    { seed: 3, numRuns: 500 },
  )
})
