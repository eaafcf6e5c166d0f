/**
 * Brings a key from the page or a paste into the vault: takes it from the document that shows it, seals it at once, shows it masked, and
 * saves it when the person says so in one of Keyway’s screens. Nothing of it ever goes back to a page.
 */

import { t } from '../../../i18n/t.ts'
import { createSerialQueue } from '../../../platform/serial-queue.ts'
import { type Failure, fail, isFailure, type Reply } from '../../../protocol/failure.ts'
import type { captureMessages } from '../../../protocol/messages/capture-messages.ts'
import type { AboutInput, Handlers } from '../../../protocol/messages.ts'
import type { PendingKey } from '../../../protocol/published.ts'
import { isPlatformPage } from '../../../protocol/senders.ts'
import { identityOf } from '../../../providers/hosts.ts'
import { providers } from '../../../providers/list.ts'
import { storageError } from '../../../vault/errors.ts'
import { createPageRate, notOffered } from '../../guide/core/page-rights.ts'
import { refusals, replying } from '../../lock/core/refusals.ts'
import { readPasted } from '../core/judge-paste.ts'
import { mostToShow, noRoom } from './capture-room.ts'
import { createCapturedDigests } from './captured-digests.ts'
import { readCaptured, withSeen } from './captured-record.ts'
import { broughtBy, type Origin, suggestion, unknownOrigin, view } from './pending-key.ts'
import { type Captured, type CapturePorts, withAbout } from './ports.ts'
import { choose, notThePlatform, readShown } from './shown-key.ts'

export type CaptureService = {
  handlers: Handlers<keyof typeof captureMessages>
  /** Takes the key that the platform's page in front shows. */
  takeShown(): Promise<Reply<{ pendingId: string }>>
  /** A vault was made or opened: keys that wait in memory go into its inbox, and the inbox is shown. */
  unlocked(): Promise<void>
  /** The vault was locked: the masks of waiting keys are removed, because they tell what kind of key waits. Keys that no vault holds yet stay. */
  locked(): Promise<void>
  /** Saves a key that the platform has just made and that no screen shows; if it cannot be saved now, it waits for the person. */
  made(secret: string, about: AboutInput): Promise<Reply<{ id: string }>>
}

