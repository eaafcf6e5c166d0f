/** The ids under which many new records go into the vault in one step. */
import type { NewRecord } from '../record.ts'
import { entryOf, type Manifest } from './manifest.ts'
import { isRecordId } from './names.ts'

export type NewKept = NewRecord & { history?: unknown[] }

/** An id that every object answers to would be taken for something known in the maps by id that others keep. */
export function withOwnIds(manifest: Manifest, records: NewKept[]): NewKept[] {
  const given = new Set<string>()
  return (
    records
      .map(({ id = '', ...record }) => {
        const free = isRecordId(id) && !(id in {}) && !given.has(id) && !entryOf(manifest, id)
        return free && given.add(id) ? { ...record, id } : (record as NewKept)
      })
      // A key from a file stands by only for one that comes with it: a stranger's would be offered in place of the person's own.
      .map(({ standbyFor = '', ...record }) => (given.has(standbyFor) ? { ...record, standbyFor } : record))
  )
}
