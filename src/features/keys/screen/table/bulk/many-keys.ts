/** One thing done to many keys, a few at a time: what was done, and what not and why. */
import { type Failure, isFailure } from '../../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../../protocol/published.ts'

const atOnce = 4

export type Outcome<R> = { done: { row: KeyRow; reply: R }[]; failed: { row: KeyRow; failure: Failure }[] }

export async function forEachKey<R extends { ok: boolean }>(
  rows: readonly KeyRow[],
  work: (row: KeyRow) => Promise<R>,
): Promise<Outcome<Extract<R, { ok: true }>>> {
  const outcome: Outcome<Extract<R, { ok: true }>> = { done: [], failed: [] }
  const waiting = [...rows]
  const next = async (): Promise<void> => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const reply = await work(row)
      if (isFailure(reply)) outcome.failed.push({ row, failure: reply })
      else outcome.done.push({ row, reply: reply as Extract<R, { ok: true }> })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return outcome
}
