/** A new vault key: everything is sealed anew. For who fears that the old one was seen. */

import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { boxed, type SecretBox } from '../../../../ui/secret/secret-element.ts'
import { SecretField } from '../../../../ui/secret/secret-field.tsx'

export function RotateVaultKey({ onCode }: { onCode: (code: SecretBox) => void }) {
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const typed = () => field.current?.value ?? ''
  const rotate = useAction(
    () => send('screen.rotateVaultKey', { passphrase: typed() }),
    reply => onCode(boxed(reply.recoveryCode)),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed() !== '') void rotate.run()
  }
  return (
    <>
      <p className="quiet">
        {t(
          'You need this only if someone may have copied this browser’s memory or your device while the vault was open. Your API keys stay the same: replace them at their providers.',
        )}
      </p>
      {open ? (
        <form className="stack narrow" onSubmit={submit}>
          <Notice tone="needs">
            {t(
              'Passkeys have to be added again, and you get a new recovery code. Old backups still open with the passphrase they were made with.',
            )}
          </Notice>
          <SecretField ref={field} label={t('Passphrase')} invalid={rotate.failure !== null} />
          <FailureNotice failure={rotate.failure} />
          <div className="cluster">
            <button type="submit" className="button main" aria-disabled={rotate.busy}>
              {rotate.busy ? t('Sealing everything anew…') : t('Seal everything anew')}
            </button>
            <Button className="button plain" isBusy={rotate.busy} onPress={() => setOpen(false)}>
              {t('Cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{t('Make a new vault key')}</Button>
        </div>
      )}
    </>
  )
}
