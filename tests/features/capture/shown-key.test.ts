/** What a page answers when it is asked for its key: one key is taken, of several the person chooses, and nothing else is believed. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readShown } from '../../../src/features/capture/worker/shown-key.ts'
import { mask } from '../../../src/features/copy/core/mask.ts'
import { recognise } from '../../../src/providers/index.ts'
import type { Recognised } from '../../../src/providers/verdict.ts'

/** As random as a real one. */
const keyOf = (n: number | string): string => {
  const letters = createHash('sha512').update(`${n}`).digest('hex').repeat(2)
  return `sk-proj-${letters.slice(0, 74)}T3BlbkFJ${letters.slice(80, 154)}`
}
const now = Date.UTC(2026, 10, 22)
const read = (answer: unknown, choice?: string) => readShown(answer, recognise, now, choice)
/** Takes everything for a key of its own. */
const trusting = (text: string): Recognised => ({ ...recognise(keyOf(1)), key: text })
const codeOf = (answer: unknown, choice?: string) => {
  const shown = read(answer, choice)
  return 'code' in shown ? shown.code : undefined
}
const [one, two] = [keyOf(1), keyOf(2)]
const masked = 'sk-proj-...abcd'
const foreign = `sk-ant-api03-${'a1B2'.repeat(23)}aAA`

describe('why there is none', () => {
  it.each<[string, unknown, string]>([
    ['no answer', undefined, 'nothing_shown'],
    ['no key', {}, 'nothing_shown'],
    ['a key of another provider', { key: foreign }, 'nothing_shown'],
    ['a shortened key', { key: masked }, 'masked'],
    ['only the beginning of a key', { key: 'sk-proj-' }, 'masked'],
    ['a key in quotes', { key: `"${one}"` }, 'nothing_shown'],
    ['of several, one with a blank in front', { keys: [` ${one}`] }, 'nothing_shown'],
    ['a shortened key among others', { keys: [foreign, masked], hidden: true }, 'masked'],
    ['one that is not in sight', { hidden: true }, 'out_of_sight'],
    ['another provider’s in sight, and one that is not', { key: foreign, hidden: true }, 'out_of_sight'],
    ['a word where the page says only yes', { hidden: 'true' }, 'nothing_shown'],
    ['a key with a blank in front', { key: ` ${one}` }, 'nothing_shown'],
    [
      'a key with a control character in it',
      { key: `${one.slice(0, 9)}\u200b${one.slice(9)}` },
      'nothing_shown',
    ],
    ['what is no text', { keys: [5, null, {}] }, 'nothing_shown'],
  ])('%s', (_, answer, code) => {
    expect(codeOf(answer)).toBe(code)
  })
})

describe('of several', () => {
  it('the person chooses, by what is shown of them; the keys stay out of the question', () => {
    expect(read({ keys: [one, two, one] })).toEqual({ masks: [mask(one), mask(two)] })
    // One that is the only one left all the same was not the only one there.
    expect(read({ keys: [one] })).toEqual({ masks: [mask(one)] })
  })

  it('the chosen one is taken', () => {
    expect(read({ keys: [one, two] }, mask(two))).toMatchObject({ key: two })
    expect(read({ key: two }, mask(two))).toMatchObject({ key: two })
  })

  it('none is taken where the chosen one is no longer there, or another looks like it', () => {
    expect(codeOf({ keys: [one] }, mask(two))).toBe('gone')
    expect(codeOf({ key: one }, mask(two))).toBe('gone')
    const alike = `${two.slice(0, -8)}zzzz${two.slice(-4)}`
    expect(mask(alike)).toBe(mask(two))
    expect(codeOf({ keys: [two, alike] }, mask(two))).toBe('gone')
  })

  it('up to eight are read; of more than eight none is', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => keyOf(`n${at}`))
    const shown = read({ keys: many(8) })
    expect('masks' in shown && shown.masks).toHaveLength(8)
    expect(codeOf({ keys: many(9) })).toBe('nothing_shown')
  })
})

describe('what is read with it', () => {
  it('is cut to size and without what hides or breaks', () => {
    const said = { key: one, name: `a\u202e\nb${'c'.repeat(300)}`, project: 'p'.repeat(201), expires: 5 }
    expect(read(said)).toMatchObject({ name: `a b${'c'.repeat(196)}`, project: 'p'.repeat(200) })
    expect(read(said)).toHaveProperty('expiresAt', undefined)
    expect(read({ key: one, name: ' ', project: '\u0000' })).toEqual({ key: one, kind: 'project' })
    // What stands behind the cut is not looked at, whatever becomes of what stands before it.
    expect(read({ key: one, name: `${'\u0000'.repeat(200)}a` })).toHaveProperty('name', undefined)
    const date = (at: number) => ({ key: one, expires: '2026-12-24'.padStart(at, ' ') })
    expect(read(date(100))).toHaveProperty('expiresAt', Date.parse('2026-12-24'))
    expect(read(date(101))).not.toMatchObject({ expiresAt: Date.parse('2026-12-24') })
  })

  it('a text longer than any key is not read, and not cut either', () => {
    const long = 'k'.repeat(1000)
    expect(readShown({ key: long }, trusting, now)).toMatchObject({ key: long })
    expect(readShown({ key: `${long}k` }, trusting, now)).toMatchObject({ code: 'nothing_shown' })
    expect(readShown({ keys: [long, `${long}z`] }, trusting, now)).toEqual({ masks: [mask(long)] })
  })
})
