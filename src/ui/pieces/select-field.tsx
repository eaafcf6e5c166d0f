/** One of several values, chosen from a list with its name above. */
import type { ComponentProps, ReactNode } from 'react'
import { useNamed } from './text-field.tsx'

type Props<V> = {
  label: string
  value: V
  options: readonly (readonly [value: V, name: string])[]
  onChoose: (value: V) => void
  hint?: string
  className?: string
  /** What limits the values. */
  limit?: ReactNode
} & Omit<ComponentProps<'select'>, 'value'>

export function SelectField<V extends string | number>(props: Props<V>) {
  const { label, value, options, onChoose, hint, className = 'field', limit, ...select } = props
  const { named, words } = useNamed(
    label,
    (limit || hint !== undefined) && (
      <>
        {limit}
        {hint !== undefined && <span className="hint">{hint}</span>}
      </>
    ),
  )
  const choose = (index: number) => {
    const chosen = options[index]
    if (chosen) onChoose(chosen[0])
  }
  return (
    <label className={className}>
      {words.name}
      <select
        {...named}
        {...select}
        value={value}
        onChange={event => choose(event.currentTarget.selectedIndex)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
      {words.about}
    </label>
  )
}
