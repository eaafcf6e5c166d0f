/** Choosing a passphrase: four random words to begin with, or the person's own. Says what is missing, never a riddle of symbols. */

import RefreshCw from 'lucide-react/icons/refresh-cw'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SecretField } from '../../../ui/secret-field.tsx'
import { judge, suggestWords } from './suggest-words.ts'

type Props = { value: string; onChange: (value: string) => void; onGood: (good: boolean) => void }

export default function NewPassphrase({ value, onChange, onGood }: Props) {
  const [own, setOwn] = useState(false)
  const [again, setAgain] = useState('')
  const latest = useRef({ onChange, onGood })
  latest.current = { onChange, onGood }
  const verdict = judge(value)
  const good = value !== '' && verdict.ok && (!own || again === value)
  useEffect(() => latest.current.onGood(good), [good])
  useEffect(() => {
    if (!own) void suggestWords().then(words => latest.current.onChange(words))
  }, [own])
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Your passphrase')}</strong>
      </legend>
      <label className="choice">
        <input
          type="radio"
          name="passphrase"
          checked={!own}
          onChange={() => {
            setAgain('')
            setOwn(false)
          }}
        />
        <span className="stack tight">
          <strong>{t('Four random words')}</strong>
          <span className="quiet">
            {t('Strong, and easier to remember and type than symbols. Write them down.')}
          </span>
        </span>
      </label>
      {!own && (
        <div className="cluster">
          <output className="words" translate="no" aria-label={t('Your four words')} data-keyway="words">
            {value}
          </output>
          <button
            type="button"
            className="button"
            onClick={() => void suggestWords().then(words => onChange(words))}
          >
            <RefreshCw size={15} aria-hidden="true" />
            {t('Other words')}
          </button>
        </div>
      )}
      <label className="choice">
        <input
          type="radio"
          name="passphrase"
          checked={own}
          onChange={() => {
            onChange('')
            setOwn(true)
          }}
        />
        <span className="stack tight">
          <strong>{t('My own')}</strong>
          <span className="quiet">
            {t('At least 15 characters. Pasting from a password manager is fine.')}
          </span>
        </span>
      </label>
      {own && (
        <div className="stack">
          <SecretField label={t('Passphrase')} value={value} onChange={onChange} />
          <SecretField label={t('The same again')} value={again} onChange={setAgain} />
          <div role="status">
            {value !== '' && (
              <Notice tone={verdict.ok && (again === '' || again === value) ? 'works' : 'needs'}>
                {verdict.ok && again !== '' && again !== value
                  ? t('The two are not the same yet.')
                  : verdict.message}
              </Notice>
            )}
          </div>
        </div>
      )}
    </fieldset>
  )
}
