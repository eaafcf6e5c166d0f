/**
 * A captured key as it comes out of the inbox. Any program that can write to the disk can seal one to the vault’s public key: so only fields
 * that a page or a person may state about a new key are read, one by one. Fields that protect a key or tell its status are never read from here.
 * What the worker itself saw of a key is added only to the key that it remembers having sealed.
 */
import * as v from 'valibot'
import { about, provider, text, time } from '../../../protocol/message-fields.ts'
import type { KeyKind } from '../../../providers/verdict.ts'
import type { Captured } from './ports.ts'

const { copyFreely: _, baseUrl: __, checkEveryMinutes: ___, standbyFor: ____, ...said } = about.entries
const kinds = ['project', 'user', 'service', 'admin', 'legacy', 'plain'] satisfies KeyKind[]
/** A field of the wrong shape is left out. */
const fields = { ...said, kind: v.picklist(kinds), createdAt: time }

/** @param id the id it was sealed under; an id inside the record could be that of another key of the vault. @returns undefined when the value is no key */
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

/** Adds what the worker saw when it took this key. Call it only for a key that the worker remembers. */
export function withSeen(record: Captured, value: unknown): Captured {
  for (const mark of ['madeHere', 'providerConfirmed'] as const)
    if ((value as Captured)[mark] === true) record[mark] = true
  return record
}
