/**
 * The one way to change records. New parts are written under new names, read back and opened; then bucket and root, in
 * one write, read back; then the mirror; and only then are the old parts let go. A crash anywhere leaves the state before
 * or the state after. What an item beside the records says of them is written with the root. Generations count attempts, so that a failed attempt never shares a name with a later one.
 */
import type { Random } from '../crypto/bytes.ts'
import { VaultError } from '../errors.ts'
import {
  bucketOf,
  type Entry,
  type Manifest,
  type Scope,
  sealBucket,
  sealRoot,
  stampsOf,
} from './manifest.ts'
import { type Items, type MirroredStore, removeWhatCan, writeProven } from './mirrored-store.ts'
import { bucketName, makeStamp, type Part, partName, parts, rootName } from './names.ts'
import { openPart, sealPart } from './parts.ts'

/** New values for parts, a time or null for `aside`; null removes the record. */
export type Change = (Partial<Record<Part, unknown>> & { aside?: number | null }) | null

/** Seals the changed parts; answers the new entries (undefined: removed), the items to write and names to let go. */
async function sealChanges(scope: Scope, manifest: Manifest, changes: Map<string, Change>, random: Random) {
  const items: Items = {}
  const entries = new Map<string, Entry | undefined>()
  const old: string[] = []
  const generation = manifest.generation
  await Promise.all(
    [...changes].map(async ([id, change]) => {
      const before = manifest.buckets.get(bucketOf(id))?.entries.get(id)
      const letGo = (part: Part, stamp: string) => old.push(partName(scope.epoch, id, part, stamp))
      if (change === null) {
        for (const [part, stamp] of before ? stampsOf(before) : []) letGo(part, stamp)
        entries.set(id, undefined)
        return
      }
      const entry: Entry = { ...(before ?? { about: '', secret: '' }) }
      if (change.aside === null) delete entry.aside
      else if (change.aside !== undefined) entry.aside = change.aside
      for (const part of parts) {
        if (change[part] === undefined) continue
        const stamp = makeStamp(generation, random)
        if (before?.[part]) letGo(part, before[part])
        items[partName(scope.epoch, id, part, stamp)] = await sealPart(
          scope,
          id,
          part,
          stamp,
          change[part],
          random,
        )
        const opened = await openPart(scope, id, part, stamp, items[partName(scope.epoch, id, part, stamp)])
        if (opened === undefined) throw new VaultError('storage_failed')
        entry[part] = stamp
      }
      entries.set(id, entry)
    }),
  )
  return { items, entries, old }
}

/** Bucket and root items for a manifest in which `entries` have changed; the manifest itself is left as it is. */
async function sealManifest(
  scope: Scope,
  manifest: Manifest,
  entries: Map<string, Entry | undefined>,
  random: Random,
) {
  const next = new Map(manifest.buckets)
  const touched = new Set(manifest.dirty)
  for (const id of entries.keys()) touched.add(bucketOf(id))
  const items: Items = {}
  const old: string[] = []
  for (const no of touched) {
    const before = manifest.buckets.get(no)
    const bucket = { stamp: makeStamp(manifest.generation, random), entries: new Map(before?.entries) }
    for (const [id, entry] of entries) {
      if (bucketOf(id) !== no) continue
      if (entry) bucket.entries.set(id, entry)
      else bucket.entries.delete(id)
    }
    if (before) old.push(bucketName(scope.epoch, no, before.stamp))
    next.delete(no)
    if (bucket.entries.size === 0) continue
    next.set(no, bucket)
    items[bucketName(scope.epoch, no, bucket.stamp)] = await sealBucket(scope, no, bucket, random)
  }
  const root = {
    generation: manifest.generation,
    headRevision: manifest.headRevision,
    buckets: new Map([...next].map(([no, bucket]) => [no, bucket.stamp])),
  }
  items[rootName(scope.epoch, manifest.rootSlot === 0 ? 1 : 0, scope.version)] = await sealRoot(
    scope,
    root,
    random,
  )
  return { items, old, buckets: next }
}

/**
 * True when the mirror has it too. Throws `storage_full` or `storage_failed`: then what was stored before still is.
 * @param beside sealed items that are true only with these changes, and are there or not together with them
 */
export async function commit(
  stores: MirroredStore,
  scope: Scope,
  manifest: Manifest,
  changes: Map<string, Change>,
  random: Random,
  beside: Items = {},
): Promise<boolean> {
  manifest.generation++
  const sealed = await sealChanges(scope, manifest, changes, random)
  // New names harm nobody: both stores take the parts at the same time.
  const inMirror = stores.mirror
    ? writeProven(stores.mirror, sealed.items).then(
        () => true,
        () => false,
      )
    : undefined
  let index: Awaited<ReturnType<typeof sealManifest>>
  try {
    await writeProven(stores.primary, sealed.items)
    index = await sealManifest(scope, manifest, sealed.entries, random)
    Object.assign(index.items, beside)
    await writeProven(stores.primary, index.items)
  } finally {
    await inMirror
  }
  manifest.buckets = index.buckets
  manifest.rootSlot = manifest.rootSlot === 0 ? 1 : 0
  manifest.dirty.clear()
  const old = [...sealed.old, ...index.old]
  const [mirrored] = await Promise.all([
    mirrorIndex(stores, index.items, old, (await inMirror) ?? true),
    removeWhatCan(stores.primary, old),
  ])
  // Where the mirror refuses, an older item must not speak for this one later.
  if (stores.mirror && !mirrored) await removeWhatCan(stores.mirror, Object.keys(beside))
  return mirrored
}

/** Turns the mirror over too; one that has not got the parts keeps its older state, whole, until the next look through everything. */
async function mirrorIndex(
  { mirror }: MirroredStore,
  items: Items,
  old: string[],
  hasParts: boolean,
): Promise<boolean> {
  if (!mirror) return true
  if (!hasParts) return false
  try {
    await writeProven(mirror, items)
  } catch {
    return false
  }
  await removeWhatCan(mirror, old)
  return true
}
