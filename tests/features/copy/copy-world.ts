/** A world for the copy service: a clipboard, a clock, storage that outlives the worker, and an offscreen document. */

import { matches } from '../../../src/features/copy/core/matches-digest.ts'
import type { CopyPorts } from '../../../src/features/copy/worker/ports.ts'
import { copyAlarm, createCopyService } from '../../../src/features/copy/worker/service.ts'
import type { ClipboardTask, Request, Sender } from '../../../src/protocol/messages.ts'
import type { Items, LocalItems, SessionItems } from '../../../src/protocol/storage-keys.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'

export const passphrase = 'correct horse battery staple'
export const secret = 'sk-proj-abcdefghijklmnopqrstuvwxyz-T3BlbkFJ-0123'
const offscreen: Sender = {
  kind: 'offscreen',
  url: 'chrome-extension://keyway/src/entries/offscreen/offscreen.html',
}
const popup: Sender = { kind: 'screen', url: 'chrome-extension://keyway/src/entries/popup/popup.html' }

/** @param write asked before each write. */
export function items<T extends object>(write = async () => {}): Items<T> & { all: Partial<T> } {
  const all: Partial<T> = {}
  return {
    all,
    get: async key => structuredClone(all[key]),
    set: async (key, value) => {
      await write()
      all[key] = structuredClone(value)
    },
    remove: async (...keys) => {
      await write()
      for (const key of keys) delete all[key]
    },
  }
}

export function createWorld() {
  let ended: () => void
  const end = new Promise<void>(resolve => {
    ended = resolve
  })
  /** Whoever writes when the browser has ended never hears of it. */
  async function write(): Promise<void> {
    if (world.writesLeft-- > 0) return
    ended()
    await new Promise(() => {})
  }
  const session = items<SessionItems>(write)
  const local = items<LocalItems>(write)
  const key: VaultRecord = {
    id: 'k1',
    provider: 'openai',
    label: 'Bot',
    lastFour: '0123',
    createdAt: 0,
    secret,
  }
  const world = {
    now: 1_000_000,
    clipboard: 'what was there before',
    canRead: false,
    locked: false,
    browserTakesIt: true,
    /** The document writes and says nothing, and time passes. */
    silent: false,
    /** After so many writes the browser ends: `end`. */
    writesLeft: Number.POSITIVE_INFINITY,
    end,
    alarms: new Map<string, number>(),
    badge: null as number | null,
    document: null as null | { task?: ClipboardTask },
    /** Every document that was ever opened and the text it was given. */
    handedOut: [] as string[],
    session,
    local,
    key,
  }
  let ids = 0
  let refuse: () => void
  /** A document asked for its task and was given none: who waits for it would wait as long as the browser lets them. */
  const refused = new Promise<void>(resolve => {
    refuse = resolve
  })

  const ports: CopyPorts = {
    now: () => world.now,
    random: bytes => new Uint8Array(bytes).fill(++ids),
    newId: () => `copy${++ids}`,
    after: () => new Promise(resolve => (world.silent ? setTimeout(resolve) : undefined)),
    session,
    local,
    vault: {
      read: async id =>
        world.locked
          ? { ok: false, code: 'locked', message: 'The vault is locked.' }
          : id === key.id
            ? { ...key }
            : { ok: false, code: 'not_found', message: 'No such key.' },
      proves: async proof =>
        'passkey' in proof ? proof.passkey.credentialId === 'mine' : proof.passphrase === passphrase,
      noteCopied: async (_, { at, ...lastCopy }) => {
        await write()
        Object.assign(key, { copies: (key.copies ?? 0) + 1, lastCopiedAt: at, lastCopy })
      },
      lastCopy: async () => key.lastCopy,
    },
    offscreen: {
      open: async () => {
        world.document = {}
        // The document's own script runs by itself.
        queueMicrotask(() => void run())
      },
      close: async () => {
        world.document = null
      },
    },
    alarm: {
      set: async (name, at) => void world.alarms.set(name, at),
      clear: async name => void world.alarms.delete(name),
    },
    badge: until => {
      world.badge = until
    },
    canReadClipboard: async () => world.canRead,
    clearAfterSeconds: async () => 30,
  }
  let service = createCopyService(ports)

  async function run(): Promise<void> {
    const reply = await service.handlers['offscreen.pull']({}, offscreen)
    if (!reply.ok) refuse()
    if (!reply.ok || !world.document) return
    world.document.task = reply.task
    const { copy, text } = reply.task
    if (text !== undefined) {
      world.handedOut.push(text)
      if (world.browserTakesIt) world.clipboard = text
      if (world.silent) return
      await service.handlers['offscreen.copied']({ copy, ok: world.browserTakesIt }, offscreen)
    }
    await timer()
  }

  /** The document's timer, if its time has come. */
  async function timer(): Promise<void> {
    const task = world.document?.task
    if (!task || world.now < task.clearAt) return
    const other = task.compare && world.canRead && !(await matches(world.clipboard, task.compare))
    if (!other) world.clipboard = ''
    await service.handlers['offscreen.cleared'](
      { copy: task.copy, outcome: other ? 'held_something_else' : 'cleared' },
      offscreen,
    )
  }

  return Object.assign(world, {
    refused,
    copy: (request: Partial<Request<'screen.copy'>> = {}) =>
      service.handlers['screen.copy']({ id: 'k1', ...request }, popup),
    clearNow: () => service.handlers['screen.clearClipboard']({}, popup),
    pull: () => service.handlers['offscreen.pull']({}, offscreen),
    unlocked: () => service.unlocked(),
    locks: () => service.locked(),
    async pass(seconds: number) {
      world.now += seconds * 1000
      await timer()
      const at = world.alarms.get(copyAlarm)
      if (at !== undefined && world.now >= at) {
        world.alarms.delete(copyAlarm)
        await service.clearIfOverdue()
      }
    },
    async workerDies() {
      service = createCopyService(ports)
      await service.resume()
    },
    async browserRestarts() {
      world.writesLeft = Number.POSITIVE_INFINITY
      for (const name of Object.keys(session.all)) delete session.all[name as keyof SessionItems]
      world.document = null
      world.alarms.clear()
      await this.workerDies()
    },
  })
}
