/** What stands above the list: search and filters once there are enough keys, add, test all. */

import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { useState } from 'react'
import { plural, t } from '../../../../i18n/t.ts'
import { send } from '../../../../platform/send.ts'
import type { KeyRow } from '../../../../protocol/published.ts'
import { useAction } from '../../../../ui/action.ts'
import type { Filter } from '../../core/filter.ts'
import { KeyFilters } from '../key-filters.tsx'

const searchFrom = 6

type Props = {
  rows: KeyRow[]
  found: number
  filter: Filter
  onFilter: (filter: Filter) => void
  onAdd: () => void
}

export function Tools({ rows, found, filter, onFilter, onAdd }: Props) {
  const all = useAction(() => send('screen.testAll', {}))
  const [said, setSaid] = useState('')
  const many = rows.length >= searchFrom
  const testAll = async () => {
    if (await all.run()) setSaid(t('Checking all keys. Results come in one by one.'))
  }
  const add = (
    <button type="button" className="button" aria-keyshortcuts="n" onClick={onAdd}>
      <Plus size={15} aria-hidden="true" />
      {t('Add a key')}
    </button>
  )
  const test = (
    <button
      type="button"
      className="button"
      aria-keyshortcuts="a"
      aria-disabled={all.busy}
      onClick={() => void testAll()}
    >
      {t('Test all')}
    </button>
  )
  return (
    <div className="tools stack tight">
      {many ? (
        <>
          <div className="line">
            <div className="search">
              <Search size={15} aria-hidden="true" />
              <input
                type="search"
                aria-label={t('Search keys')}
                aria-keyshortcuts="/"
                placeholder={t('Search')}
                autoComplete="off"
                spellCheck={false}
                value={filter.text}
                onChange={event => onFilter({ ...filter, text: event.currentTarget.value })}
              />
            </div>
            {add}
          </div>
          <div className="line">
            <KeyFilters
              rows={rows}
              filter={filter}
              onFilter={onFilter}
              any={{ environment: t('Environment'), tone: t('Verdict') }}
            />
            {test}
          </div>
        </>
      ) : (
        <div className="line">
          {add}
          {test}
        </div>
      )}
      <p className="small quiet" role="status">
        {all.failure?.message ??
          (filter.text !== ''
            ? plural({ one: '{found} of 1 key', other: '{found} of {count} keys' }, rows.length, { found })
            : said)}
      </p>
    </div>
  )
}
