/** The fuzz of the message gate, for the sample in `npm test` and the long run in `npm run soak`. */
import fc from 'fast-check'
import { accept } from '../../src/protocol/accept.ts'
import type { RequestName } from '../../src/protocol/messages.ts'
import type { RawSender } from '../../src/protocol/senders.ts'
import { names, table } from './message-table.ts'
import { own, senders, wrongSenders } from './sender-cases.ts'

type Hostile = { name: RequestName; payload: unknown; raw: RawSender }

/** A bad value from one who may send, a good one from one who may not, or both at once. */
const hostile: fc.Arbitrary<Hostile>[] = names.map(name => {
  const { from, payload } = table[name]
  const message = (value: fc.Arbitrary<unknown>, raw: fc.Arbitrary<RawSender>) =>
    fc.record({ name: fc.constant(name), payload: value, raw })
  const right = fc.constantFrom(...from.flatMap(sender => senders[sender]))
  const wrong = fc.constantFrom(...wrongSenders(from).map(([, raw]) => raw))
  const bad = fc.constantFrom(...payload.bad.map(({ value }) => value))
  // What is no object at its top is the payload of no message.
  const noise = fc.jsonValue().filter(value => typeof value !== 'object' || value === null)
  return fc.oneof(
    message(fc.oneof(bad, noise), right),
    message(fc.constantFrom(...payload.good), wrong),
    message(fc.oneof(bad, fc.jsonValue()), wrong),
  )
})

/** @returns how many messages were tried; throws when one of them is taken. */
export function fuzz(seed: number, runs: number): number {
  let tried = 0
  fc.assert(
    fc.property(fc.oneof(...hostile), ({ name, payload, raw }) => {
      tried++
      if (accept({ name, payload }, raw, own)) throw new Error(`${name} was taken.`)
    }),
    { seed, numRuns: runs },
  )
  return tried
}
