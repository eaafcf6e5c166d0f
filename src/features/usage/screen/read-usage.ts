/** Costs and usage page by page, through an admin key that stays in the worker. Reading costs nothing. */

import { t } from '../../../i18n/t.ts'
import { type Failure, fail, type Reply } from '../../../protocol/failure.ts'
import type { Replies, Request } from '../../../protocol/messages.ts'
import { readAnswer } from '../../../providers/answers/answer-reader.ts'
import {
  isProjectId,
  listPath,
  type Page,
  readKeys,
  readProjects,
} from '../../organization/core/organization-answers.ts'
import { type Limit, limitPath, readLimit } from '../core/admin-limits.ts'
import {
  type CostRow,
  type Group,
  groupFields,
  name,
  type PageOf,
  questionPath,
  readCosts,
  readUsage,
  type Unread,
  type UsageRow,
} from '../core/admin-pages.ts'
import { type DailyCosts, dayBefore } from '../core/cost-alarms.ts'
import { readDailyCosts } from '../core/daily-costs.ts'
import { causeOf, daysCompared, type JumpCause } from '../core/jump-causes.ts'
import { readPages } from '../core/read-pages.ts'
import type { EachKey } from '../core/read-stored-figures.ts'
import { daysUntil, type Jump, jumps, series } from '../core/series.ts'

/** Asks with the admin key that was chosen. */
export type AskAdmin = (question: Omit<Request<'screen.admin'>, 'id'>) => Promise<Replies['screen.admin']>

export type Usage = {
  /** YYYY-MM-DD, oldest first, UTC. */
  days: string[]
  costs: CostRow[]
  /** Of as many days before them, to compare with. */
  before: CostRow[]
  usage: UsageRow[]
  /** Project id -> name, as far as the key may know. */
  names: Record<string, string>
  /** The organization's, if the key may read it. */
  limit: Limit | null
  /** Where sudden jumps of the costs came from, as far as the figures tell it. */
  causes: JumpCause[]
  /** Amounts that could not be read: the sums are too low. */
  unread: Unread[]
  at: number
}

/** More pages than half a year of days can have, a day each; an API that never ends is left. */
const mostPages = 200
/** Days of a page: as many as there can be, and fewer where that answer would be too long. */
const pageLengths = [undefined, 7, 1]

export async function fetchUsage(ask: AskAdmin, days: number, by: Group, now: number): Promise<Reply<Usage>> {
  const asked = daysUntil(now, days)
  const from = asked[0] ?? ''
  const question = { from, by }
  const twice = { from: daysUntil(now, 2 * days)[0] ?? '', by }
  const costs = await all<CostRow>(ask, 'costs', twice, readCosts)
  if (!costs.ok) return costs
  const usage = await all<UsageRow>(ask, 'usage', question, readUsage)
  if (!usage.ok) return usage
  // Names are a kindness: an admin key that may read costs need not have the right to read projects.
  const names = by === 'project' ? await projectNames(ask) : {}
  const limited = await ask({ method: 'GET', path: limitPath(null) })
  const limit = (limited.ok && readLimit(limited)) || null
  const isBefore = ({ day }: CostRow) => day < from
  const shown = costs.rows.filter(row => !isBefore(row))
  return {
    ok: true,
    days: asked,
    costs: shown,
    before: costs.rows.filter(isBefore),
    usage: usage.rows,
    names,
    limit,
    causes: await jumpCauses(ask, jumps(series(shown, asked))),
    unread: [...costs.unread, ...usage.unread],
    at: now,
  }
}

/** One question for all of them, by key and project, and none where nothing jumped. */
async function jumpCauses(ask: AskAdmin, spikes: Jump[]): Promise<JumpCause[]> {
  const [first] = spikes
  if (!first) return []
  const days: DailyCosts = {}
  const from = dayBefore(Date.parse(first.day), daysCompared)
  const read = await readDailyCosts(path => ask({ method: 'GET', path }), days, from)
  // Half of the days would blame whoever is in the other half.
  return read.ok ? spikes.flatMap(spike => causeOf(spike, days) ?? []) : []
}

/** Every project's name by its id, archived ones too, as far as the admin key may know. */
export async function projectNames(ask: AskAdmin): Promise<Record<string, string>> {
  const { entries } = await readList(ask, after => listPath('projects', '', after), readProjects)
  return Object.fromEntries(entries.map(({ id, name }) => [id, name]))
}

