/** A worker may be ended while it answers: what only reads is asked again of the next one, what changes something never by itself. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { send } from '../../src/platform/send.ts'
import { worker } from '../fake-browser.ts'

const answer = worker.answer
/** So many workers are ended before one answers. */
let ended: number
beforeEach(() => {
  ended = 1
  worker.sent.length = 0
  worker.answer = () => {
    if (ended-- > 0) throw new Error('The message port closed before a response was received.')
    return { ok: true }
  }
})
afterEach(() => {
  worker.answer = answer
})
const question = { id: 'a', method: 'GET', path: '/organization/spend_limit' } as const

it('what only reads is asked again, once', async () => {
  expect(await send('screen.readSealed', { name: 'replacements' })).toEqual({ ok: true })
  ended = 1
  expect(await send('screen.admin', question)).toEqual({ ok: true })
  ended = 9
  worker.sent.length = 0
  expect(await send('screen.activity', {})).toMatchObject({ ok: false, code: 'no_answer' })
  expect(worker.sent).toHaveLength(2)
})

it.each([
  () => send('screen.admin', { ...question, method: 'DELETE' }),
  () => send('screen.keepSealed', { name: 'replacements', text: '' }),
  () => send('screen.paste', { text: 'x', about: {} }),
])('what changes something is asked once: it may have been done (%#)', async sends => {
  expect(await sends()).toMatchObject({ ok: false, code: 'no_answer' })
  expect(worker.sent).toHaveLength(1)
})
