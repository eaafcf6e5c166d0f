/** The recovery code, shown once. It stands on the screen alone, and goes when the person goes on. */

import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import { Notice } from '../../../ui/notice.tsx'
import { type SecretBox, useSecretText } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'

export function RecoveryCode({ code, onKept }: { code: SecretBox; onKept: () => void }) {
  const [kept, setKept] = useState(false)
  const [missing, setMissing] = useState(false)
  const shown = useSecretText<HTMLOutputElement>(code.read)
  return (
    <section className="stack loose">
      <Title>{t('Write down your recovery code')}</Title>
      <p className="lead">
        {t(
          'It opens the vault if you forget the passphrase. It is shown this once. Keep it on paper or in a password manager, not beside the passphrase.',
        )}
      </p>
      <output
        ref={shown}
        className="words"
        translate="no"
        aria-label={t('Recovery code')}
        data-keyway="recovery-code"
      />
      <div className="cluster">
        <button type="button" className="button" onClick={() => print()}>
          <Printer size={15} aria-hidden="true" />
          {t('Print it')}
        </button>
      </div>
      <label className="choice">
        <input type="checkbox" checked={kept} onChange={event => setKept(event.currentTarget.checked)} />
        <span>
          {t('I have written it down. Without it and without the passphrase nobody can open the vault.')}
        </span>
      </label>
      <div role="alert">
        {missing && !kept && (
          <Notice tone="needs">{t('Tick the box first, when the code is written down.')}</Notice>
        )}
      </div>
      <button
        type="button"
        className="button main"
        data-keyway="code-kept"
        onClick={() => {
          if (!kept) return setMissing(true)
          code.forget()
          onKept()
        }}
      >
        {t('Go on')}
      </button>
    </section>
  )
}

/** The page was left or loaded anew, as it is at the lock, while the code was on the screen. */
export function CodeIsGone({ onSeen }: { onSeen?: () => void }) {
  return (
    <section className="stack loose">
      {onSeen && <Title>{t('The recovery code is no longer on the screen')}</Title>}
      <Notice tone="needs">
        {t(
          'The recovery code is shown once. It was hidden when the vault was locked or the page was reloaded. If you did not write it down, make a new one: the old one then stops working.',
        )}
      </Notice>
      {onSeen && (
        <div className="cluster">
          <button
            type="button"
            className="button main"
            onClick={() => void openOwnPage('dashboard', '#security')}
          >
            {t('Make a new recovery code')}
          </button>
          <button type="button" className="button plain" onClick={onSeen}>
            {t('I have it written down')}
          </button>
        </div>
      )}
    </section>
  )
}
