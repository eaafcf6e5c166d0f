/** Every way in which the vault can refuse. No message ever holds a value that could be secret. */
import { t } from '../i18n/t.ts'

export type VaultErrorCode =
  | 'wrong_passphrase'
  | 'wrong_recovery_code'
  | 'wrong_passkey'
  | 'damaged'
  | 'too_new'
  | 'missing'
  | 'exists'
  | 'locked'
  | 'not_found'
  | 'invalid'
  | 'inbox_full'
  | 'unverified'
  | 'storage_full'
  | 'storage_failed'
  | 'not_migrated'

const sentences: Record<VaultErrorCode, string> = {
  wrong_passphrase: t('That passphrase does not open this vault. Nothing was changed.'),
  wrong_recovery_code: t('That recovery code does not open this vault. Look for a mistyped letter.'),
  wrong_passkey: t('That passkey does not open this vault. Use your passphrase.'),
  damaged: t('The stored vault is damaged. Nothing was overwritten; see what can be restored.'),
  too_new: t('This was written by a newer Keyway. Update the extension to open it.'),
  missing: t('There is no vault here yet.'),
  exists: t('There is a vault already.'),
  locked: t('The vault is locked. Unlock it first.'),
  not_found: t('This key is not in the vault.'),
  invalid: t('This record cannot be stored as it is.'),
  inbox_full: t('Twenty keys are waiting. Unlock the vault, then save this one.'),
  unverified: t('The two stored copies of your vault do not agree. Unlock it: until then nothing is sealed.'),
  storage_full: t(
    'Not everything was saved: the disk or browser storage is full. Make room, then try again.',
  ),
  storage_failed: t('The browser did not keep all that was written. Try again.'),
  not_migrated: t('The vault is read-only until it can be brought to the new format. Nothing was changed.'),
}

export class VaultError extends Error {
  readonly code: VaultErrorCode
  constructor(code: VaultErrorCode, message = sentences[code]) {
    super(message)
    this.name = 'VaultError'
    this.code = code
  }
}

/** What a store threw, as one of ours. */
export function storageError(thrown: unknown): VaultError {
  if (thrown instanceof VaultError) return thrown
  const words = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown)
  return new VaultError(/quota|no.?space|full/i.test(words) ? 'storage_full' : 'storage_failed')
}
