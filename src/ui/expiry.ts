/** Dates that come near. Pure. */
import { t } from '../extension/texts.ts'
import { day } from './time.ts'

const week2 = 14 * 24 * 3_600_000

/** Said from 14 days before. */
export function expirySoon(time: number | undefined, now = Date.now()): string | undefined {
  if (time === undefined || time > now + week2) return undefined
  return time < now ? t('expired {day}', { day: day(time) }) : t('expires {day}', { day: day(time) })
}
