/** How a key is and why, the key itself to be looked at, and what is noted about it, edited where it stands. */

import { lazy, Suspense } from 'react'
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { go, goOn } from '../../../../ui/route.ts'
import { CopyNote } from '../../../copy/screen/copy-note.tsx'
import { Reveal } from '../../../copy/screen/hold-to-show.tsx'
import { Evidence } from '../../../health/screen/evidence.tsx'
import { FixLine } from '../../../health/screen/fix-line.tsx'
import { StatusLadder } from '../../../health/screen/status-ladder.tsx'
import { Trouble, WhenChecked } from '../../../health/screen/trouble.tsx'
import { useStatus } from '../../../health/screen/use-status.ts'
import { Due } from '../due.tsx'
import { EditKey } from '../edit-key.tsx'
import { KeyFacts } from '../key-facts.tsx'
import { StandbyLine } from '../standby/standby-line.tsx'

const OwnFigures = lazy(() => import('../../../usage/screen/own-figures-part.tsx'))

type Props = {
  row: KeyRow
  isEditing: boolean
  /** What of it is edited first. */
  field: string | undefined
}

export function KeyOverview({ row, isEditing, field }: Props) {
  const status = useStatus(row.verdict, row)
  return (
    <div className="key-overview">
      <div className="stack">
        <section className="panel-box stack" aria-labelledby="key-status">
          <h2 id="key-status">{t('Status')}</h2>
          {!isKeptOnly(row) && <StatusLadder row={row} />}
          {row.verdict || isKeptOnly(row) ? (
            <FixLine row={row} />
          ) : (
            <p className="small quiet">{status.sentence}</p>
          )}
          <StandbyLine row={row} />
          <Trouble row={row} />
          <WhenChecked row={row} />
          <Due row={row} />
          {row.verdict && <Evidence verdict={row.verdict} />}
        </section>
        <section className="panel-box stack" aria-labelledby="key-itself">
          <div className="cluster ends">
            <h2 id="key-itself">{t('The key')}</h2>
            {row.lastFour && <code className="quiet">{`••••••••${row.lastFour}`}</code>}
          </div>
          <Reveal row={row} />
          <CopyNote />
          <p className="small quiet">
            {t('Windows and some programs keep a history of the clipboard that no extension can empty.')}{' '}
            {rich(t('{addToProject} does not use the clipboard.'), {
              addToProject: <a href={`#keys/${row.id}/project`}>{t('Add to a project')}</a>,
            })}
          </p>
        </section>
        <Suspense>
          <OwnFigures row={row} />
        </Suspense>
      </div>
      <section className="panel-box stack" aria-labelledby="key-details">
        <div className="cluster ends">
          <h2 id="key-details">{t('Details')}</h2>
          {!isEditing && <Button onPress={() => go('keys', row.id, 'edit')}>{t('Edit')}</Button>}
        </div>
        {isEditing ? (
          <EditKey
            key={`${row.id} ${field}`}
            row={row}
            field={field ?? 'label'}
            onDone={() => goOn(['keys', row.id, 'edit'], 'keys', row.id)}
          />
        ) : (
          <KeyFacts row={row} onEdit={name => go('keys', row.id, 'edit', name)} />
        )}
      </section>
    </div>
  )
}
