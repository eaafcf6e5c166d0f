/**
 * Looks through everything: opens each part, takes what one store has lost from the other, brings the mirror up to date,
 * and sweeps what nothing points to (only when nothing is damaged: then a leftover may be all that is left).
 */
import type { Random } from '../crypto/bytes.ts'
import { openOne, openSealed } from '../inbox.ts'
import { commit } from './commit.ts'
import { type Header, writeHeader } from './header.ts'
import { entriesOf, type Manifest, openBucket, openRoot, type Scope, stampsOf } from './manifest.ts'
import {
  bothStores,
  type MirroredStore,
  namesIn,
  readProven,
  readWhatCan,
  removeWhatCan,
  sameJson,
} from './mirrored-store.ts'
import {
  bucketName,
  headerCopyName,
  headerName,
  partName,
  readPartName,
  rootName,
  sealedPrefix,
} from './names.ts'
import { openPart } from './parts.ts'
import { restoreOlder } from './salvage.ts'

export type Report = {
  /** Items that one store had lost and got back from the other. */
  mended: number
  /** Ids of records of which an older state had to be taken. */
  older: string[]
  /** Ids of records whose secret neither store can open. */
  damaged: string[]
  /** Ids of records that have lost what was written about them, but not the secret. */
  withoutAbout: string[]
  /** The second copy was there, and has all that the first one has. */
  isMirrored: boolean
}

const namesOf = (scope: Scope, manifest: Manifest) =>
  [...entriesOf(manifest)].flatMap(([id, entry]) =>
    stampsOf(entry).map(([part, stamp]) => partName(scope.epoch, id, part, stamp)),
  )

const bucketsOf = (scope: Scope, manifest: Manifest) =>
  new Map([...manifest.buckets].map(([no, { stamp }]) => [bucketName(scope.epoch, no, stamp), { no, stamp }]))

async function opens(scope: Scope, name: string, sealed: unknown): Promise<true | undefined> {
  const read = readPartName(scope.epoch, name)
  return read && (await openPart(scope, read.id, read.part, read.stamp, sealed)) !== undefined
    ? true
    : undefined
}

const rootNamesOf = ({ epoch, version }: Scope) => [rootName(epoch, 0, version), rootName(epoch, 1, version)]

/** How many parts are looked at before somebody else may have the vault. */
const slice = 60

/**
 * Looks at some more parts; those that are whole and the same in both stores go into `sound`. A name is never written twice,
 * so that stays so whatever happens meanwhile. Answers false when there are none left.
 */
export async function lookAtSome(
  stores: MirroredStore,
  scope: Scope,
  manifest: Manifest,
  looked: Set<string>,
  sound: Set<string>,
): Promise<boolean> {
  const names = namesOf(scope, manifest)
    .filter(name => !looked.has(name))
    .slice(0, slice)
  const ours = await readWhatCan(stores.primary, names)
  const theirs = stores.mirror ? await readWhatCan(stores.mirror, names) : ours
  for (const name of names) {
    looked.add(name)
    if (sameJson(ours[name], theirs[name]) && (await opens(scope, name, ours[name]))) sound.add(name)
  }
  return names.length > 0
}

/** Part names of the manifest, read and proven; those missing from the answer are lost in both stores. */
async function provenParts(
  stores: MirroredStore,
  scope: Scope,
  manifest: Manifest,
  sound: Set<string>,
  onRepair: (count: number) => void,
) {
  const names = namesOf(scope, manifest)
  const others = names.filter(name => !sound.has(name))
  const found = await readProven(stores, others, (name, sealed) => opens(scope, name, sealed), onRepair)
  return { names, good: new Set([...sound, ...found.keys()]) }
}

/**
 * Copies to the mirror what it lacks or holds differently, but only what `proves` accepts: a part that is damaged in the primary store must
 * not replace a good copy in the mirror.
 */
async function bringUpToDate(
  stores: MirroredStore,
  names: string[],
  proves: (name: string, item: unknown) => Promise<boolean>,
): Promise<number> {
  if (!stores.mirror) return 0
  const [ours, theirs] = [await readWhatCan(stores.primary, names), await readWhatCan(stores.mirror, names)]
  const different: string[] = []
  for (const name of names)
    if (!sameJson(ours[name], theirs[name]) && (await proves(name, ours[name]))) different.push(name)
  if (different.length === 0) return 0
  await stores.mirror.set(Object.fromEntries(different.map(name => [name, ours[name]])))
  return different.length
}

