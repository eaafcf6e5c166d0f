// @vitest-environment happy-dom
/** The dashboard's first page: the one next thing, every status as a link to its keys, and what is due. */
import { beforeEach, describe, expect, test } from 'vitest'
import { Dashboard } from '../../src/entries/dashboard/dashboard.tsx'
import { nextThing } from '../../src/features/health/core/next-thing.ts'
import { dueDates } from '../../src/features/keys/core/due-dates.ts'
import type { KeyRow, VaultStatus } from '../../src/protocol/published.ts'
import { followLocalItems } from '../../src/ui/use-local.ts'
import { followItems } from '../../src/ui/use-session.ts'
import { local, session, worker } from '../fake-browser.ts'
import { button, settled, show, until } from '../in-dom.ts'

await followItems(['vault', 'rows', 'pending', 'copy', 'checks'])
await followLocalItems()

const now = Date.now()
const day = 86_400_000
const vault: VaultStatus = {
  status: 'unlocked',
  inboxCount: 0,
  watchesWhileLocked: false,
  lastBackupAt: now,
  slots: [{ kind: 'recovery' }] as unknown as NonNullable<VaultStatus['slots']>,
  notices: [],
}
const works = { key: 'accepted', use: 'ready', cause: 'ok', says: '', at: now, since: now } as const
const refused = {
  key: 'rejected',
  use: 'unknown',
  cause: 'invalid_key',
  says: '',
  at: now,
  since: now,
} as const
const key = (id: string, about: Partial<KeyRow> = {}): KeyRow => ({
  id,
  lastFour: 'W9fI',
  provider: 'openai',
  kind: 'project',
  label: `Key ${id}`,
  environment: 'Production',
  usedIn: ['bot/.env'],
  rotateBy: now + 90 * day,
  createdAt: now - day,
  verdict: works,
  ...about,
})
const none: ReadonlySet<string> = new Set()
const text = () => document.body.textContent ?? ''

describe('the next thing', () => {
  test('a date that is still to come is no date that has passed', () => {
    const why = (rotateBy: number) => nextThing(vault, [key('a', { rotateBy })], none, now)?.why
    expect(why(now + 5 * day)).toMatch(/^Replace it by /)
    expect(why(now - 5 * day)).toBe('It was to be replaced 5 days ago.')
  })

  test.each<[string, KeyRow[], string | RegExp, string]>([
    [
      'a broken key before everything else',
      [key('a', { verdict: refused }), key('b', { rotateBy: now })],
      'One key needs you',
      '#keys?status=invalid_key',
    ],
    ['a date that has come', [key('a', { rotateBy: now - day })], 'Replace “Key a”', '#keys/a'],
    ['an expiry within 14 days', [key('a', { expiresAt: now + 5 * day })], '“Key a” expires soon', '#keys/a'],
    ['a first key that nothing uses', [key('a', { usedIn: [] })], 'Use your key', '#keys/a/call'],
  ])('%s', (_, rows, title, href) => {
    const next = nextThing(vault, rows, none, now)
    expect(next?.title).toMatch(title)
    expect(next?.action.href).toBe(href)
  })

  test('what is broken is counted by status only where there are several', () => {
    const [one, other] = [
      key('a', { verdict: refused }),
      key('b', { verdict: { ...refused, key: 'accepted', use: 'blocked', cause: 'no_credit' } }),
    ]
    expect(nextThing(vault, [one], none, now)?.why).toBeUndefined()
    expect(nextThing(vault, [one, other], none, now)?.why).toContain('No credit: 1')
  })

  test('keys that wait for a permission come before dates and habits', () => {
    const { verdict: _, ...waiting } = key('a', { provider: 'groq' })
    expect(nextThing(vault, [waiting], new Set(['a']), now)?.action.href).toBe('#keys?status=permission')
  })

  test('a missing backup is said when no key waits', () => {
    const { lastBackupAt: _, ...noBackup } = vault
    const next = nextThing(noBackup, [key('a', { provider: 'anthropic' })], none, now)
    expect(next).toMatchObject({ title: 'No recent backup', action: { href: '#backup' } })
    expect(nextThing(vault, [key('a', { provider: 'anthropic' })], none, now)).toBeNull()
  })
})

test('dates within 30 days or past, the earliest first, each key once; a rejected key is due for nothing', () => {
  const rows = [
    key('far', { expiresAt: now + 31 * day, rotateBy: now + 40 * day }),
    key('both', { expiresAt: now + 9 * day, rotateBy: now + 2 * day }),
    key('past', { expiresAt: now - day }),
    key('refused', { expiresAt: now, verdict: refused }),
  ]
  expect(dueDates(rows, now).map(({ row, what }) => `${row.id} ${what}`)).toEqual([
    'past expires',
    'both replace',
  ])
})

