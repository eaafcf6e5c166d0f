/** The popup with the vault open: the list, or one thing done with it. What is not painted at once is loaded when asked for. */
import { lazy, Suspense, useState } from 'react'
import type { VaultStatus } from '../extension/state.ts'
import { Notice } from '../ui/notice.tsx'
import { useOnline } from '../ui/online.ts'
import { useSession } from '../ui/session.ts'
import { TakeKey } from '../ui/take-key.tsx'
import { Empty } from './empty.tsx'
import { noFilter } from './filter.ts'
import { List } from './list.tsx'
import { PendingList } from './pending-list.tsx'

const Add = lazy(() => import('./add.tsx'))

type View = { at: 'list' } | { at: 'add' }

export function Open({ vault }: { vault: VaultStatus }) {
  const [view, setView] = useState<View>({ at: 'list' })
  const [filter, setFilter] = useState(noFilter)
  const rows = useSession('rows') ?? []
  const pending = useSession('pending') ?? []
  const online = useOnline()
  const home = () => setView({ at: 'list' })
  if (view.at === 'add')
    return (
      <main className="body">
        <Suspense>
          <Add onDone={home} />
        </Suspense>
      </main>
    )
  return (
    <main className="body">
      {rows.length > 0 && <h1 className="visually-hidden">Your keys</h1>}
      <PendingList pending={pending} hasVault onMakeVault={home} />
      {!online && (
        <Notice tone="needs">
          You are offline, so no key can be asked. What you see is from the last check.
        </Notice>
      )}
      {vault.notices?.map(notice => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      <TakeKey />
      {rows.length === 0 ? (
        <Empty onAdd={() => setView({ at: 'add' })} />
      ) : (
        <List
          rows={rows}
          filter={filter}
          onFilter={setFilter}
          onOpen={() => undefined}
          onAdd={() => setView({ at: 'add' })}
        />
      )}
    </main>
  )
}
