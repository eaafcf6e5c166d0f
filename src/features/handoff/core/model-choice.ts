/** Which of a key's models is for what, and what the same call costs in other ways: from the price table. Pure. */
import { t } from '../../../i18n/t.ts'
import { costOf, dollars, pictureModels, priceOf, type Tokens, textModels } from '../../usage/core/prices.ts'

export type ModelChoice = { what: string; model: string; price?: string }

/** @param ids what the key may use, as the provider names it. What it may not use, or what has no known price, is not offered. */
export function modelChoices(ids: string[]): ModelChoice[] {
  const priced = textModels(ids).flatMap(model => {
    const price = priceOf(model)
    return price ? [{ model, price }] : []
  })
  // Sorted by price already.
  const cheapest = priced[0]
  const dearest = priced.at(-1)
  const inWords = ({ input, output }: { input: number; output: number }) =>
    t('{input} in, {output} out for a million tokens', { input: dollars(input), output: dollars(output) })
  const picture = pictureModels(ids)[0]
  const hearing = ids.find(id => /transcribe|whisper/.test(id))
  const speaking = ids.find(id => /(?:^|-)tts(?:-|$)/.test(id))
  return [
    ...(cheapest
      ? [{ what: t('Much, quickly, cheaply'), model: cheapest.model, price: inWords(cheapest.price) }]
      : []),
    ...(dearest && dearest !== cheapest
      ? [{ what: t('Hard questions, long texts'), model: dearest.model, price: inWords(dearest.price) }]
      : []),
    ...(picture === undefined ? [] : [{ what: t('Pictures'), model: picture }]),
    ...(hearing === undefined ? [] : [{ what: t('From speech to text'), model: hearing }]),
    ...(speaking === undefined ? [] : [{ what: t('From text to speech'), model: speaking }]),
  ]
}

export type Saving = { what: string; cost: string }

/** Shorter prompts are not cached: https://developers.openai.com/api/docs/guides/prompt-caching (read 21 November 2026). */
const shortestCached = 1024

/** What this very call would have cost: the batch is half the price, cached input as the table has it, and a cheaper model. */
export function savings(model: string, tokens: Tokens, ids: string[]): Saving[] {
  const price = priceOf(model)
  if (!price) return []
  const now = costOf(price, tokens)
  const cached = costOf(price, { ...tokens, cachedInput: tokens.input })
  const cheaper = textModels(ids)
    .flatMap(id => {
      const other = priceOf(id)
      return other ? [{ id, cost: costOf(other, tokens) }] : []
    })
    .toSorted((a, b) => a.cost - b.cost)[0]
  return [
    { what: t('In a batch, within a day'), cost: dollars(now / 2) },
    ...(tokens.input >= shortestCached
      ? [{ what: t('With its beginning cached'), cost: dollars(cached) }]
      : []),
    ...(cheaper && cheaper.cost < now
      ? [{ what: t('With {model}', { model: cheaper.id }), cost: dollars(cheaper.cost) }]
      : []),
  ]
}
