// @vitest-environment happy-dom
/** The table of keys: what it counts, filters and sorts, what a selection offers, and what it says when there is nothing to show. */
import { beforeEach, expect, test, vi } from 'vitest'
import KeyTable from '../../../src/features/keys/screen/table/key-table.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

vi.stubGlobal('fetch', async () => new Response('{}', { status: 404 }))
await followItems(['vault', 'rows', 'copy', 'checks'])

const at = Date.now() - 60_000
const faces = {
  ok: { key: 'accepted', use: 'ready' },
  invalid_key: { key: 'rejected', use: 'unknown' },
} as const
const key = (label: string, cause: keyof typeof faces): KeyRow => ({
  id: label,
  provider: 'openai',
  kind: 'project',
  label,
  lastFour: 'W9fI',
  createdAt: at,
  verdict: { ...faces[cause], cause, says: '', at, since: at },
})
const rows = [key('beta', 'ok'), key('alpha', 'ok'), key('gone', 'invalid_key')]
const names = () =>
  [...document.querySelectorAll('[data-keyway="key-row"] th a')].map(one => one.getAttribute('aria-label'))
const text = () => document.body.textContent ?? ''

beforeEach(() => {
  location.hash = 'keys'
  worker.sent.length = 0
  worker.answer = () => ({ ok: true, count: 3 })
})

test('the worst stand first, then by name; a count shows its keys, pressed again all', async () => {
  await show(<KeyTable rows={rows} isGone={false} />)
  await until(() => expect(names()).toEqual(['gone', 'alpha', 'beta']))
  const rejected = document.querySelector<HTMLElement>('.tally-part[data-status="invalid_key"]')
  expect(rejected?.textContent).toBe('1 Rejected')
  await settled(() => rejected?.click())
  expect(names()).toEqual(['gone'])
  expect(text()).toContain('1 of 3 keys')
  expect(location.hash).toContain('status=invalid_key')
  await settled(() => document.querySelector<HTMLElement>('.tally-part[aria-pressed="true"]')?.click())
  expect(names()).toHaveLength(3)
})

test('a heading sorts, and the other way round when pressed again', async () => {
  await show(<KeyTable rows={rows} isGone={false} />)
  await settled(() => button('Name').click())
  expect(names()).toEqual(['alpha', 'beta', 'gone'])
  await settled(() => button('Name').click())
  expect(names()).toEqual(['gone', 'beta', 'alpha'])
  expect(document.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('descending')
})

test('what is selected can be acted on together', async () => {
  await show(<KeyTable rows={rows} isGone={false} />)
  await settled(() => document.querySelector<HTMLElement>('[aria-label="Select all keys shown"]')?.click())
  expect(text()).toContain('3 selected')
  expect(document.querySelector('[data-keyway="bulk-bar"]')).not.toBeNull()
})

test('a search without a match leads back; an address of a key that is gone is said', async () => {
  location.hash = 'keys?q=nothing-like-it'
  await show(<KeyTable rows={rows} isGone />)
  expect(text()).toContain('No key matches.')
  expect(text()).toContain('That key is not in the vault.')
  await settled(() => button('Show all keys').click())
  expect(names()).toHaveLength(3)
})

test('without a key it says how one comes here', async () => {
  await show(<KeyTable rows={[]} isGone={false} />)
  expect(text()).toContain('No keys yet')
  expect(document.querySelector('table')).toBeNull()
})
