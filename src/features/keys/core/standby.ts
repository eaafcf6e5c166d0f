/** Standby keys: a spare key of the same provider, kept ready for the day the key that it is marked for fails. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import type { Cause, VerdictSeen } from '../../../providers/verdict.ts'
import { presentStatus } from '../../health/core/present-status.ts'
import { byName } from './filter.ts'
import { isBroken, statusGroupOf } from './status-group.ts'

/**
 * `ready`: a test showed that it works, in the way that the other key now fails. `unproven`: it worked, but before the other one
 * failed, or whether there is credit behind it is not known. `untested`: no test has told anything yet. `broken`: it does not work.
 */
export type StandbyState = 'ready' | 'unproven' | 'untested' | 'broken'
export type Standby = { row: KeyRow; state: StandbyState }

const dayMs = 86_400_000
/** Causes that concern this one key only, and not other keys of the same account. */
const ownCauses: readonly Cause[] = ['invalid_key', 'expired_key', 'malformed_key', 'wrong_provider']
const best: readonly StandbyState[] = ['ready', 'unproven', 'untested', 'broken']

/** May `other` be marked as a standby for `row`, or `row` for `other`? */
export const canStandBy = (row: KeyRow, other: KeyRow): boolean =>
  row.id !== other.id && row.provider === other.provider && !isKeptOnly(row)

/** The key that this one stands by for; undefined when that key was deleted, or now belongs to another provider. */
export const standsByFor = (row: KeyRow, rows: readonly KeyRow[]): KeyRow | undefined =>
  row.standbyFor === undefined
    ? undefined
    : rows.find(one => one.id === row.standbyFor && canStandBy(row, one))

/** Its standby keys, the one that is readiest first. */
export function standbysOf(row: KeyRow, rows: readonly KeyRow[]): Standby[] {
  return rows
    .filter(one => one.standbyFor === row.id && canStandBy(row, one))
    .map(one => ({ row: one, state: stateOf(one, row.verdict) }))
    .sort((a, b) => best.indexOf(a.state) - best.indexOf(b.state) || byName(a.row.label, b.row.label))
}

/** The keys that have a standby. */
const withStandby = (rows: readonly KeyRow[]): KeyRow[] => {
  const wanted = new Set(rows.map(row => row.standbyFor))
  return rows.filter(row => wanted.has(row.id))
}

/** The ids of the keys that fail and have a standby that is ready. */
export const withReadyStandby = (rows: readonly KeyRow[]): ReadonlySet<string> =>
  new Set(
    withStandby(rows)
      .filter(row => isBroken(statusGroupOf(row)) && standbysOf(row, rows)[0]?.state === 'ready')
      .map(({ id }) => id),
  )

/** Standby keys that could not take the other one's place: they do not work, or no test has shown that they do. */
export const standbysNotReady = (rows: readonly KeyRow[]): KeyRow[] =>
  withStandby(rows).flatMap(row =>
    standbysOf(row, rows)
      .filter(({ state }) => state === 'broken' || state === 'untested')
      .map(standby => standby.row),
  )

/** @param failed the status of the key that it stands by for */
function stateOf(row: KeyRow, failed: VerdictSeen | undefined): StandbyState {
  const { verdict } = row
  if (!verdict || verdict.retryAt !== undefined) return 'untested'
  const { tone } = presentStatus(verdict, row)
  if (tone === 'unknown') return 'untested'
  if (tone !== 'works' && tone !== 'limited') return 'broken'
  if (!failed || (failed.key === 'accepted' && failed.use !== 'blocked')) return 'ready'
  if (ownCauses.includes(failed.cause)) return failed.since - verdict.at < dayMs ? 'ready' : 'unproven'
  return verdict.at >= failed.since && verdict.use !== 'unknown' ? 'ready' : 'unproven'
}
