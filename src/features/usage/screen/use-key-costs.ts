/** What each key cost in the last 30 days, as an admin key of the vault tells it: the figures of the last time first, then new ones. */
import { useEffect, useMemo, useState } from 'react'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { matchKeys } from '../../organization/core/match-keys.ts'
import { type EachKey, eachKey } from '../core/read-stored-figures.ts'
import { keep, loadKept } from './figure-store.ts'
import { fetchKeyCosts } from './read-usage.ts'

/** Figures are hours behind anyway: younger ones are not asked for again. */
const freshFor = 15 * 60_000

export type KeyCosts = {
  /** The label of the admin key that tells. */
  by: string
  /** Id of a key in the vault -> US dollars in 30 days; empty until they were read. */
  costs: ReadonlyMap<string, number>
  /** When they were read, ms since the epoch. */
  at: number | undefined
}

/**
 * Undefined where no admin key of the vault has told what one of its keys cost. Which it is, is settled as the list is drawn first: a
 * column that came or went afterwards would move the headings under the pointer.
 */
export function useKeyCosts(rows: readonly KeyRow[]): KeyCosts | undefined {
  const [admin] = useState(() => {
    const all = rows.filter(row => row.provider === 'openai' && row.kind === 'admin')
    return all.find(row => row.tellsCosts) ?? all[0]
  })
  const [figures, setFigures] = useState<EachKey | null>(null)
  const costs = useMemo(() => costsOf(rows, figures), [rows, figures])
  const id = admin?.id
  const [first] = useState(rows)
  useEffect(() => {
    if (id === undefined) return
    let isShown = true
    const show = (next: EachKey) => isShown && setFigures(next)
    void (async () => {
      const kept = await loadKept(id, 'each-key', eachKey)
      if (kept) show(kept)
      if (kept && Date.now() - kept.at < freshFor) return
      const read = await fetchKeyCosts(question => send('screen.admin', { id, ...question }), Date.now())
      if (!read.ok) return
      const { ok: _, ...next } = read
      if (costsOf(first, next).size > 0) keep(id, 'each-key', next)
      show(next)
    })()
    return () => {
      isShown = false
    }
  }, [id, first])
  return admin?.tellsCosts ? { by: admin.label, costs, at: figures?.at } : undefined
}

/** Of a key of the vault that is certainly one of these, or whose tracking id is known: a wrong figure is worse than none. */
export function costsOf(rows: readonly KeyRow[], figures: EachKey | null): ReadonlyMap<string, number> {
  if (!figures) return new Map()
  const costs = new Map(figures.costs)
  const known = rows.flatMap(({ id, provider, trackingId }) =>
    provider === 'openai' && trackingId !== undefined ? [[id, trackingId] as const] : [],
  )
  const sure = matchKeys(rows, figures.keys).flatMap(({ row, key, isSure }) =>
    isSure ? [[row.id, key.id] as const] : [],
  )
  // What is known of a key whose amounts were not all read is too low.
  const unread = new Set(figures.unread)
  return new Map(
    [...known, ...sure].flatMap(([id, trackingId]) =>
      unread.has(trackingId) || unread.has(null) ? [] : [[id, costs.get(trackingId) ?? 0]],
    ),
  )
}
