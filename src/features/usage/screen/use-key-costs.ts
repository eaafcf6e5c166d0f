/** What each key cost in the last 30 days, as an admin key of the vault tells it: the figures of the last time first, then new ones. */
import { use, useEffect, useMemo, useState } from 'react'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { matchKeys } from '../core/match-keys.ts'
import { type EachKey, eachKey } from '../core/read-kept.ts'
import { keep, loadKept } from './kept-figures.ts'
import { fetchKeyCosts } from './read-usage.ts'

/** Figures are hours behind anyway: younger ones are not asked for again. */
const freshFor = 15 * 60_000
/** Nobody waits longer for a list of keys because of a column of it. */
const mostWait = 300

export type KeyCosts = {
  /** The label of the admin key that tells. */
  by: string
  /** Id of a key in the vault -> US dollars in 30 days. */
  costs: ReadonlyMap<string, number>
  /** When they were read, ms since the epoch. */
  at: number
}

/** What was known of each admin key's figures when a list was last drawn with them. */
const known = new Map<string, Promise<EachKey | null>>()

function knownOf(id: string): Promise<EachKey | null> {
  const loading = known.get(id) ?? Promise.race([loadKept(id, 'each-key', eachKey), later(mostWait)])
  known.set(id, loading)
  return loading
}
const later = (milliseconds: number) =>
  new Promise<null>(resolve => {
    setTimeout(() => resolve(null), milliseconds)
  })
const nothing = Promise.resolve(null)

/**
 * Undefined where no key can tell, or no key of the vault is among those it tells of. Which it is, is settled as the list is drawn
 * first (until then React waits): a column that came or went afterwards would move the headings under the pointer.
 */
export function useKeyCosts(rows: readonly KeyRow[]): KeyCosts | undefined {
  const [admin] = useState(() => rows.find(row => row.provider === 'openai' && row.kind === 'admin'))
  const id = admin?.id
  const before = use(id === undefined ? nothing : knownOf(id))
  const [figures, setFigures] = useState(before)
  const costs = useMemo(() => costsOf(rows, figures), [rows, figures])
  const [isColumn] = useState(costs.size > 0)
  useEffect(() => {
    if (id === undefined || (before && Date.now() - before.at < freshFor)) return
    let isShown = true
    void fetchKeyCosts(question => send('screen.admin', { id, ...question }), Date.now()).then(read => {
      if (!read.ok) return
      const { ok: _, ...told } = read
      known.set(id, Promise.resolve(told))
      keep(id, 'each-key', told)
      if (isShown) setFigures(told)
    })
    return () => {
      isShown = false
    }
  }, [id, before])
  return admin && figures && isColumn ? { by: admin.label, costs, at: figures.at } : undefined
}

function costsOf(rows: readonly KeyRow[], figures: EachKey | null): ReadonlyMap<string, number> {
  if (!figures) return new Map()
  const costs = new Map(figures.costs)
  return new Map([...matchKeys(rows, figures.keys)].map(([id, of]) => [id, costs.get(of) ?? 0]))
}
