/** Which of the organization's keys, as the Admin API lists them, are which of the vault's: by tracking id, else by how they end. Pure. */
import { parseJson } from '../../../providers/answers/parse-json.ts'
import { isObject } from '../../../providers/provider.ts'
import type { RecordAbout } from '../../../vault/record.ts'

/** A key of the organization: its id, the last characters that the platform shows of it, and its name there. */
export type ListedKey = [trackingId: string, tail: string, name: string]

/** From one page of a project's keys; `redacted_value` is like "sk-abc...def". */
export function readListedKeys(body: string): ListedKey[] {
  const value = parseJson(body)
  const data = isObject(value) && Array.isArray(value.data) ? value.data : []
  return data.flatMap(one => {
    if (!isObject(one) || typeof one.id !== 'string' || typeof one.redacted_value !== 'string') return []
    const tail = /[^\w-]([\w-]{3,8})$/.exec(one.redacted_value)?.[1]
    const name = typeof one.name === 'string' ? one.name.slice(0, 200) : ''
    return tail ? [[one.id.slice(0, 200), tail, name] satisfies ListedKey] : []
  })
}

type Row = Pick<RecordAbout, 'id' | 'provider' | 'label' | 'lastFour' | 'trackingId'>

/** Id in the vault -> tracking id. What fits two keys, on either side, is left out: a wrong figure is worse than none. */
export function matchKeys(rows: readonly Row[], listed: readonly ListedKey[]): Map<string, string> {
  const found = new Map<string, string>()
  const claims = new Map<string, number>()
  for (const row of rows) {
    if (row.provider !== 'openai') continue
    const trackingId = row.trackingId ?? only(fitting(row, listed))?.[0]
    if (trackingId === undefined) continue
    found.set(row.id, trackingId)
    claims.set(trackingId, (claims.get(trackingId) ?? 0) + 1)
  }
  return new Map([...found].filter(([, trackingId]) => claims.get(trackingId) === 1))
}

function fitting(row: Row, listed: readonly ListedKey[]): ListedKey[] {
  const { lastFour = '' } = row
  if (lastFour.length < 3) return []
  const same = listed.filter(([, tail]) => lastFour.endsWith(tail) || tail.endsWith(lastFour))
  return same.length > 1 ? same.filter(([, , name]) => name === row.label) : same
}

const only = <T>(all: T[]): T | undefined => (all.length === 1 ? all[0] : undefined)
