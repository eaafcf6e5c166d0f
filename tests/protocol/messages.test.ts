/** Who may say what to the worker, told as everybody who tries. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accept } from '../../src/protocol/accept.ts'
import { names, own, rightful, samples, wrongSenders } from './hostile.ts'
import { fuzz } from './messages.ts'

describe.each(names)('%s', name => {
  const kind = name.slice(0, name.indexOf('.'))

  it('is taken from its rightful sender', () => {
    expect(accept({ name, payload: samples[name] }, rightful[kind] ?? {}, own)).toMatchObject({ name })
  })

  it('is taken from nobody else', () => {
    for (const [who, raw] of wrongSenders(name))
      expect(accept({ name, payload: samples[name] }, raw, own), who).toBeNull()
  })
})

it('takes no message that is not named, however it is wrapped', () => {
  for (const message of [
    null,
    undefined,
    'screen.lock',
    [],
    {},
    { name: 'screen.lock' },
    { name: 'screen.lock', payload: {}, extra: 1 },
    { name: 'screen.everything', payload: {} },
    { name: '__proto__', payload: {} },
    { name: 'constructor', payload: {} },
    { name: ['screen.lock'], payload: {} },
    { name: { toString: () => 'screen.lock' }, payload: {} },
  ])
    expect(accept(message, rightful.screen ?? {}, own)).toBeNull()
})

it('refuses 2,000 hostile messages', () => {
  const { tried, refused, kept } = fuzz(20261121, 2_000)
  expect(tried).toBe(2_000)
  expect(refused).toBeGreaterThan(1_900)
  expect(refused + kept).toBe(tried)
})

it('never throws, whatever JSON is said', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.values(rightful)), (message, raw) => {
      expect(accept(message, raw, own)).toBeNull()
    }),
    { seed: 3, numRuns: 500 },
  )
})
