/** All keys in one table. Worst first; a long list draws only what is seen. */
import Plus from 'lucide-react/icons/plus'
import { useDeferredValue, useMemo, useState } from 'react'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { useAction } from '../ui/action.ts'
import { CheckNotices } from '../ui/check-notices.tsx'
import { environmentsOf, type Filter, noFilter, pick } from '../ui/filter.ts'
import { FailureNotice, Notice } from '../ui/notice.tsx'
import { useSession } from '../ui/session.ts'
import { Title } from '../ui/title.tsx'
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
        <Title>Keys</Title>
        <div className="cluster">
          {rows.length > 0 && (
            <button type="button" className="button" aria-disabled={all.busy} onClick={() => void all.run()}>
              Test all
            </button>
          )}
          <a className="button main" href="#keys/add">
            <Plus size={15} aria-hidden="true" />
            Add a key
          </a>
        </div>
      </div>
      {gone && <Notice>That key is not in the vault.</Notice>}
      <CheckNotices />
      <FailureNotice failure={all.failure} />
      {rows.length === 0 ? (
        <p>
          No keys yet. <a href="#keys/add">Paste one</a>, <a href="#backup/import">import a file</a>, or{' '}
          <a href="#guides/create-key">read how to create one</a>.
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
              Show {Math.min(500, shown.length - most)} more of {shown.length}
            </button>
          )}
          <p role="status" className="quiet">
            {shown.length === 0 ? 'No key matches.' : ''}
          </p>
        </>
      )}
    </>
  )
}

type FiltersProps = { rows: KeyRow[]; filter: Filter; onFilter: (filter: Filter) => void }

function Filters({ rows, filter, onFilter }: FiltersProps) {
  const environments = useMemo(() => environmentsOf(rows), [rows])
  return (
    <div className="filters">
      <input
        type="search"
        aria-label="Search keys"
        placeholder="Search name, project, notes, last four…"
        autoComplete="off"
        spellCheck={false}
        value={filter.text}
        onChange={event => onFilter({ ...filter, text: event.currentTarget.value })}
      />
      <select
        aria-label="Environment"
        value={filter.environment}
        onChange={event => onFilter({ ...filter, environment: event.currentTarget.value })}
      >
        <option value="">Any environment</option>
        {environments.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <select
        aria-label="Verdict"
        value={filter.tone}
        onChange={event => onFilter({ ...filter, tone: event.currentTarget.value as Filter['tone'] })}
      >
        <option value="">Any verdict</option>
        <option value="rejected">Rejected</option>
        <option value="needs">Needs you</option>
        <option value="limited">Works in part</option>
        <option value="works">Works</option>
        <option value="unknown">Can't tell</option>
      </select>
    </div>
  )
}
