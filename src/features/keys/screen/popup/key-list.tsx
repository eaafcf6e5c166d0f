/** The popup's list: search first, what needs the person on top; a long list draws only what is seen. */
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import type { Failure } from '../../../../protocol/failure.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Button } from '../../../../ui/pieces/button.tsx'
import { SearchField } from '../../../../ui/pieces/search-field.tsx'
import { useSession } from '../../../../ui/use-session.ts'
import { type Filter, filterKeys, noFilter, pick } from '../../core/filter.ts'
import { withReadyStandby } from '../../core/standby.ts'
import { tallyOf } from '../../core/status-group.ts'
import { pressIn } from '../row-keyboard.ts'
import { useSteadyOrder } from '../steady-order.ts'
import type { FailedTests } from '../table/bulk/failed-test.tsx'
import { Tally } from '../table/tally.tsx'
import { useBlocked, useNeeded } from '../use-blocked.ts'
import type { KeyPart } from './details.tsx'
import { Row } from './key-row.tsx'

const Many = lazy(() => import('./many.tsx'))
const FailedTest = lazy(() => import('../table/bulk/failed-test.tsx'))
/** With more rows than this, rows that are out of sight are not drawn. */
const most = 40

type Props = {
  rows: KeyRow[]
  filter: Filter
  onFilter: (filter: Filter) => void
  onOpen: (id: string, part?: KeyPart) => void
  /** The key whose details were open before: the keyboard goes back to it. */
  cameFrom: string | undefined
}

export function List({ rows, onOpen, filter, onFilter, cameFrom }: Props) {
  const checks = useSession('checks')
  const copy = useSession('copy')
  const copied = copy && copy.until > Date.now() ? copy.keyId : undefined
  const running = useMemo(() => new Set(checks?.running), [checks])
  const later = useDeferredValue(filter)
  const blocked = useBlocked(useNeeded(rows))
  const { order, now, over } = useSteadyOrder(rows)
  const held = useMemo(() => pick(order, later, blocked), [order, later, blocked])
  const shown = useMemo(() => held.map(now), [held, now])
  const tally = useMemo(
    () => tallyOf(filterKeys(rows, { ...later, status: '' }, blocked), blocked),
    [rows, later, blocked],
  )
  const covered = useMemo(() => withReadyStandby(rows), [rows])
  const [at, setAt] = useState(cameFrom)
  const [failed, setFailed] = useState<FailedTests>([])
  const place = useRef<HTMLDivElement>(null)
  useFirstFocus(place, cameFrom)
  const tellFailed = useCallback((row: KeyRow, failure: Failure) => setFailed([{ row, failure }]), [])
  const copyFirst = useCopyFirst(place, shown[0]?.id, later === filter)
  const current = shown.some(row => row.id === at) ? at : shown[0]?.id
  const draw = (row: KeyRow) => (
    <Row
      row={row}
      running={running.has(row.id)}
      copied={copied === row.id}
      isCurrent={current === row.id}
      isStandbyReady={covered.has(row.id)}
      onFocus={setAt}
      onOpen={onOpen}
      onTestFailed={tellFailed}
    />
  )
  const plain = (some: KeyRow[]) => (
    <div className="scroller">
      <ul className="key-list">
        {some.map(row => (
          <li key={row.id}>{draw(row)}</li>
        ))}
      </ul>
    </div>
  )
  return (
    <div className="launcher" data-typed={filter.text !== '' || undefined} ref={place} {...over}>
      <SearchKeys text={filter.text} onText={text => onFilter({ ...filter, text })} onEnter={copyFirst} />
      {tally.length > 1 || filter.status !== '' ? (
        <Tally tally={tally} chosen={filter.status} onChoose={status => onFilter({ ...filter, status })} />
      ) : null}
      <p className="visually-hidden" role="status">
        {filter.text !== '' &&
          plural({ one: '{found} of 1 key', other: '{found} of {count} keys' }, rows.length, {
            found: shown.length,
          })}
      </p>
      {failed.length > 0 && (
        <div className="above">
          <Suspense>
            <FailedTest failed={failed} onOver={() => setFailed([])} />
          </Suspense>
        </div>
      )}
      {shown.length === 0 ? (
        <div className="above">
          <Notice
            action={
              <Button className="link" onPress={() => onFilter(noFilter)}>
                {plural({ one: 'Show the key', other: 'Show all {count} keys' }, rows.length)}
              </Button>
            }
          >
            {t('No key matches. Search looks at names, providers, statuses, projects, notes and last four.')}
          </Notice>
        </div>
      ) : shown.length > most ? (
        <Suspense fallback={plain(shown.slice(0, 12))}>
          <Many
            rows={shown}
            startAt={shown.findIndex(row => row.id === cameFrom)}
            search={`${later.status} ${later.text}`}
            draw={draw}
          />
        </Suspense>
      ) : (
        plain(shown)
      )}
    </div>
  )
}

/** Copies the first key found, once the list is that of what was typed last: never the first of the list before. */
function useCopyFirst(
  place: { current: HTMLDivElement | null },
  firstId: string | undefined,
  isSettled: boolean,
): () => void {
  const [isWanted, setIsWanted] = useState(false)
  useEffect(() => {
    if (!isWanted || !isSettled) return
    const row = firstId !== undefined && place.current?.querySelector(`[data-id="${CSS.escape(firstId)}"]`)
    if (row) pressIn(row, '[data-keyway="copy"]')
    if (row || firstId === undefined) setIsWanted(false)
  })
  return () => setIsWanted(true)
}

/** Search has the focus at open; after a key's details that key's row has it. */
function useFirstFocus(place: { current: HTMLDivElement | null }, cameFrom: string | undefined): void {
  useEffect(() => {
    if (document.querySelector('dialog[open]')) return
    const row =
      cameFrom !== undefined &&
      place.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(cameFrom)}"] [data-row-name]`)
    const search = place.current?.querySelector<HTMLElement>('input[type="search"]')
    ;(row || search)?.focus()
    if (row) row.scrollIntoView({ block: 'nearest' })
  }, [place, cameFrom])
}

type SearchKeysProps = { text: string; onText: (text: string) => void; onEnter: () => void }

/** The popup's search. Enter copies the first key that is found, but never before something was typed. */
function SearchKeys({ text, onText, onEnter }: SearchKeysProps) {
  return (
    <SearchField
      label={t('Search keys')}
      shortcut="/"
      placeholder={t('Type a name, then press Enter to copy')}
      text={text}
      onText={onText}
      onKeyDown={event => {
        const isEnter = event.key === 'Enter' && !event.repeat && !event.nativeEvent.isComposing
        if (isEnter && text.trim() !== '') onEnter()
      }}
    />
  )
}
