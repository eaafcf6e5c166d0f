/** Reads the manifest: the newest root that opens, from either store, and its buckets; salvages what is lost in both. */

import type { Random } from '../crypto/bytes.ts'
import {
  bucketOf,
  emptyManifest,
  type Manifest,
  openBucket,
  openRoot,
  type Root,
  type Scope,
} from './manifest.ts'
import { bothStores, type MirroredStore, readProven, readWhatCan } from './mirrored-store.ts'
import { bucketName, makeStamp, rootName, stampGeneration } from './names.ts'
import { salvage } from './salvage.ts'

/** What was found while loading, for `notices`; `rebuilt`: ids of the records that were found by their parts' names. */
export type Findings = { mended: number; rebuilt: string[] }

async function newestRoot(stores: MirroredStore, scope: Scope) {
  let newest: (Root & { slot: 0 | 1 }) | undefined
  for (const store of bothStores(stores)) {
    const names = [rootName(scope.epoch, 0, scope.version), rootName(scope.epoch, 1, scope.version)] as const
    const items = await readWhatCan(store, [...names])
    for (const slot of [0, 1] as const) {
      const root = await openRoot(scope, items[names[slot]])
      if (root && root.generation > (newest?.generation ?? -1)) newest = { ...root, slot }
    }
  }
  return newest
}

export async function loadManifest(stores: MirroredStore, scope: Scope, random: Random) {
  const findings: Findings = { mended: 0, rebuilt: [] }
  const manifest: Manifest = emptyManifest()
  const root = await newestRoot(stores, scope)
  const numbers = new Map<string, [number, string]>()
  for (const [no, stamp] of root?.buckets ?? []) numbers.set(bucketName(scope.epoch, no, stamp), [no, stamp])
  const found = await readProven(
    stores,
    [...numbers.keys()],
    async (name, sealed) => {
      const [no, stamp] = numbers.get(name) ?? [-1, '']
      return openBucket(scope, no, stamp, sealed)
    },
    count => {
      findings.mended += count
    },
  )
  const lost = new Set<number>()
  for (const [name, [no]] of numbers) {
    const bucket = found.get(name)
    if (bucket) manifest.buckets.set(no, bucket)
    else lost.add(no)
  }
  manifest.generation = root?.generation ?? 0
  manifest.headRevision = root?.headRevision ?? 0
  manifest.rootSlot = root?.slot ?? 0
  if (root && lost.size === 0) return { manifest, findings }

  for (const [id, entry] of await salvage(stores, scope, id => !root || lost.has(bucketOf(id)))) {
    const no = bucketOf(id)
    const bucket = manifest.buckets.get(no) ?? { stamp: makeStamp(0, random), entries: new Map() }
    bucket.entries.set(id, entry)
    manifest.buckets.set(no, bucket)
    for (const stamp of [entry.about, entry.secret])
      manifest.generation = Math.max(manifest.generation, stampGeneration(stamp))
    findings.rebuilt.push(id)
  }
  for (const no of root ? lost : manifest.buckets.keys()) manifest.dirty.add(no)
  return { manifest, findings }
}
