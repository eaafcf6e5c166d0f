/** What models cost, in a sentence: computed from the price table when the package is built, so no figure is typed twice. */
import { costOf, priceOf, checked as pricesOf } from '../features/usage/core/prices.ts'

export { pricesOf }

/** A small, a middle and a large model of today. */
export const cheapest = 'gpt-6-luna'
const middle = 'gpt-6-sol'
export const dearest = 'gpt-6-astra'

/** English words for one token, as OpenAI counts them: https://help.openai.com/en/articles/4936856 (2026-11-21). */
const wordsPerToken = 0.75
const million = 1_000_000

function known(model: string) {
  const price = priceOf(model)
  if (price === undefined) throw new Error(`The price table has no line for ${model}.`)
  return price
}

/** US dollars for a million tokens that a model writes. */
const outputPrice = (model: string): number => costOf(known(model), { input: 0, output: million })

/** 7,500,000 -> "7.5 million", 75,000 -> "75,000". */
const inWords = (count: number): string =>
  count >= million
    ? `${Number((count / million).toPrecision(2))} million`
    : new Intl.NumberFormat('en').format(Number(count.toPrecision(2)))

/** 'about 7.5 million with gpt-6-luna, 380,000 with gpt-6-sol, 75,000 with gpt-6-astra'. */
export const whatBuys = (dollars: number): string =>
  `about ${[cheapest, middle, dearest]
    .map(model => `${inWords((dollars / outputPrice(model)) * million * wordsPerToken)} with ${model}`)
    .join(', ')}`

/** How many times as much the dearest costs as the cheapest, for what they write. */
export const timesDearer = Math.round(outputPrice(dearest) / outputPrice(cheapest))

/** What is left of the price of input that the model has seen a moment ago: "10%". */
export const cachedShare = `${Math.round((known(cheapest).cached / known(cheapest).input) * 100)}%`

/** '$0.50 for a million tokens written by gpt-6-luna, $10 by gpt-6-sol, $50 by gpt-6-astra'. */
export const pricesInWords: string = [cheapest, middle, dearest]
  .map((model, at) => {
    const price = outputPrice(model)
    const amount = Number.isInteger(price) ? `$${price}` : `$${price.toFixed(2)}`
    return at === 0 ? `${amount} for a million tokens written by ${model}` : `${amount} by ${model}`
  })
  .join(', ')
