/**
 * Takes everything key-like out of words that are about to be shown, stored or logged. It knows no provider and no key:
 * it hides by shape, and would rather hide a harmless word than leave four characters of a secret.
 */

const hidden = '[hidden]'
const most = 300

/** Any provider's prefix, however little follows it; whole or masked. */
const prefixed =
  /(?:\bsk[-_]|\bsk(?=\*)|\bsess[-_]|\bgsk_|\bxai-|\bAIza|\bAQ\.|\beyJ|\brk[-_]|\bpk[-_]|\btgp_|\bcsk-|\bpplx-|\bhf_|\bghp_|\bnvapi-|T3BlbkFJ)[^\s"'`<>(){}[\],;]*/g
/** Stars, bullets, an ellipsis: with whatever head and tail they were left. */
const masked =
  /(?<![^\s"'`<>(){}[\],;])[^\s"'`<>(){}[\],;]*(?:\*\*|[•●∙·⋅◦]{2}|…|\.{3}(?=\w)|x{5}|X{5})[^\s"'`<>(){}[\],;]*/g
/** "…API key provided: Toxic. You can find …": a short string is echoed whole, prose too. */
const provided =
  /\b(provided|supplied|received|given|passed|sent) ?[:=](?:(?! ?(?:You can (?:find|obtain|get)|Find your|Please |See |Visit |Check )).)*/gi
const named =
  /\b((?:api[\s_-]*key|secret|token|bearer|credential|password|authorization|key)s?)(['"]?\s*[:=]\s*)(?:bearer\s+|basic\s+)?("[^"]*"|'[^']*'|`[^`]*`|[^\s,;]+)/gi
const quotedAfterKey =
  /\b((?:api[\s_-]*key|secret|token|credential|key)s?\s*)("[^"]*"|'[^']*'|`[^`]*`|“[^”]*”)/gi
const bearer = /\b(bearer|basic)\s+(?!auth|token|realm|or\b|scheme|key|authentication)[^\s"'`<>,;]+/gi
const long = /[A-Za-z0-9_+/=-]{16,}/g

/** Ids that are safe to show and useful to a person. */
const harmless = /^(?:org|proj|req|user|key|svc_acct|asst|resp|run|thread)[-_][A-Za-z0-9]+$/

function looksRandom(token: string): boolean {
  if (harmless.test(token)) return false
  return token.split(/[-_/=+.]/).some(part => {
    if (part.length < 12) return false
    const digits = /\d/.test(part)
    const mixed =
      /[a-z]/.test(part) && /[A-Z]/.test(part.slice(1)) && !/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(part)
    return (digits && /[A-Za-z]/.test(part)) || mixed || part.length >= 28
  })
}

/** One line, nothing of a key left; not cut. */
export function hide(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line
    .replace(provided, `$1: ${hidden}`)
    .replace(prefixed, hidden)
    .replace(masked, hidden)
    .replace(named, `$1$2${hidden}`)
    .replace(quotedAfterKey, `$1${hidden}`)
    .replace(bearer, `$1 ${hidden}`)
    .replace(long, token => (looksRandom(token) ? hidden : token))
    .replace(/(?:\[hidden\][\s.]*){2,}/g, `${hidden} `)
    .trim()
}

/** At most 300 characters, in one line, with nothing of a key left. */
export function scrub(text: string): string {
  const clean = hide(text.slice(0, 3000))
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean
}
