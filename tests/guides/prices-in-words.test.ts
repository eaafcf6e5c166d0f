/** Figures in guides are those of the price table, whatever it says. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { priceOf } from '../../src/features/usage/core/prices.ts'
import { guides } from '../../src/guides/index.ts'
import { cheapest, dearest, pricesInWords, timesDearer, whatBuys } from '../../src/guides/prices-in-words.ts'

const outputOf = (model: string) => priceOf(model)?.output ?? Number.NaN

test('what $5 buys is the price turned round', () => {
  const text = whatBuys(5)
  for (const [, count = '', unit, model = ''] of text.matchAll(/([\d.,]+)( million)? with ([\w.-]*\w)/g)) {
    const words = Number(count.replaceAll(',', '')) * (unit ? 1_000_000 : 1)
    const exact = (5 / outputOf(model)) * 1_000_000 * 0.75
    expect(Math.abs(words - exact) / exact, model).toBeLessThan(0.05)
  }
  expect(text.match(/ with /g)).toHaveLength(3)
})

test('prices and how they differ are those of the table', () => {
  expect(timesDearer).toBe(Math.round(outputOf(dearest) / outputOf(cheapest)))
  for (const [, price = '', model = ''] of pricesInWords.matchAll(
    /\$([\d.]+)(?: for a million tokens written)? by ([\w.-]*\w)/g,
  ))
    expect(Number(price), model).toBe(outputOf(model))
})

test('no guide types the name of a model with its price: it would grow old', () => {
  const typed = readdirSync('src/guides')
    .filter(name => name !== 'prices-in-words.ts')
    .flatMap(name => readFileSync(`src/guides/${name}`, 'utf8').split('\n'))
    .filter(line => /\$\d/.test(line) && /gpt-|token/i.test(line))
  expect(typed).toEqual([])
})

test('no link leads to documentation that has moved', () => {
  const links = guides.flatMap(({ steps, detours }) =>
    [...steps, ...detours].flatMap(({ link }) => (link ? [link.url] : [])),
  )
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter(url => /platform\.openai\.com\/docs/.test(url))).toEqual([])
  expect(links.filter(url => !url.startsWith('https://'))).toEqual([])
})
