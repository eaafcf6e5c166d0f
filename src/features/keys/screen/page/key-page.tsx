/** One key: what it is and how it is, ways to use it, what it may do, and what its checks said. */

import { lazy, Suspense, useEffect, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice } from '../../../../ui/notice.tsx'
import { Loading } from '../../../../ui/pieces/loading.tsx'
import { Modal } from '../../../../ui/pieces/modal.tsx'
import { PartTabs } from '../../../../ui/pieces/part-tabs.tsx'
import { go } from '../../../../ui/route.ts'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { RevocationProgress, useConfirmRevoked } from '../../../health/screen/confirm-revoked.tsx'
import { TestFailure } from '../../../health/screen/testing/test-failure.tsx'
import { noteDeletion } from '../last-deletion.ts'
import { RemoveKey } from '../remove-key.tsx'
import { noteOpened } from '../table/opened-key.ts'
import { listAddress } from '../table/table-address.ts'
import { useEscape } from '../use-escape.ts'
import { KeyHeader } from './key-header.tsx'
import { KeyOverview } from './key-overview.tsx'

const KeyUse = lazy(() => import('./key-use.tsx'))
const Access = lazy(() => import('../../../health/screen/access-part.tsx'))
const Activity = lazy(() => import('../../../health/screen/history/history-part.tsx'))

const tabs = [
  { id: '', name: t('Overview') },
  { id: 'use', name: t('Use') },
  { id: 'access', name: t('Access') },
  { id: 'activity', name: t('Activity') },
] as const

/** Each place in the address, and the tab that it is on. Links made before the tabs had these names still lead there. */
const tabOf = new Map<string, (typeof tabs)[number]['id']>([
  ['use', 'use'],
  ['call', 'use'],
  ['project', 'use'],
  ['access', 'access'],
  ['may', 'access'],
  ['activity', 'activity'],
  ['history', 'activity'],
])

type Props = { row: KeyRow; part: string; field: string | undefined }

export default function KeyPage({ row, part, field }: Props) {
  const current = tabOf.get(part) ?? ''
  const [isDeleting, setIsDeleting] = useState(false)
  const test = useAction(() => send('screen.test', { id: row.id }))
  const rotate = useAction((guide: string) => guideMe(guide, row.id))
  const confirm = useConfirmRevoked(row)
  useEffect(() => void noteOpened(row.id), [row.id])
  useEscape(() => {
    location.hash = part === '' ? listAddress() : `#keys/${row.id}`
  })
  return (
    <>
      <p className="small">
        <a href={listAddress()}>{t('All keys')}</a>
      </p>
      <KeyHeader
        row={row}
        test={test}
        onRotate={guide => void rotate.run(guide)}
        onConfirmRevoked={confirm && (() => void confirm.run())}
        onDelete={() => setIsDeleting(true)}
      />
      <FailureNotice failure={rotate.failure} />
      <TestFailure row={row} test={test} />
      <RevocationProgress row={row} confirm={confirm} />
      <PartTabs
        label={t('This key')}
        at={`keys/${row.id}`}
        tabs={tabs.filter(({ id }) => id !== 'access' || !isKeptOnly(row))}
        current={current}
      />
      <Suspense fallback={<Loading />}>
        {current === 'use' ? (
          <KeyUse row={row} part={part} former={field} />
        ) : current === 'access' && !isKeptOnly(row) ? (
          <Access row={row} />
        ) : current === 'activity' ? (
          <Activity row={row} />
        ) : (
          <KeyOverview row={row} isEditing={part === 'edit'} field={field} />
        )}
      </Suspense>
      {isDeleting && (
        <Modal title={t('Delete {label}?', { label: row.label })} onClose={() => setIsDeleting(false)}>
          <RemoveKey
            row={row}
            onKeep={() => setIsDeleting(false)}
            onRemoved={until => {
              noteDeletion({ ids: [row.id], label: row.label, until })
              go('keys')
            }}
          />
        </Modal>
      )}
    </>
  )
}
