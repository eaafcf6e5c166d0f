/** Sets “Replace by” where a rule for an environment asks for it: when a rule changes, and whenever the dashboard sees other keys. */
import { send } from '../../../platform/send.ts'
import type { Reply } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import {
  datesToSet,
  type EnvironmentDates,
  readEnvironmentDates,
  withRule,
} from '../core/environment-dates.ts'

const name = 'environments'

export async function readRules(): Promise<Reply<{ rules: EnvironmentDates }>> {
  const kept = await send('screen.readSealed', { name })
  return kept.ok ? { ok: true, rules: readEnvironmentDates(kept.text) } : kept
}

export async function changeRule(
  environment: string,
  days: number,
  rows: readonly KeyRow[],
): Promise<Reply<{ rules: EnvironmentDates }>> {
  const read = await readRules()
  return read.ok ? apply(withRule(read.rules, environment, days), rows) : read
}

/** Nothing is written where every key has its date. */
export async function applyRules(rows: readonly KeyRow[]): Promise<void> {
  const read = await readRules()
  if (read.ok && read.rules.days.length > 0 && datesToSet(read.rules, rows).changes.length > 0)
    await apply(read.rules, rows)
}

/** The note first: a date that nobody knows the origin of would count as the person’s own. */
async function apply(
  rules: EnvironmentDates,
  rows: readonly KeyRow[],
): Promise<Reply<{ rules: EnvironmentDates }>> {
  const { changes, next } = datesToSet(rules, rows)
  const text = JSON.stringify(next)
  const done = await send('screen.keepSealed', { name, text })
  if (!done.ok) return done
  for (const { id, rotateBy } of changes) {
    const edited = await send('screen.edit', { id, about: { rotateBy } })
    if (!edited.ok) return edited
  }
  return { ok: true, rules: next }
}
