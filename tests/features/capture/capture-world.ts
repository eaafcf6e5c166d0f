/** A world for the capture service: a tab that shows (or does not show) a key, and a vault that is none, locked or open. */

import { recogniseBare } from '../../../src/features/capture/core/judge-paste.ts'
import type { Captured, CapturePorts } from '../../../src/features/capture/worker/ports.ts'
import { createCaptureService } from '../../../src/features/capture/worker/service.ts'
import { createWorkerEvents } from '../../../src/platform/worker-events.ts'
import type { FailureCode } from '../../../src/protocol/failure.ts'
import type { AboutInput, Sender } from '../../../src/protocol/messages.ts'
import type { SessionItems } from '../../../src/protocol/storage-keys.ts'
import type { ProviderId } from '../../../src/providers/verdict.ts'
import { VaultError } from '../../../src/vault/errors.ts'
import { items } from '../copy/copy-world.ts'

const half = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'.slice(0, 74)
export const keys = {
  project: `sk-proj-${half}T3BlbkFJ${half}`,
  service: `sk-svcacct-${half}T3BlbkFJ${half}`,
  admin: `sk-admin-${half.slice(0, 58)}T3BlbkFJ${half.slice(0, 58)}`,
  anthropic: `sk-ant-api03-${half.slice(0, 46)}${half.slice(0, 47)}AA`,
}
const popup: Sender = { kind: 'screen', url: 'chrome-extension://keyway/src/entries/popup/popup.html' }

export function createWorld() {
  const session = items<SessionItems>()
  const world = {
    status: 'unlocked' as 'none' | 'locked' | 'unlocked' | 'damaged',
    inbox: new Map<string, Captured>(),
    vault: new Map<string, Captured>(),
    /** What the page's content script answers. */
    shown: { none: 'no dialog' } as unknown,
    /** What one document answers, where there are several; the others answer as above. */
    shownBy: new Map<string | undefined, unknown>(),
    url: 'https://platform.openai.com/api-keys',
    asked: [] as unknown[],
    now: Date.UTC(2026, 10, 21),
    saved: [] as string[],
    captured: [] as string[],
    panels: [] as number[],
    /** What sealing throws. */
    refuses: undefined as Error | undefined,
    /** The code that saving answers with, or 'throws'. */
    putFails: undefined as FailureCode | 'throws' | undefined,
    session,
  }
  let ids = 0
  const { on, tell } = createWorkerEvents()
  on('keyCaptured', id => world.captured.push(id))
  on('keySaved', id => world.saved.push(id))
  const ports: CapturePorts = {
    now: () => world.now,
    random: bytes => new Uint8Array(bytes).fill(3),
    newId: () => `id${++ids}`,
    session,
    recognise: recogniseBare,
    openPanel: tabId => void world.panels.push(tabId),
    platformTab: async tabId => ({ tabId, url: world.url }),
    activePlatformTab: async () => ({ tabId: 5, url: world.url }),
    askPage: async (where, all) => {
      world.asked.push({ ...where, all })
      return (world.shownBy.get(where.documentId) ?? world.shown) as never
    },
    vault: {
      status: async () => world.status,
      sealToInbox: async record => {
        if (world.refuses) throw world.refuses
        if (world.inbox.size >= 20) throw new VaultError('inbox_full')
        world.inbox.set(record.id, record)
      },
      inbox: async () =>
        world.status === 'unlocked' ? [...world.inbox].map(([id, value]) => ({ id, value })) : [],
      dropFromInbox: async id => void world.inbox.delete(id),
      list: async () =>
        [...world.vault.values()].map(({ secret, ...about }) => ({
          ...about,
          createdAt: 0,
          lastFour: secret.slice(-4),
        })),
      read: async id => {
        const record = world.vault.get(id)
        if (!record) return { ok: false, code: 'not_found', message: 'No such key.' }
        return { ...record, createdAt: 0, lastFour: record.secret.slice(-4) }
      },
      put: async record => {
        if (world.putFails === 'throws') throw new Error('worker died')
        if (world.putFails) return { ok: false, code: world.putFails, message: 'Nothing was saved.' }
        world.vault.set(record.id, record)
        return { ok: true }
      },
    },
    tell,
  }
  const service = createCaptureService(ports)
  const page = (url = world.url, documentId = 'doc1'): Sender => ({ kind: 'page', url, tabId: 5, documentId })
  return Object.assign(world, {
    offer: (sender: Sender = page()) => service.handlers['page.offerKey']({}, sender),
    page,
    take: (mask?: string) => service.handlers['screen.takeKey']({ mask }, popup),
    paste: (text: string, about: AboutInput = {}, provider?: ProviderId) =>
      service.handlers['screen.paste']({ text, about, ...(provider && { provider }) }, popup),
    commit: (id: string, about: AboutInput = {}) => service.handlers['screen.commit']({ id, about }, popup),
    discardOffered: () => service.handlers['screen.discardOffered']({}, popup),
    discard: (id: string) => service.handlers['screen.discard']({ id }, popup),
    made: (secret: string, about: AboutInput) => service.made(secret, about),
    unlocked: () => service.unlocked(),
    locks: () => service.locked(),
    pending: () => session.all.pending ?? [],
  })
}
