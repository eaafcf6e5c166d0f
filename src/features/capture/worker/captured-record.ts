/**
 * A captured key as it comes out of the inbox. Anybody who can write the disk can seal one to the vault's public key: so only what
 * a page or a person says of a new key is read, field by field. Nothing that protects a key, or says how it stands, comes in this way.
 * What the worker has seen of a key itself is believed only of the very key that it remembers having sealed.
 */
import * as v from 'valibot'
import { time } from '../../../protocol/message-fields.ts'
import { providers } from '../../../providers/list.ts'
import type { KeyKind, ProviderId } from '../../../providers/verdict.ts'
import type { Captured } from './ports.ts'

/** Longest text of each field; what is longer is left out. */
const texts = {
  project: 200,
  organization: 200,
  environment: 60,
  purpose: 200,
  notes: 5_000,
  trackingId: 200,
}
const times = ['createdAt', 'expiresAt', 'rotateBy'] as const
const kinds = ['project', 'user', 'service', 'admin', 'legacy', 'plain'] satisfies KeyKind[]

const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= most

/** @param id what it was sealed under; an id inside could be that of another key of the vault. @returns undefined for what is no key */
export function readCaptured(value: unknown, id: string): Captured | undefined {
  const given = (typeof value === 'object' ? value : null) as Record<string, unknown> | null
  if (!given || !isText(given.secret, 20_000)) return undefined
  if (!isText(given.provider, 40) || !Object.hasOwn(providers, given.provider)) return undefined
  const read: Captured = {
    id,
    provider: given.provider as ProviderId,
    secret: given.secret,
    label: isText(given.label, 200) ? given.label : '',
  }
  const kind = kinds.find(one => one === given.kind)
  if (kind) read.kind = kind
  for (const [name, most] of Object.entries(texts) as [keyof typeof texts, number][])
    if (isText(given[name], most)) read[name] = given[name]
  for (const name of times) if (v.is(time, given[name])) read[name] = given[name]
  for (const name of ['tags', 'usedIn'] as const) {
    const list = given[name]
    if (Array.isArray(list)) read[name] = list.filter(one => isText(one, 300)).slice(0, 30)
  }
  return read
}

/** What the worker saw when it took this key; only for one that it remembers. */
export function withSeen(record: Captured, value: unknown): Captured {
  for (const mark of ['madeHere', 'providerConfirmed'] as const)
    if ((value as Captured)[mark] === true) record[mark] = true
  return record
}
