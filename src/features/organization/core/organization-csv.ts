/** The organization's keys as a file: a line for each key, with ids, so that a program can go on from there. No key is in it. Pure. */
import { toCsv } from '../../usage/core/to-csv.ts'
import { isWhole, type Organization } from './organization.ts'
import type { OrganizationRow } from './organization-rows.ts'

const columns = [
  'id',
  'name',
  'kind',
  'shown_as',
  'project',
  'project_id',
  'owner',
  'owner_has_access',
  'created_utc',
  'expires_utc',
  'last_used_utc',
  'last_model_call_day_utc',
  'model_requests_30_days',
  'cost_usd_30_days',
  'in_this_vault_as',
  'marks',
]

/** Empty: not told. */
export function organizationAsCsv(rows: readonly OrganizationRow[], organization: Organization): string {
  const knowsCosts = isWhole(organization, 'costs')
  const knowsCalls = isWhole(organization, 'calls')
  const lines = rows.map(({ key, project, use, held, marks }) => [
    key.id,
    key.name,
    key.kind,
    key.redacted,
    project,
    key.project ?? '',
    key.owner ?? '',
    key.isOwnerGone === undefined ? '' : key.isOwnerGone ? 'no' : 'yes',
    moment(key.createdAt),
    moment(key.expiresAt, 'never'),
    moment(key.lastUsedAt, 'never'),
    knowsCalls ? (use?.lastCall ?? 'none in 90 days') : '',
    knowsCalls ? (use?.requests ?? 0) : '',
    knowsCosts ? Number((use?.dollars ?? 0).toFixed(6)) : '',
    held?.label ?? '',
    marks.join(' '),
  ])
  return toCsv([columns, ...lines])
}

function moment(time: number | null | undefined, none = ''): string {
  return time === null ? none : time === undefined ? '' : new Date(time).toISOString()
}
