/** The vault and the keys in it. A stored secret leaves the worker only in the reply to `screen.pull`. */
import * as v from 'valibot'
import type { DayCounts } from '../../features/health/core/month.ts'
import type { Reply } from '../failure.ts'
import { about, answers, id, nothing, provider, text } from '../message-fields.ts'

export const vaultMessages = {
  'screen.createVault': answers<Reply<{ recoveryCode: string }>>()(
    v.strictObject({ passphrase: text(1000), watchWhileLocked: v.boolean() }),
  ),
  'screen.unlock': v.strictObject({ passphrase: text(1000) }),
  /** `next`: the passphrase from now on, set before anything is shown: all or nothing. */
  'screen.unlockWithRecoveryCode': v.strictObject({ code: text(200), next: v.optional(text(1000)) }),
  /** `prf`: what the passkey's PRF gave in the screen, 32 bytes in base64. */
  'screen.unlockWithPasskey': v.strictObject({ credentialId: text(2000), prf: text(100) }),
  'screen.lock': nothing,
  /** A fresh proof, good for two minutes, for what asks for one (`proof_needed`): reveal, export, security. */
  'screen.prove': v.strictObject({ passphrase: text(1000) }),
  'screen.proveWithPasskey': v.strictObject({ credentialId: text(2000), prf: text(100) }),
  'screen.edit': v.strictObject({ id, about }),
  /** The person says whose a stored key is, where neither its name nor its shape tells. */
  'screen.confirmProvider': v.strictObject({ id, provider }),
  'screen.remove': answers<Reply<{ undoUntil: number }>>()(v.strictObject({ id })),
  'screen.undoRemove': v.strictObject({ id }),
  /**
   * The one way a stored secret reaches a screen: in this reply, for a reason that is named, one at a time. `export`: into an encrypted
   * file; `plain`: into one that anybody can read.
   */
  'screen.pull': answers<Reply<{ secret: string }>>()(
    v.strictObject({ id, reason: v.picklist(['reveal', 'call', 'write', 'encrypt', 'export', 'plain']) }),
  ),
  'screen.history': answers<Reply<{ entries: unknown[] }>>()(v.strictObject({ id })),
  /** The last 30 days of many keys in short; one that cannot be read is not in the reply. */
  'screen.months': answers<Reply<{ months: [id: string, days: DayCounts[]][] }>>()(
    v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(200)) }),
  ),
}
