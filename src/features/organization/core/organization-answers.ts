/** The Admin API's lists of projects, keys and service accounts: the questions as paths, and what their pages hold. Pure. */
import { plainLine } from '../../../i18n/plain-text.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { Account, OrganizationKey, Project } from './organization.ts'

/** One page of a list. `last`: after which the next one begins; null: this was the last. `unread`: entries of a shape that is not known. */
export type Page<T> = { entries: T[]; last: string | null; unread: number }

/** `owner_project_access=any`: without it the platform leaves out keys whose owner has gone (API reference, 2026-11). */
const fullPage = 100
const lists = {
  projects: () => '/organization/projects?limit=100&include_archived=true',
  keys: (project: string) => `/organization/projects/${project}/api_keys?limit=100&owner_project_access=any`,
  accounts: (project: string) => `/organization/projects/${project}/service_accounts?limit=100`,
  adminKeys: () => '/organization/admin_api_keys?limit=100',
}

export const listPath = (list: keyof typeof lists, project = '', after?: string): string =>
  `${lists[list](project)}${after === undefined ? '' : `&after=${after}`}`

export const keyPath = (project: string, id: string): string =>
  `/organization/projects/${project}/api_keys/${id}`

/** Such a project can be asked about: its id fits into a path. */
export const isProjectId = (id: string): boolean => /^proj_\w{1,80}$/.test(id)

export function readProjects(body: string): Page<Project> | null {
  return readPage(body, one => {
    const id = idOf(one.id)
    return id === undefined
      ? undefined
      : { id, name: line(one.name) ?? id, isArchived: one.status === 'archived' || isNumber(one.archived_at) }
  })
}

/** @param project whose keys these are; none: the organization's admin keys */
export function readKeys(body: string, seenAt: number, project?: string): Page<OrganizationKey> | null {
  return readPage(body, one => keyOf(one, seenAt, project))
}

/** One key, as it is after a change. Undefined: the answer is none. */
export const readKey = (body: string, seenAt: number, project: string): OrganizationKey | undefined =>
  keyOf(fields(parseJson(body)), seenAt, project)

function keyOf(one: Fields, seenAt: number, project: string | undefined): OrganizationKey | undefined {
  const id = idOf(one.id)
  if (id === undefined || typeof one.redacted_value !== 'string') return undefined
  const access = [one.owner_project_access].find(said => said === 'active' || said === 'inactive')
  const owner = fields(one.owner)
  const account = fields(owner.service_account)
  const person = isObject(owner.user) ? owner.user : owner
  const isService = owner.type === 'service_account'
  const accountId = isService ? idOf(account.id) : undefined
  const called = line(isService ? account.name : (person.name ?? person.email))
  return {
    id,
    kind: project === undefined ? 'admin' : isService ? 'service' : 'user',
    name: line(one.name) ?? id,
    redacted: plainLine(one.redacted_value).slice(0, 80),
    seenAt,
    ...(project !== undefined && { project }),
    ...(called !== undefined && { owner: called }),
    ...(accountId !== undefined && { account: accountId }),
    ...(access && { isOwnerGone: access === 'inactive' }),
    ...time('createdAt', one.created_at),
    ...timeOrNone('expiresAt', one.expires_at),
    ...timeOrNone('lastUsedAt', one.last_used_at),
  }
}

export function readAccountList(body: string, project: string): Page<Account> | null {
  return readPage(body, one => {
    const id = idOf(one.id)
    return id === undefined
      ? undefined
      : { id, name: line(one.name) ?? id, project, ...time('createdAt', one.created_at) }
  })
}

/** Did the platform say that it deleted this very thing? */
export function saysDeleted(body: string, id: string): boolean {
  const answer = fields(parseJson(body))
  return answer.deleted === true && (answer.id === undefined || answer.id === id)
}

/** Did the platform say that it has no such thing? An address that is not there, or another server's page, says nothing. */
export function saysGone({ status, body }: { status: number; body: string }): boolean {
  const { error } = fields(parseJson(body))
  return status === 404 && isObject(error) && error.code !== 'unknown_url'
}

function readPage<T>(body: string, read: (entry: Fields) => T | undefined): Page<T> | null {
  const answer = parseJson(body)
  if (!isObject(answer) || !Array.isArray(answer.data)) return null
  const entries = answer.data.flatMap(entry => read(fields(entry)) ?? [])
  const last = idOf(answer.last_id) ?? idOf(fields(answer.data.at(-1)).id) ?? null
  // Where it is not told whether there is more, a full page may not be the last.
  const goesOn = answer.has_more === true || (answer.has_more !== false && answer.data.length >= fullPage)
  return {
    entries,
    last: goesOn ? last : null,
    // More that nobody can ask for is missing.
    unread: answer.data.length - entries.length + Number(goesOn && last === null),
  }
}

type Fields = Record<string, unknown>
const fields = (value: unknown): Fields => (isObject(value) ? value : {})
const isNumber = (value: unknown): value is number => typeof value === 'number'

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,80}$/.test(value) && !(value in {}) ? value : undefined

const line = (value: unknown): string | undefined =>
  (typeof value === 'string' && plainLine(value).slice(0, 200)) || undefined

/** Seconds that a calendar can show, as milliseconds. */
const asTime = (value: unknown): number | undefined =>
  isNumber(value) && value > 0 && value <= 8.64e12 ? Math.round(value * 1000) : undefined

function time<K extends string>(name: K, value: unknown): { [N in K]?: number } {
  const at = asTime(value)
  return (at === undefined ? {} : { [name]: at }) as { [N in K]?: number }
}

function timeOrNone<K extends string>(name: K, value: unknown): { [N in K]?: number | null } {
  return value === null ? ({ [name]: null } as { [N in K]?: null }) : time(name, value)
}
