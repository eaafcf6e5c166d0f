/**
 * The card for Firefox, which has no IntersectionObserver v2: it cannot tell whether a person really saw a button, so no button on the card
 * saves a key, and the card says where one does. Takes the place of card-content.ts in the package for Firefox. Pure.
 */
import { t } from '../../../../i18n/t.ts'
import type { CardWords } from '../card-words.ts'
import type { TourView } from '../tour.ts'
import { type ViewCard, cardOf as withSave } from './card-content.ts'

export type { ViewCard } from './card-content.ts'

export function cardOf(view: TourView, says: CardWords): ViewCard {
  const card = withSave(view, says)
  const buttons = card.buttons.filter(({ guarded }) => !guarded)
  return buttons.length === card.buttons.length ? card : { ...card, do: elsewhere, buttons }
}

const elsewhere = t(
  'Press “Save to Keyway” in the sidebar (Alt+Shift+J), or “Take the key shown on the page” behind Keyway’s button in the toolbar.',
)

/** In place of those in card-words.ts. */
export const wordsWithoutSave = {
  shownOnce: t('This key is shown only once. Press Keyway’s button in the toolbar to take it.'),
}

/** A button whose press would not count is hidden. */
export const styleWithoutSave = 'button[aria-disabled="true"]{display:none}'
