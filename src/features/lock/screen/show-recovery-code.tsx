/** The recovery code, shown once. It leaves the page's memory when the person goes on. */

import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'

export function RecoveryCode({ code, onKept }: { code: string; onKept: () => void }) {
  const [kept, setKept] = useState(false)
  const [missing, setMissing] = useState(false)
  return (
    <section className="stack loose">
      <Title>{t('Write down your recovery code')}</Title>
      <p className="lead">
        {t(
          'It opens the vault if you forget the passphrase. It is shown this once. Keep it on paper or in a password manager, not beside the passphrase.',
        )}
      </p>
      <output className="words" translate="no" aria-label={t('Recovery code')} data-keyway="recovery-code">
        {code}
      </output>
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
        onClick={() => (kept ? onKept() : setMissing(true))}
      >
        {t('Go on')}
      </button>
    </section>
  )
}
