/** What screens may know of the vault. */

import type { VaultStatus } from '../../../protocol/published.ts'
import type { Items, LocalItems, ProtectedSettings } from '../../../protocol/storage-keys.ts'
import { countInbox, lockedView, waysToUnlock } from '../../../vault/index.ts'
import { tighten } from '../../policy/core/policy.ts'
import type { VaultPorts } from './ports.ts'

export async function viewOf(
  { session, local, store, options, policy }: VaultPorts,
  is: VaultStatus['status'],
  notices: string[],
): Promise<VaultStatus> {
  const choices = await local.get('vaultChoices')
  const present = is === 'locked' || is === 'unlocked'
  const slots = present ? await waysToUnlock(store, options) : []
  const trusted = await session.get('inboxKey')
  const doubt = is === 'locked' ? (await lockedView(store, { ...options, trusted })).doubt : undefined
  const settings = present ? await session.get('protectedSettings') : undefined
  return {
    status: is,
    inboxCount: present ? await countInbox(store, options) : 0,
    slots,
    notices: doubt ? [...notices, doubt.message] : notices,
    ...(settings && watching(tighten(settings, policy.known()))),
    ...(choices?.lastBackupAt !== undefined && { lastBackupAt: choices.lastBackupAt }),
    ...(choices?.notWatchingSince !== undefined && { notWatchingSince: choices.notWatchingSince }),
  }
}

const watching = ({ watchWhileLocked, watchFromStart = false }: ProtectedSettings) => ({
  watchesWhileLocked: watchWhileLocked,
  ...(watchFromStart && { watchesFromStart: true }),
})

/** Since when nothing is watched; undefined: it is. */
export async function setWatching(local: Items<LocalItems>, since: number | undefined): Promise<void> {
  const choices = await local.get('vaultChoices')
  if (!choices || choices.notWatchingSince === since) return
  const { notWatchingSince: _, ...rest } = choices
  await local.set('vaultChoices', since === undefined ? rest : { ...rest, notWatchingSince: since })
}
