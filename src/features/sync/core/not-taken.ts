/** Which keys a run could not take in, as a person knows them. Names come from other computers: they are made readable here. */
import { plainLine } from '../../../i18n/plain-text.ts'
import { showState } from '../../../vault/sync/shown.ts'
import type { SyncState } from '../../../vault/sync/state.ts'
import type { Look } from './ports.ts'

export type NotTaken = {
  label: string
  /** The computers that have said something of it. */
  from: string[]
}

const readable = (name: unknown): string => plainLine(String(name ?? '').slice(0, 60))

/** @param joined what this device and the others say together */
export function notTakenOf(
  left: ReadonlySet<string>,
  joined: SyncState,
  look: Look,
  files: readonly { name: string; state: SyncState }[],
): NotTaken[] {
  if (left.size === 0) return []
  const shown = showState(joined)
  return [...left].map(id => {
    const is = shown.get(id)
    const label = is?.fields.get('label') ?? look.keys.get(id)?.fields.get('label')
    const records = [id, ...(is?.from.keys() ?? [])]
    const said = files.filter(({ state }) => records.some(record => state.records.has(record)))
    return { label: readable(label), from: [...new Set(said.map(({ name }) => readable(name)))] }
  })
}
