/**
 * A field that can hold a secret. Chrome writes other fields' contents into its session files in plain text, so it never
 * completes, never spell-checks, and is emptied before the page is hidden.
 */

import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type Ref, useEffect, useId, useRef, useState } from 'react'
import { t } from '../i18n/t.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** Shown as typed from the start; there is a switch either way. */
  shown?: boolean
  invalid?: boolean
  ref?: Ref<HTMLInputElement>
}

export function SecretField({ label, value, onChange, hint, shown = false, invalid, ref }: Props) {
  const id = useId()
  const [visible, setVisible] = useState(shown)
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    const done = new AbortController()
    addEventListener('pagehide', () => change.current(''), { signal: done.signal })
    return () => done.abort()
  }, [])
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="secret-field">
        <input
          ref={ref}
          id={id}
          className="mono"
          type={visible ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
          value={value}
          aria-invalid={invalid || undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={event => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          className="button icon"
          aria-pressed={visible}
          aria-label={t('Show: {field}', { field: label })}
          onClick={() => setVisible(!visible)}
        >
          {visible ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        </button>
      </div>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
