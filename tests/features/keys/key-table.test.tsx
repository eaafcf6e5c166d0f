// @vitest-environment happy-dom
/** The table of keys: what it counts, filters and sorts, what a selection offers, and what it says when there is nothing to show. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import KeyTable from '../../../src/features/keys/screen/table/key-table.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems, useSavedKeys } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
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

test('the worst stand first, then by name; a count shows its keys, pressed again all', {
  tags: 'slow',
}, async () => {
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

const Published = () => <KeyTable rows={useSavedKeys()} isGone={false} />

/** As React hears that the pointer is on something, or has left it. */
const pointer = (kind: 'over' | 'out', what: Element | null) =>
  settled(() =>
    what?.dispatchEvent(new PointerEvent(`pointer${kind}`, { bubbles: true, relatedTarget: document.body })),
  )

test('under the pointer the order stands still while checks find something; a key that goes is gone at once', {
  tags: 'slow',
}, async () => {
  const found = rows.map(row => (row.id === 'beta' ? key('beta', 'invalid_key') : row))
  const pill = () => document.querySelector('[data-id="beta"] [data-keyway="verdict"]')?.textContent
  await session.set({ rows })
  await show(<Published />)
  await until(() => expect(names()).toEqual(['gone', 'alpha', 'beta']))
  await pointer('over', document.querySelector('[data-id="alpha"] button'))
  await settled(() => session.set({ rows: found }))
  expect([names(), pill()]).toEqual([['gone', 'alpha', 'beta'], 'Rejected'])
  await pointer('out', document.querySelector('table'))
  expect(names()).toEqual(['beta', 'gone', 'alpha'])
  await pointer('over', document.querySelector('[data-id="alpha"] button'))
  await settled(() => session.set({ rows: found.filter(({ id }) => id !== 'beta') }))
  expect(names()).toEqual(['gone', 'alpha'])
})

test('a test without an answer is seen in its row, and one that is over is no longer said to run', {
  tags: 'slow',
}, async () => {
  const checked = () => document.querySelector('[data-id="beta"] .cell-checked')?.textContent
  const testing = 'Testing 3 keys. Results come in one by one.'
  await session.set({ rows, checks: { running: [] } })
  await show(<Published />)
  await until(() => expect(checked()).toBe('1 min ago'))
  await settled(() => button('Test all').click())
  await settled(() => session.set({ checks: { running: ['beta'] } }))
  expect(text()).toContain(testing)
  const trouble = { cause: 'network', at: at + 30_000, says: '' } as const
  const unheard = rows.map(row => ({ ...row, verdict: row.verdict && { ...row.verdict, trouble } }))
  await settled(() => session.set({ rows: unheard, checks: { running: [] } }))
  expect(text()).not.toContain(testing)
  expect(checked()).toBe('No answer')
  // A check that nobody pressed for is not “Test all” once more.
  await settled(() => session.set({ checks: { running: ['beta'] } }))
  expect(text()).not.toContain(testing)
})

test('where no key may be tested, “Test all” says so', async () => {
  worker.answer = () => ({ ok: true, count: 0 })
  await show(<KeyTable rows={rows} isGone={false} />)
  await settled(() => button('Test all').click())
  expect(text()).toContain('There is no key that Keyway may test now.')
})

test('that the computer is offline is said above the table', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await show(<KeyTable rows={rows} isGone={false} />)
  expect(text()).toContain('You are offline. What you see is from the last check.')
  vi.restoreAllMocks()
})

test('among several keys one chooses; of a single one there is nothing to choose', {
  tags: 'slow',
}, async () => {
  const choices = () => document.querySelectorAll('.table-filters select').length
  await show(<KeyTable rows={rows} isGone={false} />)
  expect(choices()).toBe(4)
  await show(<KeyTable rows={rows.slice(0, 1)} isGone={false} />)
  expect(choices()).toBe(0)
})

