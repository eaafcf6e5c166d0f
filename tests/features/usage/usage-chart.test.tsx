// @vitest-environment happy-dom
/** The chart of costs: its axes stand at round amounts, and each day is read out by pointer and by arrow keys. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountTicks, dayTicks } from '../../../src/features/usage/core/chart-scale.ts'
import { jumps, series } from '../../../src/features/usage/core/series.ts'
import { UsageChart } from '../../../src/features/usage/screen/usage-chart.tsx'
import { settled, show } from '../../in-dom.ts'

const days = Array.from({ length: 30 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`)
const made = series(
  days.flatMap((day, index) => [
    { day, dollars: index === 20 ? 14 : 1, of: 'shop' },
    { day, dollars: 0.5, of: 'search' },
  ]),
  days,
)
const names: Record<string, string> = { shop: 'Shop', search: 'Search' }

const slider = () => document.querySelector<HTMLElement>('[role="slider"]') as HTMLElement
const says = () => slider().getAttribute('aria-valuetext')
const tip = () => document.querySelector('.chart-tip')?.textContent
const press = (key: string) =>
  settled(() =>
    slider().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  )
const draw = () =>
  show(
    <UsageChart
      series={made}
      nameOf={of => names[of ?? ''] ?? 'All the rest'}
      marked={new Set(jumps(made).map(({ day }) => day))}
    />,
  )

test.each([1, 40, 55, 57, 300])(
  'in a place of %d pixels nothing is drawn with a width below zero',
  async width => {
    const real = Object.getOwnPropertyDescriptor(Element.prototype, 'clientWidth')
    Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => width })
    try {
      await draw()
      const widths = [...document.querySelectorAll('svg, rect')].map(one => Number(one.getAttribute('width')))
      expect(widths.length).toBeGreaterThan(30)
      expect(Math.min(...widths)).toBeGreaterThan(0)
    } finally {
      if (real) Object.defineProperty(Element.prototype, 'clientWidth', real)
    }
  },
)

describe('the axes', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 0.5, 1]],
    [14.5, [0, 5, 10, 15]],
    [0.0037, [0, 0.001, 0.002, 0.003, 0.004]],
    [980, [0, 500, 1000]],
  ])('up to $%s', (most, ticks) => {
    expect(amountTicks(most)).toEqual(ticks)
  })

  test('whatever was spent, two to seven round amounts, rising, the last not below it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), most => {
        const ticks = amountTicks(most)
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeGreaterThanOrEqual(3)
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-5))
        expect(ticks).toEqual(ticks.toSorted((a, b) => a - b))
        expect(new Set(ticks).size).toBe(ticks.length)
      }),
    )
  })

  test('whatever the width, days stand apart and the last is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(7, 30, 90), fc.integer({ min: 160, max: 1700 }), (count, width) => {
        const ticks = dayTicks(count, width)
        expect(ticks.at(-1)).toBe(count - 1)
        expect(ticks.every(index => index >= 0 && index < count)).toBe(true)
        const step = width / count
        for (const [at, index] of ticks.entries())
          if (at > 0)
            expect((index - (ticks[at - 1] ?? 0)) * step).toBeGreaterThanOrEqual(Math.min(76, width / 3))
      }),
    )
  })
})

describe('a day', () => {
  test('by arrow keys, and what it says to a screen reader', { tags: 'slow' }, async () => {
    await draw()
    expect(slider().tabIndex).toBe(0)
    expect(tip()).toBeUndefined()
    await press('End')
    expect(says()).toMatch(/30.*\$1\.50, Shop \$1\.00, Search \$0\.50/)
    await press('ArrowLeft')
    expect(slider().getAttribute('aria-valuenow')).toBe('29')
    await press('Home')
    await press('ArrowLeft')
    expect(slider().getAttribute('aria-valuenow')).toBe('1')
    expect(tip()).toContain('$1.50')
    await press('Escape')
    expect(tip()).toBeUndefined()
  })

  test('on which much more was spent is marked, and said', { tags: 'slow' }, async () => {
    await draw()
    expect(document.querySelectorAll('.spike')).toHaveLength(1)
    await press('Home')
    for (let day = 0; day < 20; day++) await press('ArrowRight')
    expect(says()).toContain('much more than usual')
    expect(tip()).toContain('$14.50')
  })
})
