/** Reads the text of the platform’s expiration field as a time. Its wording is not known for certain, so the answer may be undefined. Pure. */

const days: Record<string, number> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }

/** @returns milliseconds since the epoch, always in the future. */
export function readExpiry(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined
  const span = /(\d{1,3})\s*(hour|day|week|month|year)s?\b/i.exec(text)
  const unit = span && days[span[2]?.toLowerCase() ?? '']
  const at = unit ? now + Number(span[1]) * unit * 86_400_000 : Date.parse(/\d{4}/.test(text) ? text : '')
  return Number.isFinite(at) && at > now ? at : undefined
}
