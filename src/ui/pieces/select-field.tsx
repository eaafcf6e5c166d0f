/** One of several values, chosen from a list with its name above. */
import type { ReactNode } from 'react'

type Props<V> = {
  label: string
  value: V
  options: readonly (readonly [value: V, name: string])[]
  onChoose: (value: V) => void
  hint?: string
  className?: string
  /** What limits the values. */
  limit?: ReactNode
}

export function SelectField<V extends string | number>(props: Props<V>) {
  const { label, value, options, onChoose, hint, className = 'field', limit } = props
  const choose = (index: number) => {
    const chosen = options[index]
    if (chosen) onChoose(chosen[0])
  }
  return (
    <label className={className}>
      <span>{label}</span>
      <select value={value} onChange={event => choose(event.currentTarget.selectedIndex)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
      {limit}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
  )
}
