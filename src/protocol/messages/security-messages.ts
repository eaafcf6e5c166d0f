/** The ways to unlock, the vault key, and a vault that is damaged. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { answers, id, nothing, text, time } from '../message-fields.ts'
import type { DamageView } from '../published.ts'

export const securityMessages = {
  /** `code`: the recovery code, in place of a passphrase that was forgotten. */
  'screen.changePassphrase': v.strictObject({
    passphrase: text(1000),
    code: v.optional(text(200)),
    next: text(1000),
  }),
  /** Asks for a fresh proof; the new code is shown once, the earlier one stops working. */
  'screen.newRecoveryCode': answers<Reply<{ recoveryCode: string }>>()(nothing),
  'screen.addPasskey': v.strictObject({ credentialId: text(2000), prfSalt: text(100), prf: text(100) }),
  'screen.removeSlot': v.strictObject({ id }),
  /** Passkeys have to be added again; the recovery code is a new one. */
  'screen.rotateVaultKey': answers<Reply<{ recoveryCode: string }>>()(
    v.strictObject({ passphrase: text(1000) }),
  ),
  'screen.setWatching': v.strictObject({
    watchWhileLocked: v.boolean(),
    watchFromStart: v.optional(v.boolean()),
  }),
  /** Looks through everything stored and repairs what it can. */
  'screen.verifyVault':
    answers<Reply<{ mended: number; damaged: string[]; withoutAbout: string[]; isMirrored: boolean }>>()(
      nothing,
    ),
  /** What the recovery screen shows of a vault that does not open. */
  'screen.lookAtDamage': answers<Reply<{ damage: DamageView }>>()(nothing),
  /** The last choice: the old bytes are kept under another name. */
  'screen.startOver': v.strictObject({ confirm: v.literal('start over') }),
  /** The vault that was set aside then comes back; the one that is there is set aside in its place. */
  'screen.bringBack': v.strictObject({ at: time, confirm: v.literal('bring back') }),
}
