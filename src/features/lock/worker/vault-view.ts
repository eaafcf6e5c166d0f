/** What screens may know of the vault, and the words for one that cannot be used. */
import type { Failure } from '../../../protocol/messages.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import type { LocalItems } from '../../../protocol/storage-keys.ts'
import { t } from '../../../i18n/language.ts'
import { countInbox, VaultError, waysToUnlock } from '../../../vault/index.ts'
import { fail, type Items } from '../../copy/worker/ports.ts'
import { asFailure, type VaultEffects } from './ports.ts'

export const refusals: Record<Exclude<VaultStatus['status'], 'unlocked'>, Failure> = {
  none: fail('no_vault', t('There is no vault yet. Make it first: it takes a passphrase and a minute.')),
  locked: fail('locked', t('The vault is locked. Unlock it first.')),
  damaged: asFailure(new VaultError('damaged')),
  too_new: asFailure(new VaultError('too_new')),
}

export async function viewOf(
  { session, local, store, options }: VaultEffects,
  is: VaultStatus['status'],
  notices: string[],
): Promise<VaultStatus> {
  const choices = await local.get('vaultChoices')
  const until = await session.get('vaultUntil')
  const present = is === 'locked' || is === 'unlocked'
  const slots = present ? await waysToUnlock(store, options) : []
  return {
    status: is,
    inboxCount: present ? await countInbox(store, options) : 0,
    slots,
    notices,
    ...(is === 'unlocked' && until !== undefined && { locksAt: until }),
    ...(choices && { watchesWhileLocked: choices.watchWhileLocked }),
    ...(choices?.lastBackupAt !== undefined && { lastBackupAt: choices.lastBackupAt }),
    ...(choices?.notWatchingSince !== undefined && { notWatchingSince: choices.notWatchingSince }),
  }
}

/** Since when nothing is watched; undefined: it is. */
export async function setWatching(local: Items<LocalItems>, since: number | undefined): Promise<void> {
  const choices = await local.get('vaultChoices')
  if (!choices || choices.notWatchingSince === since) return
  const { notWatchingSince: _, ...rest } = choices
  await local.set('vaultChoices', since === undefined ? rest : { ...rest, notWatchingSince: since })
}
