/** What is said about a key, changed. */
import type { KeyRow } from '../../../protocol/published.ts'
import { go } from '../../../ui/route.ts'
import { EditKey } from './edit-key.tsx'

export default function EditPart({ row }: { row: KeyRow }) {
  return (
    <div className="narrow">
      <EditKey row={row} onDone={() => go('keys', row.id)} />
    </div>
  )
}
