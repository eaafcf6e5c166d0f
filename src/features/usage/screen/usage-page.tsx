/** What was spent, by whom, and whether something jumped: read with an admin key when the page opens and when a choice changes. */

import { type ReactNode, useState } from 'react'
import { findEntry } from '../../../i18n/find-entry.ts'
import { rich } from '../../../i18n/rich.tsx'
import { plural, t } from '../../../i18n/t.ts'
import { clock } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/pieces/select-field.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { withModels } from '../core/join-models.ts'
import { dollars } from '../core/prices.ts'
import { aDay, jumps, monthAhead, monthError, series } from '../core/series.ts'
import { CostWatchPart } from './cost-watch-part.tsx'
import { JumpNotice } from './jump-notice.tsx'
import { AdminLimits } from './limits.tsx'
import { NoAdminKey } from './no-admin-key.tsx'
import { OwnFiguresOfAll } from './own-figures-part.tsx'
import type { Usage } from './read-usage.ts'
import { ServiceAccounts } from './service-accounts.tsx'
import { UsageChart } from './usage-chart.tsx'
import { UsageTable } from './usage-table.tsx'
import { useKeyNames } from './use-key-names.ts'
import { type Shown, useUsage } from './use-usage.ts'

type By = 'project' | 'key' | 'item'
type Days = 7 | 30 | 90

const groups: Record<By, string> = { project: t('Project'), key: t('Key'), item: t('Model') }
const spans: Days[] = [7, 30, 90]

export default function UsagePage(_: { rest: string[] }) {
  const rows = useSavedKeys()
  const admins = rows.filter(row => row.provider === 'openai' && row.kind === 'admin')
  const [chosen, setChosen] = useState('')
  const [days, setDays] = useState<Days>(30)
  const [by, setBy] = useState<By>('project')
  const admin = admins.find(row => row.id === chosen) ?? admins[0]
  const choice = admin && { admin: admin.id, days, by }
  const { shown, read } = useUsage(choice)
  if (!admin || !choice)
    return (
      <>
        <NoAdminKey />
        <OwnFiguresOfAll rows={rows} />
      </>
    )
  return (
    <>
      <Title>{t('Cost')}</Title>
      <form
        className="usage-form"
        onSubmit={event => {
          event.preventDefault()
          void read.run(choice)
        }}
      >
        {admins.length > 1 && (
          <SelectField
            label={t('Admin key')}
            value={admin.id}
            options={admins.map(row => [row.id, row.label])}
            onChoose={setChosen}
          />
        )}
        <SelectField
          label={t('Time')}
          value={days}
          options={spans.map(span => [span, plural({ one: '1 day', other: '{count} days' }, span)])}
          onChoose={setDays}
        />
        <SelectField
          label={t('By')}
          value={by}
          options={Object.entries(groups) as [By, string][]}
          onChoose={setBy}
        />
        <button type="submit" className="button" aria-disabled={read.busy} data-keyway="read-usage">
          {read.busy ? t('Reading…') : t('Refresh')}
        </button>
        <span className="small quiet usage-time" role="status">
          {shown && asOf(shown, read.busy)}
        </span>
      </form>
      <FailureNotice failure={read.failure} />
      {shown ? (
        <Report usage={shown.usage} by={shown.choice.by} rows={rows} />
      ) : (
        <p className="quiet">
          {t(
            'Asks OpenAI with “{label}”. Reading costs nothing; the figures are some minutes to hours behind, and days are UTC.',
            { label: admin.label },
          )}
        </p>
      )}
      {/* Before the first answer they would stand where the report comes, and be moved away from under the pointer. */}
      {(shown || read.failure) && (
        <>
          <AdminLimits key={`limits ${admin.id}`} admin={admin} />
          <ServiceAccounts key={`accounts ${admin.id}`} admin={admin} />
          <OwnFiguresOfAll rows={rows} />
          {/* Last, for it is drawn once the vault has told its history: what stood below it would move from under the pointer. */}
          <CostWatchPart key={`watch ${admin.id}`} admin={admin} />
        </>
      )}
    </>
  )
}

function asOf({ usage, isKept }: Shown, isReading: boolean): string {
  const time = clock(usage.at)
  if (!isKept) return t('As of {time}', { time })
  return isReading
    ? t('As of {time}. Reading new figures…', { time })
    : t('As of {time}. New figures could not be read.', { time })
}

function Report({ usage: read, by, rows }: { usage: Usage; by: By; rows: KeyRow[] }) {
  const keyNames = useKeyNames()
  const usage =
    by === 'item'
      ? {
          ...read,
          costs: withModels(read.costs, read.usage),
          before: withModels(read.before, read.usage),
        }
      : read
  const made = series(usage.costs, usage.days)
  const ahead = monthAhead(made, usage.at)
  const spikes = jumps(made)
  const nameOf = (of: string | null) =>
    of === null
      ? t('All the rest')
      : (findEntry(usage.names, of) ??
        rows.find(row => row.trackingId === of)?.label ??
        keyNames.get(of) ??
        (of || t('Not told')))
  return (
    <>
      {spikes.map(jump => (
        <JumpNotice
          key={jump.day}
          jump={jump}
          cause={usage.causes.find(({ day }) => day === jump.day)}
          rows={rows}
          nameOf={nameOf}
        />
      ))}
      {usage.unread.length > 0 && (
        <Notice tone="needs">
          {plural(
            {
              one: 'OpenAI told {count} amount in a way that Keyway cannot read. The sums are too low.',
              other: 'OpenAI told {count} amounts in a way that Keyway cannot read. The sums are too low.',
            },
            usage.unread.length,
          )}
        </Notice>
      )}
      <dl className="usage-figures">
        <Figure name={plural({ one: 'This day', other: 'These {count} days' }, usage.days.length)}>
          {dollars(made.total)}
        </Figure>
        <Figure name={t('Today so far (UTC)')}>{dollars(made.byDay.at(-1) ?? 0)}</Figure>
        {ahead !== null && made.total > 0 && (
          <Figure name={t('This month, if it goes on like this')}>
            {t('about {dollars}, give or take {error}', {
              dollars: dollars(ahead),
              error: dollars(monthError(made, usage.at) ?? 0),
            })}
          </Figure>
        )}
        {usage.limit && (
          <Figure
            name={usage.limit.enforcing === false ? t('Limit a month, not enforced') : t('Limit a month')}
          >
            {dollars(usage.limit.dollars)}
          </Figure>
        )}
      </dl>
      {made.total > 0 ? (
        <UsageChart
          series={made}
          nameOf={nameOf}
          marked={new Set(spikes.map(({ day }) => day))}
          limit={usage.limit?.enforcing ? aDay(usage.limit.dollars, usage.at) : undefined}
        />
      ) : (
        <p>
          {plural(
            { one: 'Nothing was spent on this day.', other: 'Nothing was spent in these {count} days.' },
            usage.days.length,
          )}
        </p>
      )}
      <UsageTable usage={usage} nameOf={nameOf} heading={groups[by]} />
      <p className="small quiet">
        {rich(t('The bill is OpenAI’s own: {usagePage}.'), {
          usagePage: (
            <a href="https://platform.openai.com/usage" target="_blank" rel="noreferrer">
              {t('the usage page')}
            </a>
          ),
        })}
      </p>
    </>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="small quiet">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
