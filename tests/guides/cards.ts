/** What a card of a guide shows, in every state that its place on a page can have: its words and sentences are counted from it. */

import { shownWords } from '../../src/features/guide/core/card/shown-words.ts'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { fill } from '../../src/features/guide/core/fill-words.ts'
import { begin, stepsFor } from '../../src/features/guide/core/follow.ts'
import type { TargetState } from '../../src/features/guide/core/tour.ts'
import type { Choice, Guide, Step, StepPart, Words } from '../../src/guides/guide.ts'
import { fillIn } from '../../src/i18n/text-key.ts'
import { gradeOf, sentencesIn, wordsIn } from './reading.ts'

export type Card = {
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
  const isOfKey = guide.targets[step.target]?.says === 'key'
  const missing = isOfKey ? (['noKeyYet'] as const) : (['missing', 'inForm', 'inTabs', 'cameUp'] as const)
  const about = ([...missing, 'ambiguous', 'several'] as const).map((words): [TargetState, string] => [
    words === 'several' || words === 'ambiguous' ? words : 'missing',
    fillIn(cardWords[words], { look }),
  ])
  return [
    ...late,
    ...about,
    ['likely', fillIn(cardWords.isIt, { name: 'Create new secret key' })],
    ['lacking', fillIn(cardWords.lacking, { name: 'Expiration' })],
    ['blank', fillIn(cardWords.blank, { name: 'Expiration' })],
    ['choice', cardWords.choice],
    ['via', cardWords.via],
    ['wrong-page', fillIn(cardWords.wrongPage, { title: 'Project limits' })],
    ['unknown-page', fillIn(cardWords.unknownPage, { title: 'Project limits' })],
    ...(step.blocked ?? [{ say: cardWords.disabled }]).map(({ say }): [TargetState, string] => [
      'disabled',
      say,
    ]),
  ]
}

export const cardsOf = (guide: Guide): Card[] => [
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

export const plain = (text: string): string => fill(text, {})

/** All that stands in front, title and question too; what can be pressed and the line above the title are left out. */
export function inFront({ title, words, choice, parts = [] }: Card, state: TargetState, note?: string) {
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

/** How hard all that a guide says is to read. */
export const gradeOfGuide = (guide: Guide): number =>
  gradeOf(
    [
      guide.summary,
      ...(guide.prerequisites ?? []),
      ...cardsOf(guide).flatMap(({ words }) => Object.values(words)),
      ...guide.receipt.map(({ text }) => text),
    ].map(plain),
  )

/** The cards of a walk from its beginning, with an open vault and a key that is made and saved on the way. */
export function walkOf(guide: Guide, choices: Record<string, string> = {}): Card[] {
  const progress = { ...begin(guide, 0), choices }
  const steps = stepsFor(guide, {
    facts: null,
    world: { vault: 'unlocked', made: { saved: true } },
    progress,
  })
  return cardsOf(guide).filter(({ id }) => steps.some(step => step.id === id))
}

export const wordsOnCards = (cards: Card[]): number =>
  cards.reduce((sum, card) => sum + inFront(card, 'ready').words, 0)
