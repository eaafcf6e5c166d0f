/** What of the organization could not be read, and what that hides. The rest stays usable. */
import { locale, plural, t } from '../../../i18n/t.ts'
import { Notice } from '../../../ui/notice.tsx'
import { type Organization, type Part, type PartName, partNames } from '../core/organization.ts'

const names: Record<PartName, string> = {
  projects: t('projects'),
  keys: t('keys'),
  accounts: t('service accounts'),
  adminKeys: t('admin keys'),
  costs: t('costs'),
  calls: t('calls of models'),
  limits: t('limits'),
}
/** What a missing part hides, where that is not plain. */
const hides: Partial<Record<PartName, string>> = {
  projects: t('Keys of projects that could not be read are missing here.'),
  calls: t('A key is called unused only where its last use tells.'),
  limits: t('“Spends without a limit” is said only where both limits are known.'),
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

const list = new Intl.ListFormat(locale())

export function PartNotices({ organization, isReading }: { organization: Organization; isReading: boolean }) {
  const { parts } = organization
  const missing = partNames.filter(name => ['failed', 'partial'].includes(parts[name].state))
  const reasons = new Map<string, PartName[]>()
  for (const name of missing) {
    const why = because(parts[name], rights[name])
    reasons.set(why, [...(reasons.get(why) ?? []), name])
  }
  const isStopped = !isReading && partNames.some(name => parts[name].state === 'stopped')
  return (
    <>
      {isStopped && (
        <Notice tone="needs">{t('Reading was stopped. What was read until then is shown.')}</Notice>
      )}
      {reasons.size > 0 && (
        <Notice tone="needs">
          <ul className="plain-list stack tight">
            {[...reasons].map(([why, parts]) => (
              <li key={why} data-parts={parts.join(' ')}>
                {why} {t('Not read: {parts}.', { parts: list.format(parts.map(part => names[part])) })}{' '}
                <span className="quiet">{parts.flatMap(part => hides[part] ?? []).join(' ')}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** One reason is said once, with all that it keeps from being read. */
function because({ code, why, missed = 0, state }: Part, right: string): string {
  if (code === 'missing_scope') return t('This admin key lacks the permission {right}.', { right })
  const parts =
    state === 'partial'
      ? plural({ one: '{count} part is missing.', other: '{count} parts are missing.' }, missed)
      : ''
  return [parts, why].filter(Boolean).join(' ')
}
