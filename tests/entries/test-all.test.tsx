// @vitest-environment happy-dom
/** "Test all" says that tests run only while they do, and never that they are done. */
import { expect, test } from 'vitest'
import { TestAll } from '../../src/entries/popup/test-all.tsx'
import { followItems } from '../../src/ui/use-session.ts'
import { session, worker } from '../fake-browser.ts'
import { button, settled, show } from '../in-dom.ts'

await followItems(['checks'])
const said = () => document.querySelector('[role=status]')?.textContent
const running = (...ids: string[]) => settled(() => session.set({ checks: { running: ids, waiting: 0 } }))

test('how many are tested is said while they are, and nothing afterwards', async () => {
  worker.answer = () => ({ ok: true, count: 2 })
  await running()
  await show(<TestAll />)
  await settled(() => button('Test all').click())
  // None has begun: none may ever, without a network or a permission.
  expect(said()).toBe('')
  await running('k1')
  expect(said()).toBe('Testing 2 keys. Results come in one by one.')
  await running()
  expect(said()).toBe('')
  // A check that nobody pressed for is not “Test all” once more.
  await running('k1')
  expect(said()).toBe('')
})

test('that no key can be tested is said', async () => {
  worker.answer = () => ({ ok: true, count: 0 })
  await running('k1')
  await show(<TestAll />)
  await settled(() => button('Test all').click())
  expect(said()).toBe('There is no key that Keyway may test now.')
})
