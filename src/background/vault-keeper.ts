/**
 * The vault's life in the worker: who may use it, until when, and what screens may know of it. The worker dies every half
 * minute, so the truth is in session memory (the key, with an expiry that is looked at before each use) and in the vault.
 * `opened` is only a shortcut.
 */

import type { Failure } from '../extension/messages.ts'
import type { RowNews } from '../extension/rows.ts'
import type { KeyRow, VaultStatus } from '../extension/state.ts'
import { t } from '../extension/texts.ts'
import { fromBase64, toBase64 } from '../vault/bytes.ts'
import {
  countInbox,
  createVault,
  dropFromInbox,
  type NewRecord,
  type OpenVault,
  openVaultWith,
  type Proof,
  refusal,
  resumeVault,
  sealNote,
  sealToInbox,
  VaultError,
  type VaultRecord,
  vaultStatus,
  waysToUnlock,
} from '../vault/index.ts'
import { fail, inTurn } from './copy-effects.ts'
import { createRowBook } from './row-book.ts'
import type { VaultDoor } from './vault-door.ts'
import { asFailure, isFailure, type VaultEffects } from './vault-effects.ts'
import { createWatchList } from './watch-list.ts'

export const lockAlarm = 'vault.lock'
export const purgeAlarm = 'vault.purge'
/** How long a removed key can be taken back. */
export const undoFor = 30_000
/** How long a fresh proof is good. */
export const proofLasts = 2 * 60_000

export type VaultKeeper = ReturnType<typeof createVaultKeeper>

