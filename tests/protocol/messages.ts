/** The fuzz of the message gate, for the sample in `npm test` and the long run in `npm run soak`. */
import fc from 'fast-check'
import * as v from 'valibot'
import { accept } from '../../src/protocol/accept.ts'
import { requests } from '../../src/protocol/messages.ts'
import { names, own, rightful, samples, spoilt, strangers, wrongSenders } from './hostile.ts'

export type Tally = { tried: number; refused: number; kept: number }

/** Spoilt payloads from the rightful sender, and fine ones from wrong senders. Throws when one gets through. */
export function fuzz(seed: number, runs: number): Tally {
  const tally: Tally = { tried: 0, refused: 0, kept: 0 }
  const hostile = fc.constantFrom(...names).chain(name =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: spoilt(samples[name]).map(({ how, payload }) => ({
          name,
          how,
          payload,
          raw: rightful[name.split('.')[0] ?? ''] ?? {},
        })),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(...wrongSenders(name))
          .map(([who, raw]) => ({ name, how: `from ${who}`, payload: samples[name] as unknown, raw })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.jsonValue(), fc.constantFrom(...Object.entries({ ...strangers, ...rightful })))
          .map(([payload, [who, raw]]) => ({
            name,
            how: `anything from ${who}`,
            payload: payload as unknown,
            raw,
          })),
      },
    ),
  )
  fc.assert(
    fc.property(hostile, ({ name, how, payload, raw }) => {
      tally.tried++
      const accepted = accept({ name, payload }, raw, own)
      if (!accepted) {
        tally.refused++
        return
      }
      // The one way through: the rightful sender, and a payload that is right after all and arrives as it was sent.
      const kind = name.slice(0, name.indexOf('.'))
      const fine =
        raw === rightful[kind] && v.is(requests[name], payload) && !how.startsWith('one field more')
      if (!fine) throw new Error(`${name} got through: ${how}`)
      tally.kept++
    }),
    { seed, numRuns: runs },
  )
  return tally
}
