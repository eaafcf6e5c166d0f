/** The one question without a preselected answer, with what each answer costs. */
import { t } from '../../../i18n/t.ts'

type Props = { value: boolean | null; onChange: (watch: boolean) => void }

export function Watching({ value, onChange }: Props) {
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Keep checking while locked?')}</strong>
      </legend>
      <label className="choice">
        <input type="radio" name="watch" checked={value === true} onChange={() => onChange(true)} />
        <span className="stack tight">
          <strong>{t('Yes, keep checking')}</strong>
          <span className="quiet">
            {t(
              'You learn at once when a key breaks. The trade-off: the checked keys stay readable in the browser’s memory, never on disk, until the browser closes.',
            )}
          </span>
        </span>
      </label>
      <label className="choice">
        <input type="radio" name="watch" checked={value === false} onChange={() => onChange(false)} />
        <span className="stack tight">
          <strong>{t('No, check after I unlock')}</strong>
          <span className="quiet">
            {t(
              'No key stays in memory after the lock. The trade-off: you learn of a broken key only when you unlock. Keyway shows since when it has not checked.',
            )}
          </span>
        </span>
      </label>
    </fieldset>
  )
}
