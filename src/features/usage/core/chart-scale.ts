/** Where the lines of a chart stand: round amounts up the side, a few days along the foot. Pure. */

/** @returns from 0 up in steps of 1, 2 or 5 times a power of ten, the last at or above `most`; three to six of them */
export function amountTicks(most: number): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find(times => times * power >= rough) ?? 10)
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)))
}

/** Pixels that the name of a day needs below the chart. */
const room = 76

/** @returns indexes of the days that are named below a chart of this width, evenly apart, the last day among them */
export function dayTicks(count: number, width: number): number[] {
  const apart = Math.max(1, Math.ceil(count / Math.max(2, Math.floor(width / room))))
  return Array.from(
    { length: Math.ceil(count / apart) },
    (_, index) => count - 1 - index * apart,
  ).toReversed()
}
