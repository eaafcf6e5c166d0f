/**
 * The content script, on platform.openai.com only. While no guide runs it looks at three events: the page's address,
 * its coming into view, and the field of a key being shown (it takes the focus when it appears). Holds and shows no secret.
 */

import { isField } from '../../features/capture/page/key-texts.ts'
import { followNewKeys } from '../../features/capture/page/new-keys.ts'
import { isPlatform, keysInSight } from '../../features/capture/page/reveal.ts'
import type { CardDesign } from '../../features/guide/core/card-words.ts'
import { isOn, keyPaths } from '../../features/guide/core/key-pages.ts'
import type { PageView } from '../../features/guide/core/page-view.ts'
import { learnWords } from '../../features/guide/page/reads-as.ts'
import { type PageTour, startTour } from '../../features/guide/page/run-tour.ts'
import { listen, orphaned, rootOf, speak } from '../../features/guide/page/send-to-worker.ts'
import { createOverlay, type Overlay, type PillContent } from '../../overlay/index.ts'
import { listenFirst } from '../../overlay/window-events.ts'
import type { PageReplies, ToPage } from '../../protocol/messages.ts'
import { endWhenOrphaned, replaceOlderCopy } from './only-copy.ts'

const life = replaceOlderCopy()
const { signal } = life
listenFirst(signal)

let tour: PageTour | null = null
let running = new AbortController()
let pill: { life: AbortController; overlay: Overlay } | null = null
let offered: { guide: string; title: string } | undefined
let refused = false
/** This document has asked for the first time: a guide that answers then was running before it was opened. */
let hasAsked = false
const own = (): Element | null => tour?.own() ?? pill?.overlay.element ?? null
const keys = followNewKeys(own, signal)
/** What card and pill say and how they look: the worker's answer brings it, so this file holds no words and no style. */
let says: CardDesign | undefined

function show(view: PageView | null, afresh = false, wasRunning = false): void {
  // A view for a page that has not asked yet: its words come with the answer.
  if (!says) return void hello()
  if (view === null) {
    running.abort()
    tour = null
    return
  }
  closePill()
  if (tour) {
    tour.show(view, afresh)
    return
  }
  running = new AbortController()
  keys.begin(wasRunning, view)
  tour = startTour(view, says, keys, until(running))
}

/** Ends with this copy of the script at the latest: what is drawn until then watches for that. */
function until(end: AbortController): AbortSignal {
  const lasts = AbortSignal.any([end.signal, signal])
  endWhenOrphaned(life, lasts)
  return lasts
}

async function hello(): Promise<void> {
  if (orphaned()) return life.abort()
  // Behind another tab, not shown yet (prerendered), or put away.
  if (document.hidden) return
  // The worker may have been ended while it was asked: then its next life answers.
  const ask = () => speak('page.hello', { url: location.href })
  const reply = (await ask()) ?? (await ask())
  if (signal.aborted || !reply) return
  offered = reply.offer
  says = reply.says
  learnWords(says.pageWords)
  show(reply.view, true, !hasAsked)
  hasAsked = true
  // A key that is offered to be saved stays so when the person looks elsewhere meanwhile.
  if (!reply.view && !pill) offer()
}

/** The pill: on the page where keys are made, once, and never after "not again". */
function offer(): void {
  const here = isOn(keyPaths, location.href)
  if (says && here && offered && !tour && !refused)
    openPill(says, { ...offered, act: 'start', button: says.guideMe })
  else closePill()
}

function openPill(words: CardDesign, content: PillContent): void {
  if (pill) return
  const closing = new AbortController()
  const overlay = createOverlay({ pressed, gaveUp: closePill, rootOf }, words, until(closing))
  pill = { life: closing, overlay }
  overlay.offer(content)
}

function closePill(): void {
  pill?.life.abort()
  pill = null
}

async function pressed(act: string): Promise<void> {
  closePill()
  if (act !== 'start') refused = true
  if (act === 'later') return
  if (act === 'save-key') await speak('page.offerKey', {})
  else await speak('page.act', { act: act as 'start' })
}

/** A key made outside a guide is shown as briefly as any other. */
async function noticeKey(event: FocusEvent): Promise<void> {
  const { target } = event
  // Looking through the page at every move of the focus would cost too much.
  if (tour || !(target instanceof Element) || !isField(target) || !target.value.includes('sk-')) return
  if (!says) await hello()
  if (!says || tour || target !== keys.look()?.element) return
  closePill()
  openPill(says, {
    guide: 'create-key',
    title: says.shownOnce,
    act: 'save-key',
    button: says['save-key'],
  })
}

function addressChanged(): void {
  if (orphaned()) life.abort()
  else if (tour) tour.moved()
  else offer()
}

/** The one thing that is ever said of a key here, and only as the answer to the worker's question. */
async function takeKey({ all, tail }: ToPage['toPage.takeKey']): Promise<PageReplies['toPage.takeKey']> {
  if (!isPlatform() || document.hidden) return { none: true }
  // By its words it is told whether a key is an example.
  if (!says) await hello()
  // Between two pictures of the screen a page may hold another key than the one that a person sees.
  await new Promise(requestAnimationFrame)
  // Asked for no answer: in Firefox the promise is the page's, which may not look into an object of ours.
  await scheduler.postTask(() => {}, { priority: 'user-blocking' })
  const seen = all ? keysInSight(own()) : keys.inSight()
  const [key] = seen.keys
  if (all) keys.meant(tail ?? (seen.isSure ? key?.slice(-4) : undefined))
  if (!key) return { none: true, ...(seen.isOneHidden && { hidden: true }) }
  // What its fields said, kept without anything like a key.
  return { ...(seen.isSure ? { key } : { keys: seen.keys }), ...tour?.said }
}

listen(
  {
    'toPage.view': ({ view }) => show(view),
    'toPage.takeKey': takeKey,
    'toPage.focusCard': () => (tour ?? pill?.overlay)?.focus(),
    'toPage.showMe': () => tour?.showMe(),
  },
  signal,
)
navigation.addEventListener('currententrychange', addressChanged, { signal })
// A guide may have begun, gone on or ended in another tab, or on the page after this one, from which the person came back.
document.addEventListener('visibilitychange', () => void hello(), { signal })
window.addEventListener('focusin', noticeKey, { capture: true, passive: true, signal })

if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => void hello(), { once: true, signal })
else void hello()