export function createVaultKeeper(effects: VaultEffects) {
  const { session, local, store, options, now } = effects
  const inOrder = inTurn()
  const inListOrder = inTurn()
  const inWatchOrder = inTurn()
  const book = createRowBook(session)
  const watchList = createWatchList(session, local, book)
  const hears = {
    unlocked: [] as (() => unknown)[],
    locked: [] as (() => unknown)[],
    listed: [] as ((rows: KeyRow[]) => unknown)[],
  }
  let opened: Promise<OpenVault> | undefined

  const wasMade = async () =>
    (await local.get('vaultChoices')) !== undefined || (await effects.marker.has().catch(() => false))

  async function status(): Promise<VaultStatus['status']> {
    const kept = await session.get('vaultKey')
    if (kept && kept.until > now()) return 'unlocked'
    const found = await vaultStatus(store, options)
    if (found === 'present') return 'locked'
    // Its owner made one, so its absence is a loss and not a beginning.
    if (found === 'missing') return (await wasMade()) ? 'damaged' : 'none'
    return found
  }

  const refusals: Record<Exclude<VaultStatus['status'], 'unlocked'>, Failure> = {
    none: fail('no_vault', t('There is no vault yet. Make it first: it takes a passphrase and a minute.')),
    locked: fail('locked', t('The vault is locked. Unlock it first.')),
    damaged: asFailure(new VaultError('damaged')),
    too_new: asFailure(new VaultError('too_new')),
  }

  /** The open vault, or why not. Looks at the expiry each time; does not move it. */
  async function current(): Promise<OpenVault | Failure> {
    const kept = await session.get('vaultKey')
    if (!kept || kept.until <= now()) {
      if (kept || opened) await lock()
      const is = await status()
      return refusals[is === 'unlocked' ? 'locked' : is]
    }
    opened ??= resumeVault(store, fromBase64(kept.key) ?? new Uint8Array(), options)
    try {
      return await opened
    } catch (thrown) {
      await lock()
      return asFailure(thrown)
    }
  }

  async function withVault<T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure> {
    const vault = await current()
    return isFailure(vault) ? vault : work(vault).catch(asFailure)
  }

  /** The person did something: the vault stays open for its whole time again. */
  async function touch(): Promise<void> {
    const kept = await session.get('vaultKey')
    if (!kept || kept.until <= now()) return
    const until = now() + (await effects.settings()).lockAfterMinutes * 60_000
    if (Math.abs(until - kept.until) < 5_000) return
    await session.set('vaultKey', { ...kept, until })
    await effects.alarm.set(lockAlarm, until)
    const shown = await session.get('vault')
    if (shown?.status === 'unlocked') await session.set('vault', { ...shown, locksAt: until })
  }

  async function publish(): Promise<void> {
    const is = await status()
    const choices = await local.get('vaultChoices')
    const until = (await session.get('vaultKey'))?.until
    const usable = is === 'locked' || is === 'unlocked'
    const vault = is === 'unlocked' ? await current() : undefined
    const notices = vault && !isFailure(vault) ? vault.notices() : []
    const slots = usable ? await waysToUnlock(store, options) : []
    await session.set('vault', {
      status: is,
      inboxCount: usable ? await countInbox(store, options) : 0,
      slots,
      notices,
      ...(is === 'unlocked' && until !== undefined && { locksAt: until }),
      ...(choices && { watchesWhileLocked: choices.watchWhileLocked }),
      ...(choices?.lastBackupAt !== undefined && { lastBackupAt: choices.lastBackupAt }),
      ...(choices?.notWatchingSince !== undefined && { notWatchingSince: choices.notWatchingSince }),
    })
  }

  /** Shows the list as `how` makes it. */
  const show = (how: () => Promise<void>) =>
    inListOrder(async () => {
      if ((await status()) !== 'unlocked') return
      await how()
      const rows = (await book.read()) ?? []
      for (const hear of hears.listed) hear(rows)
    })

  /** Rows and watched records after a change of the vault: of these records, or of any. */
  async function changed(ids?: string[]): Promise<void> {
    await withVault(vault =>
      show(async () => {
        if (!ids || !(await book.read())) return book.replace(await vault.list())
        const news: RowNews = {}
        for (const id of ids) news[id] = (await vault.about(id)) ?? null
        await book.patch(news)
      }),
    )
    // Whoever saves need not wait for it.
    void inWatchOrder(() => withVault(vault => watchList.update(vault, ids))).catch(() => undefined)
  }

  async function setWatching(since: number | undefined): Promise<void> {
    const choices = await local.get('vaultChoices')
    if (!choices || choices.notWatchingSince === since) return
    const { notWatchingSince: _, ...rest } = choices
    await local.set('vaultChoices', since === undefined ? rest : { ...rest, notWatchingSince: since })
  }

  async function letIn(vault: OpenVault): Promise<void> {
    opened = Promise.resolve(vault)
    const until = now() + (await effects.settings()).lockAfterMinutes * 60_000
    await session.set('vaultKey', { key: toBase64(vault.sessionKey()), until })
    await session.set('provenUntil', now() + proofLasts)
    await effects.alarm.set(lockAlarm, until)
    await setWatching(undefined)
    await show(async () => book.replace(await vault.list()))
    await publish()
    void settle(vault)
  }

  /** Removed for good, and with it what is kept elsewhere of it. */
  async function purge(vault: OpenVault): Promise<void> {
    effects.purged(await vault.purge(now() - undoFor))
  }

  /** What need not be waited for: others' work, the look through everything, what was removed long ago. */
  async function settle(vault: OpenVault): Promise<void> {
    try {
      for (const hear of hears.unlocked) await hear()
      await purge(vault)
      await changed([])
      // Once in each life of the browser is often enough: every read mends what it meets.
      if (await session.get('vaultVerified')) return
      await session.set('vaultVerified', true)
      const { mended, older, withoutAbout } = await vault.verify()
      if (mended + older.length + withoutAbout.length > 0) await changed()
      await publish()
    } catch (thrown) {
      asFailure(thrown) // Locked meanwhile, or the disk is full: the next unlock does it.
    }
  }

  /** Ends what is under way, and forgets the vault. */
  async function retire(): Promise<void> {
    const vault = await opened?.catch(() => undefined)
    opened = undefined
    await vault?.lock()
  }

  async function lock(): Promise<void> {
    const wasOpen = (await session.get('vaultKey')) !== undefined || opened !== undefined
    const kept = await session.get('vaultKey')
    // What is watched has to be complete; once the time is over nothing can be added to it.
    if (kept && kept.until > now()) await inWatchOrder(async () => undefined)
    await retire()
    await watchList.refresh()
    await session.remove('vaultKey', 'provenUntil')
    await book.clear()
    await effects.alarm.clear(lockAlarm)
    if (!(await session.get('watched')))
      await setWatching((await local.get('vaultChoices'))?.notWatchingSince ?? now())
    await publish()
    if (wasOpen) for (const hear of hears.locked) await hear()
  }

  return {
    status,
    withVault,
    touch,
    publish,
    changed,
    /** The list as screens see it; undefined while locked. */
    rows: book.read,
    /** Shows these anew, as they are stored. */
    list: (news: RowNews) => show(() => book.patch(news)),
    lock: () => inOrder(lock),
    /** Locked, and nobody can open, make or seal anything until the work is done. */
    whileClosed: (work: () => Promise<unknown>) =>
      inOrder(async () => {
        await lock()
        await work()
      }),

    create: (passphrase: string, watchWhileLocked: boolean): Promise<string> =>
      inOrder(async () => {
        if ((await status()) === 'damaged') throw new VaultError('damaged')
        const vault = await createVault(store, passphrase, options)
        await local.set('vaultChoices', { createdAt: now(), watchWhileLocked })
        await effects.marker.set().catch(() => undefined)
        const recoveryCode = await vault.addRecoveryCode()
        await letIn(vault)
        return recoveryCode
      }),

    unlock: (proof: Proof): Promise<void> =>
      inOrder(async () => {
        const already = await current()
        if (isFailure(already)) return letIn(await openVaultWith(store, proof, options))
        // Two open vaults must never write at the same time: this one stays, if the proof is right.
        if (!(await already.proves(proof))) throw new VaultError(refusal[proof.kind])
        await session.set('provenUntil', now() + proofLasts)
        await touch()
      }),

    /** The vault has a new key: session memory follows. */
    async keyChanged(vault: OpenVault): Promise<void> {
      const kept = await session.get('vaultKey')
      if (kept) await session.set('vaultKey', { ...kept, key: toBase64(vault.sessionKey()) })
    },
    /** At each start of the worker: publishes, and locks what has run out. */
    async start(): Promise<void> {
      if ((await status()) === 'unlocked') return publish()
      await lock()
    },
    /** The alarm `lockAlarm`: locks when the time has really come. */
    async lockIfDue(): Promise<void> {
      const kept = await session.get('vaultKey')
      if (kept && kept.until <= now()) await lock()
    },
    /** The alarm `purgeAlarm`. */
    purge: () => withVault(purge),

    /** A key whole, on the person's word: counts as use. */
    async read(id: string): Promise<VaultRecord | Failure> {
      const record = await withVault(vault => vault.get(id))
      if (record === undefined) return fail('not_found', t('This key is not in the vault any more.'))
      if (!isFailure(record)) await touch()
      return record
    },
    async proves(proof: Proof): Promise<boolean> {
      return (await withVault(vault => vault.proves(proof))) === true
    },
    /** For the keepers that act on a person's word: each opening counts as use. */
    door(): VaultDoor {
      return {
        status,
        async open() {
          const vault = await current()
          if (isFailure(vault)) return null
          await touch()
          return vault
        },
        sealToInbox: this.seal,
        changed,
      }
    },
    /** Seals a captured key, locked or not. Throws a VaultError. */
    async seal(record: NewRecord): Promise<string> {
      const id = await inOrder(() => sealToInbox(store, record, options))
      await publish()
      return id
    },
    /** Seals a result that came in while locked; read again with `vault.notes`. Throws a VaultError. */
    sealNote: (note: unknown): Promise<string> => inOrder(() => sealNote(store, note, options)),
    async dropFromInbox(id: string): Promise<void> {
      await dropFromInbox(store, id, options)
      await publish()
    },
    /** Whole records that may be checked now: all while unlocked, the watched while locked, else none. */
    async watched(): Promise<VaultRecord[]> {
      const all = await withVault(async vault => {
        const rows = (await vault.list()).filter(row => row.checkEveryMinutes !== 0)
        const whole = await Promise.all(rows.map(row => vault.get(row.id).catch(() => undefined)))
        return whole.filter(record => record !== undefined)
      })
      return isFailure(all) ? ((await session.get('watched')) ?? []) : all
    },
    /** Calls back after each unlock, and after each lock. Register at the worker's start. */
    whenUnlocked: (hear: () => unknown) => void hears.unlocked.push(hear),
    whenLocked: (hear: () => unknown) => void hears.locked.push(hear),
    /** Calls back with each list that is shown. */
    whenListed: (hear: (rows: KeyRow[]) => unknown) => void hears.listed.push(hear),
  }
}
