/** Which keys the browser does not let Keyway ask about, and what to ask the browser for so that it may. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { permissionFor } from '../../../providers/hosts.ts'

export type Needed = {
  /** Origin patterns as Chrome writes them, without repeats. */
  origins: string[]
  keys: KeyRow[]
}

/** Every host that one of these keys is asked at; a key whose address is not its provider's is asked nowhere. */
export const originsOf = (rows: readonly KeyRow[]): string[] => [
  ...new Set(rows.map(permissionFor).filter(origin => origin !== null)),
]

/** @param missing the origins that were not granted */
export function permissionsNeeded(rows: readonly KeyRow[], missing: ReadonlySet<string>): Needed {
  if (missing.size === 0) return { origins: [], keys: [] }
  const keys = rows.filter(row => {
    const origin = permissionFor(row)
    return origin !== null && missing.has(origin)
  })
  return { origins: originsOf(keys), keys }
}
