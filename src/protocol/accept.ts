/** Does the worker accept this message? Checks sender and payload without awaiting anything. Knows no browser API. */
import * as v from 'valibot'
import { type RequestName, requests, type Sender } from './messages.ts'
import { type RawSender, whoSent } from './senders.ts'

const envelope = v.strictObject({
  name: v.picklist(Object.keys(requests) as RequestName[]),
  payload: v.unknown(),
})

export type Accepted = { name: RequestName; payload: unknown; sender: Sender }

/** More than any honest message of a page holds, and little enough to be checked quickly. */
const mostOfPage = { characters: 80_000, values: 4_000, depth: 12 }

/** Is it small enough to be parsed at all? Stops looking at the first that is too much. */
function isSmall(payload: unknown): boolean {
  const left = { ...mostOfPage }
  const fits = (value: unknown, depth: number): boolean => {
    if (--left.values < 0 || depth > left.depth) return false
    if (typeof value === 'string') left.characters -= value.length
    if (typeof value !== 'object' || value === null) return left.characters >= 0
    for (const [name, inner] of Object.entries(value)) {
      left.characters -= Array.isArray(value) ? 0 : name.length
      if (left.characters < 0 || !fits(inner, depth + 1)) return false
    }
    return true
  }
  return fits(payload, 0)
}

/** @returns null for a message that gets no answer: unknown, malformed, or from the wrong sender */
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
  if (sender.kind === 'page' && !isSmall(payload)) return null
  const parsed = v.safeParse(requests[name], payload)
  return parsed.success ? { name, payload: parsed.output, sender } : null
}
