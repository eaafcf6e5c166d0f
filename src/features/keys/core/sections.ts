/** The table’s lines in their order: keys, headings of groups, and a line with the cause above all keys that share it. Pure. */
import { t } from '../../../i18n/t.ts'
import type { KeyRow } from '../../../protocol/published.ts'
import { providerName } from '../../../providers/provider-names.ts'
import { presentStatus } from '../../health/core/present-status.ts'
import { byName } from './filter.ts'
import { type Blocked, isBroken, statusGroupOf } from './status-group.ts'
import type { Grouping } from './table-choice.ts'

export type Line =
  | { kind: 'row'; id: string; row: KeyRow }
  | { kind: 'group'; id: string; name: string; count: number; broken: number }
  | { kind: 'cause'; id: string; name: string; sentence: string; count: number }

/**
 * @param rows in the order of the table
 * @param isByStatus keys of one cause stand together, so that it can be said above them
 */
export function linesOf(
  rows: readonly KeyRow[],
  { group, isByStatus, blocked }: { group: Grouping; isByStatus: boolean; blocked: Blocked },
): Line[] {
  if (group === '') return isByStatus ? withCauses(rows, '', blocked) : rows.map(lineOf)
  const groups = new Map<string, KeyRow[]>()
  for (const row of rows) {
    const value = row[group] ?? ''
    const members = groups.get(value)
    if (members) members.push(row)
    else groups.set(value, [row])
  }
  return [...groups]
    .map(([value, members]) => ({ value, members, name: nameOf(group, value) }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || byName(a.name, b.name))
    .flatMap(({ value, members, name }): Line[] => [
      {
        kind: 'group',
        id: `group:${value}`,
        name,
        count: members.length,
        broken: members.filter(row => isBroken(statusGroupOf(row, blocked))).length,
      },
      ...(isByStatus ? withCauses(members, value, blocked) : members.map(lineOf)),
    ])
}

const lineOf = (row: KeyRow): Line => ({ kind: 'row', id: row.id, row })

const nameOf = (group: Exclude<Grouping, ''>, value: string): string => {
  if (value !== '') return group === 'provider' ? providerName(value as KeyRow['provider']) : value
  return group === 'environment' ? t('No environment') : t('No project')
}

/** A line above each run of broken keys that share cause and words. */
function withCauses(rows: readonly KeyRow[], inGroup: string, blocked: Blocked): Line[] {
  const lines: Line[] = []
  let last: Extract<Line, { kind: 'cause' }> | undefined
  for (const row of rows) {
    const status = statusGroupOf(row, blocked)
    const { sentence } = presentStatus(row.verdict, row)
    if (!isBroken(status)) last = undefined
    else if (last?.name === status.name && last.sentence === sentence) last.count++
    else {
      last = { kind: 'cause', id: `cause:${inGroup}:${row.id}`, name: status.name, sentence, count: 1 }
      lines.push(last)
    }
    lines.push(lineOf(row))
  }
  return lines
}
