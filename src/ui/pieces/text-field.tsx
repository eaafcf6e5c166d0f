/** A text to type, with its name above. What it says of itself (a hint, a limit) comes below. No secret: those have a field of their own. */
import { type ComponentProps, type ReactNode, useId } from 'react'

type Field = { label: string; onText: (text: string) => void }
const plain = { autoComplete: 'off', spellCheck: false }

export function TextField({ label, onText, children, ...input }: Field & ComponentProps<'input'>) {
  const { named, words } = useNamed(label, children)
  return (
    <label className="field">
      {words.name}
      <input {...plain} {...named} {...input} onChange={event => onText(event.currentTarget.value)} />
      {words.about}
    </label>
  )
}

/** The same with several lines. */
export function TextArea({ label, onText, children, ...area }: Field & ComponentProps<'textarea'>) {
  const { named, words } = useNamed(label, children)
  return (
    <label className="field">
      {words.name}
      <textarea {...plain} {...named} {...area} onChange={event => onText(event.currentTarget.value)} />
      {words.about}
    </label>
  )
}

/**
 * A label that holds a hint too would be read out as one long name, each time the field is come to. So the name alone is the
 * control's name, and what it says of itself its description.
 */
export function useNamed(label: ReactNode, about: ReactNode) {
  const id = useId()
  return {
    named: { 'aria-labelledby': id, 'aria-describedby': about ? `${id}about` : undefined },
    words: {
      name: <span id={id}>{label}</span>,
      about: about && (
        <span id={`${id}about`} className="contents">
          {about}
        </span>
      ),
    },
  }
}
