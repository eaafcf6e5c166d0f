/**
 * Reads an organization part by part with an admin key that stays in the worker: what cannot be read leaves the rest usable. Reading
 * costs nothing and changes nothing. The network and the clock come in as arguments.
 */
import { t } from '../../../i18n/t.ts'
import { type Failure, fail } from '../../../protocol/failure.ts'
import type { Replies } from '../../../protocol/messages.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import type { Cause } from '../../../providers/verdict.ts'
import { limitPath, readLimit } from '../../usage/core/admin-limits.ts'
import type { PageOf } from '../../usage/core/admin-pages.ts'
import { readPages } from '../../usage/core/read-pages.ts'
import {
  callKinds,
  figuresPath,
  type KeyCalls,
  readKeyCalls,
  readKeyCosts,
  sumCosts,
  sumUses,
} from './key-figures.ts'
import {
  type Account,
  emptyOrganization,
  isWhole,
  type Organization,
  type OrganizationKey,
  type Part,
  type PartName,
  type Project,
  partNames,
} from './organization.ts'
import {
  isProjectId,
  listPath,
  type Page,
  readAccountList,
  readKeys,
  readProjects,
} from './organization-answers.ts'

export type LookPorts = {
  ask(path: string): Promise<Replies['screen.admin']>
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<unknown>
  signal: AbortSignal
  /** What there is so far: after the first hundred keys, then as parts come in. */
  onShow(organization: Organization): void
  onProgress(progress: Progress): void
}
/** `done` of `all` projects; `keys` found so far; `waits`: so many seconds are waited because the platform says so. */
export type Progress = { done: number; all: number; keys: number; waits?: number }

/** More than the largest organization should have; an API that never ends is left. */
const mostPages = 300
const mostKeys = 30_000
/** Pages in a row of a list that bring nothing new. */
const mostIdle = 3
/** Pages of days: 90 of one day each, and some. */
const mostDayPages = 120
const firstShown = 100
const atOnce = 4
/** Waits before a page is asked for again, in ms. What is refused for lack of a right is not asked for again. */
const waits = [1_000, 4_000]
/** Where the platform says how long to wait, that is waited so often; a longer time is left to the person. */
const mostTries = 6
const longestWait = 60_000
const passing: readonly string[] = ['rate_limited', 'provider_trouble', 'network', 'timeout', 'unrecognised']

const stopped = fail('cancelled', t('Stopped.'))
const unknownAnswer = fail('unrecognised', t('The answer is none of the Admin API’s.'))

