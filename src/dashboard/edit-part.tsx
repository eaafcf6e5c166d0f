/** What is said about a key, changed. */
import type { KeyRow } from '../extension/state.ts'
import { EditKey } from '../ui/edit-key.tsx'
import { go } from './route.ts'

export default function EditPart({ row }: { row: KeyRow }) {
  return (
    <div className="narrow">
      <EditKey row={row} onDone={() => go('keys', row.id)} />
    </div>
  )
}
