/**
 * What models cost, with the date it was looked up. Only for "about this much" before a call and after it: the bill is
 * the provider's. Pure. To renew: look at `source`, change the lines and `checked`; tests/usage tells what was forgotten.
 */
import { locale, t } from '../../../i18n/t.ts'

export type Price = {
  /** US dollars for a million tokens. */
  input: number
  cached: number
  output: number
}

export type Tokens = { input: number; cachedInput?: number; output: number }

/** YYYY-MM-DD; read from announcements and lists that quote the source with that date at the latest. */
export const checked = '2026-11-05'
export const source = 'https://developers.openai.com/api/docs/pricing'
const staleAfterDays = 90

/** Standard tier, short context. Dated snapshots (`gpt-5-nano-2025-08-07`) cost what their family costs. */
const prices: Record<string, Price> = {
  'gpt-6-luna': { input: 0.1, cached: 0.01, output: 0.5 },
  'gpt-6-sol': { input: 2, cached: 0.2, output: 10 },
  'gpt-6-astra': { input: 10, cached: 1, output: 50 },
  'gpt-5.6-luna': { input: 0.2, cached: 0.02, output: 1.2 },
  'gpt-5.6-terra': { input: 2, cached: 0.2, output: 12 },
  'gpt-5.6-sol': { input: 4, cached: 0.4, output: 20 },
  'gpt-5.5': { input: 5, cached: 0.5, output: 30 },
  'gpt-5.4': { input: 2.5, cached: 0.25, output: 15 },
  'gpt-5.4-mini': { input: 0.75, cached: 0.075, output: 4.5 },
  'gpt-5.4-nano': { input: 0.2, cached: 0.02, output: 1.25 },
  'gpt-5.2': { input: 1.75, cached: 0.175, output: 14 },
  'gpt-5.1': { input: 1.25, cached: 0.125, output: 10 },
  'gpt-5': { input: 1.25, cached: 0.125, output: 10 },
  'gpt-5-mini': { input: 0.25, cached: 0.025, output: 2 },
  'gpt-5-nano': { input: 0.05, cached: 0.005, output: 0.4 },
  'gpt-4.1': { input: 2, cached: 0.5, output: 8 },
  'gpt-4.1-mini': { input: 0.4, cached: 0.1, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, cached: 0.025, output: 0.4 },
  'gpt-4o': { input: 2.5, cached: 1.25, output: 10 },
  'gpt-4o-mini': { input: 0.15, cached: 0.075, output: 0.6 },
}

export function priceOf(model: string): Price | undefined {
  return prices[family(model)]
}

const family = (model: string) => model.replace(/-\d{4}-\d{2}-\d{2}$/, '')

/**
 * One picture of 1024 × 1024 at low quality, and a million tokens of the words that ask for it. From the models' own pages
 * and lists that quote them, read on the same date.
 */
const pictures: Record<string, { each: number; input: number }> = {
  'gpt-image-1-mini': { each: 0.005, input: 2 },
  'gpt-image-2': { each: 0.006, input: 5 },
  'gpt-image-1.5': { each: 0.009, input: 5 },
  'gpt-image-1': { each: 0.011, input: 5 },
}

/** The most that one picture can cost, US dollars; undefined for a model whose price is not known. */
export function pictureCostAtMost(model: string, prompt: string): number | undefined {
  const price = pictures[family(model)]
  return price && price.each + ((prompt.length + 50) * price.input) / 1_000_000
}

/** Models that make pictures at a quality that can be chosen, the cheapest known first. */
export function pictureModels(ids: string[]): string[] {
  const cost = (id: string) => pictures[family(id)]?.each ?? Number.POSITIVE_INFINITY
  return ids
    .filter(id => /^(?:gpt|chatgpt)-image-/.test(id))
    .toSorted((a, b) => cost(a) - cost(b) || a.localeCompare(b))
}

export function isStale(now: number): boolean {
  return now - Date.parse(checked) > staleAfterDays * 86_400_000
}

/** US dollars. */
export function costOf(price: Price, { input, cachedInput = 0, output }: Tokens): number {
  const fresh = Math.max(0, input - cachedInput)
  return (fresh * price.input + cachedInput * price.cached + output * price.output) / 1_000_000
}

/** The most that a call can cost, US dollars: one token per character at worst, and every output token used. */
export function costAtMost(price: Price, prompt: string, maxOutputTokens: number): number {
  return costOf(price, { input: prompt.length + 50, output: maxOutputTokens })
}

/** "less than a cent", "$0.0004", "$1.20": never rounded down to nothing. */
export function dollars(amount: number): string {
  // What is left of sums of fractions is nothing.
  if (Math.abs(amount) < 1e-9) return inDollars(0, 0)
  // A credit.
  if (amount < 0) return `−${dollars(-amount)}`
  if (amount < 0.000_001) return t('less than {amount}', { amount: inDollars(0.000_001, 6) })
  return inDollars(amount, amount >= 1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(amount))))
}

const inDollars = (amount: number, digits: number): string =>
  new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount)

/** Models that answer in text, of those a key may use: known prices first, cheapest first, then the rest by name. */
export function textModels(ids: string[]): string[] {
  const other =
    /embed|whisper|tts|audio|realtime|image|dall-e|moderation|transcribe|search|codex|sora|davinci|babbage|instruct|-pro\b|guard|rerank|ocr/i
  const cost = (id: string) => {
    const price = priceOf(id)
    return price ? price.input + price.output : Number.POSITIVE_INFINITY
  }
  return ids.filter(id => !other.test(id)).toSorted((a, b) => cost(a) - cost(b) || a.localeCompare(b))
}
