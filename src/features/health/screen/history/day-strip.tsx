/** One bar a day: colour and height say how it went, and each says it in words. */
import { plural, t } from '../../../../i18n/t.ts'
import { dayOf } from '../../../../i18n/time.ts'
import { dayResult } from '../../core/day-result.ts'
import type { Day } from '../../core/history.ts'
import { causeWord } from '../../core/present-status.ts'

const most = 60

export function DayStrip({ days }: { days: Day[] }) {
  return (
    <ol
      className="strip"
      aria-label={plural(
        { one: 'The last day with checks', other: 'The last {count} days with checks' },
        Math.min(most, days.length),
      )}
    >
      {days.slice(-most).map(one => {
        const says = `${dayOf(one.day)}: ${words(one)}`
        return (
          <li key={one.day} className={`strip-${dayResult(one)}`} title={says}>
            <span className="visually-hidden">{says}</span>
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
