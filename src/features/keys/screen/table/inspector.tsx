/** Beside the table where there is room: the key that the keyboard or the pointer is at, with what it needs. */
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { Ago } from '../../../../ui/ago.tsx'
import { ProviderTile } from '../../../../ui/pieces/provider-tile.tsx'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { Evidence } from '../../../health/screen/evidence.tsx'
import { FixLine } from '../../../health/screen/fix-line.tsx'
import { VerdictBadge } from '../../../health/screen/status.tsx'
import { Trouble } from '../../../health/screen/trouble.tsx'
import { Due } from '../due.tsx'
import { KeyFacts } from '../key-facts.tsx'
import { StandbyLine } from '../standby/standby-line.tsx'

type Props = { row: KeyRow; isRunning: boolean; isCopied: boolean }

export function Inspector({ row, isRunning, isCopied }: Props) {
  return (
    <aside className="inspector stack" aria-label={t('Key details')} data-keyway="inspector" data-id={row.id}>
      <div className="stack tight">
        <h2 className="inspector-name">
          <ProviderTile provider={row.provider} />
          <span>{row.label}</span>
        </h2>
        <span className="cluster">
          <VerdictBadge verdict={row.verdict} of={row} running={isRunning} />
          <span className="quiet small">
            {row.verdict && rich(t('checked {ago}'), { ago: <Ago time={row.verdict.at} /> })}
          </span>
        </span>
      </div>
      <div className="cluster">
        <a className="button main" href={`#keys/${row.id}`}>
          {t('Open')}
        </a>
        <CopyButton row={row} copied={isCopied} />
        <a className="button" href={`#keys/${row.id}/edit`}>
          {t('Edit')}
        </a>
      </div>
      <FixLine row={row} />
      <StandbyLine row={row} />
      <Trouble row={row} />
      <Due row={row} />
      <KeyFacts row={row} />
      {row.verdict && <Evidence verdict={row.verdict} />}
    </aside>
  )
}
