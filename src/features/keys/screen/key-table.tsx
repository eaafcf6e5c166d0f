/** All keys in one table. Worst first; a long list draws only what is seen. */

import Plus from 'lucide-react/icons/plus'
import { useDeferredValue, useMemo, useState } from 'react'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { send } from '../../../platform/send.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { useAction } from '../../../ui/action.ts'
import { FailureNotice, Notice } from '../../../ui/notice.tsx'
import { Title } from '../../../ui/title.tsx'
import { useSession } from '../../../ui/use-session.ts'
import { CheckNotices } from '../../health/screen/check-notices.tsx'
import { type Filter, noFilter, pick } from '../core/filter.ts'
import { KeyFilters } from './key-filters.tsx'
import { KeyLine } from './key-line.tsx'

const atOnce = 100

export function KeyTable({ rows, gone }: { rows: KeyRow[]; gone: boolean }) {
  const [filter, setFilter] = useState(noFilter)
  const [most, setMost] = useState(atOnce)
  const later = useDeferredValue(filter)
  const shown = useMemo(() => pick(rows, later), [rows, later])
  const checks = useSession('checks')
  const all = useAction(() => send('screen.testAll', {}))
  return (
    <>
      <div className="cluster ends">
        <Title>{t('Keys')}</Title>
        <div className="cluster">
          {rows.length > 0 && (
            <button type="button" className="button" aria-disabled={all.busy} onClick={() => void all.run()}>
              {t('Test all')}
            </button>
          )}
          <a className="button main" href="#keys/add">
            <Plus size={15} aria-hidden="true" />
            {t('Add a key')}
          </a>
        </div>
      </div>
      {gone && <Notice>{t('That key is not in the vault.')}</Notice>}
      <CheckNotices />
      <FailureNotice failure={all.failure} />
      {rows.length === 0 ? (
        <p>
          {rich(t('No keys yet. {pasteOne}, {importFile}, or {readHow}.'), {
            pasteOne: <a href="#keys/add">{t('Paste one')}</a>,
            importFile: <a href="#backup/import">{t('import a file')}</a>,
            readHow: <a href="#guides/create-key">{t('read how to create one')}</a>,
          })}
        </p>
      ) : (
        <>
          <Filters rows={rows} filter={filter} onFilter={setFilter} />
          <ul className="key-table">
            {shown.slice(0, most).map(row => (
              <li key={row.id}>
                <KeyLine row={row} running={checks?.running.includes(row.id) ?? false} />
              </li>
            ))}
          </ul>
          {shown.length > most && (
            <button type="button" className="button" onClick={() => setMost(most + 500)}>
              {t('Show {more} more of {all}', {
                more: Math.min(500, shown.length - most),
                all: shown.length,
              })}
            </button>
          )}
          <p role="status" className="quiet">
            {shown.length === 0 ? t('No key matches.') : ''}
          </p>
        </>
      )}
    </>
  )
}

type FiltersProps = { rows: KeyRow[]; filter: Filter; onFilter: (filter: Filter) => void }

function Filters({ rows, filter, onFilter }: FiltersProps) {
  return (
    <div className="filters">
      <input
        type="search"
        aria-label={t('Search keys')}
        placeholder={t('Search name, project, notes, last four…')}
        autoComplete="off"
        spellCheck={false}
        value={filter.text}
        onChange={event => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <KeyFilters
        rows={rows}
        filter={filter}
        onFilter={onFilter}
        any={{ environment: t('Any environment'), tone: t('Any verdict') }}
      />
    </div>
  )
}
