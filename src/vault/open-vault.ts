/**
 * An open vault: what a holder of the vault key can do. Changes wait for one another; each is acknowledged (its promise
 * resolves) only when it has been read back from the store. After lock() every call refuses.
 */
import { type Random, toHex } from './crypto/bytes.ts'
import type { Cost, Kdf } from './crypto/kdf.ts'
import type { Proof } from './crypto/slots.ts'
import { VaultError } from './errors.ts'
import { dropSealed, type InboxKey, openSealed, type Sealed } from './inbox.ts'
import { notices } from './notices.ts'
import { ownInbox } from './own-inbox.ts'
import type { NewRecord, RecordAbout, SlotView, Store, VaultRecord } from './record.ts'
import { type Change, commit } from './stored/commit.ts'
import type { VaultSettings } from './stored/header.ts'
import { keptItem, readItem, writeItem } from './stored/kept-item.ts'
import { entriesOf, entryOf } from './stored/manifest.ts'
import { isRecordId } from './stored/names.ts'
import { type NewKept, withOwnIds } from './stored/own-ids.ts'
import { lastFourOf, splitRecord } from './stored/parts.ts'
import { labelsOf, readAbouts, readHistory, readSecret } from './stored/read.ts'
import { finishRotation, rotate } from './stored/rotate.ts'
import { restoreOlder } from './stored/salvage.ts'
import { readSyncItem, type SyncItem, withDeleted, writeSyncItem } from './stored/sync-item.ts'
import { lookAtSome, type Report, verify } from './stored/verify.ts'
import { createSlots, type NewPasskey, settleHeader } from './unlocking.ts'
import type { Inner, Step } from './vault-state.ts'

export type VaultOptions = {
  /** A second store with the same contents, in case the first one fails. */
  mirror?: Store | undefined
  now?: () => number
  random?: Random
  kdf?: Kdf
  /** How much work it takes to derive a key from a new passphrase, within the limits of kdf.ts. */
  cost?: Cost
  /** How each older format becomes the next one. */
  steps?: readonly Step[]
  /** The settings of a vault that is made now, and of one from before vaults had any. */
  firstSettings?: VaultSettings
}

export type AboutPatch = { [K in keyof RecordAbout]?: RecordAbout[K] | null | undefined }

export type Stamps = { id: string; about: string; secret: string; aside: boolean }
/** @param stamp of `about`, when there is such a key that is not put aside; `record` is undefined where neither copy can be opened */
export type NextRecord = (
  id: string,
  is: { stamp: string; record: VaultRecord | undefined } | undefined,
) => Promise<NewKept | null | undefined>

