// @vitest-environment happy-dom
/** What OpenRouter and DeepSeek tell a key of its own money: only what stands in the answer, with who told it and when. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { readOwnFigures } from '../../../src/features/usage/core/own-figures.ts'
import OwnFiguresPart, { OwnFiguresOfAll } from '../../../src/features/usage/screen/own-figures-part.tsx'
import type { KeyRow } from '../../../src/protocol/published.ts'
import { session, worker } from '../../fake-browser.ts'
import { button, settled, show, until } from '../../in-dom.ts'

const told = (provider: string, answer: unknown) =>
  readOwnFigures(provider, JSON.stringify(answer)).map(({ name, value }) => `${name}: ${value}`)

describe('OpenRouter', () => {
  it('tells limit, rest, use and expiry', () => {
    const data = {
      label: 'sk-or-v1-abc...def',
      limit: 100,
      limit_remaining: 74.5,
      limit_reset: 'monthly',
      usage: 25.5,
      usage_daily: 0.0042,
      usage_weekly: '3.5',
      usage_monthly: 12,
      byok_usage: 17,
      expires_at: null,
    }
    expect(told('openrouter', { data })).toEqual([
      'Limit: $100.00',
      'Left of the limit: $74.50',
      'The limit begins anew: each month (UTC)',
      'Spent by this key: $25.50',
      'Spent today (UTC): $0.0042',
      'Spent this week (UTC): $3.50',
      'Spent this month (UTC): $12.00',
    ])
    expect(told('openrouter', { data: { limit: null, usage: 0 } })).toEqual([
      'Limit: none',
      'Spent by this key: $0.00',
    ])
  })

  it.each([
    [null],
    [7],
    [{ data: 'x' }],
    [{ data: [] }],
    [
      {
        data: {
          limit: undefined,
          usage: 'much',
          limit_remaining: true,
          usage_daily: 1e300,
          usage_weekly: {},
        },
      },
    ],
    [{ data: { limit_reset: 'constructor', expires_at: 'soon' } }],
  ])('%j tells nothing', answer => expect(told('openrouter', answer)).toEqual([]))
})

describe('DeepSeek', () => {
  it('tells the balance of each currency apart', () => {
    const balance_infos = [
      { currency: 'CNY', total_balance: '110.00', granted_balance: '10.00', topped_up_balance: '100.00' },
      { currency: 'USD', total_balance: '5.00' },
    ]
    expect(told('deepseek', { is_available: true, balance_infos })).toEqual([
      'Balance of the account (CNY): CN¥110.00',
      'Of it granted (CNY): CN¥10.00',
      'Of it paid in (CNY): CN¥100.00',
      'Balance of the account (USD): $5.00',
    ])
  })

  it.each([
    [{}],
    [{ balance_infos: 'x' }],
    [
      {
        balance_infos: [
          null,
          7,
          { currency: '<b>', total_balance: '1' },
          { currency: 'USD', total_balance: '1e3' },
        ],
      },
    ],
  ])('%j tells nothing', answer => expect(told('deepseek', answer)).toEqual([]))
})

it('no other provider is taken to tell anything', () => {
  for (const provider of ['openai', 'constructor', '__proto__', 'xai'])
    expect(told(provider, { data: { usage: 1 } })).toEqual([])
})

const row = (id: string, more: Partial<KeyRow> = {}): KeyRow => ({
  id,
  provider: 'openrouter',
  label: `Key ${id}`,
  lastFour: 'wxyz',
  createdAt: 1,
  ...more,
})
const words = () => document.body.textContent ?? ''
beforeEach(async () => {
  worker.sent.length = 0
  await session.set({ rows: [] })
})

test('nothing is asked before the press; then it says who told it and when, and still does on the next visit', async () => {
  worker.answer = () => ({ ok: true, models: [], own: '{"data":{"limit":10,"usage":2.5}}' })
  await show(<OwnFiguresPart row={row('seen')} />)
  expect(worker.sent).toEqual([])
  await settled(() => button('Ask OpenRouter').click())
  await until(() => expect(words()).toContain('$2.50'))
  expect(words()).toMatch(/OpenRouter told this key (?:now|just now|\d)/)
  expect(worker.sent.map(({ name, payload }) => [name, payload])).toEqual([
    ['screen.models', { id: 'seen', own: true }],
  ])
  await show(<OwnFiguresPart row={row('seen')} />)
  expect(words()).toContain('$2.50')
  await show(<OwnFiguresPart row={row('other')} />)
  expect(words()).not.toContain('$2.50')
})

test('a refusal and an answer without an amount are said, and what was read before stays', async () => {
  worker.answer = () => ({ ok: true, models: [], own: '{"data":{"usage":4}}' })
  await show(<OwnFiguresPart row={row('kept')} />)
  await settled(() => button('Ask OpenRouter').click())
  await until(() => expect(words()).toContain('$4.00'))
  worker.answer = () => ({ ok: false, code: 'invalid_key', message: 'The key is rejected.' })
  await settled(() => button('Refresh').click())
  await until(() => expect(words()).toContain('The key is rejected.'))
  worker.answer = () => ({ ok: true, models: [], own: '<html>' })
  await settled(() => button('Refresh').click())
  await until(() => expect(words()).toContain('told no amount that Keyway can read'))
  expect(words()).toContain('$4.00')
})

test('the page of costs lists the keys that are told something, and no others', async () => {
  const rejected = { key: 'rejected' } as KeyRow['verdict'] & object
  await show(
    <OwnFiguresOfAll
      rows={[
        row('a'),
        row('b', { provider: 'deepseek' }),
        row('c', { provider: 'groq' }),
        row('d', { verdict: rejected }),
      ]}
    />,
  )
  expect(
    [...document.querySelectorAll('[data-keyway="own-figures"]')].map(one => one.getAttribute('data-id')),
  ).toEqual(['a', 'b'])
  await show(<OwnFiguresOfAll rows={[row('c', { provider: 'groq' })]} />)
  expect(words()).not.toContain('Other providers')
})

test('where only the browser’s permission is missing, it says so and offers to ask for it', async () => {
  worker.answer = () => ({ ok: false, code: 'permission_needed', message: 'Keyway needs your permission.' })
  await show(<OwnFiguresPart row={row('asked')} />)
  await settled(() => button('Ask OpenRouter').click())
  await until(() =>
    expect(words()).toContain('Keyway needs your permission to contact OpenRouter at openrouter.ai'),
  )
  expect(button('Allow')).toBeDefined()
})
