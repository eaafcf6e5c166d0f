/** What cannot be taken back is confirmed by how the key ends. */
import { t } from '../../../i18n/t.ts'
import { TextField } from '../../../ui/pieces/text-field.tsx'
import { endsOf } from '../core/match-keys.ts'
import type { OrganizationKey } from '../core/organization.ts'

export const endOf = ({ redacted, id }: OrganizationKey): string =>
  endsOf(redacted)?.end.slice(-4) ?? id.slice(-4)

type Props = { shown: OrganizationKey; typed: string; onText: (text: string) => void }

export function TypedEnd({ shown, typed, onText }: Props) {
  return (
    <div className="narrow">
      <TextField
        label={t('To continue, type how the key ends: {end}', { end: endOf(shown) })}
        value={typed}
        onText={onText}
      />
    </div>
  )
}
