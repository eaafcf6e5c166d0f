/**
 * The vault's life in the worker: who may use it, until when, and what screens may know of it. The worker dies every half
 * minute, so the truth is in session memory (the key, with an expiry that is looked at before each use) and in the vault.
 * `opened` is only a shortcut.
 */

import { isFromNewer } from '../../../platform/local-items.ts'
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import { type Failure, isFailure } from '../../../protocol/failure.ts'
import type { VaultStatus } from '../../../protocol/published.ts'
import type { RowPatch } from '../../../protocol/row-patch.ts'
import type { ProtectedSettings } from '../../../protocol/storage-keys.ts'
import { fromBase64, toBase64 } from '../../../vault/crypto/bytes.ts'
import {
  createVault,
  type OpenVault,
  openVaultWith,
  type Proof,
  refusal,
  resumeVault,
  VaultError,
  type VaultRecord,
  vaultStatus,
} from '../../../vault/index.ts'
import { tightenKey } from '../../policy/core/policy.ts'
import { asFailure, missing, refusals } from '../core/refusals.ts'
import { lockAlarm, undoFor } from '../core/times.ts'
import { createPolicyFollower } from './follow-policy.ts'
import { atOnce, patience, type Turn, type VaultPorts } from './ports.ts'
import { keepProof } from './proofs.ts'
import { createProtectedSettings } from './protected-settings.ts'
import { createRowBook } from './published-rows.ts'
import { keepOpen, readSessionKey } from './session-time.ts'
import { createVaultSealing } from './vault-sealing.ts'
import { setWatching, viewOf } from './vault-status.ts'
import { createWatchList } from './watch-list.ts'

export type VaultService = ReturnType<typeof createVaultService>

