/**
 * Which of the keys in sight is the new one? One that came into sight after the person’s last press or key stroke while a guide runs, or
 * one that a dialog or a welcome page presents as the new one. A key that was there before, or that the person typed, is not new. Remembers no key, only a mark of each.
 */
import { seeable } from '../../../locator/reach.ts'
import { isOn, welcomePaths } from '../../guide/core/key-pages.ts'
import { cameByPress } from '../../guide/page/came-by-press.ts'
import { elsewhere } from '../../guide/page/page-controls.ts'
import { openDialogs } from '../../guide/page/page-texts.ts'
import { readsAs } from '../../guide/page/reads-as.ts'
import type { InSight } from './judge-shown.ts'
import { glance, type KeyText } from './key-texts.ts'
import { judge, keyTexts } from './reveal.ts'
import { isSample } from './sample.ts'
import { isInSight, isWithinReach } from './sight.ts'

/** Where a new key stands and how it ends: enough to tell it from another that the page shows. */
export type ShownKey = { element: Element; tail: string }

export type NewKeys = {
  /** Looks again. @returns what shows a new key, also while something passing covers it */
  look(): ShownKey | null
  /** The new keys that a person sees whole at this moment. */
  inSight(): InSight
  /**
   * A guide runs from now on. Keys at its first look were there before, unless the guide was running already,
   * with a form open or sent, and the person came here by a press on another page of the platform.
   */
  begin(wasRunning: boolean, view: { inForm: boolean }): void
  /** The person has chosen one of the keys in sight: it counts as the new one from now on. @param tail its last characters */
  meant(tail: string | undefined): void
  /** The person has signed in: whatever appears now comes from the site, until the person acts again. */
  startAnew(): void
}

/** New places that one look judges: judging one costs a layout. */
const mostJudged = 8

/** @param own Keyway's element in the page, when there is one */
export function followNewKeys(own: () => Element | null, signal: AbortSignal): NewKeys {
  const seed = Number(crypto.getRandomValues(new Uint32Array(1)))
  const old = new Set<number>()
  const fresh = new Set<number>()
  const typed = new WeakSet<Node>()
  let acted = cameByPress()
  let isFirstLook = true
  const hear = (type: string, then: (event: Event) => void) =>
    window.addEventListener(type, event => event.isTrusted && then(event), {
      capture: true,
      passive: true,
      signal,
    })
  for (const type of ['pointerdown', 'keydown'])
    hear(type, event => {
      const target = event.composedPath()[0] as Element
      // A press on Keyway’s card makes no key, and neither does one on a link to another page of the site.
      if (target !== own()) acted = !target.closest(elsewhere)
    })
  hear('input', event => typed.add(event.composedPath()[0] as Node))

  /** No key is kept here, not even one that the page shows: a number tells whether it was seen before. */
  const markOf = (key: string): number =>
    [...key].reduce((mark, letter) => Math.imul(mark ^ letter.charCodeAt(0), 0x01000193) >>> 0, seed)

  function isTyped(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) if (typed.has(at)) return true
    return false
  }

  function look(): ShownKey | null {
    let judged = 0
    const texts = keyTexts(glance).filter(text => !isTyped(text.element))
    const seenNow = new Set<number>()
    // Beside a key that stands by itself, a key inside a program’s line is an example; without one it may be how the page shows the key.
    const isPlain = texts.slice(0, mostJudged).some(text => !isSample(text))
    for (const text of texts) {
      const mark = markOf(text.key)
      const mayBeNew =
        isTheReveal(text) || (acted && !isFirstLook && !old.has(mark) && !isSample(text, isPlain))
      if (fresh.has(mark) || (old.has(mark) && !mayBeNew) || judged++ >= mostJudged) continue
      // A key under a notice was there before: closing the notice does not make it new.
      if (!mayBeNew) seenNow.add(mark)
      else if (isInSight(text, own()) || isWithinReach(text)) fresh.add(mark)
    }
    // The same key may stand in an example and by itself: then the place by itself counts.
    for (const mark of seenNow) if (!fresh.has(mark)) old.add(mark)
    isFirstLook = false
    const shown = texts.filter(text => fresh.has(markOf(text.key)) && seeable(text.element))
    // While another key is there that the person cannot see yet, a key in an example is not the new one.
    const isOneMasked = texts.some(
      ({ key, field }) => field?.type === 'password' && !shown.some(other => other.key === key),
    )
    const one = shown.find(text => !isSample(text)) ?? (isOneMasked ? undefined : shown[0])
    return one ? { element: one.element, tail: one.key.slice(-4) } : null
  }

  return {
    look,
    inSight: () => {
      look()
      // A key that was there before, or was typed, is not meant; any other may be.
      const texts = keyTexts(glance).filter(
        text => !isTyped(text.element) && (fresh.has(markOf(text.key)) || !old.has(markOf(text.key))),
      )
      const isNew = texts.some(text => fresh.has(markOf(text.key)) && isInSight(text, own()))
      return isNew ? judge(texts, own()) : { keys: [], isSure: false, isOneHidden: texts.length > 0 }
    },
    begin(wasRunning, view) {
      isFirstLook = !(wasRunning && view.inForm && cameByPress())
    },
    meant(tail) {
      for (const { key } of keyTexts(glance)) if (tail && key.endsWith(tail)) fresh.add(markOf(key))
    },
    startAnew() {
      isFirstLook = true
      acted = false
    },
  }
}

/** A dialog whose one purpose it is, or the first-run wizard's read-only field. */
function isTheReveal({ element, field }: KeyText): boolean {
  const dialog = openDialogs().find(one => one.contains(element))
  if (!dialog) return field?.readOnly === true && isOn(welcomePaths, location.href)
  return (
    field?.readOnly === true ||
    readsAs('newKey', dialog.querySelector('h1, h2, h3, [role=heading]')?.textContent ?? '')
  )
}
