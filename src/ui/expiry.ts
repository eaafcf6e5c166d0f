/** Dates that come near. Pure. */
import { day } from './time.ts'

const week2 = 14 * 24 * 3_600_000

/** Said from 14 days before. */
export function expirySoon(time: number | undefined, now = Date.now()): string | undefined {
  if (time === undefined || time > now + week2) return undefined
  return time < now ? `expired ${day(time)}` : `expires ${day(time)}`
}
