/** What is said about a key, changed. */
import type { KeyRow } from '../../../protocol/published.ts'
import { EditKey } from './edit-key.tsx'
import { go } from '../../../ui/route.ts'

export default function EditPart({ row }: { row: KeyRow }) {
  return (
    <div className="narrow">
      <EditKey row={row} onDone={() => go('keys', row.id)} />
    </div>
  )
}