/** `sound`: names that `lookAtSome` has found whole. */
export async function verify(
  stores: MirroredStore,
  scope: Scope,
  header: Header,
  manifest: Manifest,
  random: Random,
  sound: Set<string>,
): Promise<Report> {
  const report: Report = { mended: 0, older: [], damaged: [], withoutAbout: [], isMirrored: false }
  const count = (more: number) => {
    report.mended += more
  }
  const stored = await readWhatCan(stores.primary, [headerName, headerCopyName])
  if (!sameJson(stored[headerName], header) || !sameJson(stored[headerCopyName], header)) {
    await writeHeader(stores, header)
    report.mended++
  }
  let { names, good } = await provenParts(stores, scope, manifest, sound, count)
  const lost = [...entriesOf(manifest)].filter(([id, { about, secret }]) =>
    [partName(scope.epoch, id, 'about', about), partName(scope.epoch, id, 'secret', secret)].some(
      name => !good.has(name),
    ),
  )
  if (lost.length > 0) {
    report.older = await restoreOlder(
      stores,
      scope,
      manifest,
      lost.map(([id]) => id),
    )
    ;({ names, good } = await provenParts(stores, scope, manifest, sound, count))
  }
  for (const [id, entry] of entriesOf(manifest)) {
    if (!good.has(partName(scope.epoch, id, 'secret', entry.secret))) report.damaged.push(id)
    else if (!good.has(partName(scope.epoch, id, 'about', entry.about))) report.withoutAbout.push(id)
  }
  const opensBucket = async (name: string, item: unknown) => {
    const bucket = bucketsOf(scope, manifest).get(name)
    return bucket && openBucket(scope, bucket.no, bucket.stamp, item)
  }
  const whole = await readProven(stores, [...bucketsOf(scope, manifest).keys()], opensBucket, count)
  for (const [name, { no }] of bucketsOf(scope, manifest)) if (!whole.has(name)) manifest.dirty.add(no)
  // Another holder of the vault key may have written meanwhile, and only to one store: then neither a root nor the mirror must be brought to this older state.
  if (!(await isNewest(stores, scope, manifest))) return report
  const rootNames = rootNamesOf(scope)
  const root = rootName(scope.epoch, manifest.rootSlot, scope.version)
  const storedRoot = await openRoot(scope, (await readWhatCan(stores.primary, [root]))[root])
  if (manifest.dirty.size > 0 || storedRoot?.generation !== manifest.generation)
    await commit(stores, scope, manifest, new Map(), random)
  const current = new Set([
    headerName,
    headerCopyName,
    ...rootNames,
    ...bucketsOf(scope, manifest).keys(),
    ...names,
  ])
  // Reading the waiting items repairs the primary store; the mirror gets them with the rest.
  const waiting = new Map<string, (item: unknown) => Promise<unknown>>()
  for (const kind of ['inbox', 'note'] as const)
    for (const { id } of await openSealed(stores, scope, kind))
      waiting.set(sealedPrefix(scope.epoch, kind) + id, item => openOne(scope, kind, id, item))
  const proves = async (name: string, item: unknown) => {
    if (name === headerName || name === headerCopyName) return sameJson(item, header)
    const part = readPartName(scope.epoch, name)
    const opened = part
      ? openPart(scope, part.id, part.part, part.stamp, item)
      : bucketsOf(scope, manifest).has(name)
        ? opensBucket(name, item)
        : (waiting.get(name)?.(item) ?? openRoot(scope, item))
    return (await opened) !== undefined
  }
  const others = [...current, ...waiting.keys()].filter(name => !sound.has(name))
  await bringUpToDate(stores, others, proves).then(
    more => {
      count(more)
      report.isMirrored = stores.mirror !== undefined
    },
    () => undefined,
  )
  const nothingLost = report.damaged.length === 0 && report.withoutAbout.length === 0
  // Asked once more, because what was written since is not in this list.
  if (nothingLost && (await isNewest(stores, scope, manifest))) await sweep(stores, current)
  return report
}

/** Has nobody else written meanwhile? A part that is missing in this list may be in the newer one. */
async function isNewest(stores: MirroredStore, scope: Scope, manifest: Manifest): Promise<boolean> {
  const names = rootNamesOf(scope)
  for (const store of bothStores(stores))
    for (const sealed of Object.values(await readWhatCan(store, names)))
      if (((await openRoot(scope, sealed))?.generation ?? 0) > manifest.generation) return false
  return true
}

/** Removes parts, buckets and roots that nothing points to. What has another name, waiting items and old vaults, is never touched. */
async function sweep(stores: MirroredStore, current: Set<string>): Promise<void> {
  for (const store of bothStores(stores)) {
    const names = (await namesIn(store)) ?? []
    const left = names.filter(name => /^vault\.\d+\.(part|bucket|root\d*)\./.test(name) && !current.has(name))
    await removeWhatCan(store, left)
  }
}
