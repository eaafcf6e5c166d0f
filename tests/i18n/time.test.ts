/** Days as a person reads them. */
import { afterEach, expect, test } from 'vitest'
import { ago, dayOf } from '../../src/i18n/time.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'a day without a place is the same in %s',
  where => {
    process.env.TZ = where
    expect(dayOf('2026-11-17')).toMatch(/17/)
  },
)

test('a time is said shorter where there is little room', () => {
  const now = Date.UTC(2026, 10, 23, 12)
  expect(ago(now - 13_000, now)).toBe('13 sec ago')
  expect(ago(now - 13_000, now, 'narrow')).toBe('13s ago')
  expect(ago(now - 3_000, now, 'narrow')).toBe('just now')
})
