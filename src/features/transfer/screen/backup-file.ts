/**
 * A backup as an ordinary age file (age-encryption.org, passphrase recipient), so that it opens with the `age` tool too.
 * The age package is a chunk of its own, loaded when a file is really made or opened. Runs in the dashboard only.
 */

import { t } from '../../../i18n/t.ts'
import { variableName } from '../../../providers/variable-names.ts'
import { format } from '../../copy/core/formats.ts'
import type { BackupKey } from '../core/backup-format.ts'

/** 2^18: age's own default; about a second and 256 MB here, and for whoever guesses. */
const workFactor = 18

export type Opened =
  | { ok: true; text: string }
  | { ok: false; code: 'wrong_passphrase' | 'not_age'; message: string }

/** An armored age file: text that survives mail and chat. */
export async function sealBackup(text: string, passphrase: string, logN = workFactor): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(logN)
  return armor.encode(await encrypter.encrypt(text))
}

export async function openBackup(file: Uint8Array, passphrase: string): Promise<Opened> {
  const { armor, Decrypter } = await import('age-encryption')
  const text = new TextDecoder().decode(file)
  const isArmored = text.trimStart().startsWith('-----BEGIN AGE ENCRYPTED FILE-----')
  if (!isArmored && !text.startsWith('age-encryption.org/v1'))
    return {
      ok: false,
      code: 'not_age',
      message: t('This is not an age file. A Keyway backup ends in .age.'),
    }
  try {
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    return { ok: true, text: await decrypter.decrypt(isArmored ? armor.decode(text) : file, 'text') }
  } catch {
    return {
      ok: false,
      code: 'wrong_passphrase',
      message: t('That passphrase does not open this file, or the file is damaged. Nothing was imported.'),
    }
  }
}

/** The keys as `.env` lines, each named for its provider; a second of the same name gets a number. */
export function asEnvFile(keys: BackupKey[]): { text: string; problems: string[] } {
  const seen = new Map<string, number>()
  const lines: string[] = []
  const problems: string[] = []
  for (const key of keys) {
    const base = variableName(key)
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    const line = format('env', count === 1 ? base : `${base}_${count}`, key.secret)
    if (line.ok) lines.push(`# ${key.label.replace(/\s+/g, ' ')}`, line.text.trimEnd())
    else
      problems.push(
        t('“{label}” does not fit into a .env file: {message}', { label: key.label, message: line.message }),
      )
  }
  return { text: `${lines.join('\n')}\n`, problems }
}
