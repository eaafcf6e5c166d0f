/** One key, looked at closely: its verdict with the reason, what is known of it, and what can be done with it. */
import { lazy, Suspense, useState } from 'react'
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { useAction } from '../../../../ui/action.ts'
import { Ago } from '../../../../ui/ago.tsx'
import { BackBar } from '../../../../ui/back-bar.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { CopyNote } from '../../../copy/screen/copy-note.tsx'
import { Evidence } from '../../../health/screen/evidence.tsx'
import { FixLine } from '../../../health/screen/fix-line.tsx'
import { VerdictBadge } from '../../../health/screen/status.tsx'
import { TestFailure } from '../../../health/screen/testing/test-failure.tsx'
import { Trouble } from '../../../health/screen/trouble.tsx'
import { Due } from '../due.tsx'
import { EditKey } from '../edit-key.tsx'
import { KeyFacts } from '../key-facts.tsx'
import { RemoveKey } from '../remove-key.tsx'
import { StandbyLine } from '../standby/standby-line.tsx'

const HistoryPart = lazy(() => import('../../../health/screen/history/history-part.tsx'))

export type KeyPart = 'look' | 'edit' | 'remove'

type Props = {
  row: KeyRow
  /** What was chosen in the list. */
  part: KeyPart
  onDone: () => void
  onRemoved: (label: string, id: string, until: number) => void
}

export default function Details({ row, part, onDone, onRemoved }: Props) {
  const [doing, setDoing] = useState(part)
  const running = useSession('checks')?.running.includes(row.id) ?? false
  const copy = useSession('copy')
  const test = useAction(() => send('screen.test', { id: row.id }))
  // Goes back one level: to the details, or to the list if this form was opened from there.
  const look = part === 'look' ? () => setDoing('look') : onDone
  if (doing === 'edit')
    return (
      <div className="stack">
        <BackBar title={t('Edit {label}', { label: row.label })} onBack={look} />
        <EditKey row={row} onDone={look} />
      </div>
    )
  if (doing === 'remove')
    return (
      <div className="stack">
        <BackBar title={t('Delete {label}?', { label: row.label })} onBack={look} />
        <RemoveKey row={row} onKeep={look} onRemoved={until => onRemoved(row.label, row.id, until)} />
      </div>
    )
  return (
    <div className="stack">
      <BackBar title={row.label} onBack={onDone} />
      <div className="stack tight">
        <div className="cluster">
          <VerdictBadge verdict={row.verdict} of={row} running={running} />
          {row.verdict && (
            <span className="quiet small">
              {rich(t('checked {ago}'), { ago: <Ago time={row.verdict.at} /> })}
            </span>
          )}
        </div>
        <FixLine row={row} />
        <StandbyLine row={row} isInPopup />
        <Trouble row={row} />
        <Due row={row} />
        {row.verdict && <Evidence verdict={row.verdict} />}
      </div>
      <div className="cluster">
        {!isKeptOnly(row) && (
          <Button className="button main" data-keyway="test" isBusy={running || test.busy} onPress={test.run}>
            {t('Test')}
          </Button>
        )}
        <CopyButton row={row} copied={copy?.keyId === row.id} />
        <Button onPress={() => setDoing('edit')}>{t('Edit')}</Button>
      </div>
      <CopyNote />
      <TestFailure row={row} test={test} />
      <KeyFacts row={row} />
      <History row={row} />
      <div className="cluster ends">
        <Button
          className="link small"
          onPress={() => openOwnPage('dashboard', `#keys/${row.id}`).then(() => close())}
        >
          {t('Try it, add it to a project, and more')}
        </Button>
        <Button className="button plain danger" onPress={() => setDoing('remove')}>
          {t('Delete')}
        </Button>
      </div>
    </div>
  )
}

/** Read from the vault only when it is asked for. */
function History({ row }: { row: KeyRow }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('History')}</summary>
      {open && (
        <Suspense>
          <HistoryPart row={row} />
        </Suspense>
      )}
    </details>
  )
}
