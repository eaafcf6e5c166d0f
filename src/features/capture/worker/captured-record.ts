/**
 * A captured key as it comes out of the inbox. Anybody who can write the disk can seal one to the vault's public key: so only what
 * a page or a person says of a new key is read, field by field. Nothing that protects a key, or says how it stands, comes in this way.
 * What the worker has seen of a key itself is believed only of the very key that it remembers having sealed.
 */
import * as v from 'valibot'
import { about, provider, text, time } from '../../../protocol/message-fields.ts'
import type { KeyKind } from '../../../providers/verdict.ts'
import type { Captured } from './ports.ts'

const { copyFreely: _, baseUrl: __, checkEveryMinutes: ___, standbyFor: ____, ...said } = about.entries
const kinds = ['project', 'user', 'service', 'admin', 'legacy', 'plain'] satisfies KeyKind[]
/** What is not of its shape is left out. */
const fields = { ...said, kind: v.picklist(kinds), createdAt: time }

/** @param id what it was sealed under; an id inside could be that of another key of the vault. @returns undefined for what is no key */
export function readCaptured(value: unknown, id: string): Captured | undefined {
  const given = Object(value) as Record<string, unknown>
  const { secret } = given
  if (secret === '' || !v.is(text(20_000), secret) || !v.is(provider, given.provider)) return undefined
  const read: Captured & Record<string, unknown> = { id, provider: given.provider, secret, label: '' }
  for (const [name, rule] of Object.entries(fields)) {
    const { success, output } = v.safeParse(rule as v.GenericSchema, given[name])
    if (success && output != null && output !== '') read[name] = output
  }
  return read
}

/** What the worker saw when it took this key; only for one that it remembers. */
export function withSeen(record: Captured, value: unknown): Captured {
  for (const mark of ['madeHere', 'providerConfirmed'] as const)
    if ((value as Captured)[mark] === true) record[mark] = true
  return record
}
