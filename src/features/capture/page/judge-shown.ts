/**
 * Of the keys that a page shows, may one be taken without asking the person which? Only when nothing on the page says that another
 * is meant: taking what is no key of theirs is worse than a question. Pure.
 */

/** One place where a whole key stands. */
export type Place = {
  key: string
  isSeen: boolean
  /** What stands around it says that it is part of a lesson. */
  isSample: boolean
  /** Its end is certain, so it is no piece of a longer one. */
  isMarked: boolean
}

export type InSight = {
  /** Each key once. */
  keys: string[]
  /** Only one, and nothing says that another is meant: it may be taken without asking which. */
  isSure: boolean
  /** There is a key, or something that holds one, that a person does not see whole. */
  isOneHidden: boolean
}

/** @param masks shortened forms beside the keys: what stands before the gap and after it */
export function judgeShown(places: Place[], masks: { start: string; tail: string }[]): InSight {
  const keys = [...new Set(places.filter(({ isSeen }) => isSeen).map(({ key }) => key))]
  const [only, ...others] = keys
  const isSure =
    only !== undefined &&
    others.length === 0 &&
    places.some(({ key, isSeen, isSample, isMarked }) => key === only && isSeen && !isSample && isMarked) &&
    places.every(({ key, isSample }) => key === only || isSample) &&
    masks.every(({ start, tail }) => isOf(only, start, tail))
  return { keys, isSure, isOneHidden: keys.length === 0 && places.length > 0 }
}

/** Every key begins alike: a shortened form says whose it is only by its end, or by more than that beginning. */
const isOf = (key: string, start: string, tail: string): boolean =>
  key.startsWith(start) && key.endsWith(tail) && (tail.length >= 3 || start.length >= 12)
