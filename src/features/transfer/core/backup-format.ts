/**
 * What a backup file says, once it has been opened: documented JSON (docs/vault-format.md), so that a person can read it
 * without Keyway. Sealing it (age) is the dashboard's work; nothing here touches a key of ours.
 */
import { t } from '../../../i18n/t.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../vault/crypto/bytes.ts'
import type { VaultRecord } from '../../../vault/record.ts'

export type BackupKey = VaultRecord & { history?: unknown[] }
export type Backup = { format: 'keyway-backup'; version: 1; exportedAt: number; keys: BackupKey[] }

export type BackupRead =
  | { ok: true; exportedAt: number; keys: BackupKey[]; problems: string[] }
  | { ok: false; code: 'not_a_backup' | 'too_new'; message: string }

export function writeBackup(keys: BackupKey[], exportedAt: number): string {
  const backup: Backup = { format: 'keyway-backup', version: 1, exportedAt, keys }
  return `${JSON.stringify(backup, null, 2)}\n`
}

/** A key needs a provider, a label and a secret; everything else is taken as it is. */
function isKey(value: unknown): value is BackupKey {
  return (
    isObject(value) &&
    ['provider', 'label', 'secret'].every(field => typeof value[field] === 'string' && value[field] !== '') &&
    (value.history === undefined || Array.isArray(value.history))
  )
}

export function readBackup(text: string): BackupRead {
  const parsed = parseJson(text)
  if (!isObject(parsed) || parsed.format !== 'keyway-backup' || !Array.isArray(parsed.keys))
    return { ok: false, code: 'not_a_backup', message: t('This file opened, but it is no Keyway backup.') }
  if (typeof parsed.version !== 'number' || parsed.version > 1)
    return {
      ok: false,
      code: 'too_new',
      message: t('This backup is from a newer Keyway. Update the extension, then import it.'),
    }
  const keys: BackupKey[] = []
  const problems: string[] = []
  for (const [i, each] of parsed.keys.entries()) {
    if (isKey(each)) keys.push(each)
    else problems.push(t('Entry {number} has no provider, label or key and is left out.', { number: i + 1 }))
  }
  const exportedAt = typeof parsed.exportedAt === 'number' ? parsed.exportedAt : 0
  return { ok: true, exportedAt, keys, problems }
}
