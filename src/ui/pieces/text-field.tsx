/** A text to type, with its name above. What it says of itself (a hint, a limit) comes below. No secret: those have a field of their own. */
import type { ComponentProps } from 'react'

type Field = { label: string; onText: (text: string) => void }
const plain = { autoComplete: 'off', spellCheck: false }

export function TextField({ label, onText, children, ...input }: Field & ComponentProps<'input'>) {
  return (
    <label className="field">
      <span>{label}</span>
      <input {...plain} {...input} onChange={event => onText(event.currentTarget.value)} />
      {children}
    </label>
  )
}

/** The same with several lines. */
export function TextArea({ label, onText, children, ...area }: Field & ComponentProps<'textarea'>) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea {...plain} {...area} onChange={event => onText(event.currentTarget.value)} />
      {children}
    </label>
  )
}
