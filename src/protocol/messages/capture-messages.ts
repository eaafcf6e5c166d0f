/** Taking a key in: from the page, by paste. A page offers, and carries no key; a screen of ours commits. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { about, answers, id, nothing, provider, text } from '../message-fields.ts'

export const captureMessages = {
  /** "A key is shown here and the person pressed Save": carries no key; the worker asks that very document for it. */
  'page.offerKey': nothing,
  /**
   * The pull path: take the key that the platform's page shows right now, no press in the page needed. `mask`: which one, where the
   * page shows several (`SessionItems.shownKeys`).
   */
  'screen.takeKey': answers<Reply<{ pendingId: string }>>()(v.strictObject({ mask: v.optional(text(40)) })),
  /** `provider`: the person's word on whose key it is, for one whose shape does not tell. */
  'screen.paste': answers<Reply<{ id: string }>>()(
    v.strictObject({ text: text(20_000), about, provider: v.optional(provider) }),
  ),
  'screen.commit': answers<Reply<{ id: string }>>()(v.strictObject({ id, about })),
  'screen.discard': v.strictObject({ id }),
  /** All that pages offered and nobody has saved, by one press. */
  'screen.discardOffered': nothing,
}
