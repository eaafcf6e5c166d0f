/**
 * Traces of one thing: what may still tell it on a later page, beside its words. Each either is the same today or is not; no trace
 * weighs more than another.
 */
import type { Seen } from './description.ts'
import { sectionsOf } from './place.ts'
import { boxOf, pathOf, textsBeside } from './traits.ts'
import { discreet, squeeze } from './words.ts'

export type Traces = {
  /** How many traces are the same, the keys among them. */
  count: number
  /** It stands far up or down the page from where it stood. */
  isFar: boolean
}

/** Moved further than a person would call "about there", in CSS pixels: the left edge, and the top edge. */
const aside = 60
const below = 150
/** Two screens up or down, and two and a half times as far from the top of the page: another part of it. */
const screens = 1200
const far = 2.5

const isSame = (then: string | undefined, now: string | undefined): boolean => Boolean(then) && then === now

const written = (element: Element, name: string): string =>
  discreet(element.getAttribute(name) ?? '').slice(0, 120)

/** What a page itself tells a thing by, each the same or not: its id, its field's name, its address. */
export const keysOf = (element: Element, seen: Seen, href = ''): boolean[] => [
  isSame(seen.id, seen.id && written(element, 'id')),
  isSame(seen.name, seen.name && written(element, 'name')),
  isSame(ledTo(href), href && ledTo(element.getAttribute('href') ?? '')),
]

/** @param href where it led that day, as the page wrote it */
export function tracesOf(element: Element, seen: Seen, href = ''): Traces {
  const keys = keysOf(element, seen, href)
  const [left, top, width, height] = boxOf(element)
  const [x, y, wide, high] = seen.box
  const path = pathOf(element)
  const around = [
    isNext(seen.before, textsBeside(element, 'previousNode')),
    isNext(seen.after, textsBeside(element, 'nextNode')),
    isNext(seen.section, sectionsOf(element)),
  ]
  const form = [
    isSame(seen.class, written(element, 'class')),
    path === seen.path,
    lastOf(path) === lastOf(seen.path),
    Math.abs(left - x) < aside && Math.abs(top - y) < below,
    Math.abs(width - wide) < 3 && Math.abs(height - high) < 3,
  ]
  const ratio = (Math.max(0, top) + 100) / (Math.max(0, y) + 100)
  return {
    // In a row among rows, the next one comes to stand where this one stood, and looks the same.
    count: [...keys, ...around, ...(seen.isRepeated ? [] : form)].filter(Boolean).length,
    isFar: Math.abs(top - y) > screens && (ratio > far || ratio < 1 / far),
  }
}

const isNext = (then: readonly string[] | undefined, now: readonly string[]): boolean =>
  then?.[0] !== undefined && squeeze(then[0]) === squeeze(now[0] ?? '')

const lastOf = (path: string): string => path.split('/').slice(-3).join('/')

/** An address without what a redesign changes first: scheme, "www.", query, ".html"; undefined when it leads nowhere by itself. */
function ledTo(href: string): string | undefined {
  if (!href || href === '#' || /^(javascript|about):/i.test(href)) return undefined
  return (
    href
      .toLowerCase()
      .replace(/^([a-z]+:)?\/\/(www\.)?/, '')
      .replace(/(\/index)?(\.\w{3,4})?\/?([?#]|$).*/s, '') || '/'
  )
}
