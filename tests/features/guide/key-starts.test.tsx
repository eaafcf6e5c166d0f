// @vitest-environment happy-dom
/**
 * Places that begin a guide for a key, not for an error: the check-up, what is due, the key's own page. Each hands over the key that
 * it speaks of. What the worker makes of it is told in starts.test.ts; to each guide's end they are walked in `npm run soak starts`.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Attention } from '../../../src/features/health/screen/attention.tsx'
import CheckupPage from '../../../src/features/health/screen/checkup/checkup-page.tsx'
import { dueDates } from '../../../src/features/keys/core/due-dates.ts'
import { Due } from '../../../src/features/keys/screen/due.tsx'
import { DueList } from '../../../src/features/keys/screen/overview/due-list.tsx'
import { RemoveKey } from '../../../src/features/keys/screen/remove-key.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show } from '../../in-dom.ts'
import { situations } from './causes.ts'

vi.stubGlobal('chrome', { sidePanel: { open: async () => undefined } })
await followItems(['vault', 'rows', 'copy', 'checks'])

const now = Date.now()
const day = 86_400_000
/** Nothing is to be said of it. */
const well = (id: string, about: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  kind: 'project',
  label: `Key ${id}`,
  lastFour: 'abcd',
  createdAt: now - day,
  environment: 'Production',
  expiresAt: now + 90 * day,
  verdict: { ...outcomes.ok, cause: 'ok', says: '', at: now, since: now },
  ...about,
})
const started = () =>
  worker.sent.filter(({ name }) => name === 'screen.startGuide').map(({ payload }) => payload)

beforeEach(() => {
  worker.sent.length = 0
  HTMLElement.prototype.hidePopover = vi.fn()
})

describe('the check-up', () => {
  const faults: [string, Partial<KeyRow>, string][] = [
    [
      'rejected',
      { verdict: { ...outcomes.invalid_key, cause: 'invalid_key', says: '', at: now, since: now } },
      'rotate-key',
    ],
    ['legacy', { kind: 'legacy' }, 'project-key'],
    ['old', { createdAt: now - 200 * day, usedIn: ['shop'] }, 'rotate-key'],
    ['overdue', { rotateBy: now - day }, 'rotate-key'],
    ['shared', { usedIn: ['shop', 'nightly job'] }, 'create-key'],
    ['environments', { environment: 'development, production' }, 'project-key'],
    ['unused', { createdAt: now - 40 * day }, 'revoke-key'],
  ]
  const look = async (rows: KeyRow[], finding: string) => {
    await session.set({ vault: { status: 'unlocked', inboxCount: 0, lastBackupAt: now, notices: [] }, rows })
    await show(<CheckupPage rest={[]} />)
    return document.querySelector<HTMLElement>(`[data-finding="${finding}"] .line-act`)
  }

  test.each(faults)('%s: for the one key that has it', async (finding, fault, guide) => {
    const line = await look([well('fine'), well('k1', fault)], finding)
    await settled(() => line?.querySelector('button')?.click())
    expect(started()).toEqual([{ guide, keyId: 'k1' }])
  })

  test.each(faults)('%s: of several the person says which', async (finding, fault, guide) => {
    const rows = [well('k1', fault), well('k2', fault), well('other', { ...fault, provider: 'groq' })]
    const line = await look(rows, finding)
    const list = line?.querySelector('[popover]')
    await settled(() => list?.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })))
    const items = [...(line?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    // Guides walk OpenAI's pages: no other provider's key is offered.
    expect(items.map(({ textContent }) => textContent)).toEqual(['Key k1', 'Key k2'])
    await settled(() => items[1]?.click())
    expect(started()).toEqual([{ guide, keyId: 'k2' }])
  })

  test('every finding with a guide is in the table, but for the one that is about no key', async () => {
    await look(
      [
        ...faults.map(([id, fault]) => well(id, fault)),
        well('admin', { kind: 'admin', provider: 'anthropic', lastCopiedAt: now }),
      ],
      'limit',
    )
    const guided = [...document.querySelectorAll<HTMLElement>('[data-finding]')]
      .filter(line => /Show me how/.test(line.querySelector('.line-act')?.textContent ?? ''))
      .map(({ dataset }) => dataset.finding)
    expect(guided.toSorted()).toEqual([...faults.map(([id]) => id), 'limit'].toSorted())
    await settled(() => document.querySelector<HTMLElement>('[data-finding="limit"] button')?.click())
    expect(started()).toEqual([{ guide: 'limit-spending' }])
  })
})

describe('what is due', () => {
  const soon = well('k1', { rotateBy: now + 10 * day })

  test('in the overview', async () => {
    await show(<DueList dates={dueDates([well('fine'), soon], now)} now={now} />)
    await settled(() => button('Rotate').click())
    expect(started()).toEqual([{ guide: 'rotate-key', keyId: 'k1' }])
  })

  test('on the key’s page', async () => {
    await show(<Due row={soon} />)
    await settled(() => button('Show me how to replace it').click())
    expect(started()).toEqual([{ guide: 'rotate-key', keyId: 'k1' }])
  })
})

test('the deletion of a key that may still work leads to the end of this key', async () => {
  await show(<RemoveKey row={well('k1')} onKeep={() => undefined} onRemoved={() => undefined} />)
  await settled(() => button('Show me how to revoke it').click())
  expect(started()).toEqual([{ guide: 'revoke-key', keyId: 'k1' }])
})

/** What passes by itself, and a restriction that may be meant, ask for nobody. */
const unlisted = ['rate_limited', 'missing_scope']

describe('the panel’s list of keys that need the person, two of which say the same', () => {
  const seen = new Map(situations.filter(one => one.isSeenByCheck).map(one => [one.cause, one]))
  test.each([...seen.values()])('$cause', async ({ cause, guide }) => {
    const verdict = { ...outcomes[cause], cause, says: '', at: now, since: now }
    await session.set({ rows: [well('k1', { verdict }), well('k2', { verdict })] })
    await show(<Attention />)
    await settled(() => [...document.querySelectorAll<HTMLElement>('.attention-key button')].at(1)?.click())
    expect(started()).toEqual(unlisted.includes(cause) ? [] : [{ guide, keyId: 'k2' }])
  })
})

test('beside a single key, who hears “Show me how to fix it” hears which key', async () => {
  const one = situations.find(each => each.isSeenByCheck && !unlisted.includes(each.cause))
  if (!one) throw new Error('No situation is left.')
  const verdict = { ...outcomes[one.cause], cause: one.cause, says: '', at: now, since: now }
  await session.set({ rows: [well('k1', { verdict, label: 'Bot' })] })
  await show(<Attention />)
  expect(button('Show me how to fix it').getAttribute('aria-description')).toBe('Bot')
})