test('the column of expiries gives its room away while nothing expires', { tags: 'slow' }, async () => {
  const isThere = () => !document.querySelector('table')?.classList.contains('without-expiry')
  await show(<KeyTable rows={rows} isGone={false} />)
  expect(isThere()).toBe(false)
  await show(
    <KeyTable rows={[{ ...key('short', 'ok'), expiresAt: at + 86_400_000 }, ...rows]} isGone={false} />,
  )
  expect(isThere()).toBe(true)
})

test('a heading sorts, and the other way round when pressed again', { tags: 'slow' }, async () => {
  await show(<KeyTable rows={rows} isGone={false} />)
  await settled(() => button('Name').click())
  expect(names()).toEqual(['alpha', 'beta', 'gone'])
  await settled(() => button('Name').click())
  expect(names()).toEqual(['gone', 'beta', 'alpha'])
  expect(document.querySelector('th[aria-sort]')?.getAttribute('aria-sort')).toBe('descending')
})

test('what is selected can be acted on together', { tags: 'slow' }, async () => {
  await show(<KeyTable rows={rows} isGone={false} />)
  await settled(() => document.querySelector<HTMLElement>('[aria-label="Select all keys shown"]')?.click())
  expect(text()).toContain('3 selected')
  expect(document.querySelector('[data-keyway="bulk-bar"]')).not.toBeNull()
})

test('rows are low or high as they were chosen, the next time too', { tags: 'slow' }, async () => {
  const isCompact = () => document.querySelector('table')?.classList.contains('compact')
  await show(<KeyTable rows={rows} isGone={false} />)
  expect(isCompact()).toBe(false)
  const choose = () => document.querySelector<HTMLElement>('[aria-label="Compact rows"]')
  await settled(() => choose()?.click())
  expect(isCompact()).toBe(true)
  await show(<KeyTable rows={rows} isGone={false} />)
  expect(isCompact()).toBe(true)
  expect(choose()?.getAttribute('aria-pressed')).toBe('true')
  await settled(() => choose()?.click())
  expect(isCompact()).toBe(false)
})

test('a search without a match leads back; an address of a key that is gone is said', async () => {
  location.hash = 'keys?q=nothing-like-it'
  await show(<KeyTable rows={rows} isGone />)
  expect(text()).toContain('No key matches.')
  expect(text()).toContain('This key is not in the vault.')
  await settled(() => button('Show all keys').click())
  expect(names()).toHaveLength(3)
})

const cells = (column: string) =>
  [...document.querySelectorAll(`tbody .cell-${column}`)].map(
    cell => cell.querySelector('svg')?.getAttribute('aria-label') ?? cell.textContent,
  )

test('each key says how its last thirty days were, asked for in one message', { tags: 'slow' }, async () => {
  const today = new Date().toISOString().slice(0, 10)
  worker.answer = name =>
    name === 'screen.months'
      ? {
          ok: true,
          months: [
            ['alpha', [[today, 3, 0, 0]]],
            ['gone', []],
          ],
        }
      : { ok: true }
  await show(<KeyTable rows={rows} isGone={false} />)
  await until(() =>
    expect(cells('days')).toEqual([
      'No data: not tested in the last 30 days',
      'Tested on 1 of the last 30 days, worked each time',
      // Of this one nothing was answered.
      '',
    ]),
  )
  expect(worker.sent.filter(({ name }) => name === 'screen.months').map(({ payload }) => payload)).toEqual([
    { ids: ['gone', 'alpha', 'beta'] },
  ])
})

