/**
 * Finds the guide that a person means, in whatever words. Pure. Each phrase of a guide (its title, its search words, its
 * sentence) is an entry of its own: a question is like one phrase, not like a bag of all of them.
 */
import MiniSearch from 'minisearch'
import { createSpeller, type SpelledWord } from './search-spelling.ts'
import { synonymsOf } from './search-synonyms.ts'
import { partsOf, stem, wordsOf } from './search-terms.ts'

export type SearchableGuide = { id: string; title: string; summary: string; searchWords?: readonly string[] }

/** Ids of guides, best first. `nearest` holds something only where `found` is empty. */
export type GuideMatches = { found: string[]; nearest: string[] }
export type GuideSearch = (question: string) => GuideMatches

type Entry = { id: number; guide: string; trust: number; words: string[]; parts: string[] }
/** Of each entry that holds a term: how much that says. */
type Scores = ReadonlyMap<number, number>

/** A pasted log is read by the reader of errors; of its words the first are enough. */
const mostWords = 40
const trustOf = { title: 1.25, phrase: 1, summary: 0.5 }
const trustOfSynonym = 0.5
/** Guides that score less than this share of the best are left out. */
const worthShowing = 0.3
/** Beside the best phrase, which counts 1. Chosen by leaving out each phrase once and asking for it. */
const weightOfBelonging = 0.5
/** What has gone wrong is asked of a guide that fixes, whatever program it has gone wrong in. */
const weightOfTrouble = 1.4
const trouble = new Set(
  'error fail failed unauthorized exception rejected denied 400 401 403 404 429 500 503'.split(' ').map(stem),
)

/** @param guides in the order of the journey: of two that fit alike the earlier comes first */
export function createGuideSearch(guides: readonly SearchableGuide[]): GuideSearch {
  const entries = guides.flatMap(entriesOf).map((entry, id): Entry => ({ ...entry, id }))
  const scoresOf = createScorer(entries)
  const spell = createSpeller(entries.flatMap(({ words, parts }) => [...words, ...parts]))

  return question => {
    const words = [...new Set(wordsOf(question))].slice(0, mostWords)
    const isTyping = !/\s$/.test(question)
    const speaker = speakerOf(question)
    const spelled = words.flatMap((word, i) => {
      const meant = spell(word, isTyping && i === words.length - 1)
      return speaker.has(word) ? meant.map(halfTrusted) : meant
    })
    // Beside words that are known, one that may only be meant for another tells nothing.
    const sure = spelled.filter(({ isGuess }) => !isGuess)
    const found = rank(guides, entries, sure, scoresOf)
    if (found.length > 0) return { found, nearest: [] }
    return { found: [], nearest: rank(guides, entries, spelled, scoresOf).slice(0, 3) }
  }
}

/** Words of the program that says something, “Home Assistant: no credit left”: what it says tells more. */
function speakerOf(question: string): ReadonlySet<string> {
  const [, name = '', said = ''] = /^([^:]{3,60}): (.+)$/s.exec(question) ?? []
  const rest = wordsOf(said)
  return new Set(rest.length > 1 ? wordsOf(name).filter(word => !rest.includes(word)) : [])
}

const halfTrusted = ({ meant, isGuess }: SpelledWord): SpelledWord => ({
  meant: meant.map(({ term, trust }) => ({ term, trust: trust / 2 })),
  isGuess,
})

function entriesOf(guide: SearchableGuide): Omit<Entry, 'id'>[] {
  const entry = (text: string, trust: number) => ({
    guide: guide.id,
    trust,
    words: wordsOf(text),
    parts: partsOf(text),
  })
  const phrases = guide.searchWords?.flatMap(line => line.split(', ')) ?? []
  return [
    entry(guide.title, trustOf.title),
    entry(guide.summary, trustOf.summary),
    ...phrases.map(text => entry(text, trustOf.phrase)),
  ]
}

/** How much a term tells of each entry: rare terms and short phrases tell more (BM25). Worked out once per term. */
function createScorer(entries: readonly Entry[]): (term: string) => Scores {
  const index = new MiniSearch<Entry>({
    fields: ['words'],
    extractField: ({ id, words, parts }, field) =>
      field === 'id' ? id : [...words, ...parts].map(stem).join(' '),
    tokenize: text => text.split(' '),
    processTerm: term => term,
  })
  index.addAll(entries)
  const known = new Map<string, Scores>()
  return term => {
    const before = known.get(term)
    if (before) return before
    const scores = new Map(index.search(term).map(({ id, score }) => [id, score]))
    known.set(term, scores)
    return scores
  }
}