/** A list to its end. `failure`: why not all of it is here; `unread`: entries of a shape that is not known. */
export async function readList<T extends { id: string }>(
  ask: AskAdmin,
  path: (after?: string) => string,
  read: (body: string) => Page<T> | null,
): Promise<{ entries: T[]; unread: number; failure?: Failure }> {
  const all = new Map<string, T>()
  let unread = 0
  let after: string | undefined
  for (let count = 0; count < mostListPages; count++) {
    const answer = await ask({ method: 'GET', path: path(after) })
    const page = answer.ok ? read(answer.body) : null
    // What was there twice counts once: the list may have changed between two pages.
    for (const entry of page?.entries ?? []) all.set(entry.id, entry)
    unread += page?.unread ?? 0
    const so = { entries: [...all.values()], unread }
    if (!page) return { ...so, failure: answer.ok ? notOfThisApi(answer) : answer }
    if (page.last === null) return so
    after = page.last
  }
  return { entries: [...all.values()], unread, failure: endless }
}

/** Two thousand entries; a list that never ends is left. */
const mostListPages = 20
const endless = fail('unrecognised', t('The answer is none of the Admin API’s.'))
/** Projects whose keys are looked at, the dearest first, until every key that cost something is found. More would be many questions for one column. */
const mostProjects = 100

/** What each key cost in the last 30 days, and which keys there are, as far as the admin key may know. */
export async function fetchKeyCosts(ask: AskAdmin, now: number): Promise<Reply<EachKey>> {
  const from = daysUntil(now, 30)[0] ?? ''
  const read = await all<CostRow>(ask, 'costs', { from, by: 'key' }, readCosts)
  if (!read.ok) return read
  const unread = [...new Set(read.unread.map(({ of }) => of))]
  const sums = new Map<string, number>()
  for (const { of, dollars } of read.rows) if (of !== null) sums.set(of, (sums.get(of) ?? 0) + dollars)
  const spent = await all<CostRow>(ask, 'costs', { from, by: 'project' }, readCosts)
  const perProject = new Map<string, number>()
  for (const { of, dollars } of spent.ok ? spent.rows : [])
    if (of !== null && isProjectId(of)) perProject.set(of, (perProject.get(of) ?? 0) + dollars)
  const ids = [...perProject].sort(([, one], [, other]) => other - one).map(([id]) => id)
  const unfound = new Set(sums.keys())
  const keys: EachKey['keys'] = []
  for (const id of ids.slice(0, mostProjects)) {
    if (unfound.size === 0) break
    const listed = await readList(
      ask,
      after => listPath('keys', id, after),
      body => readKeys(body, now, id),
    )
    // Which key is which is certain only among all of a list.
    if (listed.failure || listed.unread > 0) return { ok: true, costs: [...sums], unread, keys: [], at: now }
    for (const { id, kind, redacted, createdAt } of listed.entries) {
      unfound.delete(id)
      keys.push({ id, kind, redacted, ...(createdAt !== undefined && { createdAt }) })
    }
  }
  return { ok: true, costs: [...sums], unread, keys, at: now }
}

async function all<T extends { day: string; of: string | null }>(
  ask: AskAdmin,
  about: 'costs' | 'usage',
  question: { from: string; by: Group },
  read: (body: string, by: Group) => PageOf<T> | null,
): Promise<Reply<{ rows: T[]; unread: Unread[] }>> {
  let all: Awaited<ReturnType<typeof readPages<T>>> = endless
  for (const limit of pageLengths) {
    all = await readPages({
      ask: page => ask({ method: 'GET', path: questionPath(about, { ...question, page, limit }) }),
      read: body => read(body, question.by),
      partOf: ({ of }) => String(of),
      most: mostPages,
      unknown: notOfThisApi,
    })
    if (all.ok || all.code !== 'too_long') break
  }
  if (!all.ok) return all
  const field = groupFields[question.by][about]
  const unread = all.unread.map(one => ({
    about,
    day: String(one.day),
    of: one[field] === null ? '' : name(one[field]),
  }))
  return { ...all, unread }
}

/** "200 OK", but a network's sign-in page. */
export function notOfThisApi({ status, body }: { status: number; body: string }): Reply<never> {
  const { cause, says } = readAnswer('openai', 'usage', { status, headers: {}, body })
  return { ok: false, code: cause, message: says || t('The platform did not tell.') }
}
