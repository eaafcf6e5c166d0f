/** What a key has been through: its last 200 changes, and one line per day. Sealed by the vault; pure. */
import type { Cause, Evidence, Verdict } from '../../../providers/verdict.ts'
import { isKeptFigures, type KeptFigures } from '../../usage/core/kept-figures.ts'

/** A change: what it became, when, and the answer that said so. */
export type Change = Pick<Verdict, 'cause' | 'key' | 'use' | 'says'> & {
  kind: 'change'
  at: number
  status?: number
  requestId?: string
}

/** One day (UTC): how often it was asked, what came of it, how long answers took in all. */
export type Day = {
  kind: 'day'
  day: string
  good: number
  bad: number
  /** Could not be asked, or could not be told. */
  unknown: number
  milliseconds: number
  causes: Partial<Record<Cause, number>>
}

export type HistoryEntry = Change | Day | KeptFigures

const mostChanges = 200
const mostDays = 400

const isEntry = (value: unknown): value is HistoryEntry =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'change' || value.kind === 'day' || isKeptFigures(value))

export const entriesOf = (stored: readonly unknown[]): HistoryEntry[] => stored.filter(isEntry)

export type Seen = {
  verdict: Verdict
  evidence: readonly Evidence[]
  at: number
  milliseconds: number
  changed: boolean
}

export const isGood = ({ key, use }: Pick<Change, 'key' | 'use'>): boolean =>
  key === 'accepted' && (use === 'ready' || use === 'unknown')

/** One history of a key that was held twice. Of a day that both tell of, what the first says stays. */
export function joinHistories(one: readonly unknown[], other: readonly unknown[]): HistoryEntry[] {
  const [own, more] = [entriesOf(one), entriesOf(other)]
  const tells = new Set(own.map(entry => (entry.kind === 'day' ? entry.day : entry.kind)))
  const added = more.filter(
    entry => entry.kind === 'change' || !tells.has(entry.kind === 'day' ? entry.day : entry.kind),
  )
  const at = (entry: HistoryEntry) => (entry.kind === 'change' ? entry.at : 0)
  return [...own, ...added].sort((a, b) => at(a) - at(b))
}

/** The history with one more check in it. */
export function remember(stored: readonly unknown[], seen: Seen): HistoryEntry[] {
  const entries = entriesOf(stored)
  const changes = entries.filter(entry => entry.kind === 'change')
  const days = entries.filter(entry => entry.kind === 'day')
  const figures = entries.filter(isKeptFigures)
  const { verdict, at } = seen
  if (seen.changed) {
    const why = seen.evidence.find(one => one.cause === verdict.cause) ?? seen.evidence[0]
    const { cause, key, use, says } = verdict
    changes.push({
      kind: 'change',
      at,
      cause,
      key,
      use,
      // What a key that works was answered is about the question, which is made so that it must be refused.
      says: isGood({ key, use }) ? '' : says,
      ...(why?.status !== undefined && { status: why.status }),
      ...(why?.requestId !== undefined && { requestId: why.requestId }),
    })
  }
  const name = new Date(at).toISOString().slice(0, 10)
  const has = days.find(day => day.day === name)
  const day: Day = has ?? { kind: 'day', day: name, good: 0, bad: 0, unknown: 0, milliseconds: 0, causes: {} }
  const result =
    verdict.key === 'unknown'
      ? 'unknown'
      : verdict.key === 'rejected' || verdict.use === 'blocked'
        ? 'bad'
        : 'good'
  const next: Day = {
    ...day,
    [result]: day[result] + 1,
    milliseconds: day.milliseconds + seen.milliseconds,
    causes: { ...day.causes, [verdict.cause]: (day.causes[verdict.cause] ?? 0) + 1 },
  }
  const others = days.filter(one => one.day !== name)
  return [
    ...figures,
    ...changes.slice(-mostChanges),
    ...[...others, next].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-mostDays),
  ]
}
