/** What pages keep sealed in the vault beside the keys (the organization as an admin key read it, replacements under way), and what the organization tells of keys there. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { answers, id, line, text } from '../message-fields.ts'

/** `replacements`: the runs that replace a key, however far they are; `costs`: of 400 days, and whether they are watched; `environments`: how often keys of each are replaced. */
const sealedName = v.picklist(['organization', 'replacements', 'costs', 'environments'])

const trackingId = v.pipe(text(80), v.regex(/^[\w-]+$/))

export const organizationMessages = {
  /** What was kept last, as JSON; absent: nothing. */
  'screen.readSealed': answers<Reply<{ text?: string }>>()(v.strictObject({ name: sealedName })),
  /** `act` is noted in the activity, of the key with this record id. */
  'screen.keepSealed': v.strictObject({
    name: sealedName,
    text: v.string(),
    act: v.optional(v.picklist(['replaceStarted', 'replacePaused', 'replaceUndone', 'replaced'])),
    key: v.optional(id),
  }),
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
            models: v.optional(v.pipe(v.array(line(200)), v.maxLength(200))),
          }),
        ),
        v.maxLength(5000),
      ),
    }),
  ),
}
