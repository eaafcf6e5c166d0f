/** The worker's message listener: what reaches a handler, when, and what goes back to whoever asked. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Handlers } from '../../src/protocol/messages.ts'
import { patiently } from '../patiently.ts'
import { own, senders, strangers } from './sender-cases.ts'

type Listener = (message: unknown, raw: unknown, sendResponse: (reply: unknown) => void) => unknown
let listeners: Listener[] = []
const [popup] = senders.popup
const hello = { name: 'screen.hello', payload: {} }
const unlock = { name: 'screen.unlock', payload: { passphrase: 'drowsy anvil kiosk thimble' } }

beforeEach(() => {
  listeners = []
  vi.stubGlobal('chrome', {
    runtime: {
      id: own.id,
      getURL: (path: string) => `${own.origin}/${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  })
  vi.doMock('../../src/platform/browser.ts', () => ({
    browser: { runtime: { id: own.id, getURL: (path: string) => `${own.origin}/${path}` } },
  }))
  // Node gives an extension's address no origin of its own; Chrome does.
  const Real = URL
  vi.stubGlobal(
    'URL',
    class extends Real {
      override get origin() {
        return this.protocol === 'chrome-extension:' ? `${this.protocol}//${this.host}` : super.origin
      }
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.doUnmock('../../src/platform/browser.ts')
  vi.resetModules()
})

async function listen(handlers: Partial<Handlers>) {
  const { receive } = await import('../../src/platform/receive.ts')
  // The compiler asks for a handler of every message; here the listener is given a few.
  receive(handlers as Handlers)
  expect(listeners).toHaveLength(1)
  return (message: unknown, raw: unknown) => {
    const replies: unknown[] = []
    const stays = listeners[0]?.(message, raw, reply => replies.push(reply))
    return { stays, replies }
  }
}

it('calls the handler before the listener returns, with what was parsed and who sent it', async () => {
  const calls: unknown[] = []
  const say = await listen({
    'screen.unlock': async (request, sender) => {
      calls.push(request, sender)
      return { ok: true }
    },
  })
  const { stays, replies } = say(unlock, popup)
  expect(calls).toEqual([unlock.payload, { kind: 'screen', url: popup?.url }])
  expect(stays).toBe(true)
  await patiently(() => expect(replies).toEqual([{ ok: true }]))
})

it('answers nobody else and keeps no channel open', async () => {
  const handler = vi.fn(async () => ({ ok: true as const }))
  const say = await listen({ 'screen.hello': handler })
  for (const raw of [...Object.values(strangers), ...senders['content script']])
    expect(say(hello, raw).stays).toBeUndefined()
  for (const message of [undefined, null, 'screen.hello', { ...hello, payload: { a: 1 } }])
    expect(say(message, popup).stays).toBeUndefined()
  expect(handler).not.toHaveBeenCalled()
})

it('says that it has made a mistake, and nothing of what went wrong', async () => {
  const say = await listen({
    'screen.unlock': async () => {
      throw new Error('the passphrase was drowsy anvil kiosk thimble')
    },
  })
  const { stays, replies } = say(unlock, popup)
  expect(stays).toBe(true)
  await patiently(() => expect(replies).toHaveLength(1))
  expect(replies[0]).toMatchObject({
    ok: false,
    code: 'bug',
    message: expect.stringMatching(/made a mistake/),
  })
  expect(JSON.stringify(replies)).not.toContain('drowsy')
})
