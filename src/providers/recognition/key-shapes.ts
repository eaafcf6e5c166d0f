/**
 * What a whole key of OpenAI looks like as text, and what only looks like one. Pure, without sentences or tables of providers: the one
 * file of this folder that a page's script may hold. Shapes: the formats that leak scanners know (gitleaks, trufflehog), read 2026-11.
 */

/** Stands in the middle of every key made since 2023, with as many characters before it as after. */
const marker = 'T3BlbkFJ'
const prefix = /^sk-(?:(?:proj|svcacct|admin|None|service(?:-[A-Za-z0-9]+)*)-)?/
/** The body of a key without the marker: letters and digits. The oldest keys have 48, a cut one has fewer, and words have signs between. */
const oldBody = /^[A-Za-z\d]{32,}$/
const longest = 400

/**
 * A text that begins as keys do, with nothing at its ends that says it is a shortened form (`sk-…abcd`, `sk-proj-abc***`).
 * Global: for `matchAll` on any text.
 */
export const keyLike = /(?<![\w.*•●∙·⋅◦…-])sk-[\w-]+(?![\w*•●∙·⋅◦…-]|\.{2})/g

/** A shortened form, with what it shows before the gap and after it. Global. */
export const shortened = /(?<![\w-])(sk-[\w-]{0,24})(?:[*•●∙·⋅◦]{2,}|…|\.{2,}|[xX]{6,})([\w-]{3,8})(?![\w-])/g

/** Its end is certain: what is attached to it makes the halves unequal. */
export const isMarked = (key: string): boolean => key.includes(marker)

/** Is this, by itself, a key with nothing missing? A cut key, also with another right behind it, an id and a shortened form are not. */
export function isWholeKey(text: string): boolean {
  if (text.length > longest || !/^sk-(?!.+sk-(?:proj|svcacct|admin)-)[\w-]+$/.test(text)) return false
  const body = text.replace(prefix, '')
  const at = body.indexOf(marker)
  if (at >= 0) return at >= 16 && body.length === at * 2 + marker.length && isRandom(text)
  // Kinds that came after the marker: without it such a key is cut, or is still being written. And kinds of other providers.
  return oldBody.test(body) && !/^sk-(?:proj|svcacct|admin|ant|or)-/.test(text) && isRandom(text)
}

const words =
  /example|placeholder|changeme|your[-_]?(?:api|secret|openai)|(?:api|secret)[-_]key|insert[-_]|dummy[-_]|replace[-_]/i

/**
 * Is it drawn at random, as a real key is, rather than written by a person as an example? The bounds are so wide that of 300,000
 * random keys none is refused: many different characters, no long runs of the alphabet or the digits, no phrase of instructions.
 */
function isRandom(key: string): boolean {
  const parts = key.replace(prefix, '').split(marker)
  const body = parts.join('')
  if (new Set(body).size < 14 || words.test(body) || /(.)\1{5}/.test(body)) return false
  const steps = [...body.toLowerCase()].map(letter => letter.charCodeAt(0))
  const next = steps.filter((code, at) => code === (steps[at - 1] ?? 0) + 1).length
  if (next >= body.length * 0.3) return false
  return !isRepeated(parts[0] ?? body)
}

/** The same piece over and over. */
function isRepeated(body: string): boolean {
  for (let period = 1; period <= body.length / 3; period++)
    if (body.slice(period) === body.slice(0, -period)) return true
  return false
}
