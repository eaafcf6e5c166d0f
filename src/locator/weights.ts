/**
 * How much each signal is worth, in natural logarithms of odds, and when that is enough. Fitted (conditional logit: every element
 * and "gone" compete) on pairs of old and new pages of many sites, checked on sites left out; signs are bounded to what can be
 * explained. `asWas` and `asideSame` are set by hand, for want of translated pages and labelled icons there. See docs/locator.md.
 */

export const WEIGHTS = {
  textSame: 3.1,
  textLike: 0.57,
  textLost: -1.61,
  textOther: -2.65,
  textRare: 2.37,
  asideSame: 1.5,
  asideOther: -0.66,
  tagSame: 2.68,
  kin: 2.25,
  typeOther: -1.82,
  idSame: 1.5,
  idLike: 1.9,
  nameSame: 0.8,
  nameOther: -0.68,
  hrefSame: 1.0,
  hrefLike: 0.86,
  hrefOther: -0.82,
  classSame: 0.3,
  classLike: 2.09,
  pathSame: 0.29,
  besideSame: 1.69,
  nextSame: 0.61,
  boxLike: 0.49,
  placeLike: 0.93,
  rivalText: -3.03,
  rivalHref: -0.5,
  rivalId: -1.0,
  rivalLike: -3.14,
  twinNearer: -1.5,
  wordsIn: 2.89,
  zoneOther: -1.45,
  far: -4.6,
  orderSame: 0.94,
  bareHref: 1.98,
  bareId: 2.21,
  bareName: 1.84,
  otherHref: 3.19,
  otherSlot: 4.11,
  unseen: -2.74,
  asWas: 4,
}

export type Signal = keyof typeof WEIGHTS
export type Signals = Record<Signal, number>
export const SIGNALS = Object.keys(WEIGHTS) as Signal[]

/** The worth of "it is not on this page". */
export const GONE = {
  always: 5.4,
  hadText: -0.89,
  alive: 1.94,
  closed: 2.99,
  hadNeighbours: 0.71,
  twinned: 0.58,
}

export type GoneSignals = Record<keyof typeof GONE, number>

/** The share of the odds that one thing must have before it is pointed at. */
export const SURE = 0.55

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
