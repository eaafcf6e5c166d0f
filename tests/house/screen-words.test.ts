/** What screens say: no retired word, and sentences that are read once. */
import { describe, expect, test } from 'vitest'
import { allSpoken } from '../i18n/catalogue.ts'
import { measure, retiredIn, sentencesIn, wordsIn } from './screen-words.ts'
import { surfaces, textsOf } from './surfaces.ts'

/** Where retired words still stand. A folder that was gone through is taken out; none comes in. */
const notYet = /^(?:guides|features\/guide\/(?:core|screen\/step-action))/

test('no screen says a retired word', () => {
  const said = allSpoken()
    .filter(([path]) => !notYet.test(path))
    .flatMap(([path, spoken]) =>
      textsOf(spoken)
        .flatMap(retiredIn)
        .map(line => `src/${path}: ${line}`),
    )
  expect(said).toEqual([])
})

test('the first pages a person meets have short sentences', () => {
  const { median, longest5, grade } = measure(surfaces().get('welcome') ?? [])
  expect(median).toBeLessThanOrEqual(12)
  expect(longest5).toBeLessThanOrEqual(22)
  expect(grade).toBeLessThanOrEqual(8)
})

describe('the measure', () => {
  test.each([
    ['Save the key to Keyway', 5],
    ['{count} keys of {name}', 4],
    ['sk-proj-… is a key.', 4],
    ['', 0],
  ])('counts the words of “%s”', (text, count) => {
    expect(wordsIn(text)).toHaveLength(count)
  })

  test('counts sentences, and takes a file’s name for a word', () => {
    expect(sentencesIn('Keyway writes .env. You restart. Done')).toHaveLength(3)
  })

  test('grows with longer words and sentences', () => {
    const easy = measure(['You open the key. It works.']).grade
    const hard = measure([
      'Organizational authentication configuration necessitates administrative authorization beforehand.',
    ]).grade
    expect(easy).toBeLessThan(5)
    expect(hard).toBeGreaterThan(20)
  })

  test.each([
    ['Mend this', 'fix'],
    ['Keyway proves the old one dead.', 'revoked'],
    ['Go on', 'Continue'],
    ['Nobody can open it.', 'you'],
  ])('“%s” is found', (text, instead) => {
    expect(retiredIn(text).join()).toContain(instead)
    expect(retiredIn('You can open it.')).toEqual([])
  })
})
