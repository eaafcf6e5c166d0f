/** What the card says and offers when Keyway is not certain, and that there is always a press that leads on. */
import { expect, test } from 'vitest'
import { cardOf } from '../../../src/features/guide/core/card/card-content.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import type { ElementFact, TourView } from '../../../src/features/guide/core/tour.ts'
import { type InDoubt, withDoubt } from '../../../src/features/guide/page/with-doubt.ts'
import { guides } from '../../../src/guides/index.ts'
import type { CardContent } from '../../../src/overlay/card.ts'
import { found, missing, page, small, walk } from './guide-world.ts'

const says = { ...cardWords, direction: 'ltr' as const }

const at = (opener: ElementFact) => {
  const person = walk(small)
  return person.shows(page({ elements: { opener } }))
}
/** The worker's card, with what the page's side adds. */
const shown = (view: TourView, doubt?: InDoubt, answer?: string) =>
  withDoubt(cardOf(view, says), says.none, answer, doubt)
const buttons = (card: CardContent, isMore = false) =>
  card.buttons.filter(one => (one.isMore ?? false) === isMore).map(({ act, label }) => `${act}: ${label}`)

test('what is probably it is named as the page names it, and the person does it there or says no', () => {
  const view = at({ ...found, status: 'likely' })
  expect(view).toMatchObject({ step: 'open', state: 'likely', target: 'opener' })
  const card = shown(view, { count: 0, name: 'New $& key' })
  expect(card.note).toBe('It is probably “New $& key”; if not, press “No”.')
  expect(buttons(card)).toEqual(['done: I have done this', 'no: No'])
  expect(buttons(card, true)).toEqual([
    'back: Back',
    'skip: Skip',
    'report: This page looks different',
    'show-me: Show Keyway',
  ])
})

test('of a few the person presses the number, or says that it is none', () => {
  const card = shown(at({ status: 'several' }), { count: 3 })
  expect(card.note).toContain('Press its number: a button “Open”')
  expect(buttons(card)).toEqual([
    'done: I have done this',
    'pick-1: 1',
    'pick-2: 2',
    'pick-3: 3',
    'no: None of these',
  ])
  expect(buttons(card, true).map(label => label.split(':')[0])).toEqual(['back', 'skip', 'report', 'show-me'])
})

test('what has to be so beforehand is said once nothing else has to be', () => {
  const view = { ...at(found), prerequisites: ['You are an owner.', 'It costs nothing.'] }
  expect(shown(view).note).toBe('Before you start: You are an owner.')
  expect(shown({ ...view, state: 'wrong-page', sentence: 'It is elsewhere.' }).note).toBe('It is elsewhere.')
})

test('what came of a press is said before anything else, and a name that holds the sign for a match stays as it is', () => {
  const view = at({ ...found, status: 'likely' })
  expect(shown(view, { count: 0, name: 'New' }, 'It is locked.').note).toBe('It is locked.')
  expect(shown(view).note).toBe(cardWords.likely)
  expect(shown(at(found)).note).toBeUndefined()
})

test('a step that nobody can see done is left by one press, which is not the one that stands out', () => {
  const card = shown(at(missing))
  expect(card.note).toContain('look for a button “Open”')
  expect(card.buttons.find(({ act }) => act === 'done')).toMatchObject({
    label: 'I have done this',
    kind: 'plain',
  })
})

test('what is said beside a guide’s own words is short: 45 words at the most', () => {
  const wordsIn = (text: string) => text.split(/\s+/).length
  for (const text of Object.values(cardWords)) expect(wordsIn(text), text).toBeLessThanOrEqual(45)
  for (const guide of guides)
    for (const { unseen } of guide.steps)
      if (unseen) {
        const all = Object.values(unseen.words).join(' ')
        expect(wordsIn(all), all).toBeLessThanOrEqual(45)
      }
})

test('what is only to be looked at is lit with dashes, and nothing is asked of it', () => {
  const view = at(found)
  const card = shown({ ...view, isToLook: true }, { count: 0, name: 'Default project ▾' })
  expect(card).toMatchObject({ asks: '' })
  expect(card.note).toBeUndefined()
  expect(buttons(card)).toEqual(buttons(shown(view)))
  expect(shown(view)).not.toHaveProperty('asks')
})

test('a button that was pressed a moment ago is not asked for again while the page may be at work', () => {
  const view = at({ ...found, busy: true })
  expect(view.state).toBe('waiting')
  expect(view.target).toBeUndefined()
  expect(view.sentence).toBe(cardWords.waiting)
})

const choices = ['project-key/switch', 'project-key/permissions', 'key-compromised/restricted'] as const
test.each(choices)('%s is for the person to decide, so it is only to be looked at', name => {
  const [guide, step] = name.split('/')
  const found = guides.find(({ id }) => id === guide)?.steps.find(({ id }) => id === step)
  expect(found).toMatchObject({ look: true })
  expect(found?.via).toBeUndefined()
})
