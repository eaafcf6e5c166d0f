/** The organization on one page: every key, who owns it, what it costs and when a model last answered it. Read with an admin key, by a press. */
import { useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useSavedKeys } from '../../../ui/use-session.ts'
import { NoAdminKey } from '../../usage/screen/no-admin-key.tsx'
import { OrganizationLook } from './organization-look.tsx'

export default function OrganizationPage({ rest: [opened = ''] }: { rest: string[] }) {
  const rows = useSavedKeys()
  const [chosen, setChosen] = useState('')
  const admins = rows.filter(row => row.provider === 'openai' && row.kind === 'admin')
  /** Another admin key may come to stand before it: what is open stays. */
  const shown = useRef('')
  const admin =
    admins.find(row => row.id === chosen) ?? admins.find(row => row.id === shown.current) ?? admins[0]
  shown.current = admin?.id ?? ''
  if (!admin) return <NoAdminKey of="organization" />
  return (
    <OrganizationLook key={`${admin.id} ${opened}`} admin={admin} rows={rows} opened={opened}>
      <a className="button plain" href="#replace">
        {t('Replacements')}
      </a>
      {admins.length > 1 && (
        <select
          className="narrow-select"
          aria-label={t('Admin key')}
          value={admin.id}
          onChange={event => setChosen(event.currentTarget.value)}
        >
          {admins.map(row => (
            <option key={row.id} value={row.id}>
              {row.label}
            </option>
          ))}
        </select>
      )}
    </OrganizationLook>
  )
}
