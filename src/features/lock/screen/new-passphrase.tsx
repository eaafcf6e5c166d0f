/** Choosing a passphrase: four random words to begin with, or the person's own. Says what is missing, never a riddle of symbols. */

import RefreshCw from 'lucide-react/icons/refresh-cw'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { Choice } from '../../../ui/pieces/choice.tsx'
import { SecretField } from '../../../ui/secret/secret-field.tsx'
import type { Judgement } from '../../../vault/passphrase.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'
import { judge, suggestWords } from './suggest-words.ts'

/** The passphrase as it stands on the screen at this moment. */
export type ChosenPassphrase = { read(): string }
type Props = {
  ref: Ref<ChosenPassphrase>
  onGood: (good: boolean) => void
  /** It is in use now: four words stay in sight to be written down, one's own is gone from its fields. */
  isSet?: boolean
}

/** What may be said of the two fields: no part of what stands in them. */
type Typed = { verdict: Judgement; repeated: 'not yet' | 'same' | 'other' } | null

export default function NewPassphrase({ ref, onGood, isSet = false }: Props) {
  const { passphraseWordsAtLeast: least = 0 } = usePolicy()
  const [own, setOwn] = useState(false)
  const [typed, setTyped] = useState<Typed>(null)
  const [hasWords, setHasWords] = useState(false)
  const words = useRef<HTMLOutputElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLInputElement>(null)
  useImperativeHandle(
    ref,
    () => ({ read: () => first.current?.value ?? words.current?.textContent ?? '' }),
    [],
  )
  const good = own ? typed?.verdict.ok === true && typed.repeated === 'same' : hasWords
  const latest = useRef(onGood)
  latest.current = onGood
  useEffect(() => void latest.current(good), [good])
  useEffect(() => {
    const shown = words.current
    if (own || !shown) return
    void suggest(shown, least).then(setHasWords)
    return () => {
      shown.textContent = ''
    }
  }, [own, least])
  const look = () => {
    const passphrase = first.current?.value ?? ''
    const repeat = again.current?.value ?? ''
    setTyped(
      passphrase === ''
        ? null
        : {
            verdict: judge(passphrase, least),
            repeated: repeat === '' ? 'not yet' : repeat === passphrase ? 'same' : 'other',
          },
    )
  }
  const choose = (isOwn: boolean) => {
    setTyped(null)
    setHasWords(false)
    setOwn(isOwn)
  }
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Your passphrase')}</strong>
      </legend>
      {!isSet && (
        <Choice
          group="passphrase"
          name={least > 4 ? t('{least} random words', { least }) : t('Four random words')}
          note={t('Strong and easy to type. Write them down.')}
          isChosen={!own}
          onChoose={() => choose(false)}
        />
      )}
      {!own && (
        <div className="cluster">
          <output
            ref={words}
            className="words"
            translate="no"
            aria-label={t('Your four words')}
            data-keyway="words"
          />
          {!isSet && (
            <Button onPress={() => words.current && void suggest(words.current, least).then(setHasWords)}>
              <RefreshCw size={15} aria-hidden="true" />
              {t('Other words')}
            </Button>
          )}
        </div>
      )}
      {!isSet && (
        <Choice
          group="passphrase"
          name={t('My own')}
          note={t('At least 15 characters. You may paste it from a password manager.')}
          isChosen={own}
          onChoose={() => choose(true)}
          limit={
            least > 0 && (
              <SetByOrganization>{t('{least} different words or more', { least })}</SetByOrganization>
            )
          }
        />
      )}
      {own && !isSet && (
        <div className="stack">
          <SecretField ref={first} label={t('Passphrase')} onType={look} />
          <SecretField ref={again} label={t('The same again')} onType={look} />
          <div role="status">
            {typed && (
              <Notice tone={typed.verdict.ok && typed.repeated !== 'other' ? 'works' : 'needs'}>
                {typed.verdict.ok && typed.repeated === 'other'
                  ? t('The two are not the same yet.')
                  : typed.verdict.message}
              </Notice>
            )}
          </div>
        </div>
      )}
    </fieldset>
  )
}

/** @returns whether they stand there: the person may have changed their mind meanwhile */
async function suggest(place: HTMLOutputElement, least: number): Promise<boolean> {
  const suggested = await suggestWords(least)
  if (!place.isConnected) return false
  place.textContent = suggested
  return true
}
