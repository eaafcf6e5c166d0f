// @vitest-environment happy-dom
/** Thirty days of checks in short: what is counted, how it is drawn, and what it says to who cannot see it. */
import { expect, test } from 'vitest'
import type { Day } from '../../../src/features/health/core/history.ts'
import { remember } from '../../../src/features/health/core/history.ts'
import { type DayCounts, dayBefore, monthOf } from '../../../src/features/health/core/month.ts'
import { MonthStrip, monthInWords } from '../../../src/features/health/screen/history/month-strip.tsx'
import { keepFigures } from '../../../src/features/usage/core/kept-figures.ts'
import { show } from '../../in-dom.ts'

const now = Date.now()
const day = (ago: number, good: number, bad: number, unknown = 0): Day => ({
  kind: 'day',
  day: dayBefore(now, ago),
  good,
  bad,
  unknown,
  milliseconds: 10,
  causes: {},
})
const counts = (ago: number, ...how: [number, number, number]): DayCounts => [dayBefore(now, ago), ...how]

test('the last thirty days are told, today with them, and nothing older', () => {
  const stored = [day(30, 1, 0), day(29, 1, 0), { kind: 'change', at: now }, day(0, 2, 1, 3), 'not an entry']
  expect(monthOf(stored, now)).toEqual([counts(29, 1, 0, 0), counts(0, 2, 1, 3)])
})

test.each([
  ['without a check', [], 'No data: not tested in the last 30 days'],
  [
    'that always worked',
    [counts(1, 4, 0, 0), counts(0, 1, 0, 0)],
    /^Tested on 2 of the last 30 days, worked each time$/,
  ],
  ['that failed', [counts(3, 0, 2, 0), counts(0, 1, 0, 0)], /^Tested on 2 .*, failed on 1, last on .*\d{4}$/],
  ['that could not be told', [counts(0, 0, 0, 2)], /^Tested on 1 .*, no answer on 1$/],
] as [string, DayCounts[], string | RegExp][])('a key %s says so', (_, month, says) => {
  expect(monthInWords(month)).toMatch(says)
})

test('each day is drawn once, as what it was; a day outside the thirty is not drawn', async () => {
  await show(
    <MonthStrip month={[counts(40, 1, 0, 0), counts(2, 1, 1, 0), counts(1, 0, 3, 0), counts(0, 2, 0, 0)]} />,
  )
  const bars = (name: string) =>
    (document.querySelector(`.month-${name}`)?.getAttribute('d') ?? '').split('M').length - 1
  expect([bars('good'), bars('mixed'), bars('bad'), bars('unknown'), bars('none')]).toEqual([1, 1, 1, 0, 27])
  expect(document.querySelector('svg')?.getAttribute('aria-label')).toContain('failed on 2')
})

test('a check leaves the figures alone that stand in the same history', () => {
  const verdict = { cause: 'ok', key: 'accepted', use: 'ready', says: '' } as const
  const figures = { kind: 'figures', name: 'project', at: 1, json: '{}' } as const
  const stored = keepFigures([day(1, 1, 0)], figures)
  const next = remember(stored, { verdict, evidence: [], at: now, milliseconds: 5, changed: true })
  expect(next).toContainEqual(figures)
  expect(next.filter(entry => entry.kind === 'day')).toHaveLength(2)
  expect(keepFigures(next, { ...figures, at: 2 }).filter(one => one !== figures)).toHaveLength(4)
})
