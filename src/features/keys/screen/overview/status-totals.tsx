/** All keys by status: one bar, and under it a link for each status to its keys in the table. */
import { plural, t } from '../../../../i18n/t.ts'
import type { Counted } from '../../core/status-group.ts'

export function StatusTotals({ tally, total }: { tally: Counted[]; total: number }) {
  return (
    <section className="panel-box stack" aria-labelledby="totals">
      <div className="cluster ends">
        <h2 id="totals">{plural({ one: 'One key', other: '{count} keys' }, total)}</h2>
        <a href="#keys">{t('All keys')}</a>
      </div>
      <div className="status-bar" aria-hidden="true">
        {tally.map(({ id, tone, count }) => (
          <span key={id} className={`tone-${tone}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="totals">
        {tally.map(({ id, tone, name, count }) => (
          <li key={id}>
            <a
              href={`#keys?status=${encodeURIComponent(id)}`}
              className={`total tone-${tone}`}
              data-status={id}
            >
              <strong>{count}</strong> <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
