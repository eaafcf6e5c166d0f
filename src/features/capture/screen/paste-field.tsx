/** The field for a pasted key. Says what the text is before it is sent to the worker, and shows dots in its place. */

import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { kindWord, serviceName } from '../../../providers/provider-names.ts'
import type { ProviderId, Recognised } from '../../../providers/verdict.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SecretArea } from '../../../ui/secret/secret-area.tsx'
import { lastFour } from '../../copy/core/mask.ts'
import { takePasted } from './paste-anywhere.ts'
import { WhoseKey } from './whose-key.tsx'

/** What React’s state may hold of a pasted text. The text itself stands in the field’s element only. */
type Seen = Omit<Recognised, 'key'> & {
  ending: string | undefined
  /** The text is of no shape that Keyway knows, but it may be a key of another service. */
  isOther?: boolean
}
export type ReadKey = { text: string; provider: ProviderId }
export type PastedKey = {
  /** The key in the text and whose it is; null until both are known. */
  read(): Promise<ReadKey | null>
  focus(): void
}
type Props = {
  ref: Ref<PastedKey>
  /** The text was changed, or the answer to whose it is. `seen`: whose the key is, once that is known. */
  onChange: (isUsable: boolean, seen?: Pick<Recognised, 'provider' | 'service'>) => void
  /** What the field asks for while it is empty. */
  hint?: string
}

const noText: Seen = {
  ending: undefined,
  problems: [
    { code: 'empty', message: t('There was no plain text in what you pasted. Copy the key again.') },
  ],
}

const fromAny = t('From any provider. A line of a .env file is fine too.')
const loadRecognise = () => import('../../../providers/recognition/recognise.ts')

export function PasteField({ ref, onChange, hint = fromAny }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [seen, setSeen] = useState<Seen | null>(null)
  const [chosen, setChosen] = useState<ProviderId>()
  const provider = seen?.question === undefined ? (seen?.provider ?? chosen) : chosen
  const isRefused = seen !== null && refused(seen)
  useImperativeHandle(
    ref,
    () => ({
      async read() {
        const text = field.current?.value ?? ''
        const key =
          (await loadRecognise()).recognise(text).key ?? (chosen === 'other' ? text.trim() : undefined)
        return key !== undefined && provider !== undefined && !isRefused ? { text: key, provider } : null
      },
      focus: () => field.current?.focus(),
    }),
    [provider, chosen, isRefused],
  )
  const look = async () => {
    // The answer to whose the last key was does not apply to the next.
    setChosen(undefined)
    onChange(false)
    // The browser tells of an empty paste as of a change.
    if (field.current?.value === '') return setSeen(before => (before === noText ? before : null))
    // The code that reads keys is loaded only when there is a text to read.
    const { recognise, isAnyKey } = await loadRecognise()
    const text = field.current?.value ?? ''
    const { key, ...found } = recognise(text)
    const isOther =
      key === undefined && isAnyKey(text) && found.problems.every(({ code }) => code === 'not_a_key')
    const now = { ...found, isOther, ending: key && lastFour(key) }
    setSeen(text === '' ? null : now)
    const isUsable =
      key !== undefined && !refused(now) && now.question === undefined && now.provider !== undefined
    onChange(isUsable, isUsable ? now : undefined)
  }
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const area = field.current
    if (!area) return
    const done = new AbortController()
    area.addEventListener('keydown', submitOnEnter, { signal: done.signal })
    // Of a picture, a file or formatted text alone the field takes nothing, and the browser does not say so.
    const pasted = ({ clipboardData }: ClipboardEvent) => {
      if (area.value === '' && clipboardData?.getData('text/plain') === '') setSeen(noText)
    }
    area.addEventListener('paste', pasted, { signal: done.signal })
    const text = takePasted()
    if (text !== '') {
      area.value = text
      void latest.current()
    }
    return () => done.abort()
  }, [])
  return (
    <div className="stack tight">
      <div className="field">
        <label htmlFor={id}>{t('Key')}</label>
        <SecretArea
          ref={field}
          id={id}
          rows={2}
          placeholder={t('Paste it here')}
          describedBy={`${id}-seen`}
          onType={() => void look()}
        />
      </div>
      <div id={`${id}-seen`} role="status" className="stack tight">
        {seen ? <Said seen={seen} /> : <p className="hint">{hint}</p>}
      </div>
      {seen && !isRefused && isAsked(seen) && (
        <WhoseKey
          question={seen.question}
          {...(seen.isOther && { choices: ['other'] })}
          value={chosen}
          onChange={one => {
            setChosen(one)
            onChange(true, { provider: one })
          }}
        />
      )}
    </div>
  )
}

const isAsked = ({ ending, isOther, question, provider }: Seen): boolean =>
  isOther === true || (ending !== undefined && (question !== undefined || provider === undefined))
/** A key is one line: Enter saves it, as it does in every other field of the form. */
function submitOnEnter(event: KeyboardEvent) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  if (event.currentTarget instanceof HTMLTextAreaElement) event.currentTarget.form?.requestSubmit()
}

const refused = ({ problems, provider }: Seen): boolean =>
  problems.some(
    ({ code }) =>
      code === 'masked' || code === 'truncated' || (code === 'not_a_key' && provider !== undefined),
  )

function Said({ seen }: { seen: Seen }) {
  const isRefused = refused(seen)
  return (
    <>
      {seen.ending !== undefined &&
        seen.provider !== undefined &&
        seen.question === undefined &&
        !isRefused && (
          <Notice tone="works">
            {rich(
              t('{provider} {kind}, ends in {lastFour}', {
                provider: serviceName({ provider: seen.provider, ...seen.service }),
                kind: kindWord(seen.kind),
              }),
              { lastFour: <code>{seen.ending}</code> },
            )}
          </Notice>
        )}
      {seen.problems.map(problem => (
        <Notice key={problem.code} tone={seen.ending === undefined || isRefused ? 'rejected' : 'needs'}>
          {problem.message}
        </Notice>
      ))}
    </>
  )
}
