/**
 * How much each signal is worth, in natural logarithms of odds, and when that is enough. Fitted (conditional logit: every element
 * and "gone" compete) on pairs of old and new pages of many sites, checked on sites left out; signs are bounded to what can be
 * explained. `asWas` is set by hand, for want of translated pages there. See docs/locator.md.
 */

export const WEIGHTS = {
  textSame: 1.88,
  textLike: 0.3,
  textLost: -1.36,
  textOther: -2.48,
  textRare: 2.37,
  asideSame: 1.65,
  asideOther: -0.82,
  tagSame: 2.61,
  kin: 2.3,
  idSame: 2.0,
  nameSame: 1.5,
  hrefSame: 1.01,
  hrefOther: -0.56,
  pathSame: 2.08,
  besideSame: 1.87,
  nextSame: 0.46,
  placeLike: 2.48,
  rivalText: -2.8,
  rivalHref: -1.78,
  rivalLike: -1.89,
  twinNearer: -1.22,
  wordsIn: 2.83,
  zoneOther: -0.8,
  far: -3.12,
  orderSame: 0.92,
  otherHref: 2.46,
  otherSlot: 2.82,
  unseen: -1.71,
  asWas: 4,
}

export type Signal = keyof typeof WEIGHTS
export type Signals = Record<Signal, number>
export const SIGNALS = Object.keys(WEIGHTS) as Signal[]

/** The worth of "it is not on this page". */
export const GONE = {
  always: 4.34,
  closed: 2.04,
  twinned: 2.37,
  kept: 4.13,
}

export type GoneSignals = Record<keyof typeof GONE, number>

/** The share of the odds that one thing must have before it is pointed at. */
export const SURE = 0.5

/** The sum of what each signal is worth. */
export function weigh<Key extends string>(
  signals: Record<Key, number>,
  weights: Record<Key, number>,
): number {
  let sum = 0
  for (const key in weights) sum += weights[key] * signals[key]
  return sum
}

export const worth = (signals: Signals): number => weigh(signals, WEIGHTS)
