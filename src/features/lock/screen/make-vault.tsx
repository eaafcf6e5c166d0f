/** The second screen: the passphrase, then the recovery code under it, and the ways on. Nothing is decided for the person. */

import CircleCheck from 'lucide-react/icons/circle-check'
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { boxed, type SecretBox } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'
import type { Wants } from './intro.tsx'
import NewPassphrase, { type ChosenPassphrase } from './new-passphrase.tsx'
import { RecoveryCode } from './show-recovery-code.tsx'
import { WaysOn } from './ways-on.tsx'

type Props = {
  wants: Wants
  waiting: number
  /** The vault is made: its recovery code, to be shown here until the person has saved it. */
  code: SecretBox | null
  onMade: (recoveryCode: SecretBox) => void
  start: Action<[guide: string]>
  /** @param go what the person wants next */
  onSaved: (go: () => void) => void
}

export function MakeVault({ wants, waiting, code, start, onMade, onSaved }: Props) {
  const passphrase = useRef<ChosenPassphrase>(null)
  const [isGood, setIsGood] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const make = useAction(
    // Whether checks go on after the lock is asked once a key is there to be checked.
    () =>
      send('screen.createVault', {
        passphrase: passphrase.current?.read() ?? '',
        watchWhileLocked: false,
      }),
    reply => onMade(boxed(reply.recoveryCode)),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(!isGood)
    if (isGood) void make.run()
    else form.current?.querySelector<HTMLElement>('input')?.focus()
  }
  return (
    <>
      <form ref={form} className="stack loose" onSubmit={submit}>
        <Title>{t('Protect your keys')}</Title>
        {waiting > 0 && !code && (
          <Notice tone="needs">
            {t('A key waits in memory. If the browser closes before the vault is made, the key is lost.')}
          </Notice>
        )}
        <p className="lead">
          {t('Your passphrase opens the vault. Only you know it, and it cannot be reset.')}
        </p>
        <NewPassphrase ref={passphrase} onGood={setIsGood} isSet={code !== null} />
        {code ? (
          <p className="cluster tone-works">
            <CircleCheck size={16} aria-hidden="true" /> {t('Your vault is made.')}
          </p>
        ) : (
          <>
            <div role="alert">
              {isMissing && !isGood && (
                <Notice tone="needs">{t('The passphrase is not ready yet: see the note beside it.')}</Notice>
              )}
            </div>
            <FailureNotice failure={make.failure} />
            <button type="submit" className="button main" data-keyway="make-vault" aria-disabled={make.busy}>
              {make.busy ? t('Making the vault…') : t('Make the vault')}
            </button>
          </>
        )}
      </form>
      {code && (
        <RecoveryCode code={code}>
          {save =>
            // A key that waits to be saved comes before the way to another one.
            waiting > 0 ? (
              <Button
                className="button main"
                data-keyway="code-kept"
                onPress={() => save(() => onSaved(() => undefined))}
              >
                {t('Continue')}
              </Button>
            ) : (
              <WaysOn wants={wants} start={start} onChoose={go => save(() => onSaved(go))} />
            )
          }
        </RecoveryCode>
      )}
    </>
  )
}
