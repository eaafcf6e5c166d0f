/** The popup's list: the ones that need the person first; a long list draws only what is seen. */

import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { t } from '../../../../i18n/t.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { type Filter, noFilter, pick } from '../../core/filter.ts'
import { Row } from './key-row.tsx'
import { Tools } from './tools.tsx'

const Many = lazy(() => import('./many.tsx'))
/** From here on rows that are out of sight are not drawn. */
const most = 40

type Props = {
  rows: KeyRow[]
  filter: Filter
  onFilter: (filter: Filter) => void
  onOpen: (id: string) => void
  onAdd: () => void
}

export function List({ rows, onOpen, onAdd, filter, onFilter }: Props) {
  const checks = useSession('checks')
  const copy = useSession('copy')
  const copied = copy && copy.until > Date.now() ? copy.keyId : undefined
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
      <Tools rows={rows} found={shown.length} filter={filter} onFilter={onFilter} onAdd={onAdd} />
      {shown.length === 0 ? (
        <Notice
          action={
            <button type="button" className="link" onClick={() => onFilter(noFilter)}>
              {t('Show all {all}', { all: rows.length })}
            </button>
          }
        >
          {t(
            'No key matches. Search looks at names, notes, projects, the last four characters and the tracking id.',
          )}
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
