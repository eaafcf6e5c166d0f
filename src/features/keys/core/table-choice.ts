/** What a person set in the table of keys (filter, order, groups), and how it stands in the page's address. Pure. */
import { type Filter, noFilter } from './filter.ts'

const sortable = ['status', 'name', 'provider', 'environment', 'expires', 'checked', 'cost'] as const
const groupings = ['provider', 'environment', 'project'] as const
export type SortColumn = (typeof sortable)[number]
export type Grouping = (typeof groupings)[number] | ''

export type View = Filter & {
  sort: SortColumn
  isDescending: boolean
  group: Grouping
  /** A finding of the check-up, by its id: only its keys are listed. */
  finding: string
}

/** What needs the person first, in no groups. */
export const plainView: View = { ...noFilter, sort: 'status', isDescending: false, group: '', finding: '' }

/** Reads the table’s choices from an address. Anybody may type one, so an unknown order or grouping is left out. */
export function readView(query: URLSearchParams): View {
  const order = query.get('sort') ?? ''
  const sort = sortable.find(column => column === order.replace(/^-/, ''))
  return {
    text: query.get('q') ?? '',
    status: query.get('status') ?? '',
    provider: query.get('provider') ?? '',
    environment: query.get('environment') ?? '',
    sort: sort ?? plainView.sort,
    isDescending: sort !== undefined && order.startsWith('-'),
    group: groupings.find(name => name === query.get('group')) ?? '',
    finding: query.get('finding') ?? '',
  }
}

/** The part of the address for choices that differ from the usual view; empty when none does. */
export function writeView(view: View): string {
  const query = new URLSearchParams()
  const { text, status, provider, environment, sort, isDescending, group, finding } = view
  for (const [name, value] of Object.entries({ q: text, status, provider, environment, group, finding }))
    if (value !== '') query.set(name, value)
  if (sort !== plainView.sort || isDescending) query.set('sort', `${isDescending ? '-' : ''}${sort}`)
  return query.toString()
}

export const isFiltered = ({ text, status, provider, environment, finding }: View): boolean =>
  [text, status, provider, environment, finding].some(value => value !== '')
