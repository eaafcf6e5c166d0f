/** Is this a message the worker takes? Sender and payload, judged without waiting for anything. Knows no browser API. */
import * as v from 'valibot'
import { type RequestName, requests, type Sender } from './messages.ts'
import { type RawSender, whoSent } from './senders.ts'

const envelope = v.strictObject({
  name: v.picklist(Object.keys(requests) as RequestName[]),
  payload: v.unknown(),
})

export type Accepted = { name: RequestName; payload: unknown; sender: Sender }

/** @returns null for a message that is nobody's business to answer: unknown, malformed, or from the wrong sender. */
export function accept(
  message: unknown,
  raw: RawSender,
  own: { id: string; origin: string },
): Accepted | null {
  const sender = whoSent(raw, own)
  const opened = v.safeParse(envelope, message)
  if (!sender || !opened.success) return null
  const { name, payload } = opened.output
  if (!name.startsWith(`${sender.kind}.`)) return null
  const parsed = v.safeParse(requests[name], payload)
  return parsed.success ? { name, payload: parsed.output, sender } : null
}
