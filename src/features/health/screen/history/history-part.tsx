/** What a key's checks said over time: a strip of days one can read, and the changes in words. */
import { locale, plural, t } from '../../../../i18n/t.ts'
import { dayOf, moment } from '../../../../i18n/time.ts'
import { send } from '../../../../platform/send.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { useLoaded } from '../../../../ui/pieces/use-loaded.ts'
import { dayResult } from '../../core/day-result.ts'
import { type Change, type Day, entriesOf } from '../../core/history.ts'
import { dayBefore, monthDays } from '../../core/month.ts'
import { causeWord, presentStatus } from '../../core/present-status.ts'
import { quoteOf, uptime } from '../../core/read-history.ts'
import { Said } from '../provider-quote.tsx'
import { VerdictBadge } from '../status.tsx'

export default function HistoryPart({ row }: { row: KeyRow }) {
  // Read again whenever a newer verdict is there.
  const seen = useLoaded(
    async () => ({ id: row.id, answer: await send('screen.history', { id: row.id }) }),
    `${row.id} ${row.verdict?.at}`,
  )
  if (seen?.id !== row.id) return null
  const { answer } = seen
  if (!answer.ok) return <FailureNotice failure={answer} />
  const entries = entriesOf(answer.entries)
  const days = entries.filter((entry): entry is Day => entry.kind === 'day')
  const changes = entries.filter((entry): entry is Change => entry.kind === 'change')
  if (days.length === 0)
    return <p className="quiet">{t('Nothing yet: the first check begins the history.')}</p>
  const up = uptime(answer.entries)
  return (
    <div className="stack loose">
      <section className="stack" aria-labelledby="days">
        <h2 id="days">{t('Days')}</h2>
        <p>
          {up === undefined
            ? t('It could not be asked yet.')
            : t('It worked in {percent} of the checks that got an answer.', { percent: percent(up) })}{' '}
          <span className="quiet">{latency(days)}</span>
        </p>
        <DayStrip days={days} />
      </section>
      <section className="stack" aria-labelledby="changes">
        <h2 id="changes">{t('Changes')}</h2>
        <ol className="changes">
          {changes.toReversed().map(change => (
            <li key={change.at}>
              <time className="small quiet" dateTime={new Date(change.at).toISOString()}>
                {moment(change.at)}
              </time>
              <VerdictBadge verdict={change} of={row} />
              <span className="small">
                {presentStatus(change, row).sentence}{' '}
                <span className="quiet">
                  {quoteOf(change) && <Said words={quoteOf(change)} />}{' '}
                  {change.status && `HTTP ${change.status}`}{' '}
                  {change.requestId && <code>{change.requestId}</code>}
                </span>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

const percent = (share: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share)

function latency(days: Day[]): string {
  const asked = days.reduce((sum, day) => sum + day.good + day.bad + day.unknown, 0)
  const spent = days.reduce((sum, day) => sum + day.milliseconds, 0)
  return asked === 0
    ? ''
    : plural(
        {
          one: '1 check, an answer took {milliseconds} ms.',
          other: '{count} checks, an answer took {milliseconds} ms on average.',
        },
        asked,
        { milliseconds: Math.round(spent / asked) },
      )
}

/** A month, or two where the history is longer. */
const spans = [monthDays, 2 * monthDays]

/** One bar a day, the days without checks among them: colour and height say how it went, and each says it in words. */
function DayStrip({ days }: { days: Day[] }) {
  const now = Date.now()
  const byDay = new Map(days.map(one => [one.day, one]))
  const [short = 0, long = 0] = spans
  const span = days.some(({ day }) => day <= dayBefore(now, short)) ? long : short
  const shown = Array.from({ length: span }, (_, i) => dayBefore(now, span - 1 - i))
  return (
    <ol className="strip" aria-label={plural({ one: 'The last day', other: 'The last {count} days' }, span)}>
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
