/** A key's last 30 days in the width of a word: one bar a day, its height and colour say how it went, its label says it in words. */
import { t } from '../../../../i18n/t.ts'
import { dayOf } from '../../../../i18n/time.ts'
import { monthResults, summarizeMonth } from '../../core/day-result.ts'
import { type DayCounts, monthDays } from '../../core/month.ts'

const [barWidth, gap, height] = [2, 1, 16]
const heights = { good: 16, mixed: 11, bad: 7, unknown: 3, none: 1 }
const width = monthDays * (barWidth + gap) - gap

export function MonthStrip({ month }: { month: readonly DayCounts[] }) {
  const says = monthInWords(month)
  const results = monthResults(month, Date.now())
  return (
    <svg className="month" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
      <title>{says}</title>
      {Object.entries(heights).map(([result, tall]) => {
        const bars = results.flatMap((one, day) =>
          one === result ? `M${day * (barWidth + gap)} ${height - tall}v${tall}h${barWidth}v${-tall}z` : [],
        )
        return bars.length > 0 && <path key={result} className={`month-${result}`} d={bars.join('')} />
      })}
    </svg>
  )
}

export function monthInWords(month: readonly DayCounts[]): string {
  const { checked, failed, lastFailed, unknown } = summarizeMonth(month)
  if (checked === 0) return t('No data: not tested in the last 30 days')
  return [
    t('Tested on {days} of the last 30 days', { days: checked }),
    failed > 0 && t('failed on {days}, last on {day}', { days: failed, day: dayOf(lastFailed ?? '') }),
    unknown > 0 && t('no answer on {days}', { days: unknown }),
    failed === 0 && unknown === 0 && t('worked each time'),
  ]
    .filter(Boolean)
    .join(', ')
}
