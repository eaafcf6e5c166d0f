/** What counts as the same wording, and what must never. */

import { describe, expect, it } from 'vitest'
import { discreet, fold, phraseOf, sameWords, squeeze } from '../../src/locator/words.ts'

describe('the same to a person', () => {
  const same: [string, string][] = [
    ['+ Create new secret key', 'Create new secret key'],
    ['API Keys', 'API keys'],
    ['I’ll buy credits later', "I'll buy credits later"],
    ['Loading projects...', 'Loading projects…'],
    ['  Create \n new\tsecret key ', 'Create new secret key'],
    ['Name:', 'Name'],
    ['Email *', 'Email'],
    ['U.S.', 'US'],
    ['Sign­up', 'Signup'],
    ['ＡＰＩ keys', 'API keys'],
    ['Read‑only', 'Read-only'],
  ]
  for (const [a, b] of same)
    it(`“${a}” and “${b}”`, () => {
      expect(squeeze(a)).toBe(squeeze(b))
      expect(sameWords(phraseOf(a), phraseOf(b))).toBe(1)
    })
})

describe('near, but another thing', () => {
  const other: [string, string][] = [
    ['Create secret key', 'Create new secret key'],
    ['Create new secret key', 'Create secret key'],
    ['Create new admin key', 'Create new secret key'],
    ['Auto recharge is on', 'Auto recharge is off'],
    ['Delete project', 'Delete'],
    ['', 'Delete'],
  ]
  for (const [a, b] of other)
    it(`“${a}” is not “${b}”`, () => expect(sameWords(phraseOf(a), phraseOf(b))).toBeLessThan(0.78))
})

it('lets a number or a badge be added', () => {
  expect(sameWords(phraseOf('Notifications 3'), phraseOf('Notifications'))).toBe(0.9)
  expect(sameWords(phraseOf('Name Optional'), phraseOf('Name'))).toBe(0.9)
  expect(sameWords(phraseOf('Create a new secret key'), phraseOf('Create new secret key'))).toBe(0.96)
})

it('keeps nothing that may open a door or name a person', () => {
  for (const secret of ['sk-proj-abcdefgh12345678', 'ada@example.org', '4242 4242 4242 4242', 'a'.repeat(40)])
    expect(discreet(`before ${secret} after`)).not.toContain(secret)
  expect(discreet('Create new secret key')).toBe('Create new secret key')
})

it('never ends with nothing', () => {
  expect(fold('+')).toBe('+')
  expect(squeeze('…')).not.toBe('')
})
