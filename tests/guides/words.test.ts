/** How much a card says, and how hard it is to read: every guide, every step, in every state that its place on a page can have. */
import { describe, expect, it, test } from 'vitest'
import { cardWords } from '../../src/features/guide/core/card-words.ts'
import { guides } from '../../src/guides/index.ts'
import { fillIn } from '../../src/i18n/text-key.ts'
import { cardsOf, gradeOfGuide, inFront, walkOf, wordsOnCards } from './cards.ts'
import { gradeOf, sentencesIn, wordsIn } from './reading.ts'

const most = { words: 45, sentences: 3, grade: 7, walk: { steps: 9, words: 350 } }

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

  it('says what to do where what it points at is greyed out', () => {
    for (const { id, blocked = [] } of guide.steps)
      for (const { say } of blocked)
        expect(say, id).toMatch(
          /do what the page asks for first|fill in or choose what the form still asks for/,
        )
  })

  it('nor with what has to be so beforehand, until the first thing is done', () => {
    const isOnTheWay = ({ action, done }: (typeof guide.steps)[number]) =>
      action === 'vault' || 'page' in done
    const first = guide.steps.findIndex(step => !isOnTheWay(step))
    const note = fillIn(cardWords.first, { what: guide.prerequisites?.[0] ?? '' })
    for (const { id } of guide.steps.slice(0, first + 1))
      for (const card of cards.filter(card => card.id === id)) {
        const { sentences, words } = inFront(card, 'ready', note)
        expect(sentences, `${id}: sentences`).toBeLessThanOrEqual(most.sentences)
        expect(words, `${id}: words`).toBeLessThanOrEqual(most.words)
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
    expect(gradeOfGuide(guide)).toBeLessThanOrEqual(most.grade)
  })
})

test.each([undefined, 'unsure'])(
  'a key is made in few steps and words (asked what it will do: %s)',
  needs => {
    const guide = guides.find(({ id }) => id === 'create-key')
    if (!guide) throw new Error('There is no such guide.')
    const cards = walkOf(guide, needs ? { needs } : {})
    expect(cards.map(({ id }) => id)).toEqual([
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
    expect(cards.length).toBeLessThanOrEqual(most.walk.steps)
    expect(wordsOnCards(cards)).toBeLessThanOrEqual(most.walk.words)
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
