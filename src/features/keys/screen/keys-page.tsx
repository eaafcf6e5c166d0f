/** The keys: all of them in one table, one looked at closely, or a new one. */
import { lazy, Suspense } from 'react'
import { Loading } from '../../../ui/pieces/loading.tsx'
import { useRows } from '../../policy/screen/use-rows.ts'

const KeyTable = lazy(() => import('./table/key-table.tsx'))
const AddKey = lazy(() => import('../../capture/screen/add-key.tsx'))
const KeyPage = lazy(() => import('./page/key-page.tsx'))

export default function KeysPage({ rest }: { rest: string[] }) {
  const rows = useRows()
  const [id, part, field] = rest
  const row = rows.find(one => one.id === id)
  return (
    <Suspense fallback={<Loading />}>
      {id === 'add' ? (
        <AddKey part={part} />
      ) : row ? (
        <KeyPage key={row.id} row={row} part={part ?? ''} field={field} />
      ) : (
        <KeyTable rows={rows} isGone={id !== undefined} />
      )}
    </Suspense>
  )
}
