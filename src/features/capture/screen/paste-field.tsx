/** Where a key is pasted. Says what the text is before it goes anywhere; shows dots instead of what was pasted. */

import { type Ref, useEffect, useId, useRef, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { kindWord, providerName } from '../../../providers/provider-names.ts'
import type { ProviderId, Recognised } from '../../../providers/verdict.ts'
import { Notice } from '../../../ui/notice.tsx'
import { WhoseKey } from './whose-key.tsx'

/** `baseUrl`: only for a server on this computer. */
export type Pasted = { text: string; provider?: ProviderId; baseUrl?: string }
export type Read = { key: string; provider: ProviderId }
type Props = {
  value: Pasted
  onChange: (value: Pasted) => void
  /** The key in the text and whose it is, once both are known. */
  onRead: (read: Read | null) => void
  ref?: Ref<HTMLTextAreaElement>
}

export function PasteField({ value, onChange, onRead, ref }: Props) {
  const id = useId()
  const seen = useRecognised(value.text)
  const refused = seen?.problems.some(
    ({ code }) =>
      code === 'masked' || code === 'truncated' || (code === 'not_a_key' && seen.provider !== undefined),
  )
  const provider = seen?.question === undefined ? seen?.provider : undefined
  const usable =
    seen?.key !== undefined && !refused && (provider !== undefined || value.provider !== undefined)
  const key = seen?.key
  const whose = provider ?? value.provider
  const latest = useRef({ onChange, onRead })
  latest.current = { onChange, onRead }
  useEffect(
    () => latest.current.onRead(usable && key && whose ? { key, provider: whose } : null),
    [usable, key, whose],
  )
  useEffect(() => {
    const done = new AbortController()
    addEventListener('pagehide', () => latest.current.onChange({ text: '' }), { signal: done.signal })
    return () => done.abort()
  }, [])
  return (
    <div className="stack tight">
      <div className="field">
        <label htmlFor={id}>{t('Key')}</label>
        <textarea
          ref={ref}
          id={id}
          className="dots"
          rows={2}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          placeholder={t('Paste it here')}
          value={value.text}
          aria-describedby={`${id}-seen`}
          // Whose the last one was says nothing of the next.
          onChange={event => onChange({ text: event.currentTarget.value })}
        />
      </div>
      <div id={`${id}-seen`} role="status" className="stack tight">
        {value.text === '' ? (
          <p className="hint">{t('From any provider. A line of a .env file is fine too.')}</p>
        ) : (
          seen && <Seen seen={seen} refused={refused === true} />
        )}
      </div>
      {seen?.key !== undefined && !refused && provider === undefined && (
        <WhoseKey
          question={seen.question}
          value={value.provider}
          onChange={chosen => onChange({ text: value.text, provider: chosen })}
        />
      )}
    </div>
  )
}

function Seen({ seen, refused }: { seen: Recognised; refused: boolean }) {
  return (
    <>
      {seen.key !== undefined && seen.provider !== undefined && seen.question === undefined && !refused && (
        <Notice tone="works">
          {rich(
            t('{provider} {kind}, ends in {lastFour}', {
              provider: providerName(seen.provider),
              kind: kindWord(seen.kind),
            }),
            { lastFour: <code>{seen.key.slice(-4)}</code> },
          )}
        </Notice>
      )}
      {seen.problems.map(problem => (
        <Notice key={problem.code} tone={seen.key === undefined || refused ? 'rejected' : 'needs'}>
          {problem.message}
        </Notice>
      ))}
    </>
  )
}

/** The reader is loaded when there is something to read. */
function useRecognised(text: string): Recognised | null {
  const [seen, setSeen] = useState<Recognised | null>(null)
  useEffect(() => {
    if (text === '') return setSeen(null)
    let gone = false
    void import('../../../providers/recognition/recognise.ts').then(({ recognise }) => {
      if (!gone) setSeen(recognise(text))
    })
    return () => {
      gone = true
    }
  }, [text])
  return seen
}
