// @vitest-environment happy-dom
/** A first call: nothing is asked before a press, the cost stands before the call, and an admin key calls nothing. */
import { beforeEach, expect, test, vi } from 'vitest'
import CallPart from '../../../src/features/handoff/screen/call-part.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

await followItems(['vault', 'rows'])

const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'W9fI',
  createdAt: 1,
}
const text = () => document.body.textContent ?? ''
const sent = () => worker.sent.map(({ name }) => name)
const models = (...ids: string[]) => ({ ok: true, models: ids.map(id => ({ id })) })

beforeEach(() => {
  worker.sent.length = 0
  worker.answer = () => models('gpt-5', 'gpt-5-nano', 'whisper-1')
})

test('asks for the models only at a press, chooses the cheapest, and says what the call costs at most', async () => {
  await show(<CallPart row={row} />)
  expect(sent()).toEqual([])
  await settled(() => button('See which models it may use').click())
  await until(() => expect(document.querySelector('select')?.value).toBe('gpt-5-nano'))
  expect([...(document.querySelector('select')?.options ?? [])].map(one => one.value)).not.toContain(
    'whisper-1',
  )
  expect(document.querySelector('[data-keyway="cost"]')?.textContent).toMatch(/costs at most \$0\.000\d/)
  expect(sent()).toEqual(['screen.models'])
})

test('who came to call is asked nothing twice', async () => {
  await show(<CallPart row={row} isWanted />)
  await until(() => expect(document.querySelector('[data-keyway="call"]')).not.toBeNull())
  expect(sent()).toEqual(['screen.models'])
})

test('a key without a model that answers is told so; a failure is said', async () => {
  worker.answer = () => models('whisper-1')
  await show(<CallPart row={row} isWanted />)
  await until(() => expect(text()).toContain('This key may use no model that answers in text'))
  worker.answer = () => ({ ok: false, code: 'no_answer', message: 'The provider did not answer.' })
  await show(<CallPart row={{ ...row, id: 'k2' }} isWanted />)
  await until(() => expect(text()).toContain('The provider did not answer.'))
})

test('where no answer came, no words are quoted as the provider’s', async () => {
  worker.answer = () => ({ ok: false, code: 'network', message: 'No answer came.' })
  await show(<CallPart row={row} isWanted />)
  await until(() => expect(text()).toContain('This says nothing about the key.'))
  expect(text()).not.toContain('“')
})

test('“Stop” holds from the press on: before the key has come, nothing is sent', async () => {
  let come = (_: unknown) => {}
  worker.answer = name => (name === 'screen.pull' ? new Promise(done => (come = done)) : models('gpt-5-nano'))
  const asked = vi.spyOn(globalThis, 'fetch')
  await show(<CallPart row={row} isWanted />)
  await until(() => expect(document.querySelector('[data-keyway="call"]')).not.toBeNull())
  await settled(() => button('Make the call').click())
  await settled(() => button('Stop').click())
  await settled(() => come({ ok: true, secret: `sk-proj-${'a1'.repeat(60)}` }))
  await until(() => expect(text()).toContain('Stopped. Nothing was sent.'))
  expect(asked).not.toHaveBeenCalled()
  // And a press that comes late is no second call.
  expect(sent().filter(name => name === 'screen.pull')).toHaveLength(1)
})

test('an admin key is never used for a call', async () => {
  await show(<CallPart row={{ ...row, kind: 'admin' }} isWanted />)
  await settled()
  expect(text()).toContain('It cannot call models')
  expect(sent()).toEqual([])
})
