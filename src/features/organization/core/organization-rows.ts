/** The organization's keys as the table lists, filters and sorts them, with what is said above it. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { byName } from '../../keys/core/filter.ts'
import { type Mark, marks, marksOf } from './key-marks.ts'
import { matchKeys } from './match-keys.ts'
import type { KeyUse, Organization, OrganizationKey } from './organization.ts'
import { isListWhole } from './read-organization.ts'

export type OrganizationRow = {
  key: OrganizationKey
  /** The project's name; empty for an admin key. */
  project: string
  /** The row of the vault that holds it; null: none does; undefined: `like` may. */
  held: KeyRow | null | undefined
  /** A key of the vault that looks alike at its end. */
  like?: KeyRow
  use?: KeyUse
  /** Of what all keys and the playground cost, 0 to 1; absent: not read, nothing was spent, or something was credited. */
  share?: number
  marks: Mark[]
}

/**
 * By name: the table's sort leaves what is equal as it is.
 * @param notHeld ids of keys that the worker compared, and that the vault does not hold
 */
export function organizationRows(
  organization: Organization,
  vault: readonly KeyRow[],
  notHeld: ReadonlySet<string>,
  now: number,
): OrganizationRow[] {
  const names = new Map(organization.projects.map(({ id, name }) => [id, name]))
  const matches = new Map(matchKeys(vault, organization.keys).map(match => [match.key.id, match]))
  const all = spentIn(organization)
  // With credits in it the sum is no whole that a key could be a part of.
  const isWhole =
    all > 0 &&
    Object.values(organization.spend).every(({ withoutKey }) => withoutKey >= 0) &&
    Object.values(organization.uses).every(({ dollars }) => dollars >= 0)
  const inOrder = organization.keys.toSorted((a, b) => byName(a.name, b.name))
  return inOrder.map(key => {
    const match = notHeld.has(key.id) ? undefined : matches.get(key.id)
    const isHeld = match?.row.trackingId === key.id
    const held = isHeld ? match.row : match ? undefined : null
    const use = organization.uses[key.id]
    return {
      key,
      project: key.project === undefined ? '' : (names.get(key.project) ?? key.project),
      held,
      ...(match && !isHeld && { like: match.row }),
      ...(use && { use }),
      ...(isWhole && { share: (use?.dollars ?? 0) / all }),
      marks: marksOf(key, organization, held, now),
    }
  })
}

export const spentIn = ({ spend }: Organization): number =>
  Object.values(spend).reduce((sum, { dollars }) => sum + dollars, 0)

/** US dollars of 30 days that no listed key accounts for. */
export type HiddenSpend = {
  withoutKey: number
  /** The project where most of that was spent; absent: none is told. */
  mostIn?: string
  /** By keys that are not in the list: deleted ones, or a person's that belong to no project. Absent: the list is not whole. */
  unlisted?: number
}

export function hiddenSpend(organization: Organization): HiddenSpend {
  const parts = Object.entries(organization.spend).sort(([, a], [, b]) => b.withoutKey - a.withoutKey)
  const withoutKey = parts.reduce((sum, [, part]) => sum + part.withoutKey, 0)
  const [most] = parts
  const project = organization.projects.find(({ id }) => id === most?.[0])
  const known = new Set(organization.keys.map(({ id }) => id))
  const unlisted = Object.entries(organization.uses).reduce(
    (sum, [id, { dollars }]) => sum + (known.has(id) ? 0 : dollars),
    0,
  )
  return {
    withoutKey,
    ...(withoutKey > 0 && project && { mostIn: project.name }),
    ...(isListWhole(organization) && { unlisted }),
  }
}

export type OrganizationFilter = {
  text: string
  mark: Mark | ''
  project: string
  kind: OrganizationKey['kind'] | ''
}
export const noOrganizationFilter: OrganizationFilter = { text: '', mark: '', project: '', kind: '' }

export function filterRows(rows: readonly OrganizationRow[], filter: OrganizationFilter): OrganizationRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(row => {
    const { key, project, held } = row
    if (filter.mark !== '' && !row.marks.includes(filter.mark)) return false
    if (filter.project !== '' && key.project !== filter.project) return false
    if (filter.kind !== '' && key.kind !== filter.kind) return false
    if (words.length === 0) return true
    const text = [key.name, key.redacted, key.id, key.owner, project, held?.label].join('\n').toLowerCase()
    return words.every(word => text.includes(word))
  })
}

/** How many rows each mark, project and kind has, of those that the rest of the filter lets through. */
export function countRows(rows: readonly OrganizationRow[], filter: OrganizationFilter) {
  const count = (values: string[]) => {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    return counts
  }
  const but = (patch: Partial<OrganizationFilter>) => filterRows(rows, { ...filter, ...patch })
  const ofMarks = count(but({ mark: '' }).flatMap(row => row.marks))
  return {
    marks: marks.map(mark => [mark, ofMarks.get(mark) ?? 0] as const),
    projects: count(but({ project: '' }).flatMap(({ key }) => key.project ?? [])),
    kinds: count(but({ kind: '' }).map(({ key }) => key.kind)),
  }
}
