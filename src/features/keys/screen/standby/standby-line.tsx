/** Under a key that fails: which standby key there is, how it is, and what puts it to use. */
import { lazy, type ReactNode, Suspense } from 'react'
import { rich } from '../../../../i18n/rich.tsx'
import { t } from '../../../../i18n/t.ts'
import { ago } from '../../../../i18n/time.ts'
import { opensFolders } from '../../../../platform/screen/folder-picker.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { presentStatus } from '../../../health/core/present-status.ts'
import { TestButton, useTest } from '../../../health/screen/testing/test-button.tsx'
import { TestFailure } from '../../../health/screen/testing/test-failure.tsx'
import { useRows } from '../../../policy/screen/use-rows.ts'
import { type Standby, standbysOf } from '../../core/standby.ts'
import { isBroken, statusGroupOf } from '../../core/status-group.ts'

const PutStandby = lazy(() => import('../../../handoff/screen/standby/put-standby.tsx'))

/** @param isInPopup no folder can be opened from there: the dashboard's page of the key does it */
type Props = { row: KeyRow; isInPopup?: boolean }

export function StandbyLine({ row, isInPopup = false }: Props) {
  const rows = useRows()
  if (!isBroken(statusGroupOf(row))) return null
  return standbysOf(row, rows).map(standby => (
    <Line key={standby.row.id} of={row} standby={standby} isInPopup={isInPopup} />
  ))
}

type LineProps = { of: KeyRow; standby: Standby; isInPopup: boolean }

function Line({ of, standby: { row, state }, isInPopup }: LineProps) {
  const test = useTest(row)
  const isRunning = useSession('checks')?.running.includes(row.id) ?? false
  const isCopied = useSession('copy')?.keyId === row.id
  const name = isInPopup ? <strong>{row.label}</strong> : <a href={`#keys/${row.id}`}>{row.label}</a>
  const isUsable = state === 'ready' || state === 'unproven'
  return (
    <div className="stack tight" data-keyway="standby" data-state={state}>
      <Notice
        tone={state === 'ready' ? 'works' : 'plain'}
        action={
          <>
            {isUsable && <CopyButton row={row} copied={isCopied} />}
            {isUsable && isInPopup && opensFolders() && (
              <Button onPress={() => openOwnPage('dashboard', `#keys/${of.id}`).then(() => close())}>
                {t('Put it in its projects…')}
              </Button>
            )}
            {(state === 'unproven' || state === 'untested') && (
              <TestButton row={row} test={test} running={isRunning} />
            )}
          </>
        }
      >
        {sentence(row, state, name, of)}
      </Notice>
      {isUsable && !isInPopup && (
        <Suspense>
          <PutStandby old={of} standby={row} />
        </Suspense>
      )}
      <TestFailure row={row} test={test} />
    </div>
  )
}

function sentence(row: KeyRow, state: Standby['state'], standby: ReactNode, of: KeyRow): ReactNode {
  const { verdict } = row
  const status = presentStatus(verdict, row).short
  if (!verdict || state === 'untested')
    return rich(t('{standby} is a standby, but no test has shown that it works. Test it first.'), { standby })
  const when = ago(verdict.at)
  if (state === 'ready')
    return rich(t('A standby is ready: {standby}. {status}, checked {when}.', { status, when }), { standby })
  if (state === 'broken')
    return rich(t('The standby {standby} does not work either: {status}.', { status }), { standby })
  return verdict.at < (of.verdict?.since ?? 0)
    ? rich(t('The standby {standby} worked {when}, before this key failed. Test it first.', { when }), {
        standby,
      })
    : rich(t('The standby {standby} works. Whether there is credit behind it is not known.'), { standby })
}
