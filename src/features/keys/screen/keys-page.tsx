/** The keys: all of them in one table, one looked at closely, or a new one. */
import { lazy, Suspense } from 'react'
import { useSession } from '../../../ui/use-session.ts'
import { KeyTable } from './key-table.tsx'

const AddKey = lazy(() => import('../../capture/screen/add-key.tsx'))
const KeyPage = lazy(() => import('./key-page.tsx'))

export default function KeysPage({ rest }: { rest: string[] }) {
  const rows = useSession('rows') ?? []
  const [id, part] = rest
  if (id === 'add')
    return (
      <Suspense>
        <AddKey />
      </Suspense>
    )
  const row = rows.find(one => one.id === id)
  if (row)
    return (
      <Suspense>
        <KeyPage row={row} part={part ?? 'look'} />
      </Suspense>
    )
  return <KeyTable rows={rows} gone={id !== undefined} />
}
