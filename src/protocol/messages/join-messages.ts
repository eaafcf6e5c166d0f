/** Joining a sync space by six digits. The screens carry what each side says to the other; the worker holds what is secret in it. */
import * as v from 'valibot'
import type { Reply } from '../failure.ts'
import { answers, id, nothing, text } from '../message-fields.ts'

const publicKey = text(64)

export const joinMessages = {
  /** This device wants to join. */
  'screen.joinAsk': answers<Reply<{ id: string; commitment: string }>>()(nothing),
  /** This device is of a space, and answers one that asks. */
  'screen.joinAnswer': answers<Reply<{ space: string; publicKey: string }>>()(
    v.strictObject({ id, commitment: text(64) }),
  ),
  /** The asking device shows its key, to one that has answered: once. */
  'screen.joinShow': answers<Reply<{ publicKey: string }>>()(v.strictObject({ space: id, publicKey })),
  /** The digits that this device, which has answered, shows the person: once. */
  'screen.joinDigits': answers<Reply<{ digits: string }>>()(v.strictObject({ publicKey })),
  /**
   * The person has read these on the other device and typed them on the asking one. A mistake ends the attempt. Asks for a
   * fresh proof.
   */
  'screen.joinCompare': v.strictObject({ digits: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
  /** The person says that they are the same. Asks for a fresh proof. */
  'screen.joinSeal': answers<Reply<{ sealed: string }>>()(nothing),
  /** The asking device has got the sync key. */
  'screen.joinFinish': v.strictObject({ sealed: text(2000) }),
}
