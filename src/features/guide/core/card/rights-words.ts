/** The card’s sentence about the check of a key’s permissions. Pure. */
import { fillIn } from '../../../../i18n/text-key.ts'
import type { CardWords } from '../card-words.ts'
import type { Known } from '../conditions.ts'

/** Says that the check still runs or why it failed, and which permissions are missing or too many; nothing when they are as wanted. */
export function rightsOf({ world, says }: Pick<Known, 'world'> & { says: CardWords }): { sentence?: string } {
  const { lacks = [], beyond = [], note } = world.made?.rights ?? {}
  const sentences = [
    note,
    lacks.length > 0 && fillIn(says.lacks, { what: lacks.join(', ') }),
    beyond.length > 0 && fillIn(says.beyond, { what: beyond.join(', ') }),
  ].filter(Boolean)
  return sentences.length > 0 ? { sentence: sentences.join(' ') } : {}
}