export function createVaultService(ports: VaultPorts) {
  const { session, local, store, options, now } = ports
  const inOrder = createSerialQueue()
  const inListOrder = createSerialQueue()
  const book = createRowBook(session)
  const protects = createProtectedSettings(ports)
  const watchList = createWatchList(ports, protects, book)
  const inTellingOrder = createSerialQueue()
  /** One after the other, and never inside the service’s own queue: a listener may be waiting for this service. */
  const tell = (event: 'locked' | 'unlocked') => inTellingOrder(() => ports.tell(event))
  /** Everything said so far was heard. */
  const allHeard = () => inTellingOrder(async () => undefined)
  let opened: Promise<OpenVault> | undefined
  /** Counts the locks: what was read before one is void after it. */
  let locks = 0
  /** Locked, and perhaps still ending what was under way. Two open vaults must never write at the same time. */
  const leaving = new Set<Promise<OpenVault>>()
  let left: Promise<unknown> = Promise.resolve()
  const closed = new WeakSet<OpenVault>()

  const usable = () => readSessionKey(ports)
  const wasMade = async () =>
    (await local.get('vaultChoices')) !== undefined || (await ports.marker.has().catch(() => false))

  async function status(): Promise<VaultStatus['status']> {
    if ((await usable())?.over === false) return 'unlocked'
    const isNewer = await isFromNewer(store).catch(() => false)
    const found = isNewer ? 'too_new' : await vaultStatus(store, options)
    if (found === 'present') return 'locked'
    // Its owner made one, so its absence is a loss and not a beginning.
    if (found === 'missing') return (await wasMade()) ? 'damaged' : 'none'
    return found
  }

  /** The open vault, or why not. Looks at the expiry each time; does not move it. `turn`: how to wait for a lock. */
  async function current(turn: Turn = inOrder): Promise<OpenVault | Failure> {
    const before = locks
    const firstSettings = await protects.read()
    const kept = await usable()
    if (!kept || kept.over || before !== locks) {
      if (kept?.over) await endIfOver(turn)
      const is = await status()
      return refusals[is === 'unlocked' ? 'locked' : is]
    }
    opened ??= resumeVault(store, fromBase64(kept.key) ?? new Uint8Array(), { ...options, firstSettings })
    try {
      return await opened
    } catch (thrown) {
      await lockUp(turn)
      return asFailure(thrown)
    }
  }

  const using =
    (turn: Turn) =>
    async <T>(work: (vault: OpenVault) => Promise<T>): Promise<T | Failure> => {
      const vault = await current(turn)
      return isFailure(vault) ? vault : work(vault).catch(asFailure)
    }
  const withVault = using(inOrder)

  /** The person did something: the vault stays open for its whole time again. */
  async function touch(): Promise<void> {
    const until = now() + (await protects.inForce()).lockAfterMinutes * 60_000
    if ((await status()) !== 'unlocked') return
    if (Math.abs(until - ((await session.get('vaultUntil')) ?? 0)) < 5_000) return
    // Never the key: a lock meanwhile must not be undone.
    await keepOpen(ports, until)
  }

  async function publish(open?: OpenVault): Promise<void> {
    const is = await status()
    const vault = open ?? (is === 'unlocked' ? await current() : undefined)
    const notices = await protects.tell(vault && !isFailure(vault) ? vault.notices() : [])
    const view = await viewOf(ports, is, notices)
    await session.set('vault', view)
    void ports.tell('vaultShown', view)
  }

  /** Shows the list as `how` makes it. */
  const show = (how: () => Promise<void>) =>
    inListOrder(async () => {
      if ((await status()) !== 'unlocked') return
      await how()
      void ports.tell('keysShown', (await book.read()) ?? [])
    })

  /** Rows and watched records after a change of the vault: of these records, or of any. */
  async function changed(ids?: string[]): Promise<void> {
    await withVault(async vault => {
      await show(async () => {
        if (!ids || !(await book.read())) return book.replace(await vault.list())
        const news: RowPatch = {}
        for (const id of ids) news[id] = (await vault.about(id)) ?? null
        await book.patch(news)
      })
      watchList.follow(vault, ids, () => !closed.has(vault))
    })
  }

  async function startSession(vault: OpenVault): Promise<void> {
    await protects.remember(vault)
    const until = now() + (await protects.inForce()).lockAfterMinutes * 60_000
    await keepOpen(ports, until)
    opened = Promise.resolve(vault)
    await session.set('vaultKey', toBase64(vault.sessionKey()))
    await keepProof(ports)
    await setWatching(local, undefined)
    await show(async () => book.replace(await vault.list()))
    await publish(vault)
    void settle(vault)
  }

  /** Removed for good, and with it what is kept elsewhere of it. */
  async function purge(vault: OpenVault): Promise<void> {
    ports.purged(await vault.purge(now() - undoFor))
  }

  /** What need not be waited for: others' work, the look through everything, what was removed long ago. */
  async function settle(vault: OpenVault): Promise<void> {
    try {
      await watchList.review(vault, () => !closed.has(vault))
      await tell('unlocked')
      await purge(vault)
      await changed([])
      // Once each time the browser runs is often enough: every read repairs what it comes across.
      if (await session.get('vaultVerified')) return
      await session.set('vaultVerified', true)
      const { mended, older, withoutAbout } = await vault.verify()
      if (mended + older.length + withoutAbout.length > 0) await changed()
      await publish()
    } catch (thrown) {
      asFailure(thrown) // Locked meanwhile, or the disk is full: the next unlock does it.
    }
  }

  /** What need not succeed, and is not waited for longer than this. */
  const inTime = (work: Promise<unknown>) =>
    Promise.race([work, ports.after(patience)]).catch(() => undefined)

  /** Takes away what opens the vault, before anything is waited for. Was there something? */
  async function revokeSessionKey(): Promise<boolean> {
    const was = opened
    opened = undefined
    locks++
    if (was) leaving.add(was)
    const key = await session.get('vaultKey').catch(() => undefined)
    await session.remove('vaultKey', 'vaultUntil', 'vaultFrom', 'provenUntil')
    return key !== undefined || was !== undefined
  }

  /** Ends what is under way, lets go of what was removed for good by now, and forgets the vault. */
  async function disposeVault(each: Promise<OpenVault>): Promise<void> {
    const vault = await each.catch(() => undefined)
    if (vault) {
      closed.add(vault)
      await purge(vault).catch(() => undefined)
      await vault.lock()
    }
    leaving.delete(each)
  }

  /** Runs in the service’s queue: what follows once the key is removed. Was there one (again)? */
  async function close(): Promise<boolean> {
    const was = await revokeSessionKey()
    // Nothing is shown any more, however long the rest takes.
    await book.clear()
    await publish()
    // What is watched has to be complete, and no list may be shown after the last one.
    await inTime(Promise.all([watchList.settled(), inListOrder(async () => undefined)]))
    left = Promise.allSettled([...leaving].map(disposeVault))
    await inTime(left)
    await inTime(watchList.refresh())
    await book.clear()
    await ports.alarm.clear(lockAlarm)
    if (!(await session.get('watched')))
      await setWatching(local, (await local.get('vaultChoices'))?.notWatchingSince ?? now())
    await publish()
    return was
  }

  /** Locked when it resolves. Who hears of it is not waited for: it may be waiting for us. */
  async function lockUp(turn: Turn): Promise<void> {
    const was = await revokeSessionKey()
    if ((await turn(close)) || was) void tell('locked')
  }
  /** In the queue, for an unlock under way must not be undone; until then every use looks at the expiry. */
  async function endIfOver(turn: Turn): Promise<void> {
    if (await turn(async () => (await status()) !== 'unlocked' && close())) void tell('locked')
  }
  const lock = () => lockUp(inOrder).then(allHeard)

  async function look(id: string): Promise<VaultRecord | Failure> {
    const record = (await withVault(vault => vault.get(id))) ?? missing
    return isFailure(record) ? record : tightenKey(record, await ports.policy.read())
  }

  const followPolicy = createPolicyFollower(ports, protects, watchList, { touch, changed, publish })
  const seals = createVaultSealing(ports, { inOrder, status, withVault: using(atOnce), publish })

  return {
    status,
    withVault,
    touch,
    publish,
    changed,
    /** The list as screens see it; undefined while locked. */
    rows: book.read,
    /** Shows these anew, as they are stored. */
    list: (news: RowPatch) => show(() => book.patch(news)),
    watchList,
    lock,
    /** For what nobody may be told once the vault was locked meanwhile, however late the answer comes. */
    unlessLocked<T>(work: () => Promise<T>): Promise<T | Failure> {
      const before = locks
      return work().then(result => (before === locks ? result : refusals.locked))
    },
    followPolicy,
    /** Locked, and nobody can open, make or seal anything until the work is done. */
    whileClosed: (work: () => Promise<unknown>) =>
      inOrder(async () => {
        await lockUp(atOnce)
        await left
        await work()
      }).finally(allHeard),
    /** For what changes the head (ways to unlock, the vault key): nothing may be sealed to the former one meanwhile. */
    changeHeader: <T>(work: (vault: OpenVault) => Promise<T>) => inOrder(() => using(atOnce)(work)),

    create: (passphrase: string, watchWhileLocked: boolean): Promise<string> =>
      inOrder(async () => {
        if ((await status()) === 'damaged') throw new VaultError('damaged')
        await left
        const firstSettings = { ...(await protects.read()), watchWhileLocked }
        const vault = await createVault(store, passphrase, { ...options, firstSettings })
        await local.set('vaultChoices', { createdAt: now() })
        await ports.marker.set().catch(() => undefined)
        const recoveryCode = await vault.addRecoveryCode()
        await startSession(vault)
        return recoveryCode
      }),

    /** @param next the passphrase from now on; when it cannot be set, nothing is unlocked */
    unlock: (proof: Proof, next?: string): Promise<void> =>
      inOrder(async () => {
        const already = await current(atOnce)
        await left
        if (isFailure(already)) {
          if (already.code === 'too_new') throw new VaultError('too_new')
          const vault = await openVaultWith(store, proof, {
            ...options,
            firstSettings: await protects.before(),
          })
          if (next !== undefined) await vault.changePassphrase(next)
          return startSession(vault)
        }
        // Two open vaults must never write at the same time: this one stays, if the proof is right.
        if (!(await already.proves(proof))) throw new VaultError(refusal[proof.kind])
        if (next !== undefined) await already.changePassphrase(next)
        await keepProof(ports)
        await touch()
      }),

    /** The vault has a new key: session memory follows. */
    async keyChanged(vault: OpenVault): Promise<void> {
      if (opened) await session.set('vaultKey', toBase64(vault.sessionKey()))
      await protects.remember(vault)
    },
    /** Of the vault; before there is one, of the vault that will be made in this life of the browser. */
    changeSettings: (patch: Partial<ProtectedSettings>): Promise<Failure | undefined> =>
      inOrder(async () => protects.change(patch, await status(), using(atOnce))),
    /** At each start of the worker: publishes, and locks what has run out. */
    async start(): Promise<void> {
      const is = await status()
      if (is === 'locked') await protects.assume()
      // What a newer Keyway wrote is left as it is.
      return is === 'unlocked' || is === 'too_new' ? publish() : endIfOver(inOrder)
    },
    /** The alarm `lockAlarm`: locks when the time has really come. */
    async lockIfDue(): Promise<void> {
      if ((await usable())?.over) await endIfOver(inOrder)
    },
    /** The alarm `proofAlarm`: no clock brings back what is gone. */
    forgetProofs: () => session.remove('provenUntil', 'copyProofs'),
    /** The alarm `purgeAlarm`. */
    purge: () => withVault(purge),

    /** A key whole, for what nobody pressed in a screen of ours: no use of the vault, so it locks in its time. */
    look,
    /** The same on the person's word: counts as use. */
    async read(id: string): Promise<VaultRecord | Failure> {
      const record = await look(id)
      if (!isFailure(record)) await touch()
      return record
    },
    proves: (proof: Proof) => withVault(vault => vault.proves(proof)),
    policy: ports.policy,
    /** The open vault, resumed after the worker's death if need be; null while it cannot be used. */
    async opened(): Promise<OpenVault | null> {
      const vault = await current()
      return isFailure(vault) ? null : vault
    },
    ...seals,
  }
}
