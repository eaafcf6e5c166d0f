/** The real encryption behind the encrypted project files. A chunk of its own, loaded when one is planned; runs in the dashboard only. */
import { armor, Encrypter } from 'age-encryption'
import { t } from '../../../../i18n/t.ts'
import { fail } from '../../../../protocol/failure.ts'
import type { Sealer } from '../../core/encrypted/plan.ts'
import { sealForDotenvx } from './dotenvx-value.ts'
import { sshRecipient } from './ssh-recipient.ts'

export const sealer: Sealer = {
  async seal(plain, recipients) {
    const encrypter = new Encrypter()
    for (const { kind, text } of recipients)
      try {
        encrypter.addRecipient(kind.startsWith('ssh-') ? sshRecipient(text) : text)
      } catch {
        const shown = `${text.slice(0, 24)}…`
        return fail('bad_recipient', t('“{shown}” is not a whole public key: copy it once more.', { shown }))
      }
    const bytes = typeof plain === 'string' ? new TextEncoder().encode(plain) : plain
    return { ok: true, bytes: await encrypter.encrypt(bytes) }
  },
  armor: async bytes => armor.encode(bytes),
  sealForDotenvx,
}
