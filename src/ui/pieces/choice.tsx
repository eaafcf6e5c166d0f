/** A box to tick, or one of several to choose, with what it means under its name. */
import { type ChangeEvent, type ReactNode, useId } from 'react'

type Props = {
  name: string
  note: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  /** The group of which one alone is chosen; without it the choice stands for itself. */
  group?: string
  /** It may not be chosen; what limits it stands in `limit`. */
  isForbidden?: boolean
  limit?: ReactNode
}

export function Choice({ name, note, isChosen, onChoose, group, isForbidden, limit }: Props) {
  const id = useId()
  const state = {
    id,
    'aria-labelledby': `${id}name`,
    'aria-describedby': `${id}note`,
    checked: isChosen,
    disabled: isForbidden,
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChoose(event.currentTarget.checked),
  }
  return (
    <label className="choice" htmlFor={id}>
      {group === undefined ? (
        <input type="checkbox" {...state} />
      ) : (
        <input type="radio" name={group} {...state} />
      )}
      <span className="stack tight">
        <strong id={`${id}name`}>{name}</strong>
        <span className="contents" id={`${id}note`}>
          {limit}
          <span className="quiet">{note}</span>
        </span>
      </span>
    </label>
  )
}
