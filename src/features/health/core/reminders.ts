/** Expiry and rotate-by: reminds 14, 3 and 0 days before, each once; a model that goes: 60, 14 and 3 days before. Pure. */

import { plural, t } from '../../../i18n/t.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import { day } from './schedule.ts'
import { shutDowns } from './shut-downs.ts'

export type Reminder = {
  id: string
  what: 'expires' | 'rotate' | 'model'
  days: 60 | 14 | 3 | 0
  at: number
}
/** What has been said: record id -> `expires:<time>` -> the smallest number of days that was told. */
export type Told = Record<string, Record<string, number>>

const steps = [0, 3, 14] as const
const modelSteps = [3, 14, 60] as const

type Known = Pick<RecordAbout, 'id' | 'expiresAt' | 'rotateBy' | 'leaving' | 'modelsUsed'>

/** Every date of a key, with the days before it on which it is told. */
function datesOf(
  key: Known,
  now: number,
): (Omit<Reminder, 'id' | 'days'> & { on: readonly Reminder['days'][] })[] {
  return [
    ...(key.expiresAt === undefined ? [] : [{ what: 'expires' as const, at: key.expiresAt, on: steps }]),
    ...(key.rotateBy === undefined ? [] : [{ what: 'rotate' as const, at: key.rotateBy, on: steps }]),
    ...shutDowns([key], now).map(({ at }) => ({ what: 'model' as const, at, on: modelSteps })),
  ]
}

/** @param isAll no other key is in the vault: what was told of another is forgotten */
export function dueReminders(
  keys: readonly Known[],
  given: Told,
  now: number,
  isAll = true,
): { reminders: Reminder[]; told: Told } {
  const reminders: Reminder[] = []
  const next: Told = isAll ? {} : { ...given }
  for (const key of keys) {
    // A date that is not there now may come back: a list that was not read, a clock that was wrong.
    const said = { ...given[key.id] }
    next[key.id] = said
    for (const { on, ...date } of datesOf(key, now)) {
      // Told outside of the vault: it names no model.
      const name = `${date.what}:${date.at}`
      const left = (date.at - now) / day
      // What was told days too early was told by a clock that has been put back since.
      const before = left > (said[name] ?? left) + 1 ? Infinity : (said[name] ?? Infinity)
      const step = on.find(days => left <= days)
      if (step === undefined || step >= before) continue
      reminders.push({ id: key.id, days: step, ...date })
      said[name] = step
    }
  }
  return { reminders, told: next }
}

/** One sentence; `label` is left out while the vault is locked. */
export function sayReminder({ what, days }: Reminder, key: string): string {
  if (what === 'model')
    return plural(
      {
        one: '{key} uses a model that will be shut down within {count} day.',
        other: '{key} uses a model that will be shut down within {count} days.',
      },
      days,
      { key },
    )
  if (what === 'rotate')
    return days === 0
      ? t('{key} is due to be rotated now.', { key })
      : plural(
          {
            one: '{key} is due to be rotated within {count} day.',
            other: '{key} is due to be rotated within {count} days.',
          },
          days,
          { key },
        )
  return days === 0
    ? t('{key} expires today or has expired.', { key })
    : plural(
        { one: '{key} expires within {count} day.', other: '{key} expires within {count} days.' },
        days,
        {
          key,
        },
      )
}
