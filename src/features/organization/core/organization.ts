/** An OpenAI organization as an admin key sees it: what is kept sealed between two looks, and what every part of the screen reads. Types, and an empty one. */
import type { FailureCode } from '../../../protocol/failure.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { Limit } from '../../usage/core/admin-limits.ts'

/** Times are milliseconds since the epoch, by the platform's clock. Absent: not told. */
export type OrganizationKey = {
  id: string
  kind: 'user' | 'service' | 'admin'
  name: string
  /** As the API shows it: its first and last characters. */
  redacted: string
  /** Absent for an admin key, which belongs to the organization. */
  project?: string
  /** Name or mail of the person, or the name of the service account. */
  owner?: string
  /** The service account's id. */
  account?: string
  /** Its owner has no access to the project any more; absent: not told. */
  isOwnerGone?: boolean
  createdAt?: number
  /** Null: it never expires. */
  expiresAt?: number | null
  /** Null: never used. A free check by Keyway counts as use. */
  lastUsedAt?: number | null
  /** When a look found it first. */
  seenAt: number
  /** Its project could not be read this time: as of an earlier look. */
  isOld?: true
}

export type Project = { id: string; name: string; isArchived: boolean }
export type Account = { id: string; name: string; project: string; createdAt?: number }

/** What a key cost and did, as the cost and usage endpoints tell it. Keyway's own checks are not among the requests. */
export type KeyUse = {
  /** US dollars, and model requests, of the last 30 days. */
  dollars: number
  requests: number
  /** The last day (YYYY-MM-DD, UTC) of 90 on which a model answered it. */
  lastCall?: string
  /** Models that answered it in the last 30 days. */
  models: string[]
}

/** US dollars of 30 days. `withoutKey`: spent by no key, so in the playground, say. */
export type Spend = { dollars: number; withoutKey: number }

export const partNames = ['projects', 'keys', 'accounts', 'adminKeys', 'costs', 'calls', 'limits'] as const
export type PartName = (typeof partNames)[number]
/** `missed`: so many projects, pages or kinds of use could not be read; `why`: the first reason. */
export type Part = {
  state: 'waiting' | 'whole' | 'partial' | 'failed' | 'stopped'
  missed?: number
  code?: FailureCode
  why?: string
}

export type Organization = {
  /** The record id of the admin key that read it. */
  admin: string
  /** When the look began. */
  readAt: number
  /** Keys that were found first after this are shown as new. */
  seenUntil: number
  parts: Record<PartName, Part>
  projects: Project[]
  keys: OrganizationKey[]
  accounts: Account[]
  uses: Record<string, KeyUse>
  spend: Record<string, Spend>
  /** By project id; under '' the organization's own. Null: none is set. Absent: not read. */
  limits: Record<string, Limit | null>
}

export function emptyOrganization(admin: string, readAt: number, seenUntil: number): Organization {
  const waiting = Object.fromEntries(partNames.map(name => [name, { state: 'waiting' }]))
  return {
    admin,
    readAt,
    seenUntil,
    parts: waiting as Record<PartName, Part>,
    projects: [],
    keys: [],
    accounts: [],
    uses: {},
    spend: {},
    limits: {},
  }
}

/** Sealed by this vault; undefined: nothing, or nothing of this shape. */
export function readKept(text: string | undefined): Organization | undefined {
  const kept = parseJson(text ?? '')
  return isObject(kept) && Array.isArray(kept.keys) ? (kept as unknown as Organization) : undefined
}

export const isWhole = ({ parts }: Organization, ...names: PartName[]): boolean =>
  names.every(name => parts[name].state === 'whole')

/** After these keys were deleted, and this service account. */
export const withoutKeys = (was: Organization, ids: readonly string[], account?: string): Organization => ({
  ...was,
  keys: was.keys.filter(({ id }) => !ids.includes(id)),
  accounts: was.accounts.filter(({ id }) => id !== account),
})

/** Days that costs and requests are summed over, and days that are looked back for the last model call. */
export const costDays = 30
export const callDays = 90
