/** The popup's list: searched, filtered, the ones that need the person first; long lists draw only what is seen. */
import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { useAction } from '../ui/action.ts'
import { Notice } from '../ui/notice.tsx'
import { useSession } from '../ui/session.ts'
import { environmentsOf, type Filter, noFilter, pick } from './filter.ts'
import { Row } from './key-row.tsx'

const Many = lazy(() => import('./many.tsx'))
const most = 40
const searchFrom = 6

type Props = {
  rows: KeyRow[]
  onOpen: (id: string) => void
  onAdd: () => void
  filter: Filter
  onFilter: (filter: Filter) => void
}

export function List({ rows, onOpen, onAdd, filter, onFilter }: Props) {
  const checks = useSession('checks')
  const copy = useSession('copy')
  const [copied] = [copy && copy.until > Date.now() ? copy.keyId : undefined]
  const running = useMemo(() => new Set(checks?.running), [checks])
  const later = useDeferredValue(filter)
  const shown = useMemo(() => pick(rows, later), [rows, later])
  const draw = (row: KeyRow) => (
    <Row row={row} running={running.has(row.id)} copied={copied === row.id} onOpen={onOpen} />
  )
  const plain = (some: KeyRow[]) => (
    <ul className="key-list">
      {some.map(row => (
        <li key={row.id}>{draw(row)}</li>
      ))}
    </ul>
  )
  return (
    <>
      <Tools rows={rows} filter={filter} onFilter={onFilter} onAdd={onAdd} />
      {shown.length === 0 ? (
        <Notice
          action={
            <button type="button" className="link" onClick={() => onFilter(noFilter)}>
              Show all {rows.length}
            </button>
          }
        >
          No key matches. Search looks at names, notes, projects, the last four characters and the tracking
          id.
        </Notice>
      ) : shown.length > most ? (
        <Suspense fallback={plain(shown.slice(0, 12))}>
          <Many rows={shown} draw={draw} />
        </Suspense>
      ) : (
        plain(shown)
      )}
    </>
  )
}

type ToolsProps = Pick<Props, 'rows' | 'filter' | 'onFilter' | 'onAdd'>

function Tools({ rows, filter, onFilter, onAdd }: ToolsProps) {
  const all = useAction(() => send('screen.testAll', {}))
  const [said, setSaid] = useState('')
  const environments = useMemo(() => environmentsOf(rows), [rows])
  const testAll = async () => {
    if (await all.run()) setSaid('Checking all keys. Results come in one by one.')
  }
  return (
    <div className="tools stack tight">
      {rows.length >= searchFrom && (
        <>
          <div className="search">
            <Search size={15} aria-hidden="true" />
            <input
              type="search"
              aria-label="Search keys"
              aria-keyshortcuts="/"
              placeholder="Search name, project, last four…"
              autoComplete="off"
              spellCheck={false}
              value={filter.text}
              onChange={event => onFilter({ ...filter, text: event.currentTarget.value })}
            />
          </div>
          <div className="filters">
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
        </>
      )}
      <div className="cluster ends">
        <button type="button" className="button" aria-keyshortcuts="n" onClick={onAdd}>
          <Plus size={15} aria-hidden="true" />
          Add a key
        </button>
        <button
          type="button"
          className="button plain"
          aria-disabled={all.busy}
          onClick={() => void testAll()}
        >
          Test all
        </button>
      </div>
      <p className="small quiet said" role="status">
        {all.failure?.message ?? said}
      </p>
    </div>
  )
}
