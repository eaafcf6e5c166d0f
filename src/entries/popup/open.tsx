/** The popup with the vault open: the list, or one thing done with it. What is not painted at once is loaded when asked for. */

import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { usePasteAnywhere } from '../../features/capture/screen/paste-anywhere.ts'
import { PendingKeys } from '../../features/capture/screen/pending.tsx'
import { TakeKey } from '../../features/capture/screen/take-key.tsx'
import { RunningGuide } from '../../features/guide/screen/running-guide.tsx'
import { CheckNotices } from '../../features/health/screen/check-notices.tsx'
import { noFilter } from '../../features/keys/core/filter.ts'
import type { KeyPart } from '../../features/keys/screen/popup/details.tsx'
import { Empty } from '../../features/keys/screen/popup/empty.tsx'
import { List } from '../../features/keys/screen/popup/key-list.tsx'
import { useShortcuts } from '../../features/keys/screen/popup/shortcuts.ts'
import { type Removed, Undo } from '../../features/keys/screen/undo.tsx'
import { VaultNotices } from '../../features/lock/screen/vault-notices.tsx'
import { useRows } from '../../features/policy/screen/use-rows.ts'
import { t } from '../../i18n/t.ts'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { useSession } from '../../ui/use-session.ts'

const Add = lazy(() => import('../../features/capture/screen/add-in-popup.tsx'))
const Details = lazy(() => import('../../features/keys/screen/popup/details.tsx'))
const Explain = lazy(() => import('../../features/health/screen/explain.tsx'))
const ShortcutList = lazy(() => import('../../features/keys/screen/popup/shortcut-list.tsx'))

export type View =
  | { at: 'list'; cameFrom?: string }
  | { at: 'add' | 'explain' | 'shortcuts' }
  | { at: 'key'; id: string; part: KeyPart }
type Props = { view: View; setView: (view: View) => void }

export function Open({ view, setView }: Props) {
  const [filter, setFilter] = useState(noFilter)
  const [removed, setRemoved] = useState<Removed | null>(null)
  const rows = useRows()
  const home = () => setView({ at: 'list', ...(view.at === 'key' && { cameFrom: view.id }) })
  const open = useCallback(
    (id: string, part: KeyPart = 'look') => setView({ at: 'key', id, part }),
    [setView],
  )
  const listed = view.at === 'list'
  useShortcuts(
    listed
      ? {
          n: () => setView({ at: 'add' }),
          e: () => setView({ at: 'explain' }),
          '?': () => setView({ at: 'shortcuts' }),
        }
      : {},
  )
  usePasteAnywhere(listed ? () => setView({ at: 'add' }) : undefined)
  const row = view.at === 'key' ? rows.find(one => one.id === view.id) : undefined
  if (view.at === 'add')
    return (
      <Sub>
        <Add onDone={home} />
      </Sub>
    )
  if (view.at === 'explain')
    return (
      <Sub>
        <Explain onDone={home} />
      </Sub>
    )
  if (view.at === 'shortcuts')
    return (
      <Sub>
        <ShortcutList onDone={home} />
      </Sub>
    )
  if (row)
    return (
      <Sub>
        <Details
          row={row}
          part={view.at === 'key' ? view.part : 'look'}
          onDone={home}
          onRemoved={(label, id, until) => {
            setRemoved({ label, ids: [id], until })
            home()
          }}
        />
      </Sub>
    )
  return (
    <main className={rows.length === 0 ? 'body' : 'body list'}>
      <div className="above">
        <ErrorBoundary>
          <Above hasRows={rows.length > 0} />
        </ErrorBoundary>
        {removed && <Undo removed={removed} onOver={() => setRemoved(null)} />}
      </div>
      <ErrorBoundary>
        {rows.length === 0 ? (
          <Empty onAdd={() => setView({ at: 'add' })} />
        ) : (
          <List
            rows={rows}
            filter={filter}
            onFilter={setFilter}
            onOpen={open}
            cameFrom={view.at === 'list' ? view.cameFrom : undefined}
          />
        )}
      </ErrorBoundary>
    </main>
  )
}

function Sub({ children }: { children: ReactNode }) {
  return (
    <main className="body">
      <ErrorBoundary>
        <Suspense>{children}</Suspense>
      </ErrorBoundary>
    </main>
  )
}

/** What stands above the list because it cannot wait. */
function Above({ hasRows }: { hasRows: boolean }) {
  const pending = useSession('pending') ?? []
  return (
    <>
      {hasRows && <h1 className="visually-hidden">{t('Your keys')}</h1>}
      <PendingKeys pending={pending} />
      <RunningGuide />
      <CheckNotices />
      <VaultNotices />
      <TakeKey />
    </>
  )
}
