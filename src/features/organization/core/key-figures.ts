/** What keys cost and when models answered them, from the cost and usage endpoints. Their requests do not contain checks for validity. Pure. */
import { plainLine } from '../../../i18n/plain-text.ts'
import { dayOf, dollarsIn, isCount, type PageOf, readBuckets } from '../../usage/core/admin-pages.ts'
import { callDays, costDays, type KeyUse, type Spend } from './organization.ts'

/** Every kind of call that a model answers (API reference, usage, 2026-11). Without all of them a key that only embeds would look unused. */
export const callKinds = [
  'completions',
  'embeddings',
  'images',
  'moderations',
  'audio_speeches',
  'audio_transcriptions',
] as const
export type CallKind = (typeof callKinds)[number]

const dayLength = 86_400_000
/** The first of so many days, today with them; midnight UTC, in seconds. */
const firstOf = (days: number, now: number) => Date.parse(dayOf(now - (days - 1) * dayLength)) / 1000

/** @param limit days of one page */
export function figuresPath(
  about: 'costs' | CallKind,
  { now, limit, page }: { now: number; limit: number; page: string | null },
): string {
  const isCosts = about === 'costs'
  const query = new URLSearchParams({
    start_time: String(firstOf(isCosts ? costDays : callDays, now)),
    bucket_width: '1d',
    limit: String(limit),
  })
  query.append('group_by[]', 'api_key_id')
  query.append('group_by[]', isCosts ? 'project_id' : 'model')
  if (page) query.set('page', page)
  return `/organization/${isCosts ? 'costs' : `usage/${about}`}?${query}`
}

export type KeyCost = { key: string | null; project: string | null; day: string; dollars: number }
export type KeyCalls = { key: string | null; model: string | null; day: string; requests: number }

const text = (value: unknown): string | null =>
  typeof value === 'string' && !(value in {}) ? plainLine(value.slice(0, 400)).slice(0, 200) || null : null

export function readKeyCosts(body: string): PageOf<KeyCost> | null {
  return readBuckets(body, (day, { amount, api_key_id: key, project_id: project }) => {
    const dollars = dollarsIn(amount)
    return dollars === null ? undefined : { key: text(key), project: text(project), day, dollars }
  })
}

export function readKeyCalls(body: string): PageOf<KeyCalls> | null {
  return readBuckets(body, (day, { num_model_requests: requests, api_key_id: key, model }) =>
    requests === 0
      ? null
      : isCount(requests)
        ? { key: text(key), model: text(model), day, requests }
        : undefined,
  )
}

/** Spend by project ('' where none is told) and by key. */
export function sumCosts(rows: KeyCost[]): { spend: Record<string, Spend>; byKey: Map<string, number> } {
  const spend = new Map<string, Spend>()
  const byKey = new Map<string, number>()
  for (const { key, project, dollars } of rows) {
    const was = spend.get(project ?? '') ?? { dollars: 0, withoutKey: 0 }
    spend.set(project ?? '', {
      dollars: was.dollars + dollars,
      withoutKey: was.withoutKey + (key === null ? dollars : 0),
    })
    if (key !== null) byKey.set(key, (byKey.get(key) ?? 0) + dollars)
  }
  return { spend: Object.fromEntries(spend), byKey }
}

/** Most models that are kept of one key, those that answered it last before others. */
const mostModels = 200

export function sumUses(costs: Map<string, number>, calls: KeyCalls[], now: number): Record<string, KeyUse> {
  const recent = dayOf(firstOf(costDays, now) * 1000)
  const uses = new Map<string, KeyUse>()
  const lastDays = new Map<string, Map<string, string>>()
  const figuresOf = (key: string) => {
    const known = uses.get(key) ?? { dollars: costs.get(key) ?? 0, requests: 0, models: [] }
    uses.set(key, known)
    return known
  }
  for (const key of costs.keys()) figuresOf(key)
  for (const { key, model, day, requests } of calls) {
    if (key === null) continue
    const use = figuresOf(key)
    if (use.lastCall === undefined || use.lastCall < day) use.lastCall = day
    if (day < recent) continue
    use.requests += requests
    if (model === null) continue
    const days = lastDays.get(key) ?? new Map<string, string>()
    lastDays.set(key, days)
    if (day > (days.get(model) ?? '')) days.set(model, day)
  }
  for (const [key, days] of lastDays)
    figuresOf(key).models = [...days]
      .sort(([, one], [, other]) => (one < other ? 1 : -1))
      .slice(0, mostModels)
      .map(([model]) => model)
      .sort()
  return Object.fromEntries(uses)
}
