/** The one question without a preselected answer, with what each answer costs. */
import { t } from '../../../i18n/t.ts'

type Props = { value: boolean | null; onChange: (watch: boolean) => void }

export function Watching({ value, onChange }: Props) {
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Keep checking your keys after the vault locks?')}</strong>
      </legend>
      <label className="choice">
        <input type="radio" name="watch" checked={value === true} onChange={() => onChange(true)} />
        <span className="stack tight">
          <strong>{t('Yes, keep watching')}</strong>
          <span className="quiet">
            {t(
              "You hear of a broken key at once. It costs: the keys that are checked stay readable in the browser's memory, never on disk, until the browser closes.",
            )}
          </span>
        </span>
      </label>
      <label className="choice">
        <input type="radio" name="watch" checked={value === false} onChange={() => onChange(false)} />
        <span className="stack tight">
          <strong>{t('No, locked means locked')}</strong>
          <span className="quiet">
            {t(
              'Keyway keeps no key in memory after the lock. It costs: a key that breaks meanwhile is noticed only when you unlock again. Keyway shows since when it has not been watching.',
            )}
          </span>
        </span>
      </label>
    </fieldset>
  )
}