describe('the page', () => {
  beforeEach(async () => {
    worker.sent.length = 0
    worker.answer = () => ({ ok: true })
    await local.remove('watchingAnswered')
    location.hash = ''
    await session.set({ vault, pending: [], checks: { running: [] }, copy: null })
  })

  test('is the first that opens; each status leads to its keys', async () => {
    await session.set({ rows: [key('a'), key('b', { verdict: refused }), key('c', { verdict: refused })] })
    await show(<Dashboard />)
    await until(() => expect(document.querySelector('h1')?.textContent).toBe('Overview'))
    await until(() => expect(document.querySelectorAll('.total')).toHaveLength(2))
    expect(
      [...document.querySelectorAll('.total')].map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['2 Rejected', '#keys?status=invalid_key'],
      ['1 Works', '#keys?status=works'],
    ])
  })

  test('the worst of the check-up stand there, each a way to its keys, and a way to all of it', {
    tags: 'slow',
  }, async () => {
    const { lastBackupAt: _, ...noBackup } = vault
    const old = Date.now() - 300 * 86_400_000
    await session.set({
      vault: noBackup,
      rows: [key('a', { verdict: refused }), key('b', { createdAt: old })],
    })
    await show(<Dashboard />)
    const card = () => document.querySelector('[data-keyway="checkup-card"]')
    await until(() => expect(card()).not.toBeNull())
    const links = [...(card()?.querySelectorAll('li a') ?? [])]
    expect([links[0]?.textContent, links[0]?.getAttribute('href')]).toEqual([
      'Older than half a year, Worth doing',
      '#keys?finding=old',
    ])
    // The totals above say how many are rejected.
    expect(card()?.textContent).not.toContain('Rejected')
    expect(links.map(link => link.textContent)).toContain('No recent backup, Worth doing')
    expect(links.length).toBeLessThanOrEqual(4)
    expect(card()?.querySelector('a')?.getAttribute('href')).toBe('#checkup')
  })

  test('what is the next thing to do does not stand in the check-up beside it', async () => {
    const { lastBackupAt: _, ...noBackup } = vault
    const good = { environment: 'Production', expiresAt: Date.now() + 9e9, usedIn: ['bot/.env'] }
    await session.set({ vault: noBackup, rows: [key('a', good), key('b', good)] })
    await show(<Dashboard />)
    const parts = (of: string, what: string) =>
      [...document.querySelectorAll(`[data-keyway="${of}"] ${what}`)].map(one => one.textContent)
    await until(() => expect(parts('next-thing', 'h2')).toEqual(['Is spending capped?']))
    expect(parts('checkup-card', 'li a')).toEqual(['No recent backup, Worth doing'])
    expect(parts('checkup-card', '.ends a')).toEqual(['All 2 suggestions'])
  })

  test('“Keep checking while locked?” is asked once a key is there, and never again after an answer', {
    tags: 'slow',
  }, async () => {
    await session.set({ rows: [] })
    await show(<Dashboard />)
    await until(() => expect(text()).toContain('No keys yet'))
    expect(text()).not.toContain('Keep checking while locked?')
    await settled(() => session.set({ rows: [key('a')] }))
    await until(() => expect(text()).toContain('Keep checking while locked?'))
    await settled(() => button('No').click())
    expect(worker.sent.filter(one => one.name === 'screen.setWatching')).toEqual([
      { name: 'screen.setWatching', payload: { watchWhileLocked: false } },
    ])
    await until(() => expect(text()).not.toContain('Keep checking while locked?'))
    expect(local.all.watchingAnswered).toBe(true)
    await show(<Dashboard />)
    await until(() => expect(text()).toContain('Overview'))
    await settled()
    expect(text()).not.toContain('Keep checking while locked?')
  })

  test.each([
    ['Yes, keep checking', { watchWhileLocked: true }],
    ['Yes, and also before I unlock', { watchWhileLocked: true, watchFromStart: true }],
  ])('“%s” is asked for as it is said', async (name, payload) => {
    await session.set({ rows: [key('a')] })
    await show(<Dashboard />)
    await until(() => expect(text()).toContain('Keep checking while locked?'))
    await settled(() => button(name).click())
    expect(worker.sent.filter(one => one.name === 'screen.setWatching')).toEqual([
      { name: 'screen.setWatching', payload },
    ])
  })

  test('under 700 px the pages are behind one button: it says whether they are open, and Escape closes them', async () => {
    await session.set({ rows: [key('a')] })
    await show(<Dashboard />)
    const menu = document.querySelector<HTMLElement>('.side-menu')
    expect(menu?.getAttribute('aria-expanded')).toBe('false')
    await settled(() => menu?.click())
    expect(menu?.getAttribute('aria-expanded')).toBe('true')
    await settled(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    )
    expect(menu?.getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(menu)
  })
})
