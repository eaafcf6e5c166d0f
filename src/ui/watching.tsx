/** The one question without a preselected answer, with what each answer costs. */
type Props = { value: boolean | null; onChange: (watch: boolean) => void }

export function Watching({ value, onChange }: Props) {
  return (
    <fieldset className="stack">
      <legend>
        <strong>Keep checking your keys after the vault locks?</strong>
      </legend>
      <label className="choice">
        <input type="radio" name="watch" checked={value === true} onChange={() => onChange(true)} />
        <span className="stack tight">
          <strong>Yes, keep watching</strong>
          <span className="quiet">
            You hear of a broken key at once. It costs: the keys that are checked stay readable in the
            browser's memory, never on disk, until the browser closes.
          </span>
        </span>
      </label>
      <label className="choice">
        <input type="radio" name="watch" checked={value === false} onChange={() => onChange(false)} />
        <span className="stack tight">
          <strong>No, locked means locked</strong>
          <span className="quiet">
            Nothing stays in memory after the lock. It costs: a key that breaks meanwhile is noticed only when
            you unlock again. Keyway shows since when it has not been watching.
          </span>
        </span>
      </label>
    </fieldset>
  )
}
