/** The second screen: a passkey where the computer holds one, else the passphrase; the recovery code under it, and the ways on. */

import CircleCheck from 'lucide-react/icons/circle-check'
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { type Action, useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { boxed, type SecretBox, useSecretText } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'
import type { Wants } from './intro.tsx'
import { type Made, makeWithPasskey, offersPasskey } from './make-with-passkey.ts'
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
  const [isByPasskey, setIsByPasskey] = useState(offersPasskey)
  const [unopened, setUnopened] = useState<Made['unopened']>()
  const [isGood, setIsGood] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const make = useAction(
    // Whether checks go on after the lock is asked once a key is there to be checked.
    (): Promise<Made | Failure> =>
      isByPasskey
        ? makeWithPasskey()
        : send('screen.createVault', {
            passphrase: passphrase.current?.read() ?? '',
            watchWhileLocked: false,
          }),
    reply => {
      setUnopened(reply.unopened)
      onMade(boxed(reply.recoveryCode))
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isByPasskey) return void make.run()
    setIsMissing(!isGood)
    if (isGood) void make.run()
    else form.current?.querySelector<HTMLElement>('input')?.focus()
  }
  const change = () => {
    make.clear()
    setIsByPasskey(!isByPasskey)
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
        {isByPasskey ? (
          <ByPasskey isMade={code !== null} unopened={unopened} />
        ) : (
          <>
            <p className="lead">
              {t('Your passphrase opens the vault. Only you know it, and it cannot be reset.')}
            </p>
            <NewPassphrase ref={passphrase} onGood={setIsGood} isSet={code !== null} />
          </>
        )}
        {code ? (
          <p className="cluster tone-works">
            <CircleCheck size={16} aria-hidden="true" /> {t('Your vault is ready')}
          </p>
        ) : (
          <>
            <div role="alert">
              {isMissing && !isGood && !isByPasskey && (
                <Notice tone="needs">{t('The passphrase is not ready yet: see the note beside it.')}</Notice>
              )}
            </div>
            <FailureNotice failure={make.failure} />
            <button type="submit" className="button main" data-keyway="make-vault" aria-disabled={make.busy}>
              {make.busy ? t('Making the vault…') : t('Make the vault')}
            </button>
            {offersPasskey() && (
              <Button className="link small" onPress={change}>
                {isByPasskey ? t('Use a passphrase instead') : t('Use a passkey instead')}
              </Button>
            )}
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

/** Nothing to choose and nothing to write down but the recovery code; the words only where the passkey opens nothing. */
function ByPasskey({ isMade, unopened }: { isMade: boolean; unopened: Made['unopened'] }) {
  if (unopened) return <TheseWords {...unopened} />
  if (isMade) return <p className="lead">{t('Your passkey opens the vault from now on.')}</p>
  return (
    <>
      <p className="lead">{t('Open the vault with Touch ID, Windows Hello or your device PIN.')}</p>
      <p className="quiet">
        {t('Your system now makes a passkey. Without this device, only the recovery code opens the vault.')}
      </p>
    </>
  )
}

function TheseWords({ words, why }: NonNullable<Made['unopened']>) {
  const shown = useSecretText<HTMLOutputElement>(words.read)
  return (
    <>
      <Notice tone="needs">
        {why} {t('The passkey does not open the vault. These four words do: write them down.')}
      </Notice>
      <output
        ref={shown}
        className="words"
        translate="no"
        aria-label={t('Your four words')}
        data-keyway="words"
      />
    </>
  )
}
