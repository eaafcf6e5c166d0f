/** Keys that move in from a file, and backups. */
import * as v from 'valibot'
import { mostLetters } from '../../providers/checked-fields.ts'
import type { Reply } from '../failure.ts'
import { about, answers, line, nothing, provider, text, time } from '../message-fields.ts'

/** Whether copies need a proof is said of a key in the vault, with a proof. */
const { copyFreely: _, ...aboutImported } = about.entries

/** What may be said of a key that comes from a file or from another device. */
export const aboutBrought = {
  ...aboutImported,
  provider: v.pipe(
    text(40),
    v.check(id => v.is(provider, id)),
  ),
  kind: v.optional(text(20)),
  label: line(mostLetters.label),
}

export const transferMessages = {
  /** Which of these are in the vault already? SHA-256 of salt and secret, in hex: no secret travels. Reply: for each digest the label of the key that is there already, or null. */
  'screen.findDuplicates': answers<Reply<{ keys: ({ id: string; label: string } | null)[] }>>()(
    v.strictObject({
      salt: text(100),
      digests: v.pipe(v.array(text(64)), v.maxLength(5000)),
    }),
  ),
  /** All or none; nothing is replaced. `history` as exported; what else a record holds is left out. A secret has no line break. */
  'screen.import': answers<Reply<{ count: number }>>()(
    v.strictObject({
      records: v.pipe(
        v.array(
          v.object({
            ...aboutBrought,
            id: v.optional(v.string()),
            secret: v.pipe(text(20_000), v.regex(/^[\x21-\x7e]+$/)),
            createdAt: v.optional(time),
            lastCopiedAt: v.optional(time),
            copies: v.optional(time),
            history: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(5000))),
          }),
        ),
        v.maxLength(5000),
      ),
    }),
  ),
  'screen.backedUp': nothing,
}
