// @vitest-environment happy-dom
/** Keys of an environment are replaced every so many days: dates follow the rule, and a date of the person’s own stays. */
import { beforeEach, describe, expect, it } from 'vitest'
import { dueReminders } from '../../../src/features/health/core/reminders.ts'
import {
  datesToSet,
  environmentsOf,
  readEnvironmentDates,
  withRule,
} from '../../../src/features/rotation/core/environment-dates.ts'
import { EnvironmentRules } from '../../../src/features/rotation/screen/environment-rules.tsx'
import RulesRunner from '../../../src/features/rotation/screen/rules-runner.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { followItems } from '../../../src/ui/use-session.ts'
import { session, worker } from '../../fake-browser.ts'
import { settled, show, until } from '../../in-dom.ts'

await followItems(['rows'])
const day = 86_400_000
const start = Date.UTC(2026, 8, 1)
const row = (id: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openai',
  label: id,
  lastFour: 'wxyz',
  createdAt: start,
  environment: 'production',
  ...more,
})
const none = readEnvironmentDates(undefined)
const rules = withRule(none, 'Production', 90)
const revoked = { ...outcomes.invalid_key, cause: 'invalid_key', says: '', at: start, since: start } as const

describe('a rule', () => {
  it('gives each key of its environment a date, however that is written, and no other', () => {
    const rows = [
      row('a'),
      row('b', { environment: ' PRODUCTION ' }),
      row('own', { rotateBy: start + day }),
      row('revoked', { verdict: revoked }),
      row('test', { environment: 'test' }),
    ]
    const { changes, next } = datesToSet(rules, rows)
    expect(changes).toEqual(['a', 'b'].map(id => ({ id, rotateBy: start + 90 * day })))
    const set = rows.map(one => ({ ...one, ...changes.find(({ id }) => id === one.id) }) as KeyRow)
    expect(datesToSet(next, set).changes).toEqual([])
    // Another number of days moves its own dates; without the rule they go.
    expect(datesToSet(withRule(next, 'production', 30), set).changes.map(({ rotateBy }) => rotateBy)).toEqual(
      [start + 30 * day, start + 30 * day],
    )
    expect(datesToSet(withRule(next, 'production', 0), set).changes).toEqual([
      { id: 'a', rotateBy: null },
      { id: 'b', rotateBy: null },
    ])
    expect(environmentsOf(rows).map(name => name.toLowerCase())).toEqual(['production', 'test'])
  })

  it('is reminded of 14, 3 and 0 days before, as an expiry is', () => {
    const [change] = datesToSet(rules, [row('a')]).changes
    const at = change?.rotateBy ?? 0
    const said = (now: number) =>
      dueReminders([{ id: 'a', rotateBy: at, expiresAt: at }], {}, now).reminders.map(
        ({ what, days }) => `${what} ${days}`,
      )
    expect(said(at - 15 * day)).toEqual([])
    for (const days of [14, 3, 0])
      expect(said(at - days * day)).toEqual([`expires ${days}`, `rotate ${days}`])
  })
})

describe('on the screen', () => {
  let kept: string | undefined
  const edits = () => worker.sent.filter(({ name }) => name === 'screen.edit').map(({ payload }) => payload)
  beforeEach(async () => {
    kept = undefined
    worker.sent.length = 0
    worker.answer = (name, payload) => {
      if (name === 'screen.keepSealed') kept = (payload as { text: string }).text
      return { ok: true, ...(name === 'screen.readSealed' && kept !== undefined && { text: kept }) }
    }
    await session.set({ rows: [row('a')] })
  })

  it('a rule is chosen, sealed before any date is set, and holds for keys that come later', async () => {
    await show(<EnvironmentRules rows={[row('a')]} />)
    await until(() => expect(document.querySelector('select')).not.toBeNull())
    const select = document.querySelector('select') ?? expect.fail()
    await settled(() => {
      select.value = '90'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await until(() => expect(edits()).toEqual([{ id: 'a', about: { rotateBy: start + 90 * day } }]))
    const order = worker.sent.map(({ name }) => name)
    expect(order.indexOf('screen.keepSealed')).toBeLessThan(order.indexOf('screen.edit'))
    await session.set({ rows: [row('a', { rotateBy: start + 90 * day }), row('b')] })
    await show(<RulesRunner />)
    await until(() => expect(edits().at(-1)).toEqual({ id: 'b', about: { rotateBy: start + 90 * day } }))
    expect(edits()).toHaveLength(2)
  })
})
