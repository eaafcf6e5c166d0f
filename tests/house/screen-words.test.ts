/** What screens say: no retired word, and sentences that are read once. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allSpoken, catalogue } from '../i18n/catalogue.ts'
import { curly, curlyProse, documentsIn, straightIn } from './quotes.ts'
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

test('apostrophes and quotes are curly, on every screen and in every document', () => {
  const documents = documentsIn('.')
  expect(documents.length).toBeGreaterThan(20)
  expect([
    ...Object.entries(catalogue()).flatMap(([key, text]) => straightIn(key, text)),
    ...documents.flatMap(path => straightIn(path, readFileSync(path, 'utf8'), curlyProse)),
  ]).toEqual([])
})

test.each([
  ["today's prices", 'today’s prices'],
  ['the keys\' owner said "no".', 'the keys’ owner said “no”.'],
  ['Type ", % or !: {"a"}, 5" wide', 'Type ", % or !: {“a”}, 5” wide'],
])('%s', (text, better) => {
  expect(curly(text)).toBe(better)
  expect(straightIn('here', text)).toHaveLength(1)
  expect(straightIn('here', better)).toEqual([])
})

test('what is code in a document stays as it is', () => {
  const code = '`it\'s "so"`, <a title="x">, [x](y "z")\n```sh\necho "it\'s"\n```'
  expect(curlyProse(`${code} It's`)).toBe(`${code} It’s`)
})

test('every table has a name, by which a screen reader lists it', () => {
  const tables = allSpoken().flatMap(([path]) =>
    [...readFileSync(`src/${path}`, 'utf8').matchAll(/<table\b[^>]*>\s*(?:<caption)?/g)].map(
      ([tag]) => `${path}: ${tag}`,
    ),
  )
  expect(tables.length).toBeGreaterThan(4)
  expect(tables.filter(tag => !/aria-label=|<caption$/.test(tag))).toEqual([])
})

test('the first pages a person meets have short sentences', { tags: 'slow' }, () => {
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
