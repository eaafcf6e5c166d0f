/**
 * When the manifest, or a bucket of it, is lost in both stores: find the records by the names of their parts, and take
 * the newest of each that opens. Removed records may come back this way; lost ones do not.
 */
import { bucketOf, type Entry, entryOf, type Manifest, type Scope } from './manifest.ts'
import { type MirroredStore, namesInEither, readProven } from './mirrored-store.ts'
import { epochPrefix, type Part, partName, readPartName, stampGeneration } from './names.ts'
import { openPart } from './parts.ts'

/** Entries by record id, of the records for whose ids `wanted` is true. */
export async function salvage(stores: MirroredStore, scope: Scope, wanted: (id: string) => boolean) {
  const stamps = new Map<string, Record<Part, string[]>>()
  for (const name of await namesInEither(stores, epochPrefix(scope.epoch))) {
    const read = readPartName(scope.epoch, name)
    if (!read || !wanted(read.id)) continue
    const of = stamps.get(read.id) ?? { about: [], secret: [], history: [] }
    of[read.part].push(read.stamp)
    stamps.set(read.id, of)
  }
  const entries = new Map<string, Entry>()
  for (const [id, of] of stamps) {
    const newest = async (part: Part, since = 0) => {
      for (const stamp of of[part]
        .filter(each => stampGeneration(each) >= since)
        .sort((a, b) => stampGeneration(b) - stampGeneration(a))) {
        const name = partName(scope.epoch, id, part, stamp)
        const check = (_: string, sealed: unknown) => openPart(scope, id, part, stamp, sealed)
        if ((await readProven(stores, [name], check, () => undefined)).size > 0) return stamp
      }
      return undefined
    }
    const secret = await newest('secret')
    if (!secret) continue
    // A secret is never written without its `about`: an older one spoke of another secret.
    const [about, history] = [await newest('about', stampGeneration(secret)), await newest('history')]
    // A lost `about` keeps a stamp that opens nothing: the secret part speaks for it.
    entries.set(id, { about: about ?? secret, secret, ...(history ? { history } : {}) })
  }
  return entries
}

/**
 * For records of which a current part is lost in both stores: puts an older one that still opens in its place. Answers
 * the ids that are better off now; the manifest has to be written.
 */
export async function restoreOlder(
  stores: MirroredStore,
  scope: Scope,
  manifest: Manifest,
  ids: string[],
): Promise<string[]> {
  const wanted = new Set(ids)
  const restored: string[] = []
  for (const [id, found] of await salvage(stores, scope, id => wanted.has(id))) {
    const before = entryOf(manifest, id)
    if (!before || (before.secret === found.secret && [before.about, found.secret].includes(found.about)))
      continue
    const no = bucketOf(id)
    manifest.buckets.get(no)?.entries.set(id, { ...before, ...found })
    manifest.dirty.add(no)
    restored.push(id)
  }
  return restored
}
