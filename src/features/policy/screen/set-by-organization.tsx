/** Beside a control that an organization's policy limits: that it does, and where the rest of it stands. */
import Building2 from 'lucide-react/icons/building-2'
import { t } from '../../../i18n/t.ts'

/** @param children what the limit is, where the control does not show it */
export function SetByOrganization({ children }: { children?: string | false | undefined }) {
  return (
    <span className="hint" data-keyway="set-by-organization">
      <Building2 size={13} aria-hidden="true" /> {t('Set by your organization')}
      {children ? `: ${children}` : '.'}
    </span>
  )
}
