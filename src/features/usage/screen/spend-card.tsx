/** What was spent in the last 30 days, as one number and a line. Read by an admin key each time the card is opened; that is free. */
import { useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { dollars } from '../core/prices.ts'
import { jumps, monthAhead, type Series, series } from '../core/series.ts'
import { fetchUsage } from './read-usage.ts'
import { Sparkline } from './sparkline.tsx'

const days = 30

export default function SpendCard({ admin }: { admin: KeyRow }) {
  const [seen, setSeen] = useState<{ costs: Series; at: number } | null>(null)
  const read = useAction(
    (id: string) =>
      fetchUsage(question => send('screen.admin', { id, ...question }), days, 'project', Date.now()),
    read => setSeen({ costs: series(read.costs, read.days), at: read.at }),
  )
  useEffect(() => void read.run(admin.id), [admin.id, read.run])
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
          {odd.length > 0 && <p className="small tone-needs">{t('One day cost far more than usual.')}</p>}
          <p className="small quiet">
            {ahead !== null && `${t('This month: about {dollars}.', { dollars: dollars(ahead) })} `}
            {t('Updated {ago}. Figures are some minutes to hours behind.', { ago: ago(seen.at) })}
          </p>
        </>
      ) : (
        read.busy && <div className="bones-line" aria-hidden="true" />
      )}
      <FailureNotice failure={read.failure} />
    </section>
  )
}
