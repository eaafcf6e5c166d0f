/** Which keys a run could not take in, as a person knows them. Names come from other computers: they are made readable here. */
import { plainLine } from '../../../i18n/plain-text.ts'
import { showState } from '../../../vault/sync/expected-keys.ts'
import { currentTags } from '../../../vault/sync/join.ts'
import type { SyncState } from '../../../vault/sync/state.ts'
import type { Look } from './ports.ts'

export type NotTaken = {
  label: string
  /** The computers that have said something of it. */
  from: string[]
}
type File = { name: string; state: SyncState }

const readable = (name: unknown): string => plainLine(String(name ?? '').slice(0, 60))
const namesOf = (files: File[]) => [...new Set(files.map(({ name }) => readable(name)))]

/**
 * Records with a secret of which only texts came that open as nothing.
 * @returns `isWhole`: nothing that opens is known of it, so there is no such key
 */
export function closedRecords({ records, sealed }: SyncState, offered: ReadonlyMap<string, unknown>) {
  const closed = new Map<string, { tags: string[]; isWhole: boolean }>()
  for (const [id, record] of records) {
    const current = currentTags(record)
    const tags = current.filter(tag => offered.has(tag) && !sealed.has(tag))
    if (tags.length > 0) closed.set(id, { tags, isWhole: !current.some(tag => sealed.has(tag)) })
  }
  return closed
}

/**
 * @param refused what the vault did not take
 * @param joined what this device and the others say together
 */
export function notTakenOf(
  refused: ReadonlySet<string>,
  closed: ReturnType<typeof closedRecords>,
  joined: SyncState,
  look: Look,
  files: readonly File[],
): NotTaken[] {
  if (refused.size + closed.size === 0) return []
  const shown = showState(joined)
  const labelOf = (id: string) =>
    readable(
      shown.get(id)?.fields.get('label') ??
        look.keys.get(id)?.fields.get('label') ??
        joined.records.get(id)?.fields.get('label')?.value,
    )
  const saying = (id: string) => [id, ...(shown.get(id)?.from.keys() ?? [])]
  return [
    ...[...refused].map(id => ({
      label: labelOf(id),
      from: namesOf(files.filter(({ state }) => saying(id).some(record => state.records.has(record)))),
    })),
    ...[...closed].map(([id, { tags }]) => ({
      label: labelOf(id),
      from: namesOf(files.filter(({ state }) => tags.some(tag => state.sealed.has(tag)))),
    })),
  ]
}