/** @param now ms since the epoch, by the platform's clock; `before`: what was kept of the last look with the same key */
export async function readOrganization(
  given: LookPorts,
  { admin, now, before }: { admin: string; now: number; before?: Organization | undefined },
): Promise<Organization> {
  const found = emptyOrganization(admin, now, before?.seenUntil ?? now)
  const seenBefore = new Map(before?.keys.map(key => [key.id, key.seenAt]))
  // What an earlier look could not read may have been there already: of that only a later date of creation tells what is new.
  const wasWhole = before === undefined || isListWhole(before)
  const seenFirst = ({ id, createdAt = 0 }: OrganizationKey) =>
    seenBefore.get(id) ?? (wasWhole || createdAt > found.seenUntil ? now : found.seenUntil)
  const keys = new Map<string, OrganizationKey>()
  const count = { done: 0, all: 0, keys: missing(), accounts: missing() }
  const tell = (waits?: number) =>
    given.onProgress({ done: count.done, all: count.all, keys: keys.size, ...(waits && { waits }) })
  const ports = patient(given, tell)
  let isShown = false
  const projectsRead: Project[][] = []
  const accountsRead: Account[][] = []

  const settle = (name: PartName, missed: number, all: number, failure: Failure | undefined) => {
    found.parts[name] = partOf(missed, all, failure)
  }
  const show = () => {
    found.keys = [...keys.values()]
    ports.onShow({ ...found, parts: { ...found.parts } })
  }
  const takeKeys = (entries: OrganizationKey[]) => {
    for (const key of entries) {
      const known = keys.get(key.id)
      // One that was moved is where it is now, and not where an earlier look saw it.
      if (known && !(known.isOld && !key.isOld)) continue
      if (known || keys.size < mostKeys) keys.set(key.id, { ...key, seenAt: seenFirst(key) })
      else note(count.keys, unfit)
    }
    if (isShown || keys.size < firstShown) return
    isShown = true
    show()
  }

  /** What could not be read this time is shown as it was. */
  const takeOld = (isMissed: (key: OrganizationKey) => boolean) =>
    takeKeys((before?.keys ?? []).filter(isMissed).map(key => ({ ...key, isOld: true as const })))

  const admins = await list(
    ports,
    after => listPath('adminKeys', '', after),
    body => readKeys(body, now),
    takeKeys,
  )
  settle('adminKeys', admins.missed, 1, admins.failure)
  if (admins.missed > 0) takeOld(({ kind }) => kind === 'admin')
  const projects = await list(
    ports,
    after => listPath('projects', '', after),
    readProjects,
    entries => projectsRead.push(entries),
  )
  settle('projects', projects.missed, 1, projects.failure)
  const seen = new Map(projectsRead.flat().map(project => [project.id, project]))
  if (projects.missed > 0)
    for (const project of before?.projects ?? []) if (!seen.has(project.id)) seen.set(project.id, project)
  found.projects = [...seen.values()]

  const open = found.projects.filter(({ isArchived }) => !isArchived)
  count.all = open.length
  // What lacks the right to list projects lacks that to list what is in them.
  const refused: Missing | undefined =
    projects.failure?.code === 'missing_scope' ? { missed: 1, failure: projects.failure } : undefined
  await inParallel(open, async ({ id }) => {
    const cannot = refused ?? (isProjectId(id) ? undefined : unfit)
    const listed =
      cannot ??
      (await list(
        ports,
        after => listPath('keys', id, after),
        body => readKeys(body, now, id),
        takeKeys,
      ))
    const accounts =
      cannot ??
      (await list(
        ports,
        after => listPath('accounts', id, after),
        body => readAccountList(body, id),
        entries => accountsRead.push(entries),
      ))
    count.done += 1
    note(count.keys, listed)
    note(count.accounts, accounts)
    if (listed.missed > 0) takeOld(({ project }) => project === id)
    if (accounts.missed > 0)
      accountsRead.push((before?.accounts ?? []).filter(({ project }) => project === id))
    tell()
  })
  const lists = projects.missed > 0 && open.length === 0 ? 1 : 0
  settle('keys', count.keys.missed + lists, open.length, count.keys.failure ?? projects.failure)
  settle('accounts', count.accounts.missed + lists, open.length, count.accounts.failure ?? projects.failure)
  found.accounts = [...new Map(accountsRead.flat().map(account => [account.id, account])).values()]
  show()

  const costs = await figures(
    ports,
    limit => page => figuresPath('costs', { now, limit, page }),
    readKeyCosts,
    ({ key, project }) => `${project}/${key}`,
  )
  settle('costs', costs.missed, 1, costs.failure)
  const { spend, byKey } = sumCosts(costs.rows)
  found.spend = spend
  found.uses = sumUses(byKey, [], now)
  show()

  const calls: KeyCalls[][] = []
  const ofCalls = missing()
  for (const kind of callKinds) {
    const read = await figures(
      ports,
      limit => page => figuresPath(kind, { now, limit, page }),
      readKeyCalls,
      ({ key, model }) => `${key}/${model}`,
    )
    calls.push(read.rows)
    note(ofCalls, read)
  }
  settle('calls', ofCalls.missed, callKinds.length, ofCalls.failure)
  found.uses = sumUses(byKey, calls.flat(), now)
  show()

  await readLimits(ports, found, settle)
  show()
  return found
}

/** The organization's own limit, and that of each project that spent something. */
async function readLimits(
  ports: LookPorts,
  found: Organization,
  settle: (name: PartName, missed: number, all: number, failure: Failure | undefined) => void,
): Promise<void> {
  const spending = found.projects.filter(
    ({ id, isArchived }) => !isArchived && isProjectId(id) && (found.spend[id]?.dollars ?? 0) > 0,
  )
  const count = missing()
  const places = [null, ...spending.map(({ id }) => id)]
  await inParallel(places, async of => {
    const answer = await ports.ask(limitPath(of))
    const limit = answer.ok ? readLimit(answer) : undefined
    if (limit === undefined) note(count, { missed: 1, failure: answer.ok ? unknownAnswer : answer })
    else found.limits[of ?? ''] = limit
  })
  settle('limits', count.missed, places.length, count.failure)
}

