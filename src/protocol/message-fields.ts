/** The kinds of field that messages are made of, each with its limit. */
import * as v from 'valibot'
import { plainLine } from '../i18n/plain-text.ts'

/** Something is looked up under it: a name that every object answers to (`constructor`) is none. */
export const id = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[\w.:-]+$/),
  v.check(name => !(name in {})),
)
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
export const within = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
/** As one line that hides nothing. */
export const line = (most: number) => v.pipe(text(most), v.transform(plainLine))
/** Up to the last day a calendar can show. */
export const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
/** All that an admin key is ever used for: costs, usage, names, spend limits and alerts, service accounts. */
export const adminPath =
  /^\/organization\/(?:(?:costs|usage\/completions|projects)\?[\w=&%.-]+|(?:projects\/proj_\w+\/)?spend_(?:limit|alerts(?:\/[\w-]+)?)|projects\/proj_\w+\/service_accounts(?:\/[\w-]+)?)$/
export const tail = v.pipe(v.string(), v.regex(/^[\w-]{4}$/))
