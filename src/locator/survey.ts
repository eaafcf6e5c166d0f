/**
 * What was read of the page, kept from one question to the next. A mutation makes it forget the elements that it touched and
 * those around them; the rest stays read. Without `watch` it is for one question only.
 */

import { MUTE, nameOf } from './name.ts'
import { roleOf } from './role.ts'
import { readText, Traits } from './traits.ts'
import { parentOf, type Root, rootsFrom } from './tree.ts'
import { type Phrase, phraseOf } from './words.ts'

const SKIPPED = new Set([...MUTE, ...'link meta br param source html base'.split(' ')])
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
}

/** A control's role and accessible name, read once. */
export type Spoken = { role: string; name: string; phrase: Phrase }

export class Survey {
  readonly #root: Root
  #knownRoots: Root[] | undefined
  #everything: Element[] = []
  #observer: MutationObserver | undefined
  readonly #observed = new Set<Root>()
  readonly #traits = new Map<Element, Traits>()
  readonly #spoken = new Map<Element, Spoken>()
  #all: Traits[] | undefined
  readonly #lists = new Map<string, Element[]>()

  readonly #read = (element: Element): Traits => this.traitsOf(element)

  constructor(root: Root) {
    this.#root = root
  }

  /** Follows the page until the signal ends; then every question reads it afresh. */
  watch(signal: AbortSignal): void {
    if (signal.aborted) return
    const observer = new MutationObserver(records => this.#forget(records))
    this.#observer = observer
    signal.addEventListener('abort', () => {
      observer.disconnect()
      this.#observer = undefined
      this.#forgetAll()
    })
  }

  /** To be called before each question: takes in what changed since the last one. */
  refresh(): this {
    if (this.#observer) this.#forget(this.#observer.takeRecords())
    else this.#forgetAll()
    return this
  }

  get document(): Document {
    return this.#root.nodeType === 9 ? (this.#root as Document) : (this.#root.ownerDocument as Document)
  }

  get roots(): Root[] {
    if (this.#knownRoots) return this.#knownRoots
    const { roots, all } = rootsFrom(this.#root)
    this.#everything = all
    for (const root of roots) {
      if (this.#observed.has(root)) continue
      this.#observer?.observe(root, WATCHED)
      if (this.#observer) this.#observed.add(root)
    }
    this.#knownRoots = roots
    return roots
  }

  /** Every element that could be meant, in the order of the page. */
  get elements(): Traits[] {
    if (this.#all) return this.#all
    const all: Traits[] = []
    if (this.roots.length > 0)
      for (const element of this.#everything)
        if (!SKIPPED.has(element.localName)) all.push(this.traitsOf(element))
    this.#all = all
    return all
  }

  traitsOf(element: Element): Traits {
    const known = this.#traits.get(element)
    if (known) return known
    const traits = new Traits(element, readText(element, this.#read))
    this.#traits.set(element, traits)
    return traits
  }

  /** Elements that a selector finds; kept while only texts change. */
  listed(selector: string): Element[] {
    let list = this.#lists.get(selector)
    if (!list) {
      const found = new Set<Element>()
      for (const root of this.roots) for (const element of root.querySelectorAll(selector)) found.add(element)
      list = [...found]
      this.#lists.set(selector, list)
    }
    return list
  }

  spokenBy(element: Element): Spoken {
    const known = this.#spoken.get(element)
    if (known) return known
    const name = nameOf(element)
    const spoken = { role: roleOf(element), name, phrase: phraseOf(name) }
    this.#spoken.set(element, spoken)
    return spoken
  }

  #forgetAll(): void {
    this.#knownRoots = undefined
    this.#lists.clear()
    this.#all = undefined
    this.#traits.clear()
    this.#spoken.clear()
  }

  #forget(records: readonly MutationRecord[]): void {
    if (records.length === 0) return
    if (records.length > 2000) {
      this.#forgetAll()
      return
    }
    const touched = new Set<Element>()
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      // What can be seen is asked of the page each time.
      if (attributeName === 'style') continue
      const moved = [...addedNodes, ...removedNodes].some(node => node.nodeType === 1)
      if (moved) this.#knownRoots = undefined
      if (moved || (type === 'attributes' && attributeName !== 'class')) this.#lists.clear()
      for (const node of removedNodes) if (node.nodeType === 1) this.#forgetUnder(node as Element)
      for (
        let at = target.nodeType === 1 ? (target as Element) : target.parentElement;
        at && !touched.has(at);
        at = parentOf(at)
      )
        touched.add(at)
    }
    if (touched.size === 0) return
    for (const element of touched) this.#forgetOne(element)
    // Names and labels can be written elsewhere on the page: these are read again when asked.
    for (const element of this.#spoken.keys()) if (element.matches(BY_OTHERS)) this.#forgetOne(element)
    this.#all = undefined
  }

  #forgetUnder(element: Element): void {
    this.#forgetOne(element)
    for (const below of element.querySelectorAll('*')) this.#forgetOne(below)
  }

  #forgetOne(element: Element): void {
    this.#traits.delete(element)
    this.#spoken.delete(element)
  }
}

/** Named by another element. */
const BY_OTHERS = '[aria-labelledby],input,select,textarea'
