/** A new passphrase. The keys stay as they are; only the lock is changed. */

import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { SecretField } from '../../../../ui/secret/secret-field.tsx'
import NewPassphrase, { type ChosenPassphrase } from '../new-passphrase.tsx'

export function ChangePassphrase() {
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  return (
    <>
      <div role="status">{said && <Notice tone="works">{said}</Notice>}</div>
      {open ? (
        <Form
          onDone={changed => {
            setOpen(false)
            if (changed) setSaid(t('The passphrase is changed. The old one no longer opens the vault.'))
          }}
        />
      ) : (
        <div>
          <Button onPress={() => setOpen(true)}>{t('Change the passphrase')}</Button>
        </div>
      )}
    </>
  )
}

function Form({ onDone }: { onDone: (changed: boolean) => void }) {
  const today = useRef<HTMLInputElement>(null)
  const next = useRef<ChosenPassphrase>(null)
  const [hasToday, setHasToday] = useState(false)
  const [good, setGood] = useState(false)
  const [byCode, setByCode] = useState(false)
  const change = useAction(() => {
    const [typed, chosen] = [today.current?.value ?? '', next.current?.read() ?? '']
    return send(
      'screen.changePassphrase',
      byCode ? { passphrase: '', code: typed, next: chosen } : { passphrase: typed, next: chosen },
    )
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (good && hasToday && (await change.run())) onDone(true)
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <SecretField
        label={byCode ? t('Recovery code') : t('Passphrase of today')}
        ref={today}
        onType={() => {
          setHasToday(today.current?.value !== '')
          change.clear()
        }}
        invalid={change.failure !== null}
      />
      <Button
        className="link small"
        onPress={() => {
          if (today.current) today.current.value = ''
          setHasToday(false)
          change.clear()
          setByCode(!byCode)
        }}
      >
        {byCode ? t('Use the passphrase instead') : t('Forgot it? Use the recovery code')}
      </Button>
      <NewPassphrase ref={next} onGood={setGood} />
      <FailureNotice failure={change.failure} />
      <div className="cluster">
        <button type="submit" className="button main" aria-disabled={!good || !hasToday || change.busy}>
          {change.busy ? t('Changing…') : t('Change it')}
        </button>
        <Button className="button plain" isBusy={change.busy} onPress={() => onDone(false)}>
          {t('Keep the old one')}
        </Button>
      </div>
    </form>
  )
}
