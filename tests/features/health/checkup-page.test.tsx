// @vitest-environment happy-dom
/** The check-up as a list: worst first, how much there is of each weight, and a way from a finding to its keys in the table. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import CheckupPage from '../../../src/features/health/screen/checkup/checkup-page.tsx'
import KeyTable from '../../../src/features/keys/screen/table/key-table.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
await followItems(['vault', 'rows', 'copy', 'checks', 'policy'])

const now = Date.now()
const rejected = {
  key: 'rejected',
  use: 'unknown',
  cause: 'invalid_key',
  says: '',
  at: now,
  since: now,
} as const
const key = (id: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: id,
  lastFour: '0000',
  createdAt: now - 86_400_000,
  environment: 'Production',
  expiresAt: now + 9e9,
  ...more,
})
const keys = [
  key('broken', { verdict: rejected }),
  key('nowhere', { environment: '' }),
  key('lost', { environment: '' }),
  key('well'),
]
const listed = () =>
  [...document.querySelectorAll<HTMLElement>('[data-keyway="key-row"]')].map(row => row.dataset.id)

beforeEach(async () => {
  await session.set({
    vault: { status: 'unlocked', inboxCount: 0, slots: [{ id: 'r', kind: 'recovery' }], notices: [] },
    rows: keys,
  })
  location.hash = ''
})

describe('the list', () => {
  test('a date that the organization sets is a date: its keys are not said to have none', async () => {
    const findings = () =>
      [...document.querySelectorAll<HTMLElement>('[data-finding]')].map(one => one.dataset.finding)
    const { expiresAt: _, ...undated } = key('undated')
    await session.set({ rows: [undated] })
    await show(<CheckupPage rest={[]} />)
    expect(findings()).toContain('no-expiry')
    await settled(() => session.set({ policy: { policy: { keyAgeDaysAtMost: 90 }, notUnderstood: [] } }))
    expect(findings()).not.toContain('no-expiry')
    await settled(() => session.set({ policy: { policy: {}, notUnderstood: [] } }))
  })

  test('says for each finding at how many keys, and leads to exactly these', async () => {
    await show(<CheckupPage rest={[]} />)
    const lines = [...document.querySelectorAll<HTMLElement>('[data-finding]')]
    const counted = lines.map(line => [line.dataset.finding, line.querySelector('.line-count')?.textContent])
    expect(counted).toEqual([
      ['rejected', '1 key'],
      ['limit', undefined],
      ['backup', undefined],
      ['no-environment', '2 keys'],
    ])
    expect(document.querySelector('[data-finding="no-environment"] a')?.getAttribute('href')).toBe(
      '#keys?finding=no-environment',
    )
    expect(document.body.textContent).toMatch(/1 Urgent.*2 Worth doing.*1 Good habit/)
  })

  test('what can be done about each is named after it: no two buttons are called alike', async () => {
    await show(<CheckupPage rest={[]} />)
    const acts = [...document.querySelectorAll('.line-act > :is(a, button)')]
    const names = acts.map(act => act.getAttribute('aria-label') ?? act.textContent)
    expect(names.length).toBeGreaterThan(2)
    expect(names.length).toBe(new Set(names).size)
  })

  test('in the table: its keys, what is to be done, and a way back to all', async () => {
    location.hash = '#keys?finding=no-environment'
    await show(<KeyTable rows={keys} isGone={false} />)
    await until(() => expect(listed()).toEqual(['lost', 'nowhere']))
    expect(document.body.textContent).toContain('Set whether they are for development')
    await settled(() => button('Show all keys').click())
    await until(() => expect(listed()).toHaveLength(4))
  })

  test('a finding that is no more lists every key', async () => {
    location.hash = '#keys?finding=admin'
    await show(<KeyTable rows={keys} isGone={false} />)
    await until(() => expect(listed()).toHaveLength(4))
  })
})
