/** Reads records' parts, from whichever store has them right. */
import { isObject } from '../crypto/bytes.ts'
import type { RecordAbout } from '../record.ts'
import { type Entry, entryOf, type Manifest, type Scope } from './manifest.ts'
import { type MirroredStore, readProven } from './mirrored-store.ts'
import { type Part, partName } from './names.ts'
import { aboutFromSecret, openPart, type SecretPart } from './parts.ts'

type Reader = { stores: MirroredStore; scope: Scope }
type OnRepair = (count: number) => void

/** Values of one part for many records, by record id. */
async function readParts(
  { stores, scope }: Reader,
  part: Part,
  wanted: [string, string][],
  onRepair: OnRepair,
) {
  const places = new Map(
    wanted.map(([id, stamp]) => [partName(scope.epoch, id, part, stamp), { id, stamp }] as const),
  )
  const check = async (name: string, sealed: unknown) => {
    const place = places.get(name)
    return place && openPart(scope, place.id, part, place.stamp, sealed)
  }
  const found = await readProven(stores, [...places.keys()], check, onRepair)
  const values = new Map<string, unknown>()
  for (const [name, { id }] of places) {
    const value = found.get(name)
    values.set(id, scope.upgrade && value !== undefined ? scope.upgrade(part, value) : value)
  }
  return values
}

export async function readSecret(reader: Reader, id: string, entry: Entry, onRepair: OnRepair) {
  const value = (await readParts(reader, 'secret', [[id, entry.secret]], onRepair)).get(id)
  return isObject(value) && typeof value.secret === 'string' ? (value as SecretPart) : undefined
}

/** Oldest first. A record that has lost its `about` is named from its secret part; one that has lost both is left out. */
export async function readAbouts(
  reader: Reader,
  entries: [string, Entry][],
  onRepair: OnRepair,
): Promise<RecordAbout[]> {
  const values = await readParts(
    reader,
    'about',
    entries.map(([id, { about }]) => [id, about]),
    onRepair,
  )
  const abouts: RecordAbout[] = []
  for (const [id, entry] of entries) {
    const value = values.get(id)
    if (isObject(value)) abouts.push(value as RecordAbout)
    else {
      const secret = await readSecret(reader, id, entry, onRepair)
      if (secret) abouts.push(aboutFromSecret(id, secret))
    }
  }
  return abouts.sort((a, b) => a.createdAt - b.createdAt)
}

/** What these records are called; those that say nothing any more are left out. */
export async function labelsOf(reader: Reader & { manifest: Manifest }, ids: string[]): Promise<string[]> {
  const entries = ids.flatMap(id => {
    const entry = entryOf(reader.manifest, id)
    return entry ? [[id, entry] as [string, Entry]] : []
  })
  return (await readAbouts(reader, entries, () => undefined)).map(({ label }) => label)
}

export async function readHistory(
  reader: Reader,
  id: string,
  entry: Entry,
  onRepair: OnRepair,
): Promise<unknown[]> {
  if (!entry.history) return []
  const value = (await readParts(reader, 'history', [[id, entry.history]], onRepair)).get(id)
  return Array.isArray(value) ? value : []
}
