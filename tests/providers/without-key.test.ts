/** What counts as a part of the key in an answer, and what does not: each part by itself, and each that is one letter too short. */
import { expect, test } from 'vitest'
import { withoutKey } from '../../src/providers/answers/without-key.ts'

const secret = 'sk-proj-a1B2c3D4organizationE5f6G7h8J9k0_L1m2-N3p4Q5r6S7t8U9v0'
const clean = withoutKey(secret)
const letters = (text: string) => text.replace(/[^a-z\d]/gi, '')
const slices = (text: string, length: number) =>
  Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length))
const couldBeWord = (text: string) => !/\d|[a-z][A-Z]/.test(text)
const backwards = (text: string) => [...text].reverse().join('')
const written = [
  letters(secret),
  letters(backwards(secret)),
  ...['', 'a', 'ab'].map(before => letters(btoa(before + secret).slice(4))),
]

test('eight letters or digits of the key in a row go, also where they are the whole text; seven stay', () => {
  for (const way of written) {
    for (const part of slices(way, 8).filter(part => !couldBeWord(part))) {
      expect(clean(part), part).toBe('[hidden]')
      // In a sentence, which is looked through in steps: wherever the part stands in one.
      for (const before of ['', 'x', 'x x', 'x x x'])
        expect(clean(`${before} ${part}.`), part).not.toContain(part)
    }
    for (const part of slices(way, 7)) expect(clean(part), part).toBe(part)
  }
})

test('what could be a word stays, and so does what every key begins with', () => {
  for (const text of [
    'organization',
    'The organization is closed.',
    'sk-proj-',
    btoa('sk-proj-').slice(0, 8),
  ])
    expect(clean(text)).toBe(text)
})

test('a key of which every part could be a word takes nothing out', () => {
  expect(withoutKey('organization')('The organization is closed.')).toBe('The organization is closed.')
})

test('two parts beside one another, of which neither is in the key as it stands, stay', () => {
  const text = 'a1B2 and D4or'
  expect(clean(text)).toBe(text)
})

test.each(['/', ':', '@', '[', '`', '{', '.', '-', ' ', '|'])(
  'nothing is left of an answer that holds the key in pieces, with “%s” between them',
  between => {
    for (const size of [1, 2, 3, 7])
      expect(clean((secret.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between))).not.toMatch(/[aA]1/)
  },
)

test.each<[string, (piece: string) => string]>([
  ['names of signs', piece => `&${piece};`],
  ['marks of a page', piece => `<${piece}>`],
  ['numbers of letters', piece => `%${piece}`],
  ['lines’ ends', piece => `\\n${piece}`],
])('nothing is left of an answer that holds the key in pieces that look like %s', (_, dress) => {
  for (const size of [3, 4])
    expect(
      clean((letters(secret).match(new RegExp(`.{1,${size}}`, 'g')) ?? []).map(dress).join('')),
    ).not.toMatch(/[aA]1/)
})

test('eight letters of which the first two look like the number of a letter go', () => {
  expect(clean('It is %a1B2c3D4 now.')).toBe('It is %[hidden] now.')
})

test('what stands before a letter n may be two strokes, and the letter the key’s', () => {
  expect(clean('L1m2\\\\N3p4')).toBe('')
})

test('beside a part of the key words stay that hold none', () => {
  expect(clean('The organization of a1B2c3D4 is unreachable.')).toBe(
    'The organization of [hidden] is unreachable.',
  )
})
