/** One bar a day, the days without checks among them: colour and height say how it went, and each says it in words. */
import { t } from '../../../../i18n/t.ts'
import { dayOf } from '../../../../i18n/time.ts'
import { dayResult } from '../../core/day-result.ts'
import type { Day } from '../../core/history.ts'
import { dayBefore, monthDays } from '../../core/month.ts'
import { causeWord } from '../../core/present-status.ts'

/** A month, or two where the history is longer. */
const spans = [monthDays, 2 * monthDays]

export function DayStrip({ days }: { days: Day[] }) {
  const now = Date.now()
  const byDay = new Map(days.map(one => [one.day, one]))
  const [short = 0, long = 0] = spans
  const span = days.some(({ day }) => day <= dayBefore(now, short)) ? long : short
  const shown = Array.from({ length: span }, (_, i) => dayBefore(now, span - 1 - i))
  return (
    <ol className="strip" aria-label={t('The last {days} days', { days: span })}>
      {shown.map(day => {
        const one = byDay.get(day)
        const says = `${dayOf(day)}: ${one ? words(one) : t('no check')}`
        return (
          <li key={day} className={`strip-${one ? dayResult(one) : 'none'}`} title={says} aria-hidden={!one}>
            {one && <span className="visually-hidden">{says}</span>}
          </li>
        )
      })}
    </ol>
  )
}

function words({ good, bad, unknown, causes }: Day): string {
  const parts = [
    good > 0 && t('worked {times} ×', { times: good }),
    bad > 0 && t('failed {times} ×', { times: bad }),
    unknown > 0 && t('could not be told {times} ×', { times: unknown }),
  ].filter(Boolean)
  const why = Object.keys(causes).filter(cause => cause !== 'ok')
  return `${parts.join(', ')}${why.length > 0 ? ` (${why.map(causeWord).join(', ')})` : ''}`
}
