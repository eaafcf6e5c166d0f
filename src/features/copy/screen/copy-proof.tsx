/** A later copy of a key asks whether it is still the same person at the computer. */
import type { FormEvent } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { ago } from '../../../i18n/time.ts'
import type { Failure } from '../../../protocol/failure.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import type { Action } from '../../../ui/action.ts'
import { FailureNotice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import { PasskeyButton } from '../../lock/screen/unlock-with-passkey.tsx'
import { useProofDialog } from '../../lock/screen/use-proof-dialog.ts'

type Props = {
  row: KeyRow
  passkey: Action<[]> | null
  failure: Failure | null
  isBusy: boolean
  onProof: (passphrase: string) => void
  onClose: () => void
}

export function CopyProof({ row, passkey, failure, isBusy, onProof, onClose }: Props) {
  const { dialog, field } = useProofDialog(passkey !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const passphrase = field.current?.value ?? ''
    if (!isBusy && passphrase !== '') onProof(passphrase)
  }
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={`proof-${row.id}`}>
      <form className="stack" onSubmit={submit}>
        <h2 id={`proof-${row.id}`}>{t('Copy “{label}” again?', { label: row.label })}</h2>
        <p>
          {row.lastCopiedAt === undefined
            ? t('This key was copied before.')
            : plural(
                {
                  one: 'This key was copied {ago}.',
                  other: 'This key was copied {ago}, {count} times in all.',
                },
                row.copies ?? 1,
                { ago: ago(row.lastCopiedAt) },
              )}{' '}
          {passkey
            ? t('Your passkey or passphrase proves that it is you, for two minutes and this key.')
            : t('Your passphrase proves that it is you, for two minutes and this key.')}
        </p>
        {passkey && <PasskeyButton passkey={passkey} />}
        {passkey && <FailureNotice failure={passkey.failure} />}
        <SecretField ref={field} label={t('Passphrase')} invalid={failure !== null} />
        <FailureNotice failure={failure} />
        <div className="cluster">
          <button type="submit" className="button main" aria-disabled={isBusy}>
            {t('Copy')}
          </button>
          <Button className="button plain" isBusy={isBusy} onPress={() => dialog.current?.close()}>
            {t('Not now')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
