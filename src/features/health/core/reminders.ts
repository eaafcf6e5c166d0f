/** Expiry and rotate-by: reminds 14, 3 and 0 days before, each once. Pure. */

import { plural, t } from '../../../i18n/t.ts'
import type { RecordAbout } from '../../../vault/record.ts'
import { day } from './schedule.ts'

export type Reminder = { id: string; what: 'expires' | 'rotate'; days: 14 | 3 | 0; at: number }
/** What has been said: record id -> `expires:<time>` -> the smallest number of days that was told. */
export type Told = Record<string, Record<string, number>>

const steps = [0, 3, 14] as const

export function dueReminders(
  keys: readonly Pick<RecordAbout, 'id' | 'expiresAt' | 'rotateBy'>[],
  given: Told,
  now: number,
): { reminders: Reminder[]; told: Told } {
  const reminders: Reminder[] = []
  const next: Told = {}
  for (const key of keys) {
    for (const [what, at] of [
      ['expires', key.expiresAt],
      ['rotate', key.rotateBy],
    ] as const) {
      if (at === undefined) continue
      const name = `${what}:${at}`
      const before = given[key.id]?.[name]
      const left = (at - now) / day
      const step = steps.find(days => left <= days)
      if (step !== undefined && (before === undefined || step < before))
        reminders.push({ id: key.id, what, days: step, at })
      const said = step === undefined ? before : Math.min(step, before ?? step)
      // A date that was changed begins anew: only today's dates are kept.
      if (said !== undefined) next[key.id] = { ...next[key.id], [name]: said }
    }
  }
  return { reminders, told: next }
}

/** One sentence; `label` is left out while the vault is locked. */
export function sayReminder({ what, days }: Reminder, label?: string): string {
  const key = label === undefined ? t('One of your keys') : `“${label}”`
  if (what === 'rotate')
    return days === 0
      ? t('{key} is due to be rotated now.', { key })
      : plural(
          {
            one: '{key} is due to be rotated in {count} day.',
            other: '{key} is due to be rotated in {count} days.',
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
