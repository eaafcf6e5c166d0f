/** The search as screens use it. Its index, and the reader of errors, are loaded with the first question that needs them. */

import { looksLikeError } from '../../core/search/looks-like-error.ts'
import type { GuideMatches, GuideSearch, SearchableGuide } from '../../core/search/search-guides.ts'

export type FindGuides = (question: string) => Promise<GuideMatches>

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
    const explained = reader?.guideForError(question)
    if (!explained || !guides.some(({ id }) => id === explained)) return matches
    return { found: [explained, ...matches.found.filter(id => id !== explained)], nearest: [] }
  }
}
