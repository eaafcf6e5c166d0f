/** Facts about standby keys: which key this one stands by for, and which stand by for it. */
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { presentStatus } from '../../../health/core/present-status.ts'
import { type Standby, standbysOf, standsByFor } from '../../core/standby.ts'

const words: Record<Exclude<Standby['state'], 'broken'>, string> = {
  ready: t('ready'),
  unproven: t('to be tested'),
  untested: t('not tested'),
}

const said = ({ row, state }: Standby): string =>
  `${row.label}: ${state === 'broken' ? presentStatus(row.verdict, row).short : words[state]}`

/** Texts are empty where there is no standby. */
export const standbyFacts = (row: KeyRow, rows: readonly KeyRow[]): { for: string; by: string } => ({
  for: standsByFor(row, rows)?.label ?? '',
  by: standbysOf(row, rows).map(said).join(', '),
})