export type OpenVault = {
  readonly id: string
  /** Adds, or replaces the record of the same id. Answers it as stored. */
  put(record: NewRecord): Promise<VaultRecord>
  /**
   * Adds many, with their histories, in one step: all or none. Replaces nothing: whatever asks for an id that is taken, given
   * twice or none, gets another.
   */
  addAll(records: NewKept[]): Promise<VaultRecord[]>
  /** Changes what is said about a key, not the key. A null or undefined takes a field away. In the same step, its history. */
  edit(id: string, patch: AboutPatch, history?: unknown[]): Promise<RecordAbout>
  /** Whole, with its secret. Undefined when there is none; throws `damaged` when neither copy opens. */
  get(id: string): Promise<VaultRecord | undefined>
  /** Everything but the secrets, oldest first; without those put aside. */
  list(): Promise<RecordAbout[]>
  /** Of one; undefined when it is not there or put aside. */
  about(id: string): Promise<RecordAbout | undefined>
  remove(id: string): Promise<void>
  /** Takes a key out of the list, but stores it until `purge`, so that it can be brought back. */
  putAside(id: string): Promise<void>
  takeBack(id: string): Promise<void>
  /** Removes for good what was put aside before that time (ms since the epoch); says which. */
  purge(before: number): Promise<string[]>
  /** The record’s history as it was last stored; empty when there is none. */
  history(id: string): Promise<unknown[]>

  /** Seals a captured key into the inbox, to this vault's own key whatever is stored; answers the id under which it waits. */
  seal(record: NewRecord): Promise<string>
  /** Seals a result, likewise. */
  sealNote(note: unknown): Promise<string>
  /** The public key to seal to while this vault is locked. It is not secret; store it where no page can write. */
  inboxKey(): InboxKey
  /** Captured keys that wait, oldest first, each secret once. */
  inbox(): Promise<Sealed<NewRecord>[]>
  drop(inboxId: string): Promise<void>
  /** Results that came in while locked, oldest first; they are gone from the store once `done` has resolved. */
  notes(done: (notes: Sealed<unknown>[]) => Promise<void>): Promise<void>

  /** The settings as the owner set them, with the signature checked. */
  settings(): VaultSettings
  changeSettings(settings: VaultSettings): Promise<void>

  /** Every key that is stored, readable or not, with the stamps of its parts: they change whenever what they stand for does. */
  stamps(): Promise<Stamps[]>
  /**
   * Makes of each of these keys what `next` answers, all or none: null removes, undefined leaves it as it is. In the same step the notes
   * of deletion go: of those that were changed, and of the `handled`.
   */
  changeAll(ids: string[], next: NextRecord, handled?: string[]): Promise<void>
  /** What is kept of syncing; undefined: this vault is not synced. */
  syncItem(): Promise<SyncItem | undefined>
  setSyncItem(item: SyncItem | null): Promise<void>

  /** What is kept beside the keys under that name (letters and a dot), as JSON; undefined: nothing, or nothing that opens. Throws `too_new`. */
  kept(name: string): Promise<unknown>
  /** Null removes it. Throws `too_new` rather than overwrite what a newer Keyway wrote. */
  keep(name: string, value: unknown): Promise<void>

  slots(): SlotView[]
  /** Does this proof open this vault? For a fresh proof before something grave. */
  proves(proof: Proof): Promise<boolean>
  changePassphrase(next: string): Promise<void>
  /** A new recovery code, shown once; any earlier one stops working. */
  addRecoveryCode(): Promise<string>
  addPasskey(passkey: NewPasskey): Promise<void>
  /** Passkeys and the recovery code can go; the passphrase stays. */
  removeSlot(id: string): Promise<void>
  /** A new vault key, everything sealed anew. Passkeys and recovery code have to be added again. */
  rotateVaultKey(passphrase: string): Promise<void>

  /** Looks through everything and repairs what can be repaired. */
  verify(): Promise<Report>
  /** Ids that neither copy can open; the rest stays usable. */
  damaged(): Promise<string[]>
  /** Sentences about what was found and repaired since it was opened. */
  notices(): string[]
  /** What `resumeVault` takes: the vault key itself. For session memory, never for disk. */
  sessionKey(): Uint8Array
  /** Refuses everything from now on; resolves when what was under way has ended and memory is wiped. */
  lock(): Promise<void>
}

