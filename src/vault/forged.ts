/**
 * Heads that were written by somebody who does not hold the vault key. Rot breaks a head's checksum; a head whose checksum is
 * right and whose signature is not was made up, or changed on purpose.
 */

import type { VaultKeys } from './crypto/keys.ts'
import { notices } from './notices.ts'
import { doesFollow, type Head, isSigned, isWhole } from './stored/header.ts'
import { sameJson } from './stored/mirrored-store.ts'

/** `sound`: the head that this vault goes by; `keys`: those of its vault key. */
async function isForged(head: Head, sound: Head, keys: VaultKeys): Promise<boolean> {
  // A store that missed the turn to a new vault key keeps the earlier head, which today's key has not signed.
  const isEarlier = head.id === sound.id && head.epoch < sound.epoch && head.revision < sound.revision
  return !isEarlier && (await isWhole(head)) && !(await isSigned(head, keys))
}

/** Tells the owner what somebody else changed in any copy of the head. Answers whether there was such a copy. */
export async function tellForged(
  heads: Head[],
  sound: Head,
  keys: VaultKeys,
  told: Set<string>,
): Promise<boolean> {
  let found = false
  for (const head of heads) {
    if (!(await isForged(head, sound, keys))) continue
    found = true
    const hasOtherKey = head.inboxKey !== sound.inboxKey
    const hasOtherSettings = !sameJson(head.settings, sound.settings)
    if (hasOtherKey) told.add(notices.inboxKey)
    if (hasOtherSettings) told.add(notices.settings)
    if (!sameJson(head.slots, sound.slots) || (!hasOtherKey && !hasOtherSettings)) told.add(notices.head)
  }
  return found
}

/**
 * Has the vault gone on since this head, which its key has signed? Then what it unlocked with may have been taken away, and a
 * head that is newer counts. One that is newer and forged does not.
 */
export async function isSuperseded(heads: Head[], head: Head, keys: VaultKeys): Promise<boolean> {
  for (const newer of heads) {
    if (newer.id !== head.id || newer.epoch < head.epoch || newer.revision <= head.revision) continue
    if (!(await isWhole(newer))) continue
    if (newer.epoch === head.epoch ? await isSigned(newer, keys) : await doesFollow(newer, head.epoch, keys))
      return true
    // Format version 1 could not say that one vault key follows another.
    if (newer.epoch > head.epoch && newer.version === 1 && head.version === 1) return true
  }
  return false
}