describe('the column of costs', () => {
  const now = Date.now()
  const admin = (id: string, tellsCosts: boolean): KeyRow => ({
    ...key(id, 'ok'),
    kind: 'admin',
    lastFour: 'zzzz',
    tellsCosts,
  })
  const told = [
    { ...key('dear', 'ok'), lastFour: 'aaaa' },
    { ...key('cheap', 'ok'), lastFour: 'bbbb' },
    { ...key('other', 'ok'), lastFour: 'cccc' },
  ]
  const figures = (at: number) => ({
    costs: [
      ['key_1', 12],
      ['key_2', 0.5],
    ],
    keys: [
      { id: 'key_1', kind: 'user', redacted: 'sk-...aaaa' },
      { id: 'key_2', kind: 'user', redacted: 'sk-...bbbb' },
    ],
    at,
  })
  const withKept = (at: number) => (name: string) =>
    name === 'screen.history'
      ? { ok: true, entries: [{ kind: 'figures', name: 'each-key', at, json: JSON.stringify(figures(at)) }] }
      : { ok: false, code: 'offline', message: 'No network.' }

  test('is there with the figures of the last time and their time, and sorts', async () => {
    worker.answer = withKept(now - 60_000)
    await show(<KeyTable rows={[...told, admin('told', true)]} isGone={false} />)
    await until(() => expect(cells('cost')).toEqual(['$0.50', '$12.00', '', '']))
    expect(text()).toMatch(/Cost: the last 30 days as of .*“told”/)
    await settled(() => button('Cost').click())
    await settled(() => button('Cost').click())
    expect(cells('cost')).toEqual(['$12.00', '$0.50', '', ''])
    // They are younger than a quarter of an hour.
    expect(worker.sent.some(({ name }) => name === 'screen.admin')).toBe(false)
  })

  test('is not there before there were figures; those that come are kept, and nothing moves meanwhile', {
    tags: 'slow',
  }, async () => {
    const body = (data: unknown) => ({
      ok: true,
      status: 200,
      body: JSON.stringify({ data, has_more: false }),
    })
    const listed = (tail: string) => (_: string, payload: unknown) => {
      const { path = '' } = payload as { path?: string }
      if (path.includes('/costs'))
        return body([
          {
            start_time: Math.floor(now / 86_400_000) * 86_400,
            results: [{ amount: { value: 2 }, api_key_id: 'key_9', project_id: 'proj_a' }],
          },
        ])
      if (path.includes('/api_keys'))
        return body([{ id: 'key_9', redacted_value: `sk-...${tail}`, name: 'x' }])
      if (path.includes('/projects')) return body([{ id: 'proj_a', name: 'Shop' }])
      return { ok: true }
    }
    const sent = () => worker.sent.filter(({ name }) => name === 'screen.keepFigures')
    const isRead = () => worker.sent.some(({ payload }) => JSON.stringify(payload).includes('/api_keys'))
    // Figures of keys that are none of this vault's are nothing to show.
    worker.answer = listed('9999')
    await show(<KeyTable rows={[...told, admin('fresh', false)]} isGone={false} />)
    await until(() => expect(isRead()).toBe(true))
    await settled()
    expect(sent()).toHaveLength(0)
    worker.answer = listed('cccc')
    await show(<KeyTable rows={[...told, admin('fresh', false)]} isGone={false} />)
    await until(() => expect(sent()).toHaveLength(1))
    expect(sent()[0]?.payload).toMatchObject({ id: 'fresh', name: 'each-key' })
    expect(document.querySelector('.cell-cost')).toBeNull()
    await show(<KeyTable rows={[...told, admin('fresh', true)]} isGone={false} />)
    await until(() => expect(cells('cost')).toEqual(['', '', '', '$2.00']))
  })

  test('is not there where nothing can be read, and not without an admin key', async () => {
    worker.answer = () => ({ ok: false, code: 'missing_scope', message: 'Not allowed.' })
    await show(<KeyTable rows={[...told, admin('refused', false)]} isGone={false} />)
    await until(() => expect(worker.sent.some(({ name }) => name === 'screen.admin')).toBe(true))
    expect(document.querySelector('.cell-cost')).toBeNull()
    expect(text()).not.toContain('Not allowed.')
  })
})

test('without a key it says how one comes here', async () => {
  await show(<KeyTable rows={[]} isGone={false} />)
  expect(text()).toContain('No keys yet')
  expect(document.querySelector('table')).toBeNull()
})
