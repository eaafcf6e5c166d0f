/** For which other key of the same provider this one is kept ready. */
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { SelectField } from '../../../../ui/pieces/select-field.tsx'
import { useSavedKeys } from '../../../../ui/use-session.ts'
import { canStandBy } from '../../core/standby.ts'

type Props = { row: KeyRow; value: string | null | undefined; onChange: (id: string | null) => void }

export function StandbyField({ row, value, onChange }: Props) {
  const others = useSavedKeys().filter(one => canStandBy(row, one))
  if (others.length === 0) return null
  return (
    <SelectField
      label={t('Standby for')}
      data-field="standbyFor"
      value={value ?? ''}
      options={[
        ['', t('No other key')],
        ...others.map(
          ({ id, label, lastFour }) => [id, lastFour ? `${label} (…${lastFour})` : label] as const,
        ),
      ]}
      onChoose={id => onChange(id || null)}
      hint={t('A spare key. When the other one fails, Keyway offers this one in its place.')}
    />
  )
}