export function createCaptureService(ports: CapturePorts): CaptureService {
  const { session, vault } = ports
  const inOrder = createSerialQueue()
  const mayPage = createPageRate(ports.now)
  const digests = createCapturedDigests(ports)

  /**
   * Asks one document for the key it shows, and checks the answer. Nothing else waits for it, because a page may never answer.
   * @param by who asks: `page` is a press in the page, for its new key; `pull` is the person in one of Keyway’s screens, for any key there
   */
  async function take(
    where: { tabId: number; documentId?: string },
    by: 'page' | 'pull',
    choice?: string,
  ): Promise<Reply<{ pendingId: string }>> {
    const tab = await ports.platformTab(where.tabId)
    if (!tab || !isPlatformPage(tab.url)) return notThePlatform
    const answer = await ports.askPage(where, by === 'pull', choice?.slice(-4))
    return inOrder(async () => {
      const now = ports.now()
      const shown = readShown(answer, ports.recognise, now, choice)
      await session.set('shownKeys', 'masks' in shown ? shown.masks : [])
      if ('masks' in shown) return choose
      if ('ok' in shown) return shown
      const { key, kind, name, project, expiresAt } = shown
      const origin: Origin =
        by === 'pull'
          ? { from: 'pull' }
          : { from: 'page', ...(where.documentId !== undefined && { document: where.documentId }) }
      return keep(origin, {
        id: ports.newId(),
        provider: 'openai',
        ...(kind && { kind }),
        label: name ?? suggestion(kind, key),
        secret: key,
        ...(project !== undefined && { project }),
        ...(expiresAt !== undefined && { expiresAt }),
        createdAt: now,
        madeHere: true,
        providerConfirmed: true,
      })
    })
  }

  /** Seals a key at once, or holds it in memory while there is no vault to seal it to; then shows it masked. */
  async function keep(
    origin: Origin,
    record: Captured,
    mayRefuse = true,
  ): Promise<Reply<{ pendingId: string }>> {
    const pending = (await session.get('pending')) ?? []
    const waitsAs = await digests.idOf(record)
    const same = pending.find(key => key.id === waitsAs)
    const isOffered = origin.from === 'page'
    if (same?.from === 'page' && !isOffered)
      await show(pending.map(key => (key === same ? broughtBy(origin, key) : key)))
    if (same && !(isOffered && same.document !== origin.document)) return captured(same.id)
    const sealed = (await session.get('vault'))?.inboxCount ?? 0
    const refused = mayRefuse && noRoom(pending, sealed, origin)
    // A page is told before anything is looked up: else the one answer or the other would say whether a key of its choice is here.
    if (refused && isOffered) return refused
    if (same) return captured(same.id)
    const has = await alreadyKept(record).catch(() => undefined)
    if (has) return has
    if (refused) return refused

    const noVault = (await vault.status()) === 'none'
    const unsealed = noVault ? undefined : await trySealing(record)
    const kept = noVault || unsealed ? 'memory' : 'inbox'
    if (kept === 'memory')
      await session.set('pendingRecords', [...((await session.get('pendingRecords')) ?? []), record])
    await digests.add(record)
    await show([...pending, view(record, origin, kept, unsealed)])
    return captured(record.id)
  }

  function captured(pendingId: string): Reply<{ pendingId: string }> {
    void ports.tell('keyCaptured', pendingId)
    return { ok: true, pendingId }
  }

  /** A vault that cannot be sealed to (damaged, disk full) must not lose the key: then it stays in memory. @returns why it could not be sealed */
  async function trySealing(record: Captured): Promise<PendingKey['unsealed']> {
    try {
      await vault.sealToInbox(record)
    } catch (thrown) {
      const { code, message } = storageError(thrown)
      return { code, message }
    }
  }

  /** Is the key in the open vault already? Then a guide that waits for it goes on with that one. */
  async function alreadyKept(record: Captured): Promise<Failure | undefined> {
    if ((await vault.status()) !== 'unlocked') return undefined
    for (const about of await vault.list()) {
      if (
        about.id === record.id ||
        about.provider !== record.provider ||
        !record.secret.endsWith(about.lastFour)
      )
        continue
      const whole = await vault.read(about.id)
      if (!('secret' in whole) || identityOf(whole) !== identityOf(record)) continue
      void ports.tell('keySaved', about.id)
      return fail(
        'already_kept',
        t('This key is already in your vault, as “{label}”.', { label: about.label }),
      )
    }
  }

  async function find(id: string): Promise<{ record: Captured; kept: PendingKey['kept'] } | undefined> {
    const inMemory = (await session.get('pendingRecords'))?.find(record => record.id === id)
    if (inMemory) return { record: inMemory, kept: 'memory' }
    const inInbox = (await waiting()).find(record => record.id === id)
    return inInbox && { record: inInbox, kept: 'inbox' }
  }

  async function waiting(): Promise<Captured[]> {
    const records: Captured[] = []
    for (const { id, value } of await vault.inbox()) {
      const record = readCaptured(value, id)
      if (record) records.push((await digests.idOf(record)) === id ? withSeen(record, value) : record)
    }
    return records
  }

  /** Where each waiting key came from, and why it could not be sealed, as far as that is known. */
  async function origins(): Promise<(id: string) => Origin & Pick<PendingKey, 'unsealed'>> {
    const pending = await session.get('pending')
    return id => pending?.find(key => key.id === id) ?? unknownOrigin
  }

  async function forget(id: string): Promise<void> {
    await digests.keep(pending => pending !== id)
    const left = (await session.get('pendingRecords'))?.filter(record => record.id !== id)
    if (left) await session.set('pendingRecords', left)
    await show(((await session.get('pending')) ?? []).filter(key => key.id !== id))
  }

  async function show(pending: PendingKey[]): Promise<void> {
    await session.set('pending', pending)
    void ports.tell('waitingKeysChanged')
  }

  async function mustBeOpen(): Promise<Failure | undefined> {
    const status = await vault.status()
    if (status !== 'unlocked') return refusals[status]
  }

  async function discard(id: string): Promise<void> {
    const inMemory = (await session.get('pendingRecords'))?.some(record => record.id === id)
    if (!inMemory && (await vault.status()) === 'unlocked') await vault.dropFromInbox(id)
    else if (!inMemory)
      await session.set('pendingDiscarded', [...((await session.get('pendingDiscarded')) ?? []), id])
    await forget(id)
  }

  /** Gives the record a new id if another key of the vault has its id: saving it would replace that key. */
  async function withOwnId(record: Captured): Promise<Captured> {
    const kept = await vault.read(record.id)
    return 'secret' in kept && identityOf(kept) !== identityOf(record)
      ? { ...record, id: ports.newId() }
      : record
  }

  async function save(record: Captured): Promise<Reply<{ id: string }>> {
    const put = await vault.put(record)
    if (!put.ok) return put
    void ports.tell('keySaved', record.id)
    return { ok: true, id: record.id }
  }

  const takeShown = async (choice?: string) => {
    const tab = await ports.activePlatformTab()
    return tab ? take({ tabId: tab.tabId }, 'pull', choice) : notThePlatform
  }

  const handlers: Handlers<keyof typeof captureMessages> = {
    'page.offerKey': async (_, { tabId, documentId, url }) => {
      if (tabId === undefined || !mayPage(tabId, 'offerKey')) return notOffered
      // Before anything is awaited: the browser opens the panel only in the press's own turn.
      ports.openPanel(tabId)
      if (!isPlatformPage(url)) return notThePlatform
      const taken = await take({ tabId, ...(documentId !== undefined && { documentId }) }, 'page')
      // The page learns nothing of the vault: whether the key was taken or is there already, the answer is the same. Other failures speak of the page, or of keys that wait.
      return taken.ok || taken.code === 'already_kept' ? { ok: true } : taken
    },

    'screen.takeKey': ({ mask }) => takeShown(mask),

    'screen.paste': ({ text, about, provider }) =>
      inOrder(async () => {
        const { baseUrl, ...typed } = about
        const pasted = readPasted(ports.recognise, { text, provider, baseUrl })
        if (isFailure(pasted)) return pasted
        const record = withAbout(
          {
            id: ports.newId(),
            provider: pasted.provider,
            ...(pasted.kind && { kind: pasted.kind }),
            label: suggestion(pasted.kind, pasted.key, pasted.provider),
            secret: pasted.key,
            ...(pasted.baseUrl && { baseUrl: pasted.baseUrl }),
            createdAt: ports.now(),
            providerConfirmed: true,
          },
          typed,
        )
        const open = (await vault.status()) === 'unlocked'
        // Waiting keys are told apart by their secret, and a local server often has none: so it is saved only in an open vault.
        const closed = providers[record.provider].local ? await mustBeOpen() : undefined
        if (closed) return closed
        if (!open) {
          const { baseUrl: where, ...bare } = record
          const kept = await keep({ from: 'paste', ...(where && { baseUrl: where }) }, bare)
          return kept.ok ? { ok: true, id: kept.pendingId } : kept
        }
        return (await alreadyKept(record)) ?? save(record)
      }),

    'screen.commit': ({ id, about }) =>
      inOrder(() =>
        replying(async () => {
          const closed = await mustBeOpen()
          if (closed) return closed
          const found = await find(id)
          if (!found) return fail('gone', t('This key is no longer waiting.'))
          const { baseUrl } = (await origins())(id)
          const { baseUrl: _, ...typed } = about
          const record = { ...withAbout(found.record, typed), ...(baseUrl && { baseUrl }) }
          // The person may have pasted the same key meanwhile: it must not be saved twice.
          const saved = (await alreadyKept(record)) ?? (await save(await withOwnId(record)))
          if (!saved.ok && saved.code !== 'already_kept') return saved
          if (found.kept === 'inbox') await vault.dropFromInbox(id)
          await forget(id)
          return saved
        }),
      ),

    'screen.discard': ({ id }) =>
      inOrder(async () => {
        await discard(id)
        return { ok: true }
      }),

    'screen.discardOffered': () =>
      inOrder(async () => {
        for (const key of (await session.get('pending')) ?? []) if (key.from === 'page') await discard(key.id)
        return { ok: true }
      }),
  }

  return {
    handlers,
    takeShown: () => takeShown(),
    made: (secret, about) =>
      inOrder(async () => {
        const kind = 'service'
        const label = suggestion(kind, secret)
        const bare: Captured = {
          id: ports.newId(),
          provider: 'openai',
          kind,
          label,
          secret,
          createdAt: ports.now(),
          madeHere: true,
          providerConfirmed: true,
        }
        const record = withAbout(bare, about)
        const open = (await vault.status()) === 'unlocked'
        const saved = open ? await save(record).catch(() => undefined) : undefined
        if (saved?.ok) return saved
        const kept = await keep({ from: 'paste' }, record, false)
        return kept.ok ? { ok: true, id: kept.pendingId } : kept
      }),
    unlocked: () =>
      inOrder(async () => {
        const unsealed: Record<string, PendingKey['unsealed']> = {}
        for (const record of (await session.get('pendingRecords')) ?? []) {
          unsealed[record.id] = await trySealing(record)
          if (unsealed[record.id]) continue
          const rest = (await session.get('pendingRecords')) ?? []
          await session.set(
            'pendingRecords',
            rest.filter(({ id }) => id !== record.id),
          )
        }
        for (const id of (await session.get('pendingDiscarded')) ?? []) await vault.dropFromInbox(id)
        await session.remove('pendingDiscarded')
        const origin = await origins()
        const memory = (await session.get('pendingRecords')) ?? []
        const all = [
          ...memory.map(record => view(record, origin(record.id), 'memory', unsealed[record.id])),
          ...(await waiting()).map(record => view(record, origin(record.id), 'inbox')),
        ]
        // A key that was removed from the inbox while the vault was locked no longer waits.
        await digests.keep(id => all.some(key => key.id === id))
        await show(mostToShow(all))
      }),
    locked: () =>
      inOrder(async () => {
        await session.remove('shownKeys')
        const memory = (await session.get('pendingRecords')) ?? []
        const origin = await origins()
        await show(
          memory.map(record => view(record, origin(record.id), 'memory', origin(record.id).unsealed)),
        )
      }),
  }
}
