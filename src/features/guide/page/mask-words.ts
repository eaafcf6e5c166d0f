/** Masks the page’s words for a report. Names, companies and keys are words too, so a text that is not a known wording as a whole is masked. */

import { fold } from '../../../locator/words.ts'
import { names, wordsOf } from '../core/grade.ts'
import { blocks, type Catalogue, type Part } from '../core/report/report-lines.ts'

/** No wording of a guide is longer. */
const mostRead = 400

/** `data`: a cell of a table, whose text is never the site’s own. What words probably mean is reported for controls only. */
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
