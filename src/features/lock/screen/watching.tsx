/** The one question without a preselected answer, with what each answer costs. */
import { t } from '../../../i18n/t.ts'
import { SetByOrganization } from '../../policy/screen/set-by-organization.tsx'
import { usePolicy } from '../../policy/screen/use-policy.ts'

type Props = { value: boolean | null; onChange: (watch: boolean) => void }

export function Watching({ value, onChange }: Props) {
  const isForbidden = usePolicy().checksWhileLocked === false
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('Keep checking while locked?')}</strong>
      </legend>
      <label className="choice">
        <input
          type="radio"
          name="watch"
          disabled={isForbidden}
          checked={value === true}
          onChange={() => onChange(true)}
        />
        <span className="stack tight">
          <strong>{t('Yes, keep checking')}</strong>
          {isForbidden && <SetByOrganization>{t('Not allowed')}</SetByOrganization>}
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
