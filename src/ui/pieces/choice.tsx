/** A box to tick, or one of several to choose, with what it means under its name. */
type Props = {
  name: string
  note: string
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
  /** The group of which one alone is chosen; without it the choice stands for itself. */
  group?: string
}

export function Choice({ name, note, isChosen, onChoose, group }: Props) {
  return (
    <label className="choice">
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        name={group}
        checked={isChosen}
        onChange={event => onChoose(event.currentTarget.checked)}
      />
      <span className="stack tight">
        <strong>{name}</strong>
        <span className="quiet">{note}</span>
      </span>
    </label>
  )
}
