/** A field for a secret: never completed, never spell-checked, shown as dots unless the person asks. What is typed is read from the element. */

import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { type Ref, useId, useLayoutEffect, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../pieces/button.tsx'
import { useSecretElement } from './secret-element.ts'

type Props = {
  label: string
  /** The element: its `value` is the only place where the secret stands. */
  ref?: Ref<HTMLInputElement>
  onType?: () => void
  hint?: string
  invalid?: boolean
}

export function SecretField({ label, ref, onType, hint, invalid }: Props) {
  const id = useId()
  const [visible, setVisible] = useState(false)
  const { place, field } = useSecretElement(() => document.createElement('input'), ref, onType)
  useLayoutEffect(() => {
    const input = field.current
    if (!input) return
    input.id = id
    input.className = 'mono'
    input.type = visible ? 'text' : 'password'
    input.ariaInvalid = invalid ? 'true' : null
    if (hint) input.setAttribute('aria-describedby', `${id}-hint`)
  })
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="secret-field">
        <span ref={place} className="contents" />
        <Button
          className="button icon"
          aria-pressed={visible}
          aria-label={t('Show: {field}', { field: label })}
          onPress={() => setVisible(!visible)}
        >
          {visible ? <EyeOff size={16} aria-hidden="true" /> : <Eye size={16} aria-hidden="true" />}
        </Button>
      </div>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
