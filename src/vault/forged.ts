/**
 * Headers that were written by somebody who does not have the vault key. Damage on the disk breaks a header’s checksum; a header with the
 * right checksum and a wrong signature was made up, or changed on purpose.
 */

import type { VaultKeys } from './crypto/keys.ts'
import { notices } from './notices.ts'
import { doesFollow, type Header, isSigned, isWhole } from './stored/header.ts'
import { sameJson } from './stored/mirrored-store.ts'

/** `sound`: the header that this vault goes by; `keys`: those of its vault key. */
async function isForged(header: Header, sound: Header, keys: VaultKeys): Promise<boolean> {
  // A store that missed a change of the vault key still has the earlier header, which today’s key has not signed.
  const isEarlier = header.id === sound.id && header.epoch < sound.epoch && header.revision < sound.revision
  return !isEarlier && (await isWhole(header)) && !(await isSigned(header, keys))
}

/** Adds a notice for the owner about what somebody else changed in a copy of the header. @returns whether there was such a copy */
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
 * Is there a newer header than this one, which the vault’s key has signed? Then a way to unlock that this one allows may have been removed
 * since, and the newer header counts, unless it is forged.
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
