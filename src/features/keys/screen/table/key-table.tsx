/** All keys in one table: found, filtered, sorted, grouped, and acted on, one or many, by pointer or by keyboard. */
import Plus from 'lucide-react/icons/plus'
import Rows4 from 'lucide-react/icons/rows-4'
import { useMemo, useRef, useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { clock } from '../../../../i18n/time.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useKeptFocus } from '../../../../ui/focus/keep-focus.ts'
import { FailureNotice, Notice } from '../../../../ui/notice.tsx'
import { chooseCompactRows, useCompactRows } from '../../../../ui/pieces/appearance.ts'
import { Button } from '../../../../ui/pieces/button.tsx'
import { Modal } from '../../../../ui/pieces/modal.tsx'
import { Title } from '../../../../ui/title.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { CheckNotices } from '../../../health/screen/check-notices.tsx'
import { useTestAll } from '../../../health/screen/testing/use-test-all.ts'
import { useKeyCosts } from '../../../usage/screen/use-key-costs.ts'
import { filterKeys } from '../../core/filter.ts'
import { tallyOf } from '../../core/status-group.ts'
import { isFiltered, plainView } from '../../core/table-choice.ts'
import { noteDeletion } from '../last-deletion.ts'
import { RemoveKey } from '../remove-key.tsx'
import { ShortcutFacts } from '../shortcut-facts.tsx'
import { useBlocked, useNeeded } from '../use-blocked.ts'
import { BulkBar } from './bulk/bulk-bar.tsx'
import FailedTest, { type FailedTests } from './bulk/failed-test.tsx'
import { useTestMany } from './bulk/use-test-many.ts'
import { Inspector } from './inspector.tsx'
import { tableShortcuts } from './list-keyboard.ts'
import { NoKeys } from './no-keys.tsx'
import { OfFinding, useFinding } from './of-finding.tsx'
import { PermissionStrip } from './permission-strip.tsx'
import { useView } from './table-address.ts'
import { TableBody } from './table-body.tsx'
import { TableFilters } from './table-filters.tsx'
import { TableHead } from './table-head.tsx'
import { Tally } from './tally.tsx'
import { useKeyTable } from './use-key-table.ts'
import { useIsWide } from './use-wide.ts'

export default function KeyTable({ rows, isGone }: { rows: KeyRow[]; isGone: boolean }) {
  const [view, setView] = useView()
  const finding = useFinding(view.finding)
  const needed = useNeeded(rows)
  const blocked = useBlocked(needed)
  const listed = finding?.keys ?? rows
  const shown = useMemo(() => filterKeys(listed, view, blocked), [listed, view, blocked])
  const tally = useMemo(
    () => tallyOf(filterKeys(listed, { ...view, status: '' }, blocked), blocked),
    [listed, view, blocked],
  )
  const place = useRef<HTMLTableElement>(null)
  const [said, setSaid] = useState('')
  const [help, setHelp] = useState(false)
  const [deleting, setDeleting] = useState<KeyRow | null>(null)
  const [failed, setFailed] = useState<FailedTests>([])
  const costs = useKeyCosts(rows)
  const list = useKeyTable({
    rows: shown,
    view,
    setView,
    blocked,
    costs: costs?.costs,
    place,
    onHelp: () => setHelp(true),
  })
  const testMany = useTestMany(setSaid, setFailed)
  const all = useTestAll(needed.keys.length)
  const checks = useSession('checks')
  const copy = useSession('copy')
  const isWide = useIsWide()
  const isCompact = useCompactRows()
  const hasExpiry = rows.some(row => row.expiresAt !== undefined)
  useKeptFocus('[data-row-name][tabindex="0"], main h1')
  const inspected = isWide ? (list.current ?? list.firstRow) : undefined
  const chooseStatus = (status: string) => setView({ status })
  const isRunning = (row: KeyRow) => checks?.running.includes(row.id) ?? false
  return (
    <div className={inspected ? 'keys-page with-inspector' : 'keys-page'}>
      <div className="keys-list">
        <div className="keys-top">
          <Title>{t('Keys')}</Title>
          {rows.length > 0 && (
            <TableFilters rows={rows} blocked={blocked} tally={tally} view={view} onView={setView} />
          )}
          <div className="keys-buttons">
            {rows.length > 0 && (
              <>
                <Button
                  className="button icon row-height"
                  aria-label={t('Compact rows')}
                  title={t('Compact rows')}
                  aria-pressed={isCompact}
                  onPress={() => chooseCompactRows(!isCompact)}
                >
                  <Rows4 size={15} aria-hidden="true" />
                </Button>
                <Button
                  isBusy={all.busy}
                  onPress={() => {
                    setSaid('')
                    void all.run()
                  }}
                >
                  {t('Test all')}
                </Button>
              </>
            )}
            <a className="button main" href="#keys/add" aria-keyshortcuts="n">
              <Plus size={15} aria-hidden="true" />
              {t('Add a key')}
            </a>
          </div>
        </div>
        {isGone && <Notice>{t('This key is not in the vault.')}</Notice>}
        <CheckNotices />
        <FailureNotice failure={all.failure} />
        {rows.length === 0 ? (
          <NoKeys />
        ) : (
          <>
            <div className="keys-state">
              {list.selected.length > 0 ? (
                <BulkBar
                  keys={list.selected}
                  onTest={keys => void testMany(keys)}
                  onClear={list.clearSelection}
                  onSay={setSaid}
                />
              ) : (
                <>
                  <Tally
                    tally={tally.filter(({ id }) => id !== 'permission')}
                    chosen={view.status}
                    onChoose={chooseStatus}
                  />
                  <PermissionStrip
                    needed={needed}
                    waiting={tally.filter(({ id }) => id === 'permission')}
                    chosen={view.status}
                    onChoose={chooseStatus}
                    onAllowed={keys => void testMany(keys)}
                    onRefused={() => setSaid(t('Not allowed. These keys stay untested.'))}
                  />
                </>
              )}
            </div>
            <p role="status" className="keys-said small quiet">
              {said || all.says}
              {isFiltered(view) &&
                ` ${plural({ one: '{found} of 1 key', other: '{found} of {count} keys' }, rows.length, { found: shown.length })}`}
            </p>
            {finding && <OfFinding finding={finding} onOver={() => setView(plainView)} />}
            <FailedTest failed={failed} onOver={() => setFailed([])} />
            {shown.length === 0 ? (
              <Notice action={<Button onPress={() => setView(plainView)}>{t('Show all keys')}</Button>}>
                {t('No key matches.')}
              </Notice>
            ) : (
              <table
                ref={place}
                {...list.over}
                className={`keys${costs ? ' with-costs' : ''}${isCompact ? ' compact' : ''}${hasExpiry ? '' : ' without-expiry'}`}
                aria-label={t('Keys')}
                aria-rowcount={list.lines.length + 1}
              >
                <TableHead table={list.table} hasCosts={costs !== undefined} />
                <TableBody
                  // Rows that were measured are measured anew.
                  key={String(isCompact)}
                  isCompact={isCompact}
                  list={list}
                  costs={costs?.costs}
                  running={checks?.running ?? none}
                  copied={copy && copy.until > Date.now() ? copy.keyId : undefined}
                  onDelete={setDeleting}
                  onTestFailed={(row, failure) => setFailed([{ row, failure }])}
                />
              </table>
            )}
            {costs?.at !== undefined && (
              <p className="small quiet costs-note">
                {t('Cost: the last 30 days as of {time}, as “{label}” was told by OpenAI.', {
                  time: clock(costs.at),
                  label: costs.by,
                })}
              </p>
            )}
          </>
        )}
      </div>
      {inspected && (
        <Inspector
          key={inspected.id}
          row={inspected}
          isRunning={isRunning(inspected)}
          isCopied={copy?.keyId === inspected.id}
        />
      )}
      {deleting && (
        <Modal title={t('Delete {label}?', { label: deleting.label })} onClose={() => setDeleting(null)}>
          <RemoveKey
            row={deleting}
            onKeep={() => setDeleting(null)}
            onRemoved={until => {
              list.leave(deleting.id)
              setDeleting(null)
              noteDeletion({ ids: [deleting.id], label: deleting.label, until })
            }}
          />
        </Modal>
      )}
      {help && (
        <Modal title={t('Keyboard')} onClose={() => setHelp(false)}>
          <Shortcuts onClose={() => setHelp(false)} />
        </Modal>
      )}
    </div>
  )
}

const none: string[] = []

function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <>
      <ShortcutFacts of={tableShortcuts} />
      <div>
        <Button onPress={onClose}>{t('Done')}</Button>
      </div>
    </>
  )
}
