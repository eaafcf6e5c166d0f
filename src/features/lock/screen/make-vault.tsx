/** Making the vault: a passphrase, and whether to keep watching after the lock. Nothing is decided for the person. */

import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'
import NewPassphrase, { type ChosenPassphrase } from './new-passphrase.tsx'
import { Watching } from './watching.tsx'

type Props = { waiting: number; onMade: (recoveryCode: SecretBox) => void }

export function MakeVault({ waiting, onMade }: Props) {
  const passphrase = useRef<ChosenPassphrase>(null)
  const [good, setGood] = useState(false)
  const [watch, setWatch] = useState<boolean | null>(null)
  const [missing, setMissing] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const make = useAction(
    () =>
      send('screen.createVault', {
        passphrase: passphrase.current?.read() ?? '',
        watchWhileLocked: watch === true,
      }),
    reply => onMade(boxed(reply.recoveryCode)),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = !good
      ? t('The passphrase is not ready yet: see the note beside it.')
      : watch === null
        ? t('Choose whether to keep watching after the lock. Either answer is fine.')
        : ''
    setMissing(lacks)
    if (lacks) form.current?.querySelector<HTMLElement>(good ? 'input[name="watch"]' : 'input')?.focus()
    else void make.run()
  }
  return (
    <form ref={form} className="stack loose" onSubmit={submit}>
      <Title>{t('Make your vault')}</Title>
      {waiting > 0 && (
        <Notice tone="needs">
          {t('A key waits in memory. Until the vault is made, closing the browser or a crash would lose it.')}
        </Notice>
      )}
      <p className="lead">
        {t(
          'It holds your keys, encrypted with a passphrase that only you know. Nobody can reset it: not us, not OpenAI.',
        )}
      </p>
      <NewPassphrase ref={passphrase} onGood={setGood} />
      <Watching
        value={watch}
        onChange={answer => {
          setWatch(answer)
          setMissing('')
        }}
      />
      <div role="alert">{missing && <Notice tone="needs">{missing}</Notice>}</div>
      <FailureNotice failure={make.failure} />
      <button type="submit" className="button main" data-keyway="make-vault" aria-disabled={make.busy}>
        {make.busy ? t('Making the vault…') : t('Make the vault')}
      </button>
    </form>
  )
}
