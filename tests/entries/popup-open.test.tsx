// @vitest-environment happy-dom
/** The popup with the vault open: the list first, and one thing at a time in its place, with the way back. */
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { Open, type View } from '../../src/entries/popup/open.tsx'
import { Locked } from '../../src/features/lock/screen/closed.tsx'
import type { KeyRow } from '../../src/protocol/published.ts'
import { followItems } from '../../src/ui/use-session.ts'
import { session, worker } from '../fake-browser.ts'
import { settled, show, until } from '../in-dom.ts'

vi.stubGlobal('fetch', async () => new Response('{}', { status: 404 }))
vi.mock('../../src/platform/folders.ts', () => ({
  foldersOf: async () => [],
  recipientsFor: async () => undefined,
}))
await followItems(['vault', 'rows', 'pending', 'copy', 'checks', 'tour'])

const row: KeyRow = {
  id: 'k1',
  provider: 'openai',
  kind: 'project',
  label: 'Bot',
  lastFour: 'W9fI',
  createdAt: 1,
}
const text = () => document.body.textContent ?? ''
const press = (key: string) =>
  settled(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  )

function Popup() {
  const [view, setView] = useState<View>({ at: 'list' })
  return <Open view={view} setView={setView} />
}

test('locked: that keys are not checked is a warning after an hour, and none a moment after the lock', async () => {
  const since = (minutes: number) => Date.now() - minutes * 60_000
  const open = async (notWatchingSince: number) => {
    const vault = { status: 'locked' as const, inboxCount: 0, notWatchingSince }
    await session.set({ vault })
    await show(<Locked vault={vault} />)
    return text().includes('Your keys have not been checked since')
  }
  expect([await open(since(1)), await open(since(59)), await open(since(61))]).toEqual([false, false, true])
})

beforeEach(async () => {
  worker.sent.length = 0
  worker.answer = () => ({ ok: true })
  await session.set({ rows: [row], pending: [] })
})

test('an empty vault offers to add a key; with keys there is a heading for who hears it', async () => {
  await session.set({ rows: [] })
  await show(<Popup />)
  expect(document.querySelector('main.list')).toBeNull()
  await settled(() => session.set({ rows: [row] }))
  expect(document.querySelector('h1')?.textContent).toBe('Your keys')
})

test.each([
  ['n', 'Add a key'],
  ['e', 'Explain an error'],
  ['?', 'Keyboard'],
])('“%s” opens “%s” in place of the list', async (key, title) => {
  await show(<Popup />)
  await press(key)
  await until(() => expect(text()).toContain(title))
  expect(document.querySelector('main.list')).toBeNull()
})

test('that one is offline stands above the list only while it is so', async () => {
  await show(<Popup />)
  expect(text()).not.toContain('You are offline')
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
  await settled(() => window.dispatchEvent(new Event('offline')))
  expect(text()).toContain('You are offline')
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: true })
  await settled(() => window.dispatchEvent(new Event('online')))
  expect(text()).not.toContain('You are offline')
})

test('a test without an answer stands before what may be cut of a row', async () => {
  const trouble = { cause: 'network', at: Date.now(), says: '' }
  const verdict = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at: 1, since: 1, trouble }
  await session.set({ rows: [{ ...row, verdict }] })
  await show(<Popup />)
  await until(() => expect(document.querySelector('.key-note')?.textContent).toBe('No answer · …W9fI'))
})

test('while checks find something, the key under the pointer stays where it is', async () => {
  const named = (label: string): KeyRow => ({ ...row, id: label, label })
  const bad = { key: 'rejected', use: 'blocked', cause: 'invalid_key', says: '', at: 1, since: 1 } as const
  const ids = () =>
    [...document.querySelectorAll<HTMLElement>('[data-keyway="key-row"]')].map(one => one.dataset.id)
  await session.set({ rows: ['a', 'b', 'c'].map(named) })
  await show(<Popup />)
  await settled(() =>
    document
      .querySelector('[data-id="a"] button')
      ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
  )
  await settled(() => session.set({ rows: [named('a'), named('b'), { ...named('c'), verdict: bad }] }))
  expect(ids()).toEqual(['a', 'b', 'c'])
  expect(document.querySelector('[data-id="c"]')?.textContent).toContain('Rejected')
})
