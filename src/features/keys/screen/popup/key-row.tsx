/** One key in the popup: what it is called, how it is, and Copy. The rest is behind “More”. */

import { memo } from 'react'
import { t } from '../../../../i18n/t.ts'
import { apart } from '../../../../i18n/text-key.ts'
import { ago } from '../../../../i18n/time.ts'
import { openOwnPage } from '../../../../platform/tabs.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { isKeptOnly } from '../../../../providers/list.ts'
import { serviceName } from '../../../../providers/provider-names.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { Menu, type MenuItem } from '../../../../ui/pieces/menu.tsx'
import { MiddleCut } from '../../../../ui/pieces/middle-cut.tsx'
import { ProviderTile } from '../../../../ui/pieces/provider-tile.tsx'
import { CopyButton } from '../../../copy/screen/copy.tsx'
import { guideMe } from '../../../guide/screen/guide-me.ts'
import { presentStatus, unanswered } from '../../../health/core/present-status.ts'
import { StatusMark } from '../../../health/screen/status.tsx'
import { useTest } from '../../../health/screen/testing/test-button.tsx'
import { useStatus } from '../../../health/screen/use-status.ts'
import { expirySoon } from '../../core/due-dates.ts'
import { isBroken, statusGroupOf } from '../../core/status-group.ts'
import { isCovered } from '../row-keyboard.ts'
import type { KeyPart } from './details.tsx'

type Props = {
  row: KeyRow
  running: boolean
  copied: boolean
  isCurrent: boolean
  /** It fails, and another key is ready to be used in its place. */
  isStandbyReady: boolean
  onFocus: (id: string) => void
  onOpen: (id: string, part?: KeyPart) => void
  onTestFailed: (row: KeyRow, failure: Failure) => void
}

export const Row = memo(function Row(props: Props) {
  const { row, running, copied, isCurrent, isStandbyReady, onOpen } = props
  const test = useTest(row, failure => props.onTestFailed(row, failure))
  const tabIndex = isCurrent ? 0 : -1
  const { verdict } = row
  const { tone, short, sentence } = useStatus(verdict, row)
  const broken = isBroken(statusGroupOf(row))
  const last = unanswered(row)
  const about = [
    isStandbyReady && t('standby ready'),
    last?.short,
    row.lastFour && `…${row.lastFour}`,
    apart(row.environment || row.project || ''),
    expirySoon(row.expiresAt) ?? (verdict && !last && ago(verdict.at, Date.now(), 'narrow')),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <fieldset
      aria-label={row.label}
      className="key-row"
      data-keyway="key-row"
      data-id={row.id}
      data-current={isCurrent || undefined}
      onFocus={() => props.onFocus(row.id)}
      onKeyDown={event => {
        const isLetter = event.key === 't' && !event.ctrlKey && !event.metaKey && !event.altKey
        if (isLetter && !isKeptOnly(row) && !isCovered()) void test.run()
      }}
    >
      <Button className="key-name" tabIndex={tabIndex} data-row-name onPress={() => onOpen(row.id)}>
        <ProviderTile provider={row.provider}>
          <StatusMark verdict={verdict} of={row} running={running} />
        </ProviderTile>
        <span className="key-lines">
          <MiddleCut>{row.label}</MiddleCut>
          <span className="key-notes">
            <span
              className={broken || running ? 'key-cause' : 'visually-hidden'}
              data-tone={running ? 'unknown' : tone}
              data-keyway="verdict"
              data-cause={verdict?.cause ?? 'none'}
              aria-busy={running || undefined}
              title={broken ? sentence : undefined}
            >
              {running ? t('Testing…') : short}
            </span>
            {about !== '' && (
              <span className="key-note" dir="auto" title={about}>
                {about}
              </span>
            )}
            <span className="visually-hidden">
              {t('{provider}, details', { provider: serviceName(row) })}
            </span>
          </span>
        </span>
      </Button>
      <CopyButton row={row} copied={copied} compact tabIndex={tabIndex} />
      <Menu
        label={t('More for {label}', { label: row.label })}
        tabIndex={tabIndex}
        items={() => itemsOf(row, onOpen, () => void test.run())}
      />
    </fieldset>
  )
})

function itemsOf(row: KeyRow, onOpen: Props['onOpen'], onTest: () => void): MenuItem[] {
  const { guide } = presentStatus(row.verdict, row)
  const inDashboard = (...parts: string[]) =>
    void openOwnPage('dashboard', `#keys/${[row.id, ...parts].join('/')}`).then(() => close())
  return [
    ...(isKeptOnly(row) ? [] : [{ name: t('Test'), onChoose: onTest, shortcut: 't' }]),
    { name: t('Details'), onChoose: () => onOpen(row.id) },
    ...(guide && row.verdict?.retryAt === undefined
      ? [{ name: t('How to fix it'), onChoose: () => void guideMe(guide, row.id) }]
      : []),
    { name: t('Edit'), onChoose: () => onOpen(row.id, 'edit') },
    ...(isKeptOnly(row) ? [] : [{ name: t('Try it'), onChoose: () => inDashboard('call') }]),
    { name: t('Add to a project'), onChoose: () => inDashboard('project') },
    { name: t('Open in the dashboard'), onChoose: () => inDashboard() },
    { name: t('Delete…'), onChoose: () => onOpen(row.id, 'remove'), isDangerous: true },
  ]
}
