/** Sentences with a number, in languages that count otherwise than English does: made-up catalogues, the real rules. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fillIn, formKey } from '../../src/i18n/text-key.ts'
import { faults } from './catalogue.ts'

const forms = { one: 'One key in “{vault}”', other: '{count} keys in “{vault}”' }
const key = (category: Intl.LDMLPluralRule) => formKey(forms, category)

async function speaking(messages: Record<string, string>) {
  vi.resetModules()
  vi.stubGlobal('chrome', { i18n: { getMessage: (name: string) => messages[name] ?? '' } })
  const { plural } = await import('../../src/i18n/t.ts')
  return (count: number) => plural(forms, count, { vault: 'V' })
}

const said = (language: string, texts: Partial<Record<Intl.LDMLPluralRule, string>>) =>
  speaking({
    language,
    ...Object.fromEntries(
      Object.entries(texts).map(([category, text]) => [key(category as Intl.LDMLPluralRule), text]),
    ),
  })

afterEach(() => vi.unstubAllGlobals())

describe('a number of keys', () => {
  it.each<[string, Partial<Record<Intl.LDMLPluralRule, string>>, [number, string][]]>([
    [
      'en',
      {},
      [
        [0, '0 keys in “V”'],
        [1, 'One key in “V”'],
        [2, '2 keys in “V”'],
        [1.5, '1.5 keys in “V”'],
        [21, '21 keys in “V”'],
        [12_345, '12,345 keys in “V”'],
      ],
    ],
    [
      'pl',
      {
        one: 'Jeden klucz w „{vault}”',
        few: '{count} klucze w „{vault}”',
        many: '{count} kluczy w „{vault}”',
        other: '{count} klucza w „{vault}”',
      },
      [
        [1, 'Jeden klucz w „V”'],
        [2, '2 klucze w „V”'],
        [5, '5 kluczy w „V”'],
        [12, '12 kluczy w „V”'],
        [22, '22 klucze w „V”'],
        [1.5, '1,5 klucza w „V”'],
      ],
    ],
    [
      'ru',
      { one: '{count} ключ', few: '{count} ключа', many: '{count} ключей', other: '{count} ключа' },
      [
        [1, '1 ключ'],
        [3, '3 ключа'],
        [11, '11 ключей'],
        [21, '21 ключ'],
        [104, '104 ключа'],
      ],
    ],
    [
      'ar',
      {
        zero: 'لا مفاتيح',
        one: 'مفتاح واحد',
        two: 'مفتاحان',
        few: '{count} مفاتيح',
        many: '{count} مفتاحًا',
        other: '{count} مفتاح',
      },
      [
        [0, 'لا مفاتيح'],
        [1, 'مفتاح واحد'],
        [2, 'مفتاحان'],
        [7, '7 مفاتيح'],
        [40, '40 مفتاحًا'],
        [100, '100 مفتاح'],
      ],
    ],
    [
      'ja',
      { other: '鍵{count}個' },
      [
        [1, '鍵1個'],
        [3, '鍵3個'],
      ],
    ],
  ])('in %s', async (language, texts, numbers) => {
    const say = await said(language, texts)
    expect(numbers.map(([count]) => [count, say(count)])).toEqual(numbers)
  })

  it('falls back to the language’s form for any number, then to English by English rules', async () => {
    const half = await said('ru', { other: '{count} ключа' })
    expect([half(1), half(5)]).toEqual(['1 ключа', '5 ключа'])
    const none = await said('ru', {})
    expect([none(1), none(21)]).toEqual(['One key in “V”', '21 keys in “V”'])
  })
})

describe('a translation of such a sentence', () => {
  const english = { [key('one')]: forms.one, [key('other')]: forms.other }
  const all = (locale: string, text: string) =>
    Object.fromEntries(
      new Intl.PluralRules(locale).resolvedOptions().pluralCategories.map(category => [key(category), text]),
    )

  it.each(['pl', 'ru', 'ar', 'ja', 'fr', 'en'])('in %s is whole with the forms of that language', locale => {
    expect(faults(locale, all(locale, '{count} x “{vault}”'), english)).toEqual([])
  })

  it.each<[string, string, Record<string, string>, RegExp]>([
    [
      'pl',
      'lacks a form',
      { [key('one')]: '{vault}', [key('other')]: '{count} {vault}' },
      /pl lacks “ui_.*_few”/,
    ],
    [
      'ja',
      'has a form too many',
      { [key('one')]: '{count} {vault}', [key('other')]: '{count} {vault}' },
      /ja has “ui_.*_one”, which nothing shows/,
    ],
    [
      'ru',
      'leaves the number out where it may be 21',
      { ...all('ru', '{count} {vault}'), [key('one')]: 'x {vault}' },
      /“ui_.*_one” has the placeholders \{vault, the English has \{count \{vault/,
    ],
    [
      'ar',
      'leaves out another placeholder',
      { ...all('ar', '{count} {vault}'), [key('two')]: 'x' },
      /“ui_.*_two” has the placeholders none/,
    ],
  ])('in %s that %s is told so', (locale, _, texts, sentence) => {
    expect(faults(locale, texts, english).join('\n')).toMatch(sentence)
  })

  it('may leave the number out where it is always the same', () => {
    expect(faults('pl', { ...all('pl', '{count} {vault}'), [key('one')]: 'Jeden {vault}' }, english)).toEqual(
      [],
    )
  })
})

it.each(['بوت', 'מפתח (2)', 'Bot'])(
  'a name that runs from right to left stays apart from the figures beside it: %s',
  name => {
    const isolated = name === 'Bot' ? name : `\u2068${name}\u2069`
    expect(fillIn('{name}: {count} keys', { name, count: 13 })).toBe(`${isolated}: 13 keys`)
  },
)
