/** The unlock form, wherever a locked vault is met: the passphrase, or the recovery code and a passphrase from now on. */

import Lock from 'lucide-react/icons/lock'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { plural, t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import { useAction } from '../../../ui/action.ts'
import { useFocusFirst } from '../../../ui/focus/focus-first.ts'
import { forgetLoss, wasTextLost } from '../../../ui/focus/unsaved-text.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import type { ChosenPassphrase } from './new-passphrase.tsx'
import { PasskeyButton, usePasskey } from './unlock-with-passkey.tsx'

const NewPassphrase = lazy(() => import('./new-passphrase.tsx'))

/** Words that are about to count must be seen; in the popup they would be below its edge. */
const show = (part: HTMLElement | null) => part?.scrollIntoView({ block: 'end' })

export function Unlock({ inboxCount }: { inboxCount: number }) {
  const [byCode, setByCode] = useState(false)
  const [isLost, setLost] = useState(false)
  // Into a region that is there already: only what comes later is read out. It goes with this form, when the vault is open.
  useEffect(() => {
    setLost(wasTextLost())
    return forgetLoss
  }, [])
  /** Asked for: a new passphrase's words must not be set unseen. */
  const [isRenewing, setIsRenewing] = useState(false)
  const [good, setGood] = useState(false)
  const next = useRef<ChosenPassphrase>(null)
  const field = useFocusFirst<HTMLInputElement>()
  const typed = () => field.current?.value ?? ''
  const unlock = useAction(() =>
    byCode
      ? send('screen.unlockWithRecoveryCode', {
          code: typed().trim(),
          ...(isRenewing && { next: next.current?.read() ?? '' }),
        })
      : send('screen.unlock', { passphrase: typed() }),
  )
  const passkey = usePasskey(gift => send('screen.unlockWithPasskey', gift))
  const ready = !byCode || !isRenewing || good
  const empty = () => {
    if (field.current) field.current.value = ''
    setIsRenewing(false)
    setGood(false)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (typed() === '') return field.current?.focus()
    if (!ready) return
    if (await unlock.run()) empty()
    else field.current?.select()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div role="status">
        {isLost && (
          <Notice tone="needs">
            {t('What you had typed and not saved went when the vault was locked.')}
          </Notice>
        )}
      </div>
      {inboxCount > 0 && (
        <p className="quiet">
          {plural(
            {
              one: 'A captured key waits, sealed, for you to unlock.',
              other: '{count} captured keys wait, sealed, for you to unlock.',
            },
            inboxCount,
          )}
        </p>
      )}
      {passkey && <PasskeyButton passkey={passkey} />}
      <SecretField
        ref={field}
        label={byCode ? t('Recovery code') : t('Passphrase')}
        onType={unlock.clear}
        invalid={unlock.failure !== null}
      />
      {byCode && (
        <Choice
          name={t('Set a new passphrase now')}
          note={t('The forgotten one then no longer opens the vault. The recovery code stays as it is.')}
          isChosen={isRenewing}
          onChoose={setIsRenewing}
        />
      )}
      {byCode && isRenewing && (
        <Suspense>
          <div ref={show}>
            <NewPassphrase ref={next} onGood={setGood} />
          </div>
        </Suspense>
      )}
      <FailureNotice failure={unlock.failure ?? passkey?.failure ?? null} />
      <button
        type="submit"
        className="button main wide"
        data-keyway="unlock"
        aria-disabled={unlock.busy || !ready}
      >
        <Lock size={15} aria-hidden="true" />
        {unlock.busy
          ? t('Unlocking…')
          : byCode && isRenewing
            ? t('Unlock and set the new passphrase')
            : t('Unlock')}
      </button>
      <Button
        className="link small"
        onPress={() => {
          empty()
          unlock.clear()
          setByCode(!byCode)
          field.current?.focus()
        }}
      >
        {byCode ? t('Use the passphrase instead') : t('Forgot it? Use the recovery code')}
      </Button>
    </form>
  )
}
