/**
 * The manifest says which stamp of each part is the current one; so an older part put back in its place is found out.
 * It is kept in buckets, so that a save rewrites a few kilobytes only, under a root that names the current buckets.
 */
import { isObject, type Random } from '../crypto/bytes.ts'
import type { VaultKeys } from '../crypto/keys.ts'
import { open, seal } from '../crypto/seal.ts'
import { isRecordId, isStamp, type Part, parts } from './names.ts'

/** Stamps of the parts of one record; `aside`: put aside by its owner at that time, to be removed for good later. */
export type Entry = { about: string; secret: string; history?: string; aside?: number }
export type Bucket = { stamp: string; entries: Map<string, Entry> }
export type Manifest = {
  generation: number
  /** The head's revision when the root was last written; 0: not known. */
  headRevision: number
  /** Where the current root is stored; the next is written to the other. */
  rootSlot: 0 | 1
  buckets: Map<number, Bucket>
  /** Buckets that are not stored as they are here: written with the next commit. */
  dirty: Set<number>
}
export type Root = { generation: number; headRevision: number; buckets: Map<number, string> }
export type Scope = {
  vaultId: string
  epoch: number
  keys: VaultKeys
  /** The format that records and roots are written in (migrate.ts); not the head's. */
  version: number
  /** While that is an older one: makes of a part what today's format has in its place (migrate.ts). */
  upgrade?: (part: Part, value: unknown) => unknown
}

const bucketCount = 128

/** FNV-1a: spreads ids evenly; no secrecy is asked of it. */
export function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0
  return hash % bucketCount
}

export const emptyManifest = (): Manifest => ({
  generation: 0,
  headRevision: 0,
  rootSlot: 0,
  buckets: new Map(),
  dirty: new Set(),
})

export const entryOf = (manifest: Manifest, id: string): Entry | undefined =>
  manifest.buckets.get(bucketOf(id))?.entries.get(id)

export function* entriesOf(manifest: Manifest): Generator<[string, Entry]> {
  for (const bucket of manifest.buckets.values()) yield* bucket.entries
}

/** The stamps of an entry, by part. */
export const stampsOf = (entry: Entry): [Part, string][] =>
  parts.flatMap(part => {
    const stamp = entry[part]
    return stamp === undefined ? [] : [[part, stamp] as [Part, string]]
  })

const bucketPlace = ({ vaultId, epoch }: Scope, no: number, stamp: string) =>
  ['bucket', vaultId, epoch, no, stamp] as const
const rootPlace = ({ vaultId, epoch, version }: Scope) =>
  version === 1 ? ['root', vaultId, epoch] : ['root', vaultId, epoch, version]

export const sealBucket = (scope: Scope, no: number, { stamp, entries }: Bucket, random: Random) =>
  seal(
    scope.keys.manifest,
    bucketPlace(scope, no, stamp),
    [...entries].map(([id, entry]) => [id, entry.about, entry.secret, entry.history ?? 0, entry.aside ?? 0]),
    random,
  )

export async function openBucket(scope: Scope, no: number, stamp: string, sealed: unknown) {
  const rows = await open(scope.keys.manifest, bucketPlace(scope, no, stamp), sealed)
  if (!Array.isArray(rows)) return undefined
  const entries = new Map<string, Entry>()
  for (const row of rows) {
    if (!Array.isArray(row)) return undefined
    const [id, about, secret, history, aside] = row as unknown[]
    if (!isRecordId(id) || !isStamp(about) || !isStamp(secret)) return undefined
    const entry: Entry = { about, secret }
    if (isStamp(history)) entry.history = history
    if (typeof aside === 'number' && aside > 0) entry.aside = aside
    entries.set(id, entry)
  }
  return { stamp, entries } satisfies Bucket
}

export const sealRoot = (scope: Scope, { generation, headRevision, buckets }: Root, random: Random) =>
  seal(scope.keys.manifest, rootPlace(scope), { generation, headRevision, buckets: [...buckets] }, random)

export async function openRoot(scope: Scope, sealed: unknown): Promise<Root | undefined> {
  const root = await open(scope.keys.manifest, rootPlace(scope), sealed)
  if (!isObject(root) || typeof root.generation !== 'number' || !Array.isArray(root.buckets)) return undefined
  const buckets = new Map<number, string>()
  for (const pair of root.buckets as unknown[]) {
    if (!Array.isArray(pair) || typeof pair[0] !== 'number' || !isStamp(pair[1])) return undefined
    buckets.set(pair[0], pair[1])
  }
  const headRevision = typeof root.headRevision === 'number' ? root.headRevision : 0
  return { generation: root.generation, headRevision, buckets }
}
