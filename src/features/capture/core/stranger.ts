/** Does a new key belong to the same project and organization as the person’s other keys? A hostile page can show somebody else’s key in place of theirs. Pure. */
import type { ProviderId } from '../../../providers/verdict.ts'

type Home = { provider: ProviderId; id?: string; project?: string; organization?: string }

/**
 * @param rows the keys of the vault; the key itself may be among them
 * @returns the project or organization that is named for this key and for none of the provider's other keys; undefined when none is
 *   named, or when nothing is known of the others
 */
export function strangeHome(
  key: Home,
  rows: readonly Home[],
  what: 'project' | 'organization',
): string | undefined {
  const home = key[what]
  const known = new Set(
    rows
      .filter(row => row.provider === key.provider && row.id !== key.id)
      .flatMap(row => (row[what] === undefined ? [] : [row[what]])),
  )
  return home !== undefined && known.size > 0 && !known.has(home) ? home : undefined
}
