/** What a report says in the place of the page's words. A name, a company or a key is made of words too: what is not known as a whole goes. */

import { fold } from '../../../locator/words.ts'
import { names, wordsOf } from '../core/grade.ts'
import { blocks, type Catalogue, type Part } from '../core/report/report-lines.ts'

/** Nothing that a guide knows is longer. */
const mostRead = 400

/** `data`: the cells of tables, where nothing is the site's own. Only of a control it is said what its words probably mean. */
export type Where = 'control' | 'text' | 'data'
export type Masked = Pick<Part, 'says' | 'means'>

export function createMask({ wordings, beginnings }: Catalogue): (text: string, where: Where) => Masked {
  const known = new Map(wordings.map(wording => [fold(wording), wording]))
  return (text, where) => {
    const short = text.slice(0, mostRead).trim()
    if (short === '') return {}
    const wording = where === 'data' ? undefined : known.get(fold(short))
    if (wording !== undefined) return { says: wording }
    const words = where === 'control' ? wordsOf(short) : []
    const means = Object.keys(beginnings).filter(one =>
      words.some(word => names(word, beginnings[one] ?? [])),
    )
    return { says: blocks(short), ...(means.length > 0 && { means }) }
  }
}
