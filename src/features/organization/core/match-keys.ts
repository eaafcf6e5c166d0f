/** Which key of the vault is which key of the organization. The platform shows only a key's ends, so what is not certain is not called so. Pure. */
import type { KeyRow } from '../../../protocol/published.ts'
import type { KeyKind } from '../../../providers/verdict.ts'
import type { OrganizationKey } from './organization.ts'

/** What of a key it takes to tell which it is. */
export type ShownKey = Pick<OrganizationKey, 'id' | 'kind' | 'redacted' | 'createdAt'>

/** `isSure`: nobody else's key looks like that by chance, once in a thousand organizations. */
export type Match<K extends ShownKey = OrganizationKey> = { row: KeyRow; key: K; isSure: boolean }

/** “sk-proj-ab...wxyz” is what it begins and ends with; undefined for a text that hides nothing. */
export function endsOf(redacted: string): { start: string; end: string } | undefined {
  const from = redacted.search(/[.*…•]/)
  if (from < 0) return undefined
  let until = redacted.length
  while (until > from && !/[.*…•]/.test(redacted[until - 1] ?? '')) until--
  const [start, end] = [redacted.slice(0, from), redacted.slice(until)]
  return end.length >= 3 && /^[\w-]*$/.test(start + end) ? { start, end } : undefined
}

const kindsOf: Record<ShownKey['kind'], (KeyKind | undefined)[]> = {
  admin: ['admin'],
  service: ['service', 'plain'],
  user: ['project', 'user', 'legacy', 'plain', undefined],
}
const fixedStarts = ['sk-proj-', 'sk-svcacct-', 'sk-service-', 'sk-admin-', 'sk-None-', 'sk-']
const dayLength = 86_400_000

/** @param keys all that were read: among many, two look alike sooner */
export function matchKeys<K extends ShownKey>(rows: readonly KeyRow[], keys: readonly K[]): Match<K>[] {
  const ofOpenAI = rows.filter(row => row.provider === 'openai' && row.lastFour.length === 4)
  const byId = new Map(keys.map(key => [key.id, key]))
  const known: Match<K>[] = []
  const open: KeyRow[] = []
  for (const row of ofOpenAI) {
    const key = row.trackingId === undefined ? undefined : byId.get(row.trackingId)
    // By this a key is deleted: an id that does not fit what the platform shows of the key is nobody’s word for it.
    if (key && fits(row, key)) known.push({ row, key, isSure: true })
    else if (key || row.trackingId === undefined) open.push(row)
  }
  const taken = new Set(known.map(({ key }) => key.id))
  const byEnd = new Map<string, KeyRow[]>()
  for (const row of open)
    for (const length of [3, 4]) {
      const end = row.lastFour.slice(-length)
      byEnd.set(end, [...(byEnd.get(end) ?? []), row])
    }
  const pairs: Omit<Match<K>, 'isSure'>[] = []
  for (const key of keys) {
    const ends = taken.has(key.id) ? undefined : endsOf(key.redacted)
    for (const row of (ends && byEnd.get(ends.end.slice(-4))) ?? [])
      if (mayBe(row, key)) pairs.push({ row, key })
  }
  const rowCount = counted(pairs.map(({ row }) => row.id))
  const keyCount = counted(pairs.map(({ key }) => key.id))
  return [
    ...known,
    ...pairs.map(({ row, key }) => {
      const isAlone = rowCount.get(row.id) === 1 && keyCount.get(key.id) === 1
      return { row, key, isSure: isAlone && chance(key, keys.length) < 0.001 }
    }),
  ]
}

function fits({ lastFour }: KeyRow, { redacted }: ShownKey): boolean {
  const end = endsOf(redacted)?.end
  return end !== undefined && lastFour.endsWith(end.slice(-4))
}

function mayBe(row: KeyRow, key: ShownKey): boolean {
  if (!kindsOf[key.kind].includes(row.kind)) return false
  // A key that Keyway saw being made was made on that day; clocks differ.
  return !row.madeHere || key.createdAt === undefined || Math.abs(row.createdAt - key.createdAt) < dayLength
}

/** How likely it is that any of so many keys shows these characters by chance; a key is made of 62 and more. */
function chance({ redacted }: ShownKey, count: number): number {
  const ends = endsOf(redacted)
  if (!ends) return 1
  const fixed = fixedStarts.find(start => ends.start.startsWith(start) || start.startsWith(ends.start)) ?? ''
  return count / 62 ** (Math.max(0, ends.start.length - fixed.length) + ends.end.length)
}

function counted(ids: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
