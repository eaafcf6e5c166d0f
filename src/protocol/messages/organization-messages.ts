/** The organization as an admin key read it, kept sealed in the vault, and what it tells of keys there. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { answers, id, line, nothing, text } from '../message-fields.ts'

const trackingId = v.pipe(text(80), v.regex(/^[\w-]+$/))

export const organizationMessages = {
  /** What was read last, as JSON; absent: nothing. */
  'screen.readOrganization': answers<Reply<{ text?: string }>>()(nothing),
  'screen.keepOrganization': v.strictObject({ text: v.string() }),
  /**
   * What the organization tells of keys of the vault: the platform's id, if the stored key begins and ends as it is shown there, and
   * models that answered it. Reply: the ids of those that are.
   */
  'screen.learnKeys': answers<Reply<{ learnt: string[] }>>()(
    v.strictObject({
      keys: v.pipe(
        v.array(
          v.strictObject({
            id,
            trackingId,
            start: text(80),
            end: text(80),
            models: v.optional(v.pipe(v.array(line(200)), v.maxLength(40))),
          }),
        ),
        v.maxLength(5000),
      ),
    }),
  ),
}
