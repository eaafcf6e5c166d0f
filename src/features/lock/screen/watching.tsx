/** The one question without a preselected answer, with what each answer costs. */
import { t } from '../../../i18n/t.ts'
import { Choice } from '../../../ui/pieces/choice.tsx'
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
      <Choice
        group="watch"
        name={t('Yes, keep checking')}
        note={t(
          'You learn at once when a key breaks. The trade-off: the checked keys stay readable in the browser’s memory, never on disk, until the browser closes.',
        )}
        isChosen={value === true}
        onChoose={() => onChange(true)}
        isForbidden={isForbidden}
        limit={isForbidden && <SetByOrganization>{t('Not allowed')}</SetByOrganization>}
      />
      <Choice
        group="watch"
        name={t('No, check after I unlock')}
        note={t(
          'No key stays in memory after the lock. The trade-off: you learn of a broken key only when you unlock. Keyway shows since when it has not checked.',
        )}
        isChosen={value === false}
        onChoose={() => onChange(false)}
      />
    </fieldset>
  )
}
