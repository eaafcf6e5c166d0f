/** The unlock form, wherever a locked vault is met: one field, the passphrase or the recovery code. */

import Lock from 'lucide-react/icons/lock'
import { type FormEvent, useState } from 'react'
import { send } from '../extension/send.ts'
import { t } from '../extension/texts.ts'
import { useAction } from './action.ts'
import { useFocusFirst } from './focus-first.ts'
import { FailureNotice } from './notice.tsx'
import { PasskeyButton, usePasskey } from './passkey.tsx'
import { SecretField } from './secret-field.tsx'

export function Unlock({ inboxCount }: { inboxCount: number }) {
  const [secret, setSecret] = useState('')
  const [byCode, setByCode] = useState(false)
  const field = useFocusFirst<HTMLInputElement>()
  const unlock = useAction(() =>
    byCode
      ? send('screen.unlockWithRecoveryCode', { code: secret.trim() })
      : send('screen.unlock', { passphrase: secret }),
  )
  const passkey = usePasskey(gift => send('screen.unlockWithPasskey', gift))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (secret === '') return field.current?.focus()
    if (await unlock.run()) setSecret('')
    else field.current?.select()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {inboxCount > 0 && (
        <p className="quiet">
          {inboxCount === 1 ? 'A captured key waits' : t('{inboxCount} captured keys wait', { inboxCount })}
          {t(', sealed, for you to unlock.')}
        </p>
      )}
      <SecretField
        ref={field}
        label={byCode ? t('Recovery code') : t('Passphrase')}
        value={secret}
        onChange={value => {
          setSecret(value)
          unlock.clear()
        }}
        invalid={unlock.failure !== null}
      />
      <FailureNotice failure={unlock.failure ?? passkey?.failure ?? null} />
      <button type="submit" className="button main wide" data-keyway="unlock" aria-disabled={unlock.busy}>
        <Lock size={15} aria-hidden="true" />
        {unlock.busy ? t('Unlocking…') : t('Unlock')}
      </button>
      {passkey && <PasskeyButton passkey={passkey} />}
      <button
        type="button"
        className="link small"
        onClick={() => {
          setSecret('')
          unlock.clear()
          setByCode(!byCode)
          field.current?.focus()
        }}
      >
        {byCode ? t('Use the passphrase instead') : t('Forgot it? Use the recovery code')}
      </button>
    </form>
  )
}
