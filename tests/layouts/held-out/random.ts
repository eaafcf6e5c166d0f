/** A small repeatable source of chance: the same seed always draws the same layout. */

export type Chance = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  is(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** Draws by weight: `{ common: 5, rare: 1 }`. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  shuffle<Item>(items: readonly Item[]): Item[]
  letters(length: number, alphabet?: string): string
}

const wordCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Mixes numbers and texts into one 32-bit seed. */
export function mix(...parts: (number | string)[]): number {
  let hash = 0x811c9dc5
  for (const character of parts.join('/')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new Error('There is nothing to draw from.')
    return item
  }
  return {
    next,
    between,
    pick,
    is: probability => next() < probability,
    weighted<Name extends string>(weights: Readonly<Record<Name, number>>) {
      const entries = Object.entries(weights) as [Name, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      return pick(entries)[0]
    },
    shuffle<Item>(items: readonly Item[]) {
      return items
        .map(item => ({ item, order: next() }))
        .sort((one, other) => one.order - other.order)
        .map(({ item }) => item)
    },
    letters: (length, alphabet = wordCharacters) =>
      Array.from({ length }, () => alphabet[between(0, alphabet.length - 1)]).join(''),
  }
}
