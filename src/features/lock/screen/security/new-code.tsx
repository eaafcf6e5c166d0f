/** A new recovery code: the earlier one stops working. */

import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { boxed, type SecretBox, useSecretText } from '../../../../ui/secret/secret-element.ts'
import { Title } from '../../../../ui/title.tsx'
import { useProven } from '../proof.tsx'

export function NewCode({ has, onCode }: { has: boolean; onCode: (code: SecretBox) => void }) {
  const make = useProven(
    () => send('screen.newRecoveryCode', {}),
    reply => onCode(boxed(reply.recoveryCode)),
    t('A new recovery code opens the vault without the passphrase.'),
  )
  return (
    <>
      {has ? (
        <p>{t('There is one. A new one makes the old one worthless.')}</p>
      ) : (
        <Notice tone="needs">
          {t('There is none. If you forget the passphrase, nobody can open the vault.')}
        </Notice>
      )}
      <div>
        <button type="button" className="button" onClick={() => void make.run()}>
          {t('Make a new recovery code')}
        </button>
      </div>
      {make.dialog}
      <FailureNotice failure={make.failure} />
    </>
  )
}

export function ShowCode({ code, onKept }: { code: SecretBox; onKept: () => void }) {
  const [kept, setKept] = useState(false)
  const shown = useSecretText<HTMLOutputElement>(code.read)
  const done = () => {
    code.forget()
    onKept()
  }
  return (
    <section className="stack narrow">
      <Title>{t('Write down your recovery code')}</Title>
      <p>
        {t('It is shown this once. Keep it on paper or in a password manager, not beside the passphrase.')}
      </p>
      <output ref={shown} className="words" translate="no" aria-label={t('Recovery code')} />
      <label className="choice">
        <input type="checkbox" checked={kept} onChange={event => setKept(event.currentTarget.checked)} />
        <span>{t('I have written it down.')}</span>
      </label>
      <button type="button" className="button main" disabled={!kept} onClick={done}>
        {t('Go on')}
      </button>
    </section>
  )
}
