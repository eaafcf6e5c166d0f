/**
 * What a page is told of a running guide. A page can read whatever is drawn in it, so nothing that tells which key a guide is
 * about is among it: no label, last four, project, tracking id or day. The side panel says those. Pure.
 */

import type { Guide } from '../../../guides/guide.ts'
import { mapTexts } from '../../../i18n/translate-guide.ts'
import type { CardWords } from './card-words.ts'
import { fits, type Known } from './conditions.ts'
import { keyPlaceholder } from './fill-words.ts'
import type { KeyFact, TourView, World } from './tour.ts'
import { type Taught, viewOf } from './view.ts'

declare const pageOnly: unique symbol
/** Made here and nowhere else: the one kind of view that a message to a content script takes. */
export type PageView = TourView & { readonly [pageOnly]: true }

export const pageViewOf = (guide: Guide, known: Known, says: CardWords, taught?: Taught): PageView =>
  viewOf(
    withoutKeys(guide, known.world),
    { ...known, world: anonymous(known.world, says) },
    says,
    taught,
  ) as PageView

/** What is left has no placeholder for anything of a key: its third part stands there, or its fallback. */
function withoutKeys(guide: Guide, { made, subject }: World): Guide {
  const isNamed = (name: string) => ((!name.startsWith('old') && made) || subject)?.lastFour !== undefined
  const receipt = guide.receipt.filter(({ text }) => text.search(keyPlaceholder) < 0)
  return mapTexts({ ...guide, receipt }, text =>
    text.replace(keyPlaceholder, (_, name: string, unknown = '…', inPanel = unknown) =>
      isNamed(name) ? inPanel : unknown,
    ),
  )
}

const anonymous = ({ made, subject, ...world }: World, says: CardWords): World => ({
  ...world,
  ...(made && { made: stateOf(made, says) }),
  ...(subject && { subject: stateOf(subject, says) }),
})

/** Only words of our own, from closed lists: how it stands, not which it is. */
const stateOf = (key: KeyFact, says: CardWords): KeyFact => ({
  saved: key.saved,
  ...(key.verdict && {
    verdict: {
      key: key.verdict.key,
      use: key.verdict.use,
      cause: key.verdict.cause,
      at: key.verdict.at,
    },
  }),
  ...(key.rights && {
    rights: { lacks: [], beyond: [], ...(!fits(key) && { note: says.inPanel }) },
  }),
})
