/** A new passphrase. The keys stay as they are; only the lock is changed. */

import { type FormEvent, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { useAction } from '../../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { SecretField } from '../../../../ui/secret-field.tsx'
import NewPassphrase from '../new-passphrase.tsx'

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
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('Change the passphrase')}
          </button>
        </div>
      )}
    </>
  )
}

function Form({ onDone }: { onDone: (changed: boolean) => void }) {
  const [today, setToday] = useState('')
  const [next, setNext] = useState('')
  const [good, setGood] = useState(false)
  const [byCode, setByCode] = useState(false)
  const change = useAction(() =>
    send(
      'screen.changePassphrase',
      byCode ? { passphrase: '', code: today, next } : { passphrase: today, next },
    ),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!good || today === '' || !(await change.run())) return
    setToday('')
    setNext('')
    onDone(true)
  }
  return (
    <form className="stack narrow" onSubmit={submit}>
      <SecretField
        label={byCode ? t('Recovery code') : t('Passphrase of today')}
        value={today}
        onChange={value => {
          setToday(value)
          change.clear()
        }}
        invalid={change.failure !== null}
      />
      <button
        type="button"
        className="link small"
        onClick={() => {
          setToday('')
          change.clear()
          setByCode(!byCode)
        }}
      >
        {byCode ? t('Use the passphrase instead') : t('Forgot it? Use the recovery code')}
      </button>
      <NewPassphrase value={next} onChange={setNext} onGood={setGood} />
      <FailureNotice failure={change.failure} />
      <div className="cluster">
        <button type="submit" className="button main" aria-disabled={!good || today === '' || change.busy}>
          {change.busy ? t('Changing…') : t('Change it')}
        </button>
        <button type="button" className="button plain" onClick={() => onDone(false)}>
          {t('Keep the old one')}
        </button>
      </div>
    </form>
  )
}
