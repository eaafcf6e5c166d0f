/**
 * A vault that a passkey opens. Every vault has a passphrase too: four random words that are shown to nobody, unless the passkey could not be
 * added. The recovery code is what opens it without the device, and sets a passphrase where one is wanted.
 */
import { canHoldPasskey, createPasskey } from '../../../platform/passkey.ts'
import { send } from '../../../platform/send.ts'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { suggestWords } from './suggest-words.ts'

let canHold = false
void canHoldPasskey().then(can => {
  canHold = can
})

/** Known from the first screen on, so that the second does not change under the person's eyes. */
export const offersPasskey = (): boolean => canHold

/** `words`: the passkey opens nothing, for the reason given; these do. */
export type Made = { ok: true; recoveryCode: string; unopened?: { words: SecretBox; why: string } }

/** Call in the press's own turn: the passkey comes first, so that nothing is made when the person says no to it. */
export async function makeWithPasskey() {
  const passkey = await createPasskey(navigator.credentials, [])
  if (!passkey.ok) return passkey
  const words = await suggestWords()
  const made = await send('screen.createVault', { passphrase: words, watchWhileLocked: false })
  if (!made.ok) return made
  const proven = await send('screen.prove', { passphrase: words })
  const added = proven.ok ? await send('screen.addPasskey', passkey.gift) : proven
  const { recoveryCode } = made
  const whole: Made = added.ok
    ? { ok: true, recoveryCode }
    : { ok: true, recoveryCode, unopened: { words: boxed(words), why: added.message } }
  return whole
}
