/** What a key was asked about its rights, in the card's words. Pure. */
import { fillIn } from '../../../../i18n/text-key.ts'
import type { CardWords } from '../card-words.ts'
import type { Known } from '../conditions.ts'

/** What the key itself answered, when that is not what was wanted. */
export function rightsOf({ world, says }: Pick<Known, 'world'> & { says: CardWords }): { sentence?: string } {
  const { lacks = [], beyond = [], note } = world.made?.rights ?? {}
  const said = [
    note,
    lacks.length > 0 && fillIn(says.lacks, { what: lacks.join(', ') }),
    beyond.length > 0 && fillIn(says.beyond, { what: beyond.join(', ') }),
  ].filter(Boolean)
  return said.length > 0 ? { sentence: said.join(' ') } : {}
}
