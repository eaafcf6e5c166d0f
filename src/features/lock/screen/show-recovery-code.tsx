/** The recovery code, shown once: to be copied, saved or printed, and gone when the person goes on. */

import Copy from 'lucide-react/icons/copy'
import Download from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { openOwnPage } from '../../../platform/tabs.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { type SecretBox, useSecretText } from '../../../ui/secret/secret-element.ts'
import { Title } from '../../../ui/title.tsx'

type Props = {
  code: SecretBox
  /** What leads on. `save` goes on once the person says that the code is saved, and asks for that until then. */
  children: (save: (then: () => void) => void) => ReactNode
}

export function RecoveryCode({ code, children }: Props) {
  const id = useId()
  const [isSaved, setIsSaved] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  const place = useRef<HTMLElement>(null)
  const shown = useSecretText<HTMLOutputElement>(code.read)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={place} className="stack recovery" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id}>{t('Save your recovery code')}</h2>
      <p>
        {t(
          'It opens the vault when the passphrase or the passkey is lost. It is shown once. Keep it away from this computer.',
        )}
      </p>
      <output
        ref={shown}
        className="words"
        translate="no"
        aria-label={t('Recovery code')}
        data-keyway="recovery-code"
      />
      <div className="cluster no-print">
        <Button onPress={() => navigator.clipboard.writeText(code.read()).then(() => setIsCopied(true))}>
          <Copy size={15} aria-hidden="true" />
          {isCopied ? t('Copied') : t('Copy')}
        </Button>
        <Button onPress={() => saveFile('keyway-recovery-code.txt', `${code.read()}\n`)}>
          <Download size={15} aria-hidden="true" />
          {t('Save')}
        </Button>
        <Button onPress={print}>
          <Printer size={15} aria-hidden="true" />
          {t('Print')}
        </Button>
      </div>
      <p role="status" className="small quiet">
        {isCopied ? t('Paste it now. It stays on the clipboard until you copy something else.') : ''}
      </p>
      <label className="choice no-print">
        <input
          type="checkbox"
          checked={isSaved}
          onChange={event => setIsSaved(event.currentTarget.checked)}
        />
        <span>{t('I have saved it')}</span>
      </label>
      <div role="alert">
        {isMissing && !isSaved && (
          <Notice tone="needs">{t('Save the code first, then tick the box.')}</Notice>
        )}
      </div>
      <div className="no-print">
        {children(then => {
          if (!isSaved) return setIsMissing(true)
          code.forget()
          then()
        })}
      </div>
    </section>
  )
}

/** The page was left or loaded anew, as it is at the lock, while the code was on the screen. */
export function CodeIsGone({ onSeen }: { onSeen?: () => void }) {
  return (
    <section className="stack loose">
      {onSeen && <Title>{t('The recovery code is no longer on the screen')}</Title>}
      <Notice tone="needs">
        {t('It is shown once. If you did not save it, make a new one: the old one then stops working.')}
      </Notice>
      {onSeen && (
        <div className="cluster">
          <Button className="button main" onPress={() => openOwnPage('dashboard', '#security')}>
            {t('Make a new recovery code')}
          </Button>
          <Button className="button plain" onPress={onSeen}>
            {t('I have saved it')}
          </Button>
        </div>
      )}
    </section>
  )
}
