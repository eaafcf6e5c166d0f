/** What was spent in the last 30 days, as one number and a line. Read by an admin key each time the card is opened, which is free; until then, those of the last time. */

import { t } from '../../../i18n/t.ts'
import { clock } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/pieces/loading.tsx'
import { dollars } from '../core/prices.ts'
import { jumps, monthAhead, series } from '../core/series.ts'
import { Sparkline } from './sparkline.tsx'
import { useUsage } from './use-usage.ts'

const days = 30

export default function SpendCard({ admin }: { admin: KeyRow }) {
  const { shown, read } = useUsage({ admin: admin.id, days, by: 'project' })
  const seen = shown && { costs: series(shown.usage.costs, shown.usage.days), at: shown.usage.at }
  const ahead = seen && monthAhead(seen.costs, seen.at)
  const odd = seen ? jumps(seen.costs) : []
  return (
    <section className="panel-box stack" aria-labelledby="spend" aria-busy={read.busy}>
      <div className="cluster ends">
        <h2 id="spend">{t('Cost in 30 days')}</h2>
        <a href="#usage">{t('Details')}</a>
      </div>
      {seen ? (
        <>
          <div className="spend">
            <strong className="figure">{dollars(seen.costs.total)}</strong>
            <Sparkline
              values={seen.costs.byDay}
              label={t('Cost of each day, the most was {dollars}.', {
                dollars: dollars(Math.max(0, ...seen.costs.byDay)),
              })}
            />
          </div>
          {shown.usage.unread.length > 0 && (
            <p className="small tone-needs">{t('Some amounts could not be read. The sum is too low.')}</p>
          )}
          {odd.length > 0 && <p className="small tone-needs">{t('One day cost far more than usual.')}</p>}
          <p className="small quiet">
            {ahead !== null && `${t('This month: about {dollars}.', { dollars: dollars(ahead) })} `}
            {t('As of {time}. Figures are some minutes to hours behind.', { time: clock(seen.at) })}
          </p>
        </>
      ) : (
        read.busy && <Loading />
      )}
      <FailureNotice failure={read.failure} />
    </section>
  )
}
