/** What of the organization could not be read, and what that hides. The rest stays usable. */
import { plural, t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { type Organization, type Part, type PartName, partNames } from '../core/organization.ts'

const lacking: Record<PartName, string> = {
  projects: t('Projects could not be read, so their keys are missing here.'),
  keys: t('Keys could not be read.'),
  accounts: t('Service accounts could not be read.'),
  adminKeys: t('Admin keys could not be read.'),
  costs: t('Costs could not be read, so no key has any here.'),
  calls: t(
    'Calls of models could not be read in full: whether a key is unused is said only where its last use tells.',
  ),
  limits: t(
    'Limits could not be read in full: which key spends without a limit is said only where both limits are known.',
  ),
}
const rights: Record<PartName, string> = {
  projects: 'api.management.read',
  keys: 'api.management.read',
  accounts: 'api.management.read',
  adminKeys: 'api.management.read',
  costs: 'api.usage.read',
  calls: 'api.usage.read',
  limits: 'api.management.read',
}

export function PartNotices({ organization, isReading }: { organization: Organization; isReading: boolean }) {
  const { parts } = organization
  const missing = partNames.filter(name => ['failed', 'partial'].includes(parts[name].state))
  const isStopped = !isReading && partNames.some(name => parts[name].state === 'stopped')
  return (
    <>
      {isStopped && (
        <Notice tone="needs">{t('Reading was stopped. What was read until then is shown.')}</Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="needs">
          <ul className="plain-list stack tight">
            {missing.map(name => (
              <li key={name} data-part={name}>
                {lacking[name]} <span className="quiet">{because(parts[name], rights[name])}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function because({ code, why, missed = 0, state }: Part, right: string): string {
  if (code === 'missing_scope') return t('This admin key lacks the right {right}.', { right })
  const parts =
    state === 'partial'
      ? plural({ one: '{count} part is missing.', other: '{count} parts are missing.' }, missed)
      : ''
  return [parts, why].filter(Boolean).join(' ')
}
