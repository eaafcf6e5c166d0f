/**
 * May one of the keys that a page shows be taken without asking the person which? Only when nothing on the page suggests that another one
 * is meant: saving a key that is not theirs is worse than a question. Pure.
 */

/** One place where a whole key stands. */
export type Place = {
  key: string
  isSeen: boolean
  /** The text around it says that it is an example. */
  isSample: boolean
  /** It is certain where the key ends, so this is not a piece of a longer one. */
  isMarked: boolean
}

export type InSight = {
  /** Each key once. */
  keys: string[]
  /** There is only one key, and nothing suggests that another is meant: it may be taken without asking. */
  isSure: boolean
  /** `keys` is empty, but the page holds a key that the person does not see whole. */
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

/** All keys begin alike, so a shortened form belongs to a key only by its end, or by more than the common beginning. */
const isOf = (key: string, start: string, tail: string): boolean =>
  key.startsWith(start) && key.endsWith(tail) && (tail.length >= 3 || start.length >= 12)
