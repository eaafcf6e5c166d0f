/**
 * What was read of the page, kept from one question to the next. A mutation makes it forget the elements that it touched and
 * those around them; the rest stays read. Without a signal it is for one question only.
 */

import { MUTE, nameOf } from './name.ts'
import { roleOf } from './role.ts'
import { readText, type Traits } from './traits.ts'
import { parentOf, type Root, rootsFrom } from './tree.ts'
import { type Phrase, phraseOf } from './words.ts'

export const everyChange: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
}

/** A control's role and accessible name, read once. */
export type Spoken = { role: string; name: string; phrase: Phrase }

export type Survey = {
  /** To be called before each question: takes in what changed since the last one. */
  refresh(): Survey
  roots(): Root[]
  /** Elements that a selector finds, in the order of the page; kept while only texts change. */
  listed(selector: string): Element[]
  /** Every element that has a text of its own. */
  speaking(): Element[]
  traitsOf(element: Element): Traits
  spokenBy(element: Element): Spoken
}

/** @param signal it follows the page until then; after that every question reads it afresh */
export function createSurvey(root: Root, signal?: AbortSignal): Survey {
  let knownRoots: Root[] | undefined
  let observer: MutationObserver | undefined
  const observed = new Set<Root>()
  const traits = new Map<Element, Traits>()
  const spoken = new Map<Element, Spoken>()
  const lists = new Map<string, Element[]>()

  if (signal && !signal.aborted) {
    observer = new MutationObserver(forget)
    signal.addEventListener('abort', () => {
      observer?.disconnect()
      observer = undefined
      forgetAll()
    })
  }

  function forgetAll(): void {
    knownRoots = undefined
    for (const known of [lists, traits, spoken]) known.clear()
  }

  function forget(records: readonly MutationRecord[]): void {
    if (records.length > 2000) {
      forgetAll()
      return
    }
    const touched = new Set<Element>()
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      // What can be seen is asked of the page each time.
      if (attributeName === 'style') continue
      const moved = [...addedNodes, ...removedNodes].some(node => node.nodeType === 1)
      if (moved) knownRoots = undefined
      if (moved || (type === 'attributes' && attributeName !== 'class')) lists.clear()
      for (const node of removedNodes)
        if (node.nodeType === 1)
          for (const below of [node as Element, ...(node as Element).querySelectorAll('*')]) forgetOne(below)
      for (
        let at = target.nodeType === 1 ? (target as Element) : target.parentElement;
        at && !touched.has(at);
        at = parentOf(at)
      )
        touched.add(at)
    }
    touched.forEach(forgetOne)
    // Names and labels can be written elsewhere on the page: these are read again when asked.
    if (touched.size > 0)
      for (const element of spoken.keys()) if (element.matches(BY_OTHERS)) forgetOne(element)
  }

  function forgetOne(element: Element): void {
    traits.delete(element)
    spoken.delete(element)
  }

  function roots(): Root[] {
    if (knownRoots) return knownRoots
    knownRoots = rootsFrom(root)
    for (const one of knownRoots)
      if (observer && !observed.has(one)) {
        observer.observe(one, everyChange)
        observed.add(one)
      }
    return knownRoots
  }

  const listed = (selector: string): Element[] =>
    keptIn(lists, selector, () => roots().flatMap(one => [...one.querySelectorAll(selector)]))
  const traitsOf = (element: Element): Traits => keptIn(traits, element, () => readText(element, traitsOf))

  const survey: Survey = {
    refresh() {
      if (observer) forget(observer.takeRecords())
      else forgetAll()
      return survey
    },
    roots,
    listed,
    speaking: () => listed('*').filter(element => !MUTE.has(element.localName) && saysSomething(element)),
    traitsOf,
    spokenBy: element =>
      keptIn(spoken, element, () => {
        const name = nameOf(element)
        return { role: roleOf(element), name, phrase: phraseOf(name) }
      }),
  }
  return survey
}

function keptIn<Key, Value>(known: Map<Key, Value>, key: Key, read: () => Value): Value {
  const value = known.get(key) ?? read()
  known.set(key, value)
  return value
}

/** Named by another element. */
const BY_OTHERS = '[aria-labelledby],input,select,textarea'

function saysSomething(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 3 && (node as Text).data.trim()) return true
  return false
}
