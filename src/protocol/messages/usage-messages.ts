/** What an admin key of the vault may be asked. */
import * as v from 'valibot'
import type { Reply, WaitFailure } from '../failure.ts'
import { adminPath, answers, id, text } from '../message-fields.ts'

export const usageMessages = {
  /** A question or a change by an admin key of the vault. A key that is made so goes into the vault, never into the reply. Reply: the answer as it came; 404 to a question is one too. */
  'screen.admin': answers<Reply<{ status: number; body: string }> | WaitFailure>()(
    v.strictObject({
      id,
      method: v.picklist(['GET', 'POST', 'DELETE']),
      path: v.pipe(text(400), v.regex(adminPath)),
      body: v.optional(text(500)),
    }),
  ),
  /** Figures that an admin key has read go into its history, sealed. */
  'screen.keepFigures': v.strictObject({
    id,
    name: v.picklist(['project', 'key', 'item', 'each-key']),
    json: text(100_000),
  }),
}
