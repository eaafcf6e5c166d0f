/** Copied once, then cleared: what screens ask, and what the offscreen document is to do. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { answers, id, nothing, text } from '../message-fields.ts'

/** What the offscreen document is to do. With `compare`, and if the clipboard may be read, only what is ours is cleared. */
export type ClipboardTask = {
  copy: string
  /** Put this on the clipboard first; absent: only clear. */
  text?: string
  /** Milliseconds since the epoch. */
  clearAt: number
  compare?: { salt: string; digest: string }
}

export const copyMessages = {
  /** Any copy but the first wants a fresh proof: passkey or passphrase. `format`: one of src/features/copy/core/formats.ts. */
  'screen.copy': v.strictObject({
    id,
    format: v.optional(id),
    passphrase: v.optional(text(1000)),
    passkey: v.optional(v.strictObject({ credentialId: text(2000), prf: text(100) })),
  }),
  'screen.clearClipboard': nothing,
  /** The offscreen document asks what it is to do; the reply carries what to copy, once. */
  'offscreen.pull': answers<Reply<{ task: ClipboardTask }>>()(nothing),
  'offscreen.copied': v.strictObject({ copy: id, ok: v.boolean() }),
  'offscreen.cleared': v.strictObject({
    copy: id,
    outcome: v.picklist(['cleared', 'held_something_else', 'failed']),
  }),
}
