/** A recorded description, made ready to be compared with thousands of elements. Knows no page. */

import type { Description } from '../description.ts'
import { FIELDS } from '../role.ts'
import { fold, Pairs, squeeze, wordsOf } from '../words.ts'

export type Want = {
  tag: string
  role: string
  /** What it says, squeezed: its name, else its text. */
  text: string
  pairs: Pairs
  /** Every text it was known by. */
  texts: Set<string>
  asides: string[]
  asidePairs: Pairs[]
  id: string
  name: string
  class: string
  href: string
  path: string[]
  box: [number, number, number, number]
  before: string[]
  after: string[]
  zone: string
  language: string
  page: number[]
  twins: { path: string[]; y: number }[]
  words: string[]
  beside: string[]
  rivalTexts: Set<string>
  rivalPairs: Pairs[]
  rivalHrefs: Set<string>
}

const ready = new WeakMap<Description, Want>()

export function wantFrom(target: Description): Want | undefined {
  const seen = target.seen
  if (!seen) return undefined
  const known = ready.get(target)
  if (known) return known
  const squeezed = (texts: (string | undefined)[] | undefined) =>
    (texts ?? []).map(text => squeeze(text ?? '')).filter(Boolean)
  const field = FIELDS.has(seen.tag) && target.role !== 'button'
  const own = field ? [] : squeezed([seen.text, ...(target.texts ?? [])])
  const text = own[0] ?? ''
  const asides = [
    ...new Set(
      squeezed([
        ...(target.names ?? []),
        seen.alt,
        seen.title,
        ...(target.placeholders ?? []),
        ...(target.labels ?? []),
      ]),
    ),
  ]
  const rivalTexts = new Set(squeezed(seen.rivals?.map(rival => rival.text)))
  for (const mine of [...own, ...asides]) rivalTexts.delete(mine)
  const pairsOf = (texts: Iterable<string>) => [...texts].map(text => new Pairs(text))
  const want: Want = {
    tag: seen.tag,
    role: target.role ?? '',
    text,
    pairs: new Pairs(text),
    texts: new Set(own),
    asides,
    asidePairs: pairsOf(asides),
    id: seen.id ?? '',
    name: seen.name ?? '',
    class: seen.class ?? '',
    href: target.href ?? '',
    path: seen.path.split('/'),
    box: seen.box,
    before: squeezed(seen.before),
    after: squeezed(seen.after),
    zone: seen.zone ?? '',
    language: seen.language ?? '',
    page: seen.page ?? [],
    twins: (seen.twins ?? []).map(other => ({ path: other.path.split('/'), y: other.y })),
    words: own.length ? wordsOf(fold(seen.text ?? '')) : [],
    beside: squeezed([...(seen.before ?? []), ...(seen.after ?? [])]),
    rivalTexts,
    rivalPairs: pairsOf(rivalTexts),
    rivalHrefs: new Set((seen.rivals ?? []).flatMap(rival => rival.href ?? [])),
  }
  want.rivalHrefs.delete(want.href)
  ready.set(target, want)
  return want
}
