/**
 * What a page may do in the person's name. A page's script speaks with the same voice as the person's press on the card: so it may
 * only what the step in view offers, no more often than a hand can, and nothing that lasts. Pure but for its own counting.
 */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { fail } from '../../../protocol/failure.ts'
import type { GuideAct } from '../../../protocol/messages.ts'
import { platformPath } from './key-pages.ts'
import type { TourView } from './tour.ts'

/** Does the view offer this act? What a person may always do is to stop, to open the panel, to refuse what the pill offers. */
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

/** Does it open a screen of ours or another site, or have a provider asked about a key? */
export function costOf(view: TourView | null, { act }: GuideAct): 'pageTabs' | 'pageChecks' | undefined {
  const action = act === 'do' ? view?.action : undefined
  if (screens.has(action)) return 'pageTabs'
  if (action === 'test' || action === 'ask-rights') return 'pageChecks'
  return act === 'go' && platformPath(view?.link?.url ?? '') === undefined ? 'pageTabs' : undefined
}

/** So many of each may pages have asked for within ten minutes, in all; what a person does in a screen of ours is not counted. */
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

/** So many messages of one kind within ten seconds from one tab are more than a hand makes. */
const mostMessages = { hello: 30, act: 20, offerKey: 10, showMe: 5, loadTaught: 10 }
const messagesWithin = 10_000
/** An offered key may be one that the vault holds: then its provider is asked. So many offers within ten minutes. */
const mostOffers = 30

/** Counts in the worker's memory: a flood keeps the worker alive, and its count with it. */
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