type Missing = { missed: number; failure?: Failure | undefined }
const missing = (): Missing => ({ missed: 0 })
const unfit: Missing = { missed: 1, failure: unknownAnswer }

function note(into: Missing, { missed, failure }: Missing): void {
  into.missed += Math.min(1, missed)
  into.failure ??= failure
}

function partOf(missed: number, all: number, failure: Failure | undefined): Part {
  if (missed === 0) return { state: 'whole' }
  const why = failure && { code: failure.code, why: failure.message }
  if (failure?.code === 'cancelled') return { state: 'stopped', missed, ...why }
  return { state: missed >= all ? 'failed' : 'partial', missed, ...why }
}

/** A list page by page, each handed on as it comes. What a page repeats is the taker's to leave out. */
async function list<T extends { id: string }>(
  ports: LookPorts,
  path: (after?: string) => string,
  read: (body: string) => Page<T> | null,
  take: (entries: T[]) => unknown,
): Promise<Missing> {
  const asked = new Set<string>()
  const seen = new Set<string>()
  let idle = 0
  let after: string | undefined
  let unread = 0
  for (let count = 0; count < mostPages; count++) {
    const answer = await ports.ask(path(after))
    if (!answer.ok) return { missed: 1, failure: answer }
    const page = read(answer.body)
    if (!page) return unfit
    take(page.entries)
    unread += page.unread
    if (page.last === null) return unread > 0 ? unfit : missing()
    // A list that leads back to where it was would never end, nor one that only repeats what it said.
    const before = seen.size
    for (const { id } of page.entries) seen.add(id)
    idle = seen.size > before ? 0 : idle + 1
    if (asked.has(page.last) || idle > mostIdle) return unfit
    asked.add(page.last)
    after = page.last
  }
  return unfit
}

/** Days in pages; where one answer would be too long, fewer days in each. */
async function figures<T extends { day: string; key: string | null }>(
  ports: LookPorts,
  path: (limit: number) => (page: string | null) => string,
  read: (body: string) => PageOf<T> | null,
  partOf: (row: T) => string,
): Promise<Missing & { rows: T[] }> {
  let failure: Failure = unknownAnswer
  for (const limit of [31, 7, 1]) {
    const all = await readPages({
      ask: page => ports.ask(path(limit)(page)),
      read,
      partOf,
      most: mostDayPages,
      unknown: () => unknownAnswer,
    })
    if (all.ok) return { rows: all.rows, ...(all.unread.length > 0 ? unfit : missing()) }
    failure = all
    if (all.code !== 'too_long') break
  }
  return { rows: [], missed: 1, failure }
}

/**
 * Asks again after what passes by itself, and not before the platform said: what else would be asked meanwhile waits with it. A key
 * that is refused once is not asked with again.
 */
function patient(ports: LookPorts, onWait: (seconds: number) => void): LookPorts {
  let pause: Promise<unknown> | undefined
  let refused: Failure | undefined
  const ask = async (path: string): Promise<Replies['screen.admin']> => {
    for (let count = 0; ; count++) {
      // Whoever waited may have to wait for another by then.
      for (let seen: typeof pause; seen !== pause; await seen) seen = pause
      if (ports.signal.aborted) return stopped
      if (refused) return refused
      const answer = await ports.ask(path)
      if (answer.ok) return answer
      if (answer.code in outcomes && outcomes[answer.code as Cause].key === 'rejected') refused = answer
      const asks = ('retryAfterSeconds' in answer ? (answer.retryAfterSeconds ?? 0) : 0) * 1000
      const time = asks > 0 ? Math.max(asks, 1_000) : waits[count]
      const isOver = time === undefined || time > longestWait || count >= mostTries
      if (isOver || !passing.includes(answer.code)) return answer
      if (asks > 0) onWait(Math.ceil(time / 1000))
      const over = ports.wait(time)
      if (asks > 0) pause = over
      await over
    }
  }
  return { ...ports, ask }
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values()
  const next = async () => {
    for (const one of left) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

/** It was stopped before its end: what an earlier look found is better. */
export const isStopped = (organization: Organization): boolean =>
  partNames.some(name => organization.parts[name].state === 'stopped')

/** Every key that there is was listed, so what is missing is really not there. */
export const isListWhole = (organization: Organization): boolean =>
  isWhole(organization, 'projects', 'keys', 'adminKeys')
