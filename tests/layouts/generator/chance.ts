/** Chance that repeats: the same seed gives the same draws (mulberry32). */

export type Chance = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number below `limit`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  /** True in so many of 100 cases. */
  isTrue(percent: number): boolean
  some<T>(list: readonly T[], percent: number): T[]
}

export function createChance(seed: number): Chance {
  let state = seed | 0
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const isTrue = (percent: number) => next() * 100 < percent
  return {
    next,
    below,
    isTrue,
    pick(list) {
      const one = list[below(list.length)]
      if (one === undefined) throw new Error('Nothing can be picked from an empty list.')
      return one
    },
    some: (list, percent) => list.filter(() => isTrue(percent)),
  }
}

/** One number of several, so that neighbours draw differently. */
export const mix = (...parts: number[]): number =>
  parts.reduce((hash, part) => Math.imul(hash ^ part, 0x01000193) ^ (hash >>> 13), 0x811c9dc5)
