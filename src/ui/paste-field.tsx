/** Where a key is pasted. Says what the text is before it goes anywhere; shows dots instead of what was pasted. */
import { type Ref, useEffect, useId, useRef } from 'react'
import type { Recognised } from '../providers/verdict.ts'
import { Notice } from './notice.tsx'
import { kindWord, providerName } from './provider-names.ts'

type Props = {
  value: string
  onChange: (value: string) => void
  onUsable: (usable: boolean) => void
  ref?: Ref<HTMLTextAreaElement>
}

export function PasteField({ value, onChange, onUsable, ref }: Props) {
  const id = useId()
  const seen: Recognised | null = null as Recognised | null
  const usable = value !== ''
  const latest = useRef({ onChange, onUsable })
  latest.current = { onChange, onUsable }
  useEffect(() => latest.current.onUsable(usable), [usable])
  useEffect(() => {
    const done = new AbortController()
    addEventListener('pagehide', () => latest.current.onChange(''), { signal: done.signal })
    return () => done.abort()
  }, [])
  return (
    <div className="stack tight">
      <div className="field">
        <label htmlFor={id}>Key</label>
        <textarea
          ref={ref}
          id={id}
          className="dots"
          rows={2}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          placeholder="Paste it here"
          value={value}
          aria-describedby={`${id}-seen`}
          onChange={event => onChange(event.currentTarget.value)}
        />
      </div>
      <div id={`${id}-seen`} role="status" className="stack tight">
        {value === '' ? (
          <p className="hint">From any provider. A line of a .env file is fine too.</p>
        ) : (
          seen && <Seen seen={seen} />
        )}
      </div>
    </div>
  )
}

function Seen({ seen }: { seen: Recognised }) {
  return (
    <>
      {seen.key !== undefined && seen.provider !== undefined && (
        <Notice tone="works">
          {providerName(seen.provider)} {kindWord(seen.kind)}, ends in <code>{seen.key.slice(-4)}</code>
        </Notice>
      )}
      {seen.problems.map(problem => (
        <Notice key={problem.code} tone={seen.key === undefined ? 'rejected' : 'needs'}>
          {problem.message}
        </Notice>
      ))}
    </>
  )
}
