/** The search as screens use it. Its index, and the reader of errors, are loaded with the first question that needs them. */

import type { Cause } from '../../../../providers/verdict.ts'
import { looksLikeError } from '../../core/search/looks-like-error.ts'
import type { GuideMatches, GuideSearch, SearchableGuide } from '../../core/search/search-guides.ts'

/** `cause`: what the pasted error says is wrong; the first guide found is about it. */
export type Found = GuideMatches & { cause?: Cause }
export type FindGuides = (question: string) => Promise<Found>

/** What the reader of errors makes of a pasted text comes before what its words are like. */
export function createFinder(guides: readonly SearchableGuide[]): FindGuides {
  let search: GuideSearch | undefined
  return async question => {
    const [{ createGuideSearch }, reader] = await Promise.all([
      import('../../core/search/search-guides.ts'),
      looksLikeError(question) ? import('../../core/search/read-pasted-error.ts') : null,
    ])
    search ??= createGuideSearch(guides)
    const matches = search(question)
    const { guide, cause } = reader?.readPastedError(question) ?? {}
    if (guide === undefined || !guides.some(({ id }) => id === guide)) return matches
    const found = [guide, ...matches.found.filter(id => id !== guide)]
    return { found, nearest: [], ...(cause && { cause }) }
  }
}
