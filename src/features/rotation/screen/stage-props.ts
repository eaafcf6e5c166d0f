/** What every stage of a replacement is drawn from. */
import type { KeyRow } from '../../../protocol/published.ts'
import type { Replacement } from '../core/replacement.ts'
import type { UseReplacement } from './use-replacement.ts'

export type StageProps = { old: KeyRow; run: Replacement; known: UseReplacement }

/** The new key’s row; undefined: it is not in the vault. */
export const nextOf = ({ run, known }: StageProps): KeyRow | undefined =>
  known.rows.find(({ id }) => id === run.next)
