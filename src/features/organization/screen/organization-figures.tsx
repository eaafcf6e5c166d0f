/** The organization in a few numbers, and where money goes that no listed key accounts for. */
import { locale, plural, t } from '../../../i18n/t.ts'
import { shutDowns } from '../../health/core/shut-downs.ts'
import { dollars } from '../../usage/core/prices.ts'
import { isWhole, type Organization, type PartName } from '../core/organization.ts'
import { hiddenSpend, type OrganizationRow, spentIn } from '../core/organization-rows.ts'

const cent = 0.005
const number = new Intl.NumberFormat(locale())

export function OrganizationFigures({
  organization,
  rows,
}: {
  organization: Organization
  rows: OrganizationRow[]
}) {
  const knowsCosts = isWhole(organization, 'costs')
  const held = rows.filter(row => row.held).length
  const open = organization.projects.filter(project => !project.isArchived).length
  return (
    <>
      <dl className="usage-figures">
        <Count name={t('Projects')} of={[organization, 'projects']} count={open} />
        <Count name={t('Keys')} of={[organization, 'keys', 'adminKeys']} count={rows.length} />
        <Count
          name={t('Service accounts')}
          of={[organization, 'accounts']}
          count={organization.accounts.length}
        />
        {rows.length > 0 && (
          <Count name={t('In this vault')} of={[organization, 'keys', 'adminKeys']} count={held} />
        )}
        {knowsCosts && <Figure name={t('Cost in 30 days')} value={dollars(spentIn(organization))} />}
      </dl>
      {knowsCosts && <HiddenSpend organization={organization} />}
      {shutDowns(
        rows.flatMap(row => row.held ?? []),
        Date.now(),
      ).length > 0 && (
        <p>
          <a href="#overview">{t('A model that your keys use will be shut down.')}</a>
        </p>
      )}
    </>
  )
}

/** None is said only where all were read. */
function Count({
  name,
  of: [organization, ...parts],
  count,
}: {
  name: string
  of: [Organization, ...PartName[]]
  count: number
}) {
  if (isWhole(organization, ...parts)) return <Figure name={name} value={number.format(count)} />
  return count > 0 ? (
    <Figure name={name} value={t('at least {count}', { count: number.format(count) })} />
  ) : null
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="small quiet">{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function HiddenSpend({ organization }: { organization: Organization }) {
  const { withoutKey, mostIn, unlisted } = hiddenSpend(organization)
  const archived = organization.projects.filter(project => project.isArchived).length
  if (!(Math.abs(withoutKey) > cent || Math.abs(unlisted ?? 0) > cent || archived > 0)) return null
  return (
    <ul className="plain-list stack tight" data-keyway="hidden-spend">
      {withoutKey > cent && (
        <li>
          {t(
            '{dollars} was spent without a key: in the playground, or by members who use the platform itself.',
            {
              dollars: dollars(withoutKey),
            },
          )}
          {mostIn !== undefined && ` ${t('Most of it in “{project}”.', { project: mostIn })}`}
        </li>
      )}
      {withoutKey < -cent && (
        <li>{t('{dollars} was credited to no key.', { dollars: dollars(-withoutKey) })}</li>
      )}
      {unlisted !== undefined && unlisted > cent && (
        <li>
          {t(
            '{dollars} was spent by keys that are in no list: deleted ones, keys of archived projects, or old keys of a person that belong to no project.',
            { dollars: dollars(unlisted) },
          )}
        </li>
      )}
      {unlisted !== undefined && unlisted < -cent && (
        <li>{t('{dollars} was credited to keys that are in no list.', { dollars: dollars(-unlisted) })}</li>
      )}
      {archived > 0 && (
        <li className="quiet small">
          {plural(
            {
              one: 'One archived project is not listed.',
              other: '{count} archived projects are not listed.',
            },
            archived,
          )}
        </li>
      )}
    </ul>
  )
}