function rank(
  guides: readonly SearchableGuide[],
  entries: readonly Entry[],
  spelled: readonly SpelledWord[],
  scoresOf: (term: string) => Scores,
): string[] {
  const byWord = spelled.map(word => scoresOfWord(word, scoresOf))
  const weights = byWord.map(scores => Math.max(0, ...scores.values()))
  const whole = sum(weights)
  const scores = new Map<string, number[]>(guides.map(({ id }) => [id, []]))
  let bestFit = 0
  for (const { id, guide, trust, words } of entries) {
    const parts = byWord.map(found => found.get(id) ?? 0)
    const matched = parts.filter(part => part > 0).length
    if (matched === 0) continue
    const shareOfQuestion = sum(weights.filter((_, i) => (parts[i] ?? 0) > 0)) / whole
    const shareOfPhrase = Math.min(1, matched / words.length)
    bestFit = Math.max(bestFit, shareOfQuestion * shareOfPhrase)
    scores.get(guide)?.push(sum(parts) * trust * (0.5 + 0.5 * shareOfQuestion) * (0.6 + 0.4 * shareOfPhrase))
  }
  const isTrouble = tellsOfTrouble(spelled)
  const totals = [...scores].map(([guide, found]) => ({
    guide,
    score: total(found) * (isTrouble && guide.startsWith('fix-') ? weightOfTrouble : 1),
  }))
  const best = Math.max(0, ...totals.map(({ score }) => score))
  const belongs = belongingOf(guides, entries, spelled, scoresOf)
  return totals
    .filter(({ score }) => score > 0 && score >= best * worthShowing)
    .map(({ guide, score }) => ({
      guide,
      score: score / best + weightOfBelonging * (1 - bestFit) * (belongs.get(guide) ?? 0),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ guide }) => guide)
}

/**
 * How much more the words of a question are at home in a guide than in the others, by all phrases of each together (naive Bayes).
 * One phrase may hold a rare word by chance ("it worked yesterday"), and the rarest word decides between phrases.
 */
function belongingOf(
  guides: readonly SearchableGuide[],
  entries: readonly Entry[],
  spelled: readonly SpelledWord[],
  scoresOf: (term: string) => Scores,
): ReadonlyMap<string, number> {
  const belongs = new Map(guides.map(({ id }) => [id, 0]))
  for (const { meant } of spelled) {
    const counts = new Map(guides.map(({ id }) => [id, 0]))
    const count = (term: string, trust: number) => {
      for (const id of scoresOf(term).keys()) {
        const entry = entries[id]
        if (entry) counts.set(entry.guide, (counts.get(entry.guide) ?? 0) + trust * entry.trust)
      }
    }
    for (const { term, trust } of meant) {
      count(term, trust)
      for (const other of synonymsOf(term)) count(other, (trust * trustOfSynonym) / 2)
    }
    const average = sum([...counts.values()]) / guides.length
    for (const [guide, found] of counts)
      belongs.set(
        guide,
        (belongs.get(guide) ?? 0) + Math.log((found + 0.5) / (average + 0.5)) / spelled.length,
      )
  }
  return belongs
}

const tellsOfTrouble = (spelled: readonly SpelledWord[]) =>
  spelled.some(({ meant }) => meant.some(({ term, trust }) => trust === 1 && trouble.has(term)))

const sum = (numbers: readonly number[]) => numbers.reduce((left, number) => left + number, 0)

/** The best phrase counts; others of the same guide only tell two that are alike apart. */
function total(scores: readonly number[]): number {
  const [best = 0, second = 0, third = 0] = [...scores].sort((a, b) => b - a)
  return best + 0.2 * second + 0.1 * third
}

/** Of each entry the best that any meaning of the word says; a synonym says less than the word. */
function scoresOfWord({ meant }: SpelledWord, scoresOf: (term: string) => Scores): Scores {
  const best = new Map<number, number>()
  const add = (term: string, trust: number, most = Number.POSITIVE_INFINITY) => {
    for (const [id, score] of scoresOf(term))
      best.set(id, Math.max(best.get(id) ?? 0, Math.min(score, most) * trust))
  }
  for (const { term, trust } of meant) {
    add(term, trust)
    // A synonym may be rare where the word is not: it tells no more for that.
    const own = Math.max(0, ...scoresOf(term).values()) || undefined
    for (const other of synonymsOf(term)) add(other, trust * trustOfSynonym, own)
  }
  return best
}
