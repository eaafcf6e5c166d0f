/** Days as a person reads them. */
import { afterEach, expect, test } from 'vitest'
import { dayOf } from '../../src/i18n/time.ts'

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
