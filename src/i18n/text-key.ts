/** The name under which `_locales` may override a text: readable, and changed when the English is. Pure. */

/** FNV-1a, 32 bits: tells two texts apart; nothing depends on it being hard to invert. */
export function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(36)
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|(?<!_)_+$/g, '')

/** For a text of the interface: `ui_lock_now_1x2y3z`. Letters, digits and _ only, as message names have to be. */
export const textKey = (english: string): string => `ui_${slug(english).slice(0, 32)}_${hash(english)}`

/** The forms of a sentence with a number in it: English has two, other languages up to six (CLDR's plural categories). */
export type Forms = { one: string; other: string }

/** For one form: `ui_count_keys_1x2y3z_few`. A translation has an entry for each category of its language. */
export const formKey = (forms: Forms, category: Intl.LDMLPluralRule): string =>
  `${textKey(forms.other)}_${category}`

/** For a text of a guide: `guide_create_key_step_open_do`. */
export const guideKey = (guide: string, ...path: string[]): string =>
  ['guide', guide, ...path].map(slug).join('_')

/** A name that runs from right to left, kept from carrying the figures and signs around it along (Unicode's isolates). */
export const apart = (name: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name

/** Fills {name} placeholders; one without a value stays as it is, so that a mistake is seen. */
export function fillIn(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => apart(String(values[name] ?? whole)))
}
