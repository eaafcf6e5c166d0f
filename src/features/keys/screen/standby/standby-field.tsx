/** For which other key of the same provider this one is kept ready. */
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useSavedKeys } from '../../../../ui/use-session.ts'
import { canStandBy } from '../../core/standby.ts'

type Props = { row: KeyRow; value: string | null | undefined; onChange: (id: string | null) => void }

export function StandbyField({ row, value, onChange }: Props) {
  const others = useSavedKeys().filter(one => canStandBy(row, one))
  if (others.length === 0) return null
  return (
    <label className="field">
      <span>{t('Standby for')}</span>
      <select
        data-field="standbyFor"
        value={value ?? ''}
        onChange={event => onChange(event.currentTarget.value || null)}
      >
        <option value="">{t('No other key')}</option>
        {others.map(({ id, label, lastFour }) => (
          <option key={id} value={id}>
            {lastFour ? `${label} (…${lastFour})` : label}
          </option>
        ))}
      </select>
      <span className="hint">
        {t('A spare key. When the other one fails, Keyway offers this one in its place.')}
      </span>
    </label>
  )
}
