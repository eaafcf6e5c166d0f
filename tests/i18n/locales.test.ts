/** Words in other tongues: the mechanism. English in place is the source; a translation is complete or says what it lacks. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guides } from '../../src/guides/index.ts'
import { fillIn, textKey } from '../../src/i18n/text-key.ts'
import { translated } from '../../src/i18n/translate-guide.ts'
import { scopeProbes } from '../../src/providers/scopes.ts'
import {
  allSpoken,
  asMessages,
  type Catalogue,
  catalogue,
  faults,
  fromMessages,
  pseudo,
  spokenIn,
} from './catalogue.ts'

const english = catalogue()

describe('the catalogue', () => {
  it('holds the texts of the guides, of the interface and of the manifest', () => {
    expect(english.guide_create_key_title).toBe('Create an API key')
    expect(english.name).toContain('Keyway')
    expect(Object.keys(english).length).toBeGreaterThan(1000)
  })

  it('names every text as Chrome allows, and no two alike', () => {
    expect(Object.keys(english).filter(key => !/^\w+$/.test(key))).toEqual([])
    expect(textKey('Lock now')).not.toBe(textKey('Lock now.'))
  })

  it('reads texts from sources in any quotes, and not from comments', () => {
    const source = `t('It\\'s open') + t("a {n}", { n }) + t(\`b\`) + at('no') // t('no')
      plural({ one: 'One', other: "{count} of them" }, n)`
    expect(spokenIn(source)).toEqual({
      texts: ["It's open", 'a {n}', 'b'],
      plurals: [{ one: 'One', other: '{count} of them' }],
      wrong: [],
    })
  })

  it.each([
    't(text)',
    "t('a' + b)",
    "t(a ? 'b' : 'c')",
    'plural(forms, 3)',
    "plural({ one: a, other: 'b' }, 3)",
    "plural({ other: 'b' }, 3)",
    "plural({ one: 'a', few: 'c', other: 'b' }, 3)",
  ])('a text put together at run time has no key: %s', source => {
    expect(spokenIn(source).wrong).toEqual([source])
  })

  it('is read from literals only', () => {
    expect(
      allSpoken().flatMap(([path, { wrong }]) => wrong.map(what => `${path}: ${what} is no literal`)),
    ).toEqual([])
  })

  it('names its placeholders by what they stand for', () => {
    const meaningless = /^(?:.|value|of|link|strong|code|button|words|text|to[A-Z]\w*|\w*\d)$/
    const wrong = allSpoken().flatMap(([path, { texts, plurals }]) =>
      [...texts, ...plurals.flatMap(({ one, other }) => [one, other])].flatMap(text =>
        [...text.matchAll(/\{(\w+)\}/g)]
          .filter(([, name = '']) => meaningless.test(name))
          .map(([name]) => `${path}: ${name} in “${text}” tells a translator nothing`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('says no number in one form only', () => {
    // Abbreviations stay as they are in every number.
    const numbers = /\{(?:count|days|tries|minutes|hours)\} (?!min\b|h\b|s\b|ms\b)\p{L}/u
    expect(
      allSpoken().flatMap(([path, { texts }]) =>
        texts.filter(text => numbers.test(text)).map(text => `${path}: ${text}`),
      ),
    ).toEqual([])
  })
})

describe('a translation', () => {
  const whole = pseudo(english)

  it('holds dollars as Chrome wants them, and reads the same', () => {
    expect(asMessages({ price: 'from $5' })).toEqual({ price: { message: 'from $$5' } })
    expect(fromMessages(asMessages(whole))).toEqual(whole)
  })

  it('names every area of a restricted key', () => {
    const areas = Object.values(scopeProbes).map(probe => probe?.area ?? '')
    expect(areas.filter(area => english[textKey(area)] === undefined)).toEqual([])
  })

  it('that is whole has no faults', () => {
    expect(faults('ar', whole, english)).toEqual([])
  })

  it.each<[string, (texts: Catalogue) => Catalogue, RegExp]>([
    ['lacks a text', ({ name: _, ...rest }) => rest, /ar lacks “name”\. Translate: Keyway/],
    [
      'has one too many',
      texts => ({ ...texts, old_text: 'x' }),
      /has “old_text”, which nothing shows any more/,
    ],
    [
      'has another placeholder',
      texts => ({ ...texts, guide_create_key_receipt_0: '{lable}' }),
      /has the placeholders \{lable, the English has \{label \{lastFour\. Use the same/,
    ],
  ])('that %s is told so in a sentence', (_, spoil, sentence) => {
    expect(faults('ar', spoil(whole), english).join('\n')).toMatch(sentence)
  })

  it('in the package is whole', () => {
    const locales = readdirSync('public/_locales').filter(name => name !== 'en')
    for (const locale of locales) {
      const messages: Record<string, { message: string }> = JSON.parse(
        readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'),
      )
      expect(faults(locale, fromMessages(messages), english)).toEqual([])
    }
  })
})

describe('a guide in another tongue', () => {
  it('has every text of it, and the page’s own words untouched', () => {
    const words = pseudo(english)
    for (const guide of guides) {
      const other = translated(guide, key => words[key])
      expect(other.title).toMatch(/^⟦.*⟧$/)
      for (const step of other.steps)
        for (const text of Object.values(step.words)) expect(text).toMatch(/^⟦.*⟧$/s)
    }
    const open = guides
      .filter(({ id }) => id === 'create-key')
      .map(guide => translated(guide, key => words[key]))
    expect(JSON.stringify(open)).toContain('“Create new secret key”')
  })

  it('falls back to English where a text is missing', () => {
    const guide = guides[0]
    expect(guide && translated(guide, () => undefined)).toEqual(guide)
  })
})

it('fills placeholders, and leaves one without a value to be seen', () => {
  expect(fillIn('{n} keys, {m} more', { n: 3 })).toBe('3 keys, {m} more')
})
