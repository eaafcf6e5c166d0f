/**
 * A result that came in while the vault was locked, sealed until it is opened. Anybody who can write the disk can seal one to the
 * vault's public key: so it is read by its shape, and what protects a key is its owner's to say, and no result of a check.
 */
import * as v from 'valibot'
import { text, time, within } from '../../../protocol/message-fields.ts'
import { outcomes } from '../../../providers/answers/causes.ts'
import type { Cause } from '../../../providers/verdict.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import type { Seen } from '../core/history.ts'

export type HealthNote = { health: 1; id: string; seen: Seen; about: Partial<RecordAbout> }

const name = text(200)
const maybe = v.optional(name)
const hostName = v.pipe(name, v.regex(/^[a-z0-9.-]+$/i))
const sometimes = v.optional(time)
const trouble = { cause: v.picklist(Object.keys(outcomes) as Cause[]), says: text(5_000) }
const verdict = {
  ...trouble,
  key: v.picklist(['accepted', 'rejected', 'unknown']),
  use: v.picklist(['ready', 'limited', 'blocked', 'unknown']),
  requestId: maybe,
  retryAfterSeconds: v.optional(v.number()),
  detail: v.optional(
    v.object({ host: v.optional(hostName), scopes: v.optional(v.array(name)), model: maybe }),
  ),
}
const evidence = v.pipe(
  v.array(
    v.object({
      ...verdict,
      probe: name,
      at: time,
      status: sometimes,
      milliseconds: time,
    }),
  ),
  v.maxLength(40),
)

const note = (past: typeof time) =>
  v.object({
    health: v.literal(1),
    id: name,
    seen: v.object({
      verdict: v.object(verdict),
      evidence,
      at: past,
      milliseconds: time,
      changed: v.boolean(),
    }),
    about: v.object({
      verdict: v.optional(
        v.object({
          ...verdict,
          at: past,
          since: time,
          retryAt: sometimes,
          lastGoodAt: sometimes,
          confirmAt: sometimes,
          trouble: v.optional(v.object({ ...trouble, at: time })),
          evidence: v.optional(evidence),
        }),
      ),
      organization: maybe,
      project: maybe,
      expiresAt: sometimes,
      leaving: v.optional(v.pipe(v.array(v.object({ id: name, shutdownDate: maybe })), v.maxLength(40))),
    }),
  })

/**
 * @param now ms since the epoch: a check of a time to come would keep the key from being checked
 * @returns undefined for what is no result of a check
 */
export function readHealthNote(value: unknown, now: number): HealthNote | undefined {
  const past = within([0, now + 60_000])
  const parsed = v.safeParse(note(past), value)
  return parsed.success ? (parsed.output as HealthNote) : undefined
}
