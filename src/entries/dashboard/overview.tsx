/** The dashboard's first page: the next thing to do, how all keys are, what is due, and what was spent. */

import ArrowRight from 'lucide-react/icons/arrow-right'
import CircleCheck from 'lucide-react/icons/circle-check'
import { lazy, Suspense } from 'react'
import { checkUp } from '../../features/health/core/checkup.ts'
import { nextThing } from '../../features/health/core/next-thing.ts'
import { CheckNotices } from '../../features/health/screen/check-notices.tsx'
import { CheckupCard } from '../../features/health/screen/checkup/checkup-card.tsx'
import { dueDates } from '../../features/keys/core/due-dates.ts'
import { tallyOf } from '../../features/keys/core/status-group.ts'
import { DueList } from '../../features/keys/screen/overview/due-list.tsx'
import { StatusTotals } from '../../features/keys/screen/overview/status-totals.tsx'
import { NoKeys } from '../../features/keys/screen/table/no-keys.tsx'
import { useBlocked, useNeeded } from '../../features/keys/screen/use-blocked.ts'
import AskWatching from '../../features/lock/screen/ask-watching.tsx'
import { VaultNotices } from '../../features/lock/screen/vault-notices.tsx'
import { useRows } from '../../features/policy/screen/use-rows.ts'
import { t } from '../../i18n/t.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { Title } from '../../ui/title.tsx'
import { useSession } from '../../ui/use-session.ts'

const SpendCard = lazy(() => import('../../features/usage/screen/spend-card.tsx'))

export default function Overview(_: { rest: string[] }) {
  const vault = useSession('vault')
  const rows = useRows()
  const now = Date.now()
  const blocked = useBlocked(useNeeded(rows))
  const next = vault && nextThing(vault, rows, blocked, now)
  const findings = vault ? checkUp(vault, rows, now) : []
  // What the next thing to do says, or the totals, is not said again.
  const others = findings.filter(({ id, title }) => id !== 'rejected' && title !== next?.title)
  const admin = rows.find(row => row.provider === 'openai' && row.kind === 'admin')
  if (rows.length === 0)
    return (
      <>
        <Title>{t('Overview')}</Title>
        <VaultNotices />
        <NoKeys />
      </>
    )
  return (
    <>
      <Title>{t('Overview')}</Title>
      <VaultNotices />
      <CheckNotices />
      <div className="overview">
        <div className="stack">
          <section className="panel-box next-thing" aria-labelledby="next" data-keyway="next-thing">
            {next ? (
              <>
                <div className="stack tight">
                  <h2 id="next">{next.title}</h2>
                  {next.why && <p className="quiet">{next.why}</p>}
                </div>
                <a className="button main" href={next.action.href}>
                  {next.action.name}
                  <ArrowRight className="points" size={15} aria-hidden="true" />
                </a>
              </>
            ) : (
              <h2 id="next" className="cluster">
                <CircleCheck size={18} aria-hidden="true" className="tone-works" />
                {t('Nothing needs you now')}
              </h2>
            )}
          </section>
          <StatusTotals tally={tallyOf(rows, blocked)} total={rows.length} />
          {others.length > 0 && <CheckupCard findings={others} count={findings.length} />}
        </div>
        <div className="stack">
          <AskWatching />
          <DueList dates={dueDates(rows, now)} now={now} />
          {admin && (
            <ErrorBoundary>
              <Suspense>
                <SpendCard admin={admin} />
              </Suspense>
            </ErrorBoundary>
          )}
        </div>
      </div>
    </>
  )
}
