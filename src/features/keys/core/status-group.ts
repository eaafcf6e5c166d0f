/** The groups that a list's tally counts and its status filter offers: one for each cause that needs the person. Pure. */
import { t } from '../../../i18n/t.ts'
import type { KeyRow, VerdictSeen } from '../../../protocol/published.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import { needsPermission, order, presentStatus, type Tone } from '../../health/core/present-status.ts'

export type StatusGroup = {
  /** As it stands in an address: a cause, `works`, `untested`, `kept`, `fresh` or `permission`. */
  id: string
  tone: Tone
  name: string
}

/** Keys that the browser does not let Keyway ask about: their ids. */
export type Blocked = ReadonlySet<string>
export const noneBlocked: Blocked = new Set()

const permission: StatusGroup = { id: 'permission', tone: needsPermission.tone, name: needsPermission.short }
const untested: StatusGroup = { id: 'untested', tone: 'unknown', name: t('Not tested') }
const kept: StatusGroup = { id: 'kept', tone: 'unknown', name: t('Kept') }
const groups = new WeakMap<KeyRow, StatusGroup>()

/** @param blocked keys whose provider may not be asked for want of the browser's permission */
export function statusGroupOf(row: KeyRow, blocked: Blocked = noneBlocked): StatusGroup {
  if (isKeptOnly(row)) return kept
  if (!row.verdict) return blocked.has(row.id) ? permission : untested
  const group = groups.get(row) ?? groupOf(row, row.verdict)
  groups.set(row, group)
  return group
}

function groupOf(row: KeyRow, verdict: VerdictSeen): StatusGroup {
  const { tone, short } = presentStatus(verdict, row)
  if (verdict.retryAt !== undefined) return { id: 'fresh', tone, name: short }
  if (tone === 'works') return { id: 'works', tone, name: t('Works') }
  return { id: verdict.cause, tone, name: short }
}

export type Counted = StatusGroup & { count: number }

/** How many keys are in each group, what needs the person first. */
export function tallyOf(rows: readonly KeyRow[], blocked: Blocked = noneBlocked): Counted[] {
  const counts = new Map<string, Counted>()
  for (const row of rows) {
    const group = statusGroupOf(row, blocked)
    const counted = counts.get(group.id)
    if (counted) counted.count++
    else counts.set(group.id, { ...group, count: 1 })
  }
  return [...counts.values()].sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count)
}

/** Groups that need the person come first; keys that were not tested, and then those that Keyway only stores, come last. */
export const rankOf = ({ id, tone }: StatusGroup): number =>
  id === 'kept' ? 6 : id === 'untested' || id === 'permission' ? 5 : order[tone]

/** Does a list show, at this key or above it, why it does not work? */
export const isBroken = ({ tone }: StatusGroup): boolean => tone === 'rejected' || tone === 'needs'
