/** “Keys for production are replaced every 90 days”: the date that follows for each key, of which Keyway then reminds. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'

/** `days`: pairs of environment and days. `dates`: what this set, by record id, so that a person’s own date is never changed. */
export type EnvironmentDates = {
  days: [environment: string, days: number][]
  dates: [id: string, at: number][]
}

const dayLength = 86_400_000

/** Sealed by this vault; of another shape it is as if there was none. */
export function readEnvironmentDates(text: string | undefined): EnvironmentDates {
  const kept = parseJson(text ?? '')
  return isObject(kept) && Array.isArray(kept.days) && Array.isArray(kept.dates)
    ? (kept as unknown as EnvironmentDates)
    : { days: [], dates: [] }
}

const plain = (environment: string | undefined): string => (environment ?? '').trim().toLowerCase()

export const daysFor = ({ days }: EnvironmentDates, environment: string): number | undefined =>
  days.find(([name]) => name === plain(environment))?.[1]

/** @param days 0: no rule */
export const withRule = (was: EnvironmentDates, environment: string, days: number): EnvironmentDates => ({
  ...was,
  days: [
    ...was.days.filter(([name]) => name !== plain(environment)),
    ...(days > 0 ? [[plain(environment), days] as [string, number]] : []),
  ],
})

/** Environments that keys of the vault are in, each once. */
export const environmentsOf = (rows: readonly KeyRow[]): string[] =>
  [
    ...new Map(
      rows.flatMap(({ environment }) =>
        environment?.trim() ? [[plain(environment), environment.trim()]] : [],
      ),
    ).values(),
  ].toSorted((a, b) => a.localeCompare(b))

/** How many keys of the vault are in it. */
export const countIn = (rows: readonly KeyRow[], environment: string): number =>
  rows.filter(row => plain(row.environment) === plain(environment)).length

/** What has to be set (null: taken away) for the rules to hold, and the rules as they stand afterwards. */
export function datesToSet(
  rules: EnvironmentDates,
  rows: readonly KeyRow[],
): { changes: { id: string; rotateBy: number | null }[]; next: EnvironmentDates } {
  const before = new Set(rules.dates.map(([id, at]) => `${id} ${at}`))
  const changes: { id: string; rotateBy: number | null }[] = []
  const dates: EnvironmentDates['dates'] = []
  for (const row of rows) {
    const days = daysFor(rules, row.environment ?? '')
    // A revoked key needs no successor, and a person’s own date stands.
    const isOwn = row.rotateBy !== undefined && !before.has(`${row.id} ${row.rotateBy}`)
    const wanted =
      days === undefined || row.verdict?.key === 'rejected' || isOwn
        ? undefined
        : row.createdAt + days * dayLength
    if (wanted !== undefined) dates.push([row.id, wanted])
    // Until it is changed: the browser may be closed before that.
    if (!isOwn && row.rotateBy !== undefined && row.rotateBy !== wanted) dates.push([row.id, row.rotateBy])
    if (!isOwn && wanted !== row.rotateBy) changes.push({ id: row.id, rotateBy: wanted ?? null })
  }
  return { changes, next: { ...rules, dates } }
}
