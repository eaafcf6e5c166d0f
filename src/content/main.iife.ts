/**
 * The content script, on platform.openai.com only. While no guide runs it has two listeners: one for the page's address,
 * one that notices the field of a key being shown (it takes the focus when it appears). Holds and shows no secret.
 */

import { createOverlay, type PillContent } from '../overlay/index.ts'
import { isOn, keyPaths } from '../tour/key-pages.ts'
import type { TourView } from '../tour/tour.ts'
import { innocent, readKey, revealField } from './reveal.ts'
import { direction, listen, orphaned, speak } from './speak.ts'
import { type PageTour, startTour } from './tour.ts'

const newest = 'keyway:newest'
const life = new AbortController()
const { signal } = life
const me = crypto.randomUUID()

// Injected again after an update, or at install into a tab that had it already: the newest copy is the one that stays.
document.dispatchEvent(new CustomEvent(newest, { detail: me }))
document.addEventListener(newest, event => (event as CustomEvent).detail !== me && life.abort(), { signal })

let tour: PageTour | null = null
let running = new AbortController()
let pill: AbortController | null = null
let offered: { guide: string; title: string } | undefined
let refused = false

function show(view: TourView | null): void {
  if (view === null) {
    running.abort()
    tour = null
    return
  }
  closePill()
  if (tour) {
    tour.show(view)
    return
  }
  running = new AbortController()
  const lasts = AbortSignal.any([running.signal, signal])
  tour = startTour(view, lasts)
  // The guide may have gone on in another tab meanwhile.
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void hello(),
    {
      signal: lasts,
    },
  )
}

async function hello(): Promise<void> {
  if (orphaned()) return life.abort()
  if (document.visibilityState === 'hidden') {
    // A running guide looks again by itself; a tab that was opened or reloaded behind another has to.
    if (!tour) document.addEventListener('visibilitychange', () => void hello(), { once: true, signal })
    return
  }
  // The worker may have been ended while it was asked: then its next life answers.
  const ask = () => speak('page.hello', { url: location.href })
  const reply = (await ask()) ?? (await ask())
  if (signal.aborted || !reply) return
  offered = reply.offer
  show(reply.view)
  if (!reply.view) offer()
}

/** The pill: on the page where keys are made, once, and never after "not again". */
function offer(): void {
  const here = isOn(keyPaths, location.href)
  if (here && offered && !tour && !refused) openPill({ ...offered, act: 'start', button: 'Guide me' })
  else closePill()
}

function openPill(content: PillContent): void {
  if (pill) return
  pill = new AbortController()
  const lasts = AbortSignal.any([pill.signal, signal])
  createOverlay({ pressed, gaveUp: closePill }, lasts, direction()).offer(content)
}

function closePill(): void {
  pill?.abort()
  pill = null
}

async function pressed(act: string, option: string | undefined): Promise<void> {
  closePill()
  if (act !== 'start') refused = true
  if (act === 'later') return
  if (act === 'save-key') await speak('page.offerKey', {})
  else await speak('page.act', { act: act as 'start', ...(option !== undefined && { option }) })
}

/** A key made outside a guide is shown as briefly as any other. */
function noticeKey(event: FocusEvent): void {
  if (tour || !(event.target instanceof Element) || event.target !== revealField()) return
  closePill()
  openPill({
    guide: 'create-key',
    title: 'This key is shown only once',
    act: 'save-key',
    button: 'Save to Keyway',
  })
}

function addressChanged(): void {
  if (orphaned()) life.abort()
  else if (tour) tour.moved()
  else offer()
}

/** The one thing that is ever said of a key here, and only as the answer to the worker's question. */
function takeKey() {
  const key = readKey()
  if (key === null) return { none: 'No dialog with a whole key is open.' }
  const said = Object.entries(tour?.said ?? {}).filter(([, text]) => innocent(text) !== undefined)
  return { key, ...(Object.fromEntries(said) as PageTour['said']) }
}

listen(
  {
    'toPage.view': ({ view }) => show(view),
    'toPage.takeKey': takeKey,
    'toPage.focusCard': () => tour?.focus(),
    'toPage.showMe': () => tour?.showMe(),
  },
  signal,
)
navigation.addEventListener('currententrychange', addressChanged, { signal })
window.addEventListener('focusin', noticeKey, { capture: true, passive: true, signal })

if (document.readyState === 'loading')
  document.addEventListener('DOMContentLoaded', () => void hello(), { once: true, signal })
else void hello()
