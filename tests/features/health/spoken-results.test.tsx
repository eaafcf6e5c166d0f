// @vitest-environment happy-dom
/** What a test found is said, wherever it was begun: one key by its status, many by their number, and never one that was not asked for. */
import { beforeEach, expect, test } from 'vitest'
import { SpokenResults } from '../../../src/features/health/screen/spoken-results.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session } from '../../fake-browser.ts'
import { settled, show } from '../../in-dom.ts'

await followItems(['rows', 'checks'])

const at = Date.now()
const works = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at, since: at } as const
const key = (id: string, isTested: boolean): KeyRow => ({
  id,
  provider: 'openai',
  label: id,
  lastFour: '0000',
  createdAt: at,
  ...(isTested && { verdict: works }),
})
const said = () => document.querySelector('[role="status"]')?.textContent
const become = (running: string[], tested: string[] = [], waiting = 0) =>
  settled(async () => {
    await session.set({ rows: ['Bot', 'Shop', 'Third'].map(id => key(id, tested.includes(id))) })
    await session.set({ checks: { running, waiting } })
  })

beforeEach(async () => {
  await become([])
  await show(<SpokenResults />)
})

test('one key', async () => {
  await become(['Bot'])
  expect(said()).toBe('')
  await become([], ['Bot'])
  expect(said()).toBe('Bot: Works')
})

test('a test whose result is not there yet, or that never came about, says nothing', async () => {
  await become(['Bot'])
  await become([])
  expect(said()).toBe('')
  await become([], ['Bot'])
  expect(said()).toBe('Bot: Works')
})

test('a test that got no answer is heard too, and one that found the same again', async () => {
  const now = async (running: string[], verdict: object) => {
    await settled(() => session.set({ rows: [{ ...key('Bot', true), verdict: { ...works, ...verdict } }] }))
    await settled(() => session.set({ checks: { running, waiting: 0 } }))
  }
  await now([], {})
  await now(['Bot'], {})
  await now([], { trouble: { cause: 'network', at: at + 5, says: '' } })
  expect(said()).toBe('Bot: No answer')
  const first = said()
  await now(['Bot'], { trouble: { cause: 'network', at: at + 5, says: '' } })
  await now([], { trouble: { cause: 'network', at: at + 9, says: '' } })
  expect(said()).not.toBe(first)
  expect(said()?.trim()).toBe('Bot: No answer')
  await now(['Bot'], { trouble: { cause: 'network', at: at + 9, says: '' } })
  await now([], { at: at + 12 })
  expect(said()).toBe('Bot: Works')
})

test('many keys at once', async () => {
  await become(['Bot', 'Shop'])
  await become([], ['Bot', 'Shop'])
  expect(said()).toBe('2 keys were tested. Works: 2.')
})

test('many keys whose results come one after the other: nobody hears a status for each', async () => {
  await become(['Bot', 'Shop'], [], 1)
  await become(['Shop'], ['Bot'], 1)
  await become([], ['Bot', 'Shop'], 1)
  await become(['Third'], ['Bot', 'Shop'])
  expect(said()).toBe('')
  await become([], ['Bot', 'Shop', 'Third'])
  expect(said()).toBe('3 keys were tested. Works: 3.')
})

test('many keys of which the last were given up', async () => {
  await become(['Bot'], [], 2)
  await become([], ['Bot'], 2)
  expect(said()).toBe('')
  await become([], ['Bot'])
  expect(said()).toBe('Bot: Works')
})

test('a status that was there before is not said again', async () => {
  await become([], ['Bot', 'Shop'])
  expect(said()).toBe('')
})
