/** What the vault’s list tells of a replacement: the new key is there, it works, the old one is refused. Pure. */
import type { CheckView, KeyRow, PendingKey } from '../../../protocol/published.ts'
import { isRevocationProven } from '../../../providers/answers/revocation.ts'
import { type Replacement, reduce, type Step } from './replacement.ts'

const minute = 60_000

/** As the worker publishes it. `now`: ms since the epoch. */
export type Seen = {
  rows: readonly KeyRow[]
  /** Keys that wait to be saved: a new account’s, where the vault was locked in between. */
  pending: readonly PendingKey[]
  /** How far the confirmations are that keys are revoked. */
  revocations: CheckView['dead']
  now: number
}

/** The steps that these rows show to be done, in order; none where they say nothing new. */
export function stepsSeen(run: Replacement, { rows, pending, revocations, now }: Seen): Step[] {
  const steps: Step[] = []
  let at = run
  const see = (step: Step) => {
    const next = reduce(at, step)
    if (next !== at) steps.push(step)
    at = next
  }
  const made = at.next === undefined && newKeyOf(at, rows, pending)
  if (made) see({ step: 'made', next: made.id })
  const next = rows.find(({ id }) => id === at.next)
  if (next?.verdict?.key === 'accepted') see({ step: 'works', at: next.verdict.at })
  const old = rows.find(({ id }) => id === at.old)
  if (old && (revocations?.[at.old]?.deadAt !== undefined || isRevocationProven(old.verdict)))
    see({ step: 'revoked', at: revocations?.[at.old]?.deadAt ?? old.verdict?.at ?? now })
  return steps
}

/** The worker saves a new account’s key under its name, also when nobody was there to hear of it. */
function newKeyOf(
  { asked }: Replacement,
  rows: readonly KeyRow[],
  pending: readonly PendingKey[],
): { id: string } | undefined {
  if (!asked) return undefined
  const from = asked.at - minute
  return (
    rows.find(row => row.kind === 'service' && row.label === asked.name && row.createdAt >= from) ??
    pending.find(key => key.kind === 'service' && key.name === asked.name && key.capturedAt >= from)
  )
}

/**
 * Keys that a person may have made for this: of the same provider, saved since it began. If there is none, those of the day before: the key may
 * have come from another computer, or the clock was put back.
 */
export function candidates(run: Replacement, rows: readonly KeyRow[]): KeyRow[] {
  const since = (time: number) =>
    rows.filter(
      row =>
        row.provider === 'openai' &&
        row.kind !== 'admin' &&
        row.id !== run.old &&
        row.createdAt >= time &&
        row.verdict?.key !== 'rejected',
    )
  const fresh = since(run.startedAt - minute)
  return fresh.length > 0 ? fresh : since(run.startedAt - 24 * 60 * minute)
}
