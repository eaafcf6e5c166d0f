/** Times as a person says them. */
import { locale, t } from './t.ts'

const formatter = (style: 'short' | 'narrow') =>
  new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style })
const relative = { short: formatter('short'), narrow: formatter('narrow') }
const steps: [number, Intl.RelativeTimeFormatUnit][] = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [30, 'day'],
  [12, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
]

/** "2 hr. ago", "in 3 days", where there is little room "2h ago". Under ten seconds: "just now". */
export function ago(time: number, now = Date.now(), style: 'short' | 'narrow' = 'short'): string {
  let amount = (time - now) / 1000
  if (Math.abs(amount) < 10) return t('just now')
  for (const [size, unit] of steps) {
    if (Math.abs(amount) < size) return relative[style].format(Math.round(amount), unit).replace('.', '')
    amount /= size
  }
  return ''
}

/** Of what is still to come: "in 3 days"; when it is due, "in a moment". */
export const ahead = (time: number, now = Date.now()): string =>
  time - now < 10_000 ? t('in a moment') : ago(time, now)

/** A day without a clock. */
export function day(time: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(time)
}

/** A day that is written as YYYY-MM-DD, wherever the person is: the fourth stays the fourth. */
export function dayOf(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(iso))
}

export function moment(time: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}

/** "1:42 PM" today, "Nov 3, 1:42 PM" on another day. */
export function clock(time: number, now = Date.now()): string {
  const same = new Date(time).toDateString() === new Date(now).toDateString()
  const hour = { hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(
    locale(),
    same ? { timeStyle: 'short' } : { day: 'numeric', month: 'short', ...hour },
  ).format(time)
}

/** For <input type="date">: the local day, and back to its end. */
export function toDateField(time: number | undefined): string {
  if (time === undefined) return ''
  const date = new Date(time)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function fromDateField(value: string): number | null {
  const time = Date.parse(`${value}T23:59:00`)
  return Number.isNaN(time) ? null : time
}
