/** What stands above the list: search and filters once there are enough keys, add, test all. */

import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { useMemo, useState } from 'react'
import { send } from '../extension/send.ts'
import type { KeyRow } from '../extension/state.ts'
import { t } from '../extension/texts.ts'
import { useAction } from '../ui/action.ts'
import { environmentsOf, type Filter } from '../ui/filter.ts'

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
  const environments = useMemo(() => environmentsOf(rows), [rows])
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
            <select
              aria-label={t('Environment')}
              value={filter.environment}
              onChange={event => onFilter({ ...filter, environment: event.currentTarget.value })}
            >
              <option value="">{t('Environment')}</option>
              {environments.map(name => (
                <option key={name}>{name}</option>
              ))}
            </select>
            <select
              aria-label={t('Verdict')}
              value={filter.tone}
              onChange={event => onFilter({ ...filter, tone: event.currentTarget.value as Filter['tone'] })}
            >
              <option value="">{t('Verdict')}</option>
              <option value="rejected">{t('Rejected')}</option>
              <option value="needs">{t('Needs you')}</option>
              <option value="limited">{t('Works in part')}</option>
              <option value="works">{t('Works')}</option>
              <option value="unknown">{t("Can't tell")}</option>
            </select>
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
          (filter.text !== '' ? t('{found} of {count} keys', { found, count: rows.length }) : said)}
      </p>
    </div>
  )
}
