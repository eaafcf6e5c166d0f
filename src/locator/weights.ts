/**
 * How much each signal is worth, in natural logarithms of odds, and when that is enough.
 */

import type { GoneSignals, Signal, Signals } from './compare.ts'

export const WEIGHTS: Record<Signal, number> = {
  textSame: 2.68,
  textLike: 0.81,
  textLost: -1.34,
  textNew: 0.09,
  textOther: -2.18,
  textRare: 1.85,
  asideSame: 0.06,
  asideLike: -0.64,
  asideOther: -0.68,
  asideLost: -0.56,
  tagSame: 1.76,
  kin: 1.14,
  typeOther: -0.87,
  idSame: 0.05,
  idLike: 1.54,
  idOther: 0.45,
  nameSame: -0.24,
  nameOther: -0.37,
  hrefSame: 1.14,
  hrefLike: 0.24,
  hrefOther: -0.78,
  hrefLost: -0.16,
  classSame: -0.29,
  classLike: 0.77,
  pathSame: 0.59,
  pathLike: -0.0,
  underSame: 0.2,
  besideSame: 1.65,
  nextSame: 1.42,
  boxLike: 1.23,
  placeLike: 1.15,
  landmarkSame: 0.34,
  rivalText: -1.67,
  rivalHref: 0.42,
  rivalId: 0.05,
  rivalLike: -1.23,
  twinNearer: -0.19,
  noText: 0.26,
  wordsIn: 2.13,
  bareSame: -1.02,
  zoneOther: -1.21,
  far: -3.05,
  orderSame: 1.12,
  textAndHref: -0.45,
  bareHref: 0.4,
  bareId: 1.8,
  bareName: 1.76,
  bareAside: 0.06,
  barePath: -1.03,
  bareBeside: -0.58,
  otherHref: 1.32,
  otherSlot: 2.0,
  unseen: -1.45,
}

/** The worth of "it is not on this page". */
export const GONE: GoneSignals = {
  always: 5.08,
  hadText: -0.24,
  hadHref: -0.44,
  hadId: -0.27,
  alive: 1.38,
  closed: 2.27,
  hadNeighbours: 0.26,
  twinned: 0.44,
}

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
