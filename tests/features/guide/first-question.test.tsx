// @vitest-environment happy-dom
/** What the side panel offers a newcomer: whether a key is needed is asked before one is made, once, and both answers lead on. */
import { beforeEach, expect, test } from 'vitest'
import { Journey } from '../../../src/features/guide/screen/journey.tsx'
import { followLocalItems } from '../../../src/ui/use-local.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { local, session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

await followItems(['vault', 'rows'])
await followLocalItems()

const text = () => document.body.textContent ?? ''
const begun = () =>
  worker.sent.filter(({ name }) => name === 'screen.startGuide').map(({ payload }) => payload)

beforeEach(async () => {
  await show(null)
  worker.sent.length = 0
  worker.answer = () => ({ ok: true })
  await local.set({ guidesDone: {} })
  await session.set({ vault: { status: 'none', inboxCount: 0, slots: [], notices: [] }, rows: [] })
})

test('the question comes before the answers, and is asked once', async () => {
  await show(<Journey />)
  const before = text().slice(0, text().indexOf('Every step of the way'))
  expect(before.indexOf('Do you need a key?')).toBeGreaterThan(0)
  expect(before.indexOf('Do you need a key?')).toBeLessThan(before.indexOf('Yes, create a key'))
  expect(before.match(/need a key/g)).toHaveLength(1)
  await settled(() => button('Yes, create a key').click())
  expect(begun()).toEqual([{ guide: 'create-key' }])
  await settled(() => button('I am not sure').click())
  expect(begun()).toEqual([{ guide: 'create-key' }, { guide: 'need-a-key' }])
})

test('whoever has answered it is not asked again', async () => {
  await local.set({ guidesDone: { 'need-a-key': 1 } })
  await show(<Journey />)
  await until(() => expect(text()).toContain('Create a key'))
  expect(text()).not.toContain('I am not sure')
})
