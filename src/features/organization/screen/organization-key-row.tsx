/** One key of the organization as a row. What was not read stays empty; “none” is said only where it was. */
import { memo } from 'react'
import { locale, t } from '../../../i18n/t.ts'
import { ago, day, dayOf } from '../../../i18n/time.ts'
import { Button } from '../../../ui/pieces/button.tsx'
import { dollars } from '../../usage/core/prices.ts'
import { isMinor, markWords, mayBeOwnCheck } from '../core/key-marks.ts'
import type { OrganizationRow } from '../core/organization-rows.ts'

type Props = {
  row: OrganizationRow
  /** Where it stands in the whole table, the head counted. */
  index: number
  knows: { costs: boolean; calls: boolean }
  /** By the platform's clock, in whole minutes. */
  now: number
  onOpen: (id: string) => void
}

const share = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 })

export const OrganizationKeyRow = memo(function OrganizationKeyRow({
  row,
  index,
  knows,
  now,
  onOpen,
}: Props) {
  const { key, project, use, marks } = row
  const used = usedWords(row, now)
  const remarks = marks.map(mark => markWords[mark]).join(' · ')
  return (
    <tr data-keyway="organization-key" data-id={key.id} aria-rowindex={index}>
      <th scope="row" className="cell-name">
        <span className="name-line">
          <Button className="link key-title cut-end" title={key.name} onPress={() => onOpen(key.id)}>
            {key.name}
          </Button>
          <span className="last-four mono" translate="no">
            {key.redacted}
          </span>
        </span>
      </th>
      <td className="cell-project" title={project}>
        {key.kind === 'admin' ? <span className="quiet">{t('Admin key')}</span> : project}
      </td>
      <td className="cell-owner" title={key.owner}>
        {key.owner}
      </td>
      <td className="cell-cost">
        {knows.costs && dollars(use?.dollars ?? 0)}
        {knows.costs && row.share !== undefined && row.share >= 0.005 && (
          <span className="quiet"> {share.format(row.share)}</span>
        )}
      </td>
      <td className="cell-call">{callWords(row, knows.calls)}</td>
      <td className="cell-used" title={used}>
        {used}
      </td>
      <td className="cell-created">{key.createdAt !== undefined && day(key.createdAt)}</td>
      <td className="cell-expires">
        {key.expiresAt === null ? (
          <span className="quiet">{t('never')}</span>
        ) : (
          key.expiresAt !== undefined && day(key.expiresAt)
        )}
      </td>
      <td className="cell-marks" title={remarks}>
        <span className="remarks">
          {marks.map((mark, index) => (
            <span key={mark} className={isMinor(mark) ? 'quiet' : undefined}>
              {index > 0 && <span className="quiet"> · </span>}
              {markWords[mark]}
            </span>
          ))}
        </span>
        {marks.length > 1 && (
          <span className="remarks-left quiet" aria-hidden="true">
            +{marks.length - 1}
          </span>
        )}
      </td>
    </tr>
  )
})

export function callWords({ key, use }: OrganizationRow, isKnown: boolean): string {
  if (use?.lastCall) return dayOf(use.lastCall)
  return isKnown && key.kind !== 'admin' ? t('none in 90 days') : ''
}

/**
 * Of a key that this vault checks, the platform's “last used” may be such a check.
 * @param now by the platform's clock; nothing was used after it
 */
export function usedWords({ key, held }: OrganizationRow, now: number): string {
  if (key.lastUsedAt === undefined) return ''
  if (key.lastUsedAt === null) return t('never')
  const when = ago(Math.min(key.lastUsedAt, now), now)
  return mayBeOwnCheck(held) ? t('{ago}, or a check', { ago: when }) : when
}
