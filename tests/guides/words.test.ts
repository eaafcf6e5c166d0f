/** How much a card says, and how hard it is to read: every guide, every step, in every state that its place on a page can have. */
import { describe, expect, it, test } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { fill } from '../../src/features/guide/core/fill-words.ts'
import { begin, stepsFor } from '../../src/features/guide/core/follow.ts'
import { shownWords } from '../../src/features/guide/core/shown-words.ts'
import type { TargetState } from '../../src/features/guide/core/tour.ts'
import type { Choice, Guide, Step, StepPart, Words } from '../../src/guides/guide.ts'
import { guides } from '../../src/guides/index.ts'
import { fillIn } from '../../src/i18n/text-key.ts'
import { gradeOf, sentencesIn, wordsIn } from './reading.ts'

const most = { words: 45, sentences: 3, grade: 7, walk: { steps: 9, words: 350 } }

type Card = {
  id: string
  title: string
  words: Words
  choice?: Choice | undefined
  parts?: StepPart[] | undefined
  /** What the card says about the page in each state that there is a sentence for. */
  notes: [TargetState, string][]
}

const notesOf = (guide: Guide, step: Step): Card['notes'] => {
  const late = step.late ? [['words-only', step.late.say] as [TargetState, string]] : []
  if (step.target === undefined) return late
  const look = guide.targets[step.target]?.look ?? ''
  const about = (['hidden', 'gone', 'missing', 'ambiguous', 'several'] as const).map(
    (state): [TargetState, string] => [state, fillIn(cardWords[state], { look })],
  )
  return [
    ...late,
    ...about,
    ['likely', fillIn(cardWords.isIt, { name: 'Create new secret key' })],
    ['lacking', fillIn(cardWords.lacking, { name: 'Expiration' })],
    ['blank', fillIn(cardWords.blank, { name: 'Expiration' })],
    ['via', cardWords.via],
    ['wrong-page', fillIn(cardWords.wrongPage, { title: 'Project limits' })],
    ...(step.blocked ?? [{ say: cardWords.disabled }]).map(({ say }): [TargetState, string] => [
      'disabled',
      say,
    ]),
  ]
}

const cardsOf = (guide: Guide): Card[] => [
  ...guide.steps.flatMap((step): Card[] => {
    const { id, title, words, unseen, lost, parts } = step
    const choice = guide.choices.find(other => [other.with].flat().includes(id))
    return [
      { id, title, words, choice, parts, notes: notesOf(guide, step) },
      ...(unseen ? [{ id: `${id}-unseen`, ...unseen, notes: [] }] : []),
      ...(lost ? [{ id: `${id}-lost`, title: lost.title, words: lost.words, notes: [] }] : []),
    ]
  }),
  ...guide.detours.map(({ id, title, words }) => ({ id, title, words, notes: [] })),
]

const plain = (text: string): string => fill(text, {})

/** All that stands in front, title and question too; what can be pressed and the line above the title are left out. */
function inFront({ title, words, choice, parts = [] }: Card, state: TargetState, note?: string) {
  const { do: task, before = '', see = '' } = shownWords(words, state, note)
  const said = [note ?? '', task, before].map(plain)
  const all = [title, ...said, see && `${cardWords.see} ${see}`, ...parts.map(({ label }) => label)].map(
    plain,
  )
  return {
    sentences: sentencesIn(said.filter(Boolean).join(' ')).length + (see ? 1 : 0),
    words: wordsIn([...all, choice?.question ?? ''].join(' ')).length,
  }
}

describe.each(guides.map(guide => [guide.id, guide] as const))('%s', (_, guide) => {
  const cards = cardsOf(guide)

  it('says no more than can be read at a glance', () => {
    for (const card of cards) {
      const { sentences, words } = inFront(card, 'ready')
      expect(sentences, `${card.id}: sentences`).toBeLessThanOrEqual(most.sentences)
      expect(words, `${card.id}: words`).toBeLessThanOrEqual(most.words)
    }
  })

  it('nor when the thing it points at is not simply there', () => {
    for (const card of cards)
      for (const [state, note] of card.notes) {
        const { sentences, words } = inFront(card, state, note)
        expect(sentences, `${card.id}, ${state}: sentences`).toBeLessThanOrEqual(most.sentences)
        expect(words, `${card.id}, ${state}: words`).toBeLessThanOrEqual(most.words)
      }
  })

  it('asks with few words: a question, and what each answer means', () => {
    for (const choice of guide.choices) {
      expect(sentencesIn([choice.question, choice.why ?? ''].join(' ')).length).toBeLessThanOrEqual(
        most.sentences,
      )
      expect(wordsIn([choice.question, choice.why ?? ''].join(' ')).length).toBeLessThanOrEqual(most.words)
      for (const { id, label, hint = '' } of choice.options)
        expect(wordsIn(`${label} ${hint}`).length, `${choice.id}: ${id}`).toBeLessThanOrEqual(20)
    }
  })

  it(`is read by who left school after the ${most.grade}th year`, () => {
    const texts = [
      guide.summary,
      ...(guide.prerequisites ?? []),
      ...cards.flatMap(({ words }) => Object.values(words)),
      ...guide.receipt.map(({ text }) => text),
    ]
    expect(gradeOf(texts.map(plain))).toBeLessThanOrEqual(most.grade)
  })
})

test.each([undefined, 'unsure'])(
  'a key is made in few steps and words (asked what it will do: %s)',
  needs => {
    const guide = guides.find(({ id }) => id === 'create-key')
    if (!guide) throw new Error('There is no such guide.')
    const progress = { ...begin(guide, 0), choices: needs ? { needs } : {} }
    const made = { saved: true }
    const steps = stepsFor(guide, { facts: null, world: { vault: 'unlocked', made }, progress })
    expect(steps.map(({ id }) => id)).toEqual([
      'vault',
      'page',
      'open',
      'name',
      'submit',
      'save',
      'commit',
      'close',
      'check',
    ])
    expect(steps.length).toBeLessThanOrEqual(most.walk.steps)
    const cards = cardsOf(guide).filter(({ id }) => steps.some(step => step.id === id))
    const words = cards.reduce((sum, card) => sum + inFront(card, 'ready').words, 0)
    expect(words).toBeLessThanOrEqual(most.walk.words)
  },
)

describe('the measure itself', () => {
  test.each([
    ['Press “Save”. Then wait.', 2],
    ['Open platform.openai.com in a tab.', 1],
    ['Is it “X”? Press it.', 2],
    ['It says “Done.” Go on.', 2],
  ])('%s has %i sentences', (text, count) => expect(sentencesIn(text)).toHaveLength(count))

  test('a harder text has a higher grade', () => {
    const hard =
      'Organizational administrators periodically reevaluate authorization configurations, notwithstanding considerable documentation obligations.'
    expect(gradeOf([hard])).toBeGreaterThan(15)
    expect(gradeOf(['Press the red button. Then wait a bit.'])).toBeLessThan(4)
  })
})
