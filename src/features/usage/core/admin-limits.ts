/** Spend limits, alerts and service accounts of the Admin API: paths, what is sent, and how limits and alerts are read. Pure. */
import { plainLine } from '../../../i18n/plain-text.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import { isAmount, isUsual } from './admin-pages.ts'

/** `enforcing`: whether calls are refused above it; null: not told. */
export type Limit = { dollars: number; enforcing: boolean | null }
export type Alert = { id: string; dollars: number; recipients: string[] }

/** `project` is null for the whole organization. */
const place = (project: string | null) =>
  project === null ? '/organization' : `/organization/projects/${project}`

export const limitPath = (project: string | null): string => `${place(project)}/spend_limit`
export const alertsPath = (project: string | null, id?: string): string =>
  `${place(project)}/spend_alerts${id === undefined ? '' : `/${id}`}`
export const accountsPath = (project: string, id?: string): string =>
  `${place(project)}/service_accounts${id === undefined ? '' : `/${id}`}`

/** By calendar month; the platform counts in cents. */
const amount = (dollars: number) => ({
  threshold_amount: Math.round(dollars * 100),
  currency: 'USD',
  interval: 'month',
})
export const limitBody = (dollars: number): string => JSON.stringify(amount(dollars))
export const alertBody = (dollars: number, recipient: string): string =>
  JSON.stringify({
    ...amount(dollars),
    notification_channel: { type: 'email', recipients: [recipient], subject_prefix: null },
  })
export const accountBody = (name: string): string => JSON.stringify({ name })

/** What a person typed: a positive amount in whole cents, or null. */
export function readDollars(text: string): number | null {
  const clean = text.trim().replace(/^\$/, '').replace(',', '.')
  const dollars = Number(clean)
  return /^\d{1,7}(?:\.\d{1,2})?$/.test(clean) && dollars > 0 ? dollars : null
}

/** @returns undefined when it tells no limit of a month in US dollars. */
export function readLimitDollars(body: string): number | undefined {
  const { threshold_amount: cents, interval, currency } = fields(parseJson(body))
  return isCents(cents) && isUsual(interval, 'month') && isUsual(currency, 'usd') ? cents / 100 : undefined
}

/** @returns undefined when the answer is none of this API; null when there is no limit. */
export function readLimit({ status, body }: { status: number; body: string }): Limit | null | undefined {
  const { enforcement, error } = fields(parseJson(body))
  const dollars = readLimitDollars(body)
  if (dollars !== undefined) {
    const { status } = fields(enforcement)
    return {
      dollars,
      enforcing: status === 'enforcing' || (status === 'inactive' ? false : null),
    }
  }
  // An address that is not there says nothing of limits.
  return status === 404 && isObject(error) && error.code !== 'unknown_url' ? null : undefined
}

export function readAlerts(body: string): Alert[] | undefined {
  return list(body)?.flatMap(one => {
    const { id, threshold_amount: cents, notification_channel: channel } = one
    if (typeof id !== 'string' || !/^[\w-]{1,80}$/.test(id) || !isCents(cents)) return []
    const { recipients } = fields(channel)
    const mails = Array.isArray(recipients) ? recipients.flatMap(one => line(one) ?? []) : []
    return [{ id, dollars: cents / 100, recipients: mails }]
  })
}

/** "ci-runner" on 2026-11-21 is followed by "ci-runner-2026-11-21"; a date that is there already is replaced. */
export function successorName(name: string, now: number): string {
  return `${name.replace(/-\d{4}-\d{2}-\d{2}$/, '')}-${new Date(now).toISOString().slice(0, 10)}`
}

const isCents = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && isAmount(value / 100)
/** Names are given by everybody who may make such a thing there. */
const line = (value: unknown): string | undefined =>
  (typeof value === 'string' && plainLine(value.slice(0, 400)).slice(0, 200)) || undefined

function list(body: string): Record<string, unknown>[] | undefined {
  const { data } = fields(parseJson(body))
  return Array.isArray(data) ? data.map(fields) : undefined
}

const fields = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
