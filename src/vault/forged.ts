/**
 * Heads that were written by somebody who does not hold the vault key. Rot breaks a head's checksum; a header whose checksum is
 * right and whose signature is not was made up, or changed on purpose.
 */

import type { VaultKeys } from './crypto/keys.ts'
import { notices } from './notices.ts'
import { doesFollow, type Header, isSigned, isWhole } from './stored/header.ts'
import { sameJson } from './stored/mirrored-store.ts'

/** `sound`: the header that this vault goes by; `keys`: those of its vault key. */
async function isForged(header: Header, sound: Header, keys: VaultKeys): Promise<boolean> {
  // A store that missed the turn to a new vault key keeps the earlier header, which today's key has not signed.
  const isEarlier = header.id === sound.id && header.epoch < sound.epoch && header.revision < sound.revision
  return !isEarlier && (await isWhole(header)) && !(await isSigned(header, keys))
}

/** Tells the owner what somebody else changed in any copy of the header. Answers whether there was such a copy. */
export async function tellForged(
  headers: Header[],
  sound: Header,
  keys: VaultKeys,
  noticeList: Set<string>,
): Promise<boolean> {
  let found = false
  for (const header of headers) {
    if (!(await isForged(header, sound, keys))) continue
    found = true
    const hasOtherKey = header.inboxKey !== sound.inboxKey
    const hasOtherSettings = !sameJson(header.settings, sound.settings)
    if (hasOtherKey) noticeList.add(notices.inboxKey)
    if (hasOtherSettings) noticeList.add(notices.settings)
    if (!sameJson(header.slots, sound.slots) || (!hasOtherKey && !hasOtherSettings))
      noticeList.add(notices.header)
  }
  return found
}

/**
 * Has the vault gone on since this header, which its key has signed? Then what it unlocked with may have been taken away, and a
 * header that is newer counts. One that is newer and forged does not.
 */
export async function isSuperseded(headers: Header[], header: Header, keys: VaultKeys): Promise<boolean> {
  for (const newer of headers) {
    if (newer.id !== header.id || newer.revision <= header.revision) continue
    if (!(await isWhole(newer))) continue
    if (
      newer.epoch === header.epoch ? await isSigned(newer, keys) : await doesFollow(newer, header.epoch, keys)
    )
      return true
    // Format version 1 could not say that one vault key follows another.
    if (newer.epoch > header.epoch && newer.version === 1 && header.version === 1) return true
  }
  return false
}
