/** What a condition asks, found by its type: words that look like a question are none. */
import { expect, test } from 'vitest'
import {
  conditionsOf,
  holds,
  isAboutKey,
  type Known,
  keysOf,
  questionsOf,
  wants,
} from '../../../src/features/guide/core/conditions.ts'
import { begin } from '../../../src/features/guide/core/follow.ts'
import type { PageFacts } from '../../../src/features/guide/core/tour.ts'
import { defineGuide } from '../../../src/guides/define-guide.ts'
import type { Condition } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { found, missing, page, small } from './guide-world.ts'

const said = (condition: Condition) => wants(condition, question => 'said' in question)

test.each<[string, Condition, boolean]>([
  ['itself', { said: true }, true],
  ['one of several', { any: [{ seen: 'a' }, { all: [{ gone: 'b' }, { said: true }] }] }, true],
  ['its opposite', { not: { said: true } }, false],
  ['the opposite of its opposite', { not: { any: [{ not: { said: true } }] } }, true],
  ['a text with that word', { text: ['"said"'] }, false],
  ['a target of that name', { seen: 'said' }, false],
])('a condition that wants %s', (_, condition, is) => {
  expect(said(condition)).toBe(is)
})

test('every question is met once', () => {
  const condition: Condition = {
    all: [
      { seen: 'a' },
      { not: { any: [{ text: ['b'] }, { key: 'saved' }] } },
      { key: 'ready', of: 'subject' },
    ],
  }
  expect(questionsOf(condition)).toEqual([
    { question: { seen: 'a' }, isWanted: true },
    { question: { text: ['b'] }, isWanted: false },
    { question: { key: 'saved' }, isWanted: false },
    { question: { key: 'ready', of: 'subject' }, isWanted: true },
  ])
  expect(keysOf(condition)).toEqual(new Set(['new', 'subject']))
})

const subject: Condition = { not: { key: 'known', of: 'subject' } }
const step = small.steps[0]
test.each([
  ['a step’s end', { steps: [{ ...step, done: subject }] }],
  ['a step’s beginning', { steps: [{ ...step, when: subject }] }],
  ['whether a step is shown', { steps: [{ ...step, only: subject }] }],
  ['why a target is greyed out', { steps: [{ ...step, blocked: [{ when: subject, say: 'No.' }] }] }],
  ['a choice', { choices: [{ id: 'a', question: 'A?', options: [], only: subject }] }],
  ['a detour', { detours: [{ id: 'a', title: 'A', when: subject, words: { do: 'A.' } }] }],
  ['a line of the receipt', { receipt: [{ label: 'A', text: 'B', only: subject }] }],
])('a guide is about a key that is there already by %s', (_, part) => {
  expect(isAboutKey(small)).toBe(false)
  expect(isAboutKey(defineGuide({ ...small, ...part } as Parameters<typeof defineGuide>[0]))).toBe(true)
})

test('no condition of any guide is missed', () => {
  for (const guide of guides) {
    const asked = conditionsOf(guide).flatMap(condition => questionsOf(condition))
    const written = JSON.stringify(guide).match(/"of":"subject"/g) ?? []
    expect(asked.filter(({ question }) => 'key' in question && question.of === 'subject')).toHaveLength(
      written.length,
    )
  }
})

test.each<[string, Partial<PageFacts>, boolean | undefined]>([
  ['says that it is on', { elements: { all: { ...found, checked: true } } }, true],
  ['says that it is off', { elements: { all: { ...found, checked: false } }, pressed: 'all' }, false],
  ['is not there', { pressed: 'all' }, false],
  ['shows it by its colour only', { elements: { all: found } }, undefined],
  ['shows it by its colour only, and was pressed', { elements: { all: found }, pressed: 'all' }, true],
  [
    'shows it by its colour only, and another was pressed',
    { elements: { all: found }, pressed: 'you' },
    undefined,
  ],
])('a choice that %s', (_, patch, is) => {
  const known: Known = {
    facts: page({ elements: { all: missing }, ...patch }),
    world: { vault: 'unlocked' },
    progress: begin(small, 0),
  }
  expect(holds({ checked: 'all' }, known)).toBe(is)
})
