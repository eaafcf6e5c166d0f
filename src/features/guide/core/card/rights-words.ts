/** The card’s sentence about a key’s permissions, once they were checked. Pure. */
import { fillIn } from '../../../../i18n/text-key.ts'
import type { CardWords } from '../card-words.ts'
import type { Known } from '../conditions.ts'

/** The sentence for permissions that differ from those that were wanted; none when they are the same. */
export function rightsOf({ world, says }: Pick<Known, 'world'> & { says: CardWords }): { sentence?: string } {
  const { lacks = [], beyond = [], note } = world.made?.rights ?? {}
  const sentences = [
    note,
    lacks.length > 0 && fillIn(says.lacks, { what: lacks.join(', ') }),
    beyond.length > 0 && fillIn(says.beyond, { what: beyond.join(', ') }),
  ].filter(Boolean)
  return sentences.length > 0 ? { sentence: sentences.join(' ') } : {}
}
