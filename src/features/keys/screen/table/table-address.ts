/** The table's view, kept in the page's address: a reload, a link and the way back from a key find it as it was. */
import { useCallback, useMemo } from 'react'
import { replaceQuery, useQuery } from '../../../../ui/route.ts'
import { readView, type View, writeView } from '../../core/table-choice.ts'

/** The address to come back to from a key's page. */
let lastQuery = ''
export const listAddress = (): string => (lastQuery === '' ? '#keys' : `#keys?${lastQuery}`)

export function useView(): [View, (patch: Partial<View>) => void] {
  const query = useQuery()
  const view = useMemo(() => readView(query), [query])
  lastQuery = writeView(view)
  const change = useCallback((patch: Partial<View>) => replaceQuery(writeView({ ...view, ...patch })), [view])
  return [view, change]
}
