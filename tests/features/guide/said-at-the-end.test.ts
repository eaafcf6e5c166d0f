/**
 * The end of a guide says as a fact only what was seen, whatever a person and a page did before; `npm run soak claims` strolls longer.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardOf } from '../../../src/features/guide/core/card/card-content.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import type { ElementFact, PageFacts } from '../../../src/features/guide/core/tour.ts'
import { guides } from '../../../src/guides/index.ts'
import { runs } from '../../runs.ts'
import { found, missing, page, walk } from './guide-world.ts'
import { stroll, strolls, witnesses, witnessOf } from './said-at-the-end.ts'

const seed = Number(process.env.SEED ?? 20_261_122)
const said = new Map<string, number>()

test('of every sentence it is written down what it stands on', () => {
  expect(Object.keys(witnesses).sort()).toEqual(guides.map(({ id }) => id).sort())
  for (const { id, receipt } of guides)
    for (const { label } of receipt) expect(witnessOf(id, label), `${id}: ${label}`).toBeDefined()
})

describe('by chance', () => {
  test.each(guides.map(guide => [guide.id, guide] as const))('%s says no more than was seen', (_, guide) => {
    for (const turns of fc.sample(strolls, { numRuns: runs(8), seed }))
      expect(stroll(guide, turns, said)).toBeUndefined()
  })

  test('and says something: what is never said cannot be false', () => {
    expect(said.size).toBeGreaterThan(guides.length * 2)
  })
})

describe('what is not said', () => {
  const limitsPage = 'https://platform.openai.com/settings/organization/limits'
  const guideOf = (id: string) => guides.find(one => one.id === id) ?? expect.fail(id)
  const on: ElementFact = { status: 'found', checked: true }
  const off: ElementFact = { status: 'found', checked: false }
  const form = (hard: ElementFact): PageFacts =>
    page({
      url: limitsPage,
      dialogs: ['Edit spend limit'],
      elements: { edit: found, amount: { status: 'found', filled: true }, hard, save: found },
    })
  const left = (patch: Partial<PageFacts>): PageFacts =>
    page({
      url: limitsPage,
      elements: {
        edit: found,
        amount: missing,
        hard: missing,
        save: missing,
        hardApart: missing,
        alert: missing,
      },
      ...patch,
    })

  const pressed = (facts: PageFacts): PageFacts => ({ ...facts, pressed: 'save' })

  function limited(...shown: PageFacts[]) {
    const person = walk(guideOf('limit-spending'))
    person.shows(left({}))
    person.shows(form(off))
    person.says({ act: 'done' })
    for (const facts of shown) person.shows(facts)
    return person
  }

  test('a hard limit, of a switch that was turned back before the form was saved', () => {
    const kept = limited(form(on), pressed(form(on)), left({ pressed: 'save' })).view()
    expect([kept.kind, kept.words.do]).toEqual(['receipt', 'Your API spending has a hard limit.'])
    const back = limited(form(on), pressed(form(off)), left({ pressed: 'save' })).view()
    expect([back.kind, back.title]).toEqual(['receipt', 'The end, not verified'])
  })

  test('nothing is looked for that the page does not have, once the form was sent', () => {
    const url = limitsPage
    const open = page({
      url,
      form: 'open',
      elements: { amount: { status: 'found', filled: true }, hard: on },
    })
    const view = limited(pressed(open), left({ form: 'sent', pressed: 'save' }), left({})).view()
    expect([view.kind, view.step]).toEqual(['receipt', 'receipt'])
  })

  test('a hard limit, of a form that was given up', () => {
    const view = limited(form(on), left({ form: 'closed' })).view()
    expect([view.kind, view.step]).toEqual(['step', 'edit'])
  })

  test.each<[string, PageFacts[]]>([
    ['of a form that shows its next part', [left({ form: 'open', pressed: 'form-next' })]],
    ['of a form that has no field in its last part', [left({ form: 'sent', pressed: 'form-next' })]],
    ['of a page that was loaded anew', [left({})]],
    ['of a page that was left', [left({ url: 'https://platform.openai.com/usage' })]],
    ['of a form that went by a button that nobody knows', [left({ form: 'sent', pressed: 'other' })]],
    [
      'of a page that was loaded anew while it was sent',
      [pressed(form(on)), { ...left({}), url: `${limitsPage}?again` }],
    ],
  ])('a hard limit, %s', (_, pages) => {
    const person = limited(form(on), ...pages)
    expect(person.view().kind).toBe('step')
    // Not by a word either.
    for (let turn = 0; turn < 9 && person.view().kind === 'step'; turn++) person.says({ act: 'done' })
    expect(person.view().words.do).not.toBe('Your API spending has a hard limit.')
  })

  test.each<[string, PageFacts]>([
    ['the page says that it failed', left({ form: 'closed', formAfter: 'edit' })],
    ['the form is there again, and nobody opened it', { ...form(on), pressed: 'save', formAfter: 'edit' }],
  ])('a hard limit, once %s', (_, then) => {
    const sent = left({ form: 'sent', formAfter: 'edit', pressed: 'save' })
    const person = limited(form(on), pressed(form(on)), sent)
    expect(person.view().words.do).toBe('Your API spending has a hard limit.')
    const view = person.shows(then)
    expect([view.kind, view.title]).toEqual(['receipt', 'The end, not verified'])
  })

  test('a hard limit, while the page may still say that it failed: not by a word either', () => {
    const sent = left({ form: 'sent', formAfter: 'edit', pressed: 'save', settled: false })
    const person = limited(form(on), pressed(form(on)), sent)
    const view = person.view()
    expect([view.kind, view.step, view.state]).toEqual(['step', 'save', 'waiting'])
    expect(cardOf(view, { ...cardWords, direction: 'ltr' }).note).toBe(cardWords.sent)
    const quiet = limited(form(on), pressed(form(on)), sent, { ...sent, settled: true }).view()
    expect(quiet.words.do).toBe('Your API spending has a hard limit.')
    person.says({ act: 'done' })
    expect(person.view()).toMatchObject({ kind: 'step', step: 'save' })
    expect(person.shows({ ...sent, settled: true }).words.do).toBe('Your API spending has a hard limit.')
    const failed = limited(form(on), pressed(form(on)), sent)
    failed.says({ act: 'done' })
    expect(failed.shows({ ...sent, form: 'closed', settled: true })).toMatchObject({ kind: 'step', n: 1 })
  })

  test('that the form was not saved, because the person opens it again', () => {
    const sent = left({ form: 'sent', formAfter: 'edit', pressed: 'save' })
    const person = limited(form(on), pressed(form(on)), sent)
    const view = person.shows({ ...form(on), form: 'open', pressed: 'edit', formAfter: 'edit' })
    expect(view.words.do).toBe('Your API spending has a hard limit.')
  })

  test('that two-factor sign-in is on, because the person went into the field for the code', () => {
    const person = walk(guideOf('secure-account'))
    const code = { code: found, disable: missing, enable: missing }
    person.shows(page({ elements: code }))
    person.says({ act: 'done' })
    person.shows(page({ elements: code, pressed: 'code' }))
    for (let turn = 0; turn < 5 && person.view().kind === 'step'; turn++) person.says({ act: 'done' })
    expect(person.view().title).toBe('The end, not verified')
  })

  test.each([
    ['nobody asked the key', undefined, false],
    ['it may more than was chosen', { lacks: [], beyond: ['Files (write)'] }, false],
    ['it was asked, and fits', { lacks: [], beyond: [] }, true],
  ])('what a restricted key may do, where %s', (_, rights, isSaid) => {
    const guide = guideOf('restrict-key')
    const person = walk(guide)
    person.says({ act: 'choose', option: 'chat' })
    person.knows({ made: { saved: true, label: 'Bot', ...(rights && { rights }) } })
    for (let turn = 0; turn < 20; turn++) person.says({ act: 'done' })
    expect(person.view().kind).toBe('receipt')
    expect(person.view().words.do === guide.summary).toBe(isSaid)
  })

  test('that a key works again, once it is refused', () => {
    const person = walk(guideOf('fix-not-working'), { subjectId: 'k1', cause: 'invalid_key' })
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', at: 1e12 } as const
    person.knows({ subject: { saved: true, label: 'Bot', lastFour: 'abcd', verdict } })
    for (let turn = 0; turn < 20; turn++) person.says({ act: 'done' })
    expect(person.view().receipt?.map(({ label }) => label)).toContain('Works again')
    person.knows({
      subject: { saved: true, label: 'Bot', lastFour: 'abcd', verdict: { ...verdict, key: 'rejected' } },
    })
    expect(person.view().receipt?.map(({ label }) => label)).not.toContain('Works again')
  })
})
