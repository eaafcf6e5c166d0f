/**
 * What a page may ask for in the person’s name. The worker cannot tell a page’s script from the person’s press on the card: so a page may
 * ask only for what the current step offers, no more often than a hand can press, and for nothing that lasts. Pure, except that it counts.
 */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import type { GuideAct } from '../../../protocol/messages.ts'
import { platformPath } from './key-pages.ts'
import type { TourView } from './tour.ts'

/** Does the view offer this act? Opening the panel, asking for a report and refusing the pill’s offer are always allowed, and stopping while there is a view. */
export function isOffered(view: TourView | null, { act, option }: GuideAct): boolean {
  if (act === 'open-panel' || act === 'report' || act === 'not-again') return true
  if (act === 'start') return view === null || view.kind === 'receipt'
  if (!view) return false
  if (act === 'stop') return true
  if (act === 'back') return view.can.back
  if (act === 'skip') return view.can.skip
  if (act === 'done') return view.button !== undefined
  if (act === 'do') return view.action !== undefined
  if (act === 'go') return view.link !== undefined
  if (act === 'fix') return view.fix !== undefined
  return act === 'choose' && view.choice?.options.some(one => one.id === option) === true
}

const screens = new Set<string | undefined>(['vault', 'copy', 'first-call', 'put-in-project'])

/** Which limit the act counts for: it opens a screen of Keyway or another site, or has a provider asked about a key. */
export function costOf(view: TourView | null, { act }: GuideAct): 'pageTabs' | 'pageChecks' | undefined {
  const action = act === 'do' ? view?.action : undefined
  if (screens.has(action)) return 'pageTabs'
  if (action === 'test' || action === 'ask-rights') return 'pageChecks'
  return act === 'go' && platformPath(view?.link?.url ?? '') === undefined ? 'pageTabs' : undefined
}

/** All pages together may ask for this many of each within ten minutes. What a person does in Keyway’s own screens is not counted. */
const mostOf = { pageTabs: 6, pageChecks: 20 }
const costsWithin = 10 * 60_000

/** @param before when the last ones were (ms since the epoch) @returns the times with this one, or null when it is too much */
export function countCost(
  cost: keyof typeof mostOf,
  before: readonly number[],
  now: number,
): number[] | null {
  const recent = before.filter(at => now - at < costsWithin && at <= now)
  return recent.length >= mostOf[cost] ? null : [...recent, now]
}

/** A hand does not cause more messages of one kind than this, in ten seconds in one tab. */
const mostMessages = { hello: 30, act: 20, offerKey: 10, showMe: 5, loadTaught: 10 }
const messagesWithin = 10_000
/** Keys that a page may offer within ten minutes. An offered key can be one of the vault’s, and then its provider is asked. */
const mostOffers = 30

/** Counts in the worker’s memory only: a flood of messages keeps the worker running, so the count is not lost. */
export function createPageRate(
  now: () => number,
): (tabId: number, kind: keyof typeof mostMessages) => boolean {
  const heard = new Map<string, number[]>()
  return (tabId, kind) => {
    const name = `${tabId} ${kind}`
    const isWithin = (time: number) => (at: number) => Math.abs(now() - at) < time
    const recent = (heard.get(name) ?? []).filter(isWithin(costsWithin))
    const isMany = kind === 'offerKey' && recent.length >= mostOffers
    const allowed = !isMany && recent.filter(isWithin(messagesWithin)).length < mostMessages[kind]
    heard.set(name, allowed ? [...recent, now()] : recent)
    return allowed
  }
}

export const notOffered: Failure = fail('not_offered', t('Use the side panel for that.'))
