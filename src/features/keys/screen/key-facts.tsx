/** What is known about a key, as a list of facts. No secret. Where it can be edited, a press on a fact opens its field. */
import Pencil from 'lucide-react/icons/pencil'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import { ago, day, dayOf } from '../../../i18n/time.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { isWebPage } from '../../../providers/checked-fields.ts'
import { isKeptOnly } from '../../../providers/list.ts'
import { kindWord, serviceName } from '../../../providers/provider-names.ts'
import { Ago } from '../../../ui/ago.tsx'
import { Button } from '../../../ui/pieces/button.tsx'
import { presentStatus } from '../../health/core/present-status.ts'
import { shutDowns } from '../../health/core/shut-downs.ts'
import { useRows } from '../../policy/screen/use-rows.ts'
import { canStandBy, type Standby, standbysOf, standsByFor } from '../core/standby.ts'
import type { AboutField } from './key-fields.tsx'

type Fact = { name: string; value: ReactNode; field?: AboutField }

const near = (time: number | undefined) => time !== undefined && `${day(time)}, ${ago(time)}`

function factsOf(row: KeyRow, rows: readonly KeyRow[]): Fact[] {
  const standby = standbyFacts(row, rows)
  const mayStandBy = rows.some(one => canStandBy(row, one))
  return [
    { name: t('Key'), value: `${serviceName(row)} ${kindWord(row.kind)}` },
    { name: t('Ends in'), value: row.lastFour && <code>{row.lastFour}</code> },
    ...(isKeptOnly(row) ? serviceFacts(row) : []),
    // In the order of the form, which is what a press on one of them opens.
    { name: t('Environment'), value: row.environment, field: 'environment' },
    { name: t('Project'), value: row.project, field: 'project' },
    { name: t('Purpose'), value: row.purpose, field: 'purpose' },
    { name: t('Replace by'), value: near(row.rotateBy), field: 'rotateBy' },
    { name: t('Expires'), value: near(row.expiresAt), field: 'expiresAt' },
    { name: t('Used in'), value: row.usedIn?.join(', '), field: 'usedIn' },
    { name: t('Tags'), value: row.tags?.join(', '), field: 'tags' },
    { name: t('Notes'), value: row.notes, field: 'notes' },
    { name: t('Standby for'), value: standby.for, ...(mayStandBy && { field: 'standbyFor' as const }) },
    { name: t('Standby'), value: standby.by },
    { name: t('Organization'), value: row.organization },
    { name: t('Models that go'), value: modelsThatGo(row) },
    { name: t('Address'), value: row.baseUrl },
    { name: t('Tracking id'), value: row.trackingId && <code>{row.trackingId}</code> },
    { name: t('Saved'), value: day(row.createdAt) },
    {
      name: t('Copied last'),
      value: row.lastCopiedAt === undefined ? t('never') : <Ago time={row.lastCopiedAt} />,
    },
  ]
}

/** The models that the key used lately and that will be shut down, each with its day, even if that is years away. */
const modelsThatGo = (row: KeyRow): string =>
  shutDowns([row], Date.now(), 1_000)
    .map(({ models, at }) => `${models.join(', ')}: ${dayOf(new Date(at).toISOString().slice(0, 10))}`)
    .join(' · ')

/** Facts of a key that Keyway only stores: the page where it is managed, and the variable that programs read. */
const serviceFacts = (row: KeyRow): Fact[] => [
  { name: t('Service'), value: row.service, field: 'service' },
  {
    name: t('Web page'),
    // A damaged record may hold any text here, and only the address of a web page becomes a link.
    value: row.webPage && isWebPage(row.webPage) ? webLink(row.webPage) : row.webPage,
  },
  { name: t('Environment variable'), value: row.variable && <code>{row.variable}</code>, field: 'variable' },
]

const webLink = (page: string) => (
  <a href={page} target="_blank" rel="noreferrer">
    {new URL(page).hostname}
  </a>
)

export function KeyFacts({ row, onEdit }: { row: KeyRow; onEdit?: (field: AboutField) => void }) {
  const rows = useRows()
  return (
    <dl className="facts">
      {factsOf(row, rows).map(({ name, value, field }) => {
        const edit = field && onEdit ? () => onEdit(field) : undefined
        if (!value && !edit) return null
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {edit ? (
                <Button className={value ? 'fact-edit' : 'fact-edit quiet'} onPress={edit}>
                  <span>{value || t('Add')}</span>
                  <span className="visually-hidden">{value ? t('Edit {field}', { field: name }) : name}</span>
                  <Pencil size={13} aria-hidden="true" />
                </Button>
              ) : (
                value
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const words: Record<Exclude<Standby['state'], 'broken'>, string> = {
  ready: t('ready'),
  unproven: t('to be tested'),
  untested: t('not tested'),
}

const said = ({ row, state }: Standby): string =>
  `${row.label}: ${state === 'broken' ? presentStatus(row.verdict, row).short : words[state]}`

/** Texts are empty where there is no standby. */
const standbyFacts = (row: KeyRow, rows: readonly KeyRow[]): { for: string; by: string } => ({
  for: standsByFor(row, rows)?.label ?? '',
  by: standbysOf(row, rows).map(said).join(', '),
})