export function makeOpenVault(inner: Inner): OpenVault {
  let locked = false
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other; a failure does not stop the next. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(() => {
      if (locked) throw new VaultError('locked')
      return work()
    })
    last = mine.catch(() => undefined)
    return mine
  }
  /** Finishes a change that an earlier failure interrupted. */
  const tidy = async () => {
    if (!inner.unsettled) return
    await settleHeader(inner)
    await finishRotation(inner)
  }
  const changing = <T>(work: () => Promise<T>) =>
    inTurn(async () => {
      await tidy()
      // An older format that could not be migrated is only read.
      if (inner.scope.upgrade) throw new VaultError('not_migrated')
      return work()
    })
  const save = async (changes: Map<string, Change>, removed: string[] = [], struck: string[] = []) => {
    const { stores, scope, manifest, random, noticeList } = inner
    for (const [id, change] of changes) if (change?.secret) struck.push(id)
    const beside = await withDeleted(inner, removed, new Set(struck))
    if (changes.size === 0 && Object.keys(beside).length === 0) return
    manifest.headRevision = inner.header.revision
    if (!(await commit(stores, scope, manifest, changes, random, beside))) noticeList.add(notices.mirror)
  }
  const onRepair = () => inner.noticeList.add(notices.mended)
  const known = (id: string) => {
    const entry = entryOf(inner.manifest, id)
    if (!entry) throw new VaultError('not_found')
    return entry
  }
  /** What is stored about a key: from the last list, if it did not change since, else read again. */
  const aboutNow = async (id: string) => {
    const entry = known(id)
    const kept = inner.listed.get(id)
    if (kept?.stamp === entry.about) return { ...kept.about }
    return (await readAbouts(inner, [[id, entry]], onRepair))[0]
  }
  const complete = (record: NewRecord): VaultRecord => ({
    ...record,
    id: record.id ?? toHex(inner.random(16)),
    createdAt: record.createdAt ?? inner.now(),
    lastFour: record.lastFour ?? lastFourOf(record.secret),
  })
  const putNow = async (records: NewKept[]) => {
    const changes = new Map<string, Change>()
    const whole = records.map(({ history, ...record }) => {
      const stored = complete(record)
      changes.set(stored.id, { ...splitRecord(stored), ...(history && { history }), aside: null })
      return stored
    })
    await save(changes)
    return whole
  }
  const getNow = async (id: string, olderToo = true): Promise<VaultRecord | undefined> => {
    const entry = entryOf(inner.manifest, id)
    if (!entry) return undefined
    const secret = await readSecret(inner, id, entry, onRepair)
    const [about] = await readAbouts(inner, [[id, entry]], onRepair)
    if (secret && about) return { ...about, secret: secret.secret }
    if (!olderToo || (await restoreOlder(inner.stores, inner.scope, inner.manifest, [id])).length === 0)
      throw new VaultError('damaged')
    inner.noticeList.add(notices.older(await labelsOf(inner, [id])))
    return getNow(id, false)
  }
  const box = ownInbox(inner, tidy)
  /** Works in slices, so that a save need not wait for thousands of parts. */
  const verifyAll = async () => {
    const [looked, sound] = [new Set<string>(), new Set<string>()]
    while (await inTurn(() => lookAtSome(inner.stores, inner.scope, inner.manifest, looked, sound)));
    return inTurn(() => verifyNow(sound))
  }
  const verifyNow = async (sound: Set<string>) => {
    const { stores, scope, header, manifest, random, noticeList } = inner
    const report = await verify(stores, scope, header, manifest, random, sound)
    inner.unsettled = false
    await finishRotation(inner)
    if (report.older.length > 0) noticeList.add(notices.older(await labelsOf(inner, report.older)))
    if (report.damaged.length > 0) noticeList.add(notices.damaged(report.damaged.length))
    if (report.withoutAbout.length > 0) noticeList.add(notices.withoutAbout(report.withoutAbout.length))
    return report
  }
  const slots = createSlots(inner)

  return {
    get id() {
      return inner.scope.vaultId
    },
    put: record => changing(async () => (await putNow([record]))[0] ?? complete(record)),
    addAll: records => changing(() => putNow(withOwnIds(inner.manifest, records))),
    edit: (id, patch, history) =>
      changing(async () => {
        const about = await aboutNow(id)
        if (!about) throw new VaultError('damaged')
        const kept = Object.entries({ ...about, ...patch, id }).filter(
          ([, value]) => value !== null && value !== undefined,
        )
        const next = Object.fromEntries(kept) as RecordAbout
        await save(new Map([[id, { about: next, ...(history && { history }) }]]))
        inner.listed.set(id, { stamp: known(id).about, about: next })
        return { ...next }
      }),
    get: id => inTurn(() => getNow(id)),
    list: () =>
      inTurn(async () => {
        const entries = [...entriesOf(inner.manifest)].filter(([, entry]) => !entry.aside)
        const unknown = entries.filter(([id, { about }]) => inner.listed.get(id)?.stamp !== about)
        const read = new Map((await readAbouts(inner, unknown, onRepair)).map(about => [about.id, about]))
        const abouts = entries.flatMap(([id, { about: stamp }]) => {
          const about = read.get(id)
          if (about) inner.listed.set(id, { stamp, about })
          const kept = inner.listed.get(id)
          return about ?? (kept?.stamp === stamp ? kept.about : [])
        })
        return abouts.map(about => ({ ...about })).sort((a, b) => a.createdAt - b.createdAt)
      }),
    about: id =>
      inTurn(async () => {
        const entry = entryOf(inner.manifest, id)
        return entry && !entry.aside ? aboutNow(id) : undefined
      }),
    remove: id => changing(async () => void (known(id) && (await save(new Map([[id, null]]))))),
    putAside: id =>
      changing(
        async () => void (known(id) && (await save(new Map([[id, { aside: Math.max(1, inner.now()) }]])))),
      ),
    takeBack: id => changing(async () => void (known(id) && (await save(new Map([[id, { aside: null }]]))))),
    purge: before =>
      changing(async () => {
        const removed = [...entriesOf(inner.manifest)].filter(
          ([, { aside }]) => aside !== undefined && aside < before,
        )
        const ids = removed.map(([id]) => id)
        await save(new Map(ids.map(id => [id, null])), ids)
        return ids
      }),
    history: id => inTurn(() => readHistory(inner, id, known(id), onRepair)),

    seal: record => inTurn(() => box.seal('inbox', record, isRecordId(record.id) ? record.id : undefined)),
    sealNote: note => inTurn(() => box.seal('note', note)),
    inboxKey: box.key,
    inbox: () => inTurn(box.waiting),
    drop: inboxId => inTurn(() => box.drop(inboxId)),
    notes: done =>
      inTurn(async () => {
        const waiting = await openSealed(inner.stores, inner.scope, 'note')
        await done(waiting)
        for (const { id } of waiting) await dropSealed(inner.stores, inner.scope.epoch, 'note', id)
      }),

    settings: () => ({ ...(inner.header.settings ?? inner.firstSettings) }),
    changeSettings: settings => changing(() => slots.changeSettings(settings)),

    stamps: () =>
      inTurn(async () =>
        [...entriesOf(inner.manifest)].map(([id, { about, secret, aside }]) => ({
          id,
          about,
          secret,
          aside: aside !== undefined,
        })),
      ),
    changeAll: (ids, next, handled = []) =>
      changing(async () => {
        const changes = new Map<string, Change>()
        const asked = new Set(ids)
        for (const id of asked) {
          const entry = entryOf(inner.manifest, id)
          // A key that the person has just deleted can still be brought back, so it is left as it is.
          if (entry?.aside) continue
          const is = entry && { stamp: entry.about, record: await getNow(id).catch(() => undefined) }
          const made = await next(id, is)
          if (made !== undefined) changes.set(id, made && splitRecord(complete({ ...made, id })))
        }
        await save(changes, [], [...changes.keys(), ...handled.filter(id => !asked.has(id))])
      }),
    syncItem: () => inTurn(() => readSyncItem(inner)),
    setSyncItem: item => changing(() => writeSyncItem(inner, item)),
    kept: name => inTurn(() => readItem(inner, keptItem(name))),
    keep: (name, value) => changing(() => writeItem(inner, keptItem(name), value)),

    slots: slots.view,
    proves: proof => inTurn(() => slots.proves(proof)),
    changePassphrase: next => changing(() => slots.changePassphrase(next)),
    addRecoveryCode: () => changing(slots.addRecoveryCode),
    addPasskey: passkey => changing(() => slots.addPasskey(passkey)),
    removeSlot: id => changing(() => slots.remove(id)),
    rotateVaultKey: passphrase => changing(() => rotate(inner, passphrase)),

    verify: verifyAll,
    damaged: async () => (await verifyAll()).damaged,
    notices: () => [...inner.noticeList],
    sessionKey: () => {
      if (locked) throw new VaultError('locked')
      return inner.vaultKey.slice()
    },
    lock: () => {
      locked = true
      // Changes under way end first: half a change, or a sweep with a list that was just emptied, would lose keys.
      const wipe = () => {
        inner.vaultKey.fill(0)
        inner.manifest.buckets.clear()
        inner.listed.clear()
      }
      return last.then(wipe, wipe)
    },
  }
}
