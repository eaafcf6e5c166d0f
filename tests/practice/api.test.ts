import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchThrough } from './fetch.ts'
import { type Practice, startPractice } from './server.ts'
import type { PracticeKey } from './state.ts'

let practice: Practice
let ask: typeof fetch
beforeAll(async () => {
  practice = await startPractice()
  ask = fetchThrough(practice.port)
})
afterAll(() => practice.close())
beforeEach(() => practice.reset())

const api = 'https://api.openai.com'
const models = (secret: string) => ask(`${api}/v1/models`, { headers: { authorization: `Bearer ${secret}` } })
/** As Keyway's zero-cost question about money: it can never be a valid request. */
const spend = (secret: string, body: unknown = { model: 'gpt-5-mini', messages: [] }) =>
  ask(`${api}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: Record<string, unknown> }).error

describe('A key that is fine', () => {
  test('lists the models, and the request that cannot be valid is refused for what it says only', async () => {
    const key = practice.addKey()
    const list = await models(key.secret)
    expect(list.status).toBe(200)
    expect(await list.json()).toMatchObject({
      object: 'list',
      data: expect.arrayContaining([expect.objectContaining({ id: 'gpt-5-mini' })]),
    })
    const probe = await spend(key.secret)
    expect(probe.status).toBe(400)
    expect(probe.headers.get('openai-organization')).toBe(practice.state.organization.id)
    expect(probe.headers.get('x-ratelimit-limit-tokens')).toBe('200000')
    expect(await errorOf(probe)).toMatchObject({ type: 'invalid_request_error', param: 'messages' })
    expect(practice.state.usage).toEqual([])
  })

  test('gets a real answer, whole and streamed, and it costs something', async () => {
    const key = practice.addKey()
    const body = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Hi' }] }
    const whole = (await (await spend(key.secret, body)).json()) as {
      choices: { message: { content: string } }[]
    }
    const text = await (await spend(key.secret, { ...body, stream: true })).text()
    const pieces = text
      .split('\n\n')
      .filter(line => line.startsWith('data: {'))
      .map(line => JSON.parse(line.slice(6)).choices[0].delta.content ?? '')
    expect(pieces.join('')).toBe(whole.choices[0]?.message.content)
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true)
    expect(practice.state.usage[0]).toMatchObject({ requests: 2, keyId: key.id })
    expect(practice.state.billing.credit).toBeLessThan(10)
  })

  test('also through /v1/responses, event by event', async () => {
    const key = practice.addKey()
    const response = await ask(`${api}/v1/responses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'gpt-5-mini', input: 'Hi', stream: true }),
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const text = await response.text()
    expect(text).toContain('event: response.output_text.delta')
    expect(text.trim().split('event: ').at(-1)).toContain('response.completed')
  })
})

describe('A key that is refused', () => {
  test.each<[string, Partial<PracticeKey>, string]>([
    ['revoked', { revoked: true, revokedAt: 1 }, 'invalid_api_key'],
    ['expired', { expiresAt: 1 }, 'api_key_expired'],
    ['of a deactivated account', { condition: 'account_deactivated' }, 'account_deactivated'],
    ['from a forbidden address', { condition: 'ip_not_authorized' }, 'ip_not_authorized'],
  ])('because it is %s', async (_, given, code) => {
    const response = await models(practice.addKey(given).secret)
    expect(response.status).toBe(401)
    expect((await errorOf(response)).code).toBe(code)
  })

  test('is echoed as the real one does: prefix, stars, the last four; a short text whole', async () => {
    const secret = practice.addKey({ revoked: true }).secret
    const long = String((await errorOf(await models(secret))).message)
    expect(long).toContain(`Incorrect API key provided: sk-proj-${'*'.repeat(152)}${secret.slice(-4)}.`)
    expect(String((await errorOf(await models('Toxic'))).message)).toContain('provided: Toxic.')
    expect((await errorOf(await models(''))).code).toBeNull()
  })

  test('when it is too new, and still taken for a while after it was revoked', async () => {
    practice.set({ api: { newKeyDelay: 60_000, revokeDelay: 60_000 } })
    expect((await models(practice.addKey().secret)).status).toBe(401)
    const old = practice.addKey({ createdAt: 1, revoked: true, revokedAt: Date.now() })
    expect((await models(old.secret)).status).toBe(200)
  })

  test('on the wrong host, by name of the right one', async () => {
    practice.set({ projects: [{ id: 'proj_eu', name: 'Europe', region: 'eu' }] })
    const { secret } = practice.addKey({ project: 'proj_eu' })
    expect(String((await errorOf(await models(secret))).message)).toContain('eu.api.openai.com')
    const right = await ask('https://eu.api.openai.com/v1/models', {
      headers: { authorization: `Bearer ${secret}` },
    })
    expect(right.status).toBe(200)
  })

  test('when its project is archived, or the organization in the header is another', async () => {
    const { secret } = practice.addKey()
    const other = await ask(`${api}/v1/models`, {
      headers: { authorization: `Bearer ${secret}`, 'openai-organization': 'org-other' },
    })
    expect((await errorOf(other)).code).toBe('mismatched_organization')
    practice.set({ projects: [{ ...practice.state.projects[0], archived: true }] })
    expect((await errorOf(await models(secret))).code).toBe('not_authorized_invalid_project')
  })
})

describe('Money', () => {
  test.each([
    ['no credit', { billing: { credit: 0 } }, 'credit_balance_exhausted'],
    [
      'no credit, in older words',
      { billing: { credit: -1 }, api: { moneyWording: 'insufficient_quota' as const } },
      'insufficient_quota',
    ],
    ['no active billing', { billing: { plan: 'inactive' as const } }, 'billing_not_active'],
  ])('%s: the models are listed, and spending is refused without retry-after', async (_, patch, code) => {
    practice.set(patch)
    const { secret } = practice.addKey()
    expect((await models(secret)).status).toBe(200)
    const refused = await spend(secret)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBeNull()
    expect(refused.headers.get('openai-organization')).toBeNull()
    expect((await errorOf(refused)).code).toBe(code)
  })

  test('a hard limit holds once the month has reached it', async () => {
    const key = practice.addKey()
    practice.set({ organization: { spendLimit: 0.0005, hardLimit: true } })
    const body = { model: 'gpt-5-mini', messages: [{ role: 'user', content: 'Hi' }] }
    expect((await spend(key.secret, body)).status).toBe(200)
    expect((await errorOf(await spend(key.secret, body))).code).toBe('organization_spend_limit_exceeded')
  })

  test('a rate limit says when to come back', async () => {
    const limited = await spend(practice.addKey({ condition: 'rate_limited' }).secret)
    expect(limited.headers.get('retry-after')).toBe('1')
    expect((await errorOf(limited)).type).toBe('tokens')
  })
})

describe('A restricted key', () => {
  test('without "List models" is refused by a plain string and 403', async () => {
    const { secret } = practice.addKey({ permissions: 'restricted', scopes: ['api.model.request'] })
    const response = await models(secret)
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({
      error: expect.stringContaining('Missing scopes: api.model.read'),
    })
    expect((await spend(secret)).status).toBe(400)
  })

  test.each([
    ['read only', { permissions: 'read' as const }],
    [
      'with a child of the capabilities alone (the trap)',
      { permissions: 'restricted' as const, scopes: ['api.model.chat.request'] },
    ],
  ])('%s cannot spend: 401, live all the same', async (_, given) => {
    const { secret } = practice.addKey(given)
    const response = await spend(secret)
    expect(response.status).toBe(401)
    expect(await errorOf(response)).toMatchObject({
      code: 'missing_scope',
      message: expect.stringContaining('Missing scopes: model.request'),
    })
  })

  test('scopes are asked before money, and money before the request itself', async () => {
    practice.set({ billing: { credit: 0 } })
    expect((await spend(practice.addKey({ permissions: 'read' }).secret)).status).toBe(401)
    expect((await spend(practice.addKey().secret)).status).toBe(429)
  })
})

describe('An admin key', () => {
  test('administers, and calls no model', async () => {
    const admin = practice.addKey({ kind: 'admin' })
    const key = practice.addKey({ name: 'CI' })
    expect((await models(admin.secret)).status).toBe(403)
    expect((await spend(admin.secret)).status).toBe(401)
    const headers = { authorization: `Bearer ${admin.secret}` }
    const keys = await ask(`${api}/v1/organization/projects/${key.project}/api_keys`, { headers })
    expect(await keys.json()).toMatchObject({
      data: [{ id: key.id, name: 'CI', redacted_value: expect.stringContaining('...') }],
    })
    const limit = await ask(`${api}/v1/organization/spend_limit`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ threshold_amount: 2500, currency: 'USD', interval: 'month' }),
    })
    expect(await limit.json()).toMatchObject({ threshold_amount: 2500, enforcement: { status: 'enforcing' } })
    expect(practice.state.organization).toMatchObject({ spendLimit: 25, hardLimit: true })
  })

  test('reads costs by key, day by day and page by page', async () => {
    const admin = practice.addKey({ kind: 'admin' })
    const row = {
      keyId: 'key_1',
      project: 'proj_1',
      model: 'gpt-5',
      requests: 1,
      inputTokens: 1,
      outputTokens: 1,
      dollars: 2,
    }
    practice.set({
      usage: [
        { ...row, day: '2026-11-01' },
        { ...row, day: '2026-11-09', keyId: 'key_2' },
      ],
    })
    const start = Date.parse('2026-11-01') / 1000
    const url = `${api}/v1/organization/costs?start_time=${start}&end_time=${start + 10 * 86400}&group_by=api_key_id`
    const headers = { authorization: `Bearer ${admin.secret}` }
    const first = (await (await ask(url, { headers })).json()) as {
      data: { results: object[] }[]
      next_page: string
    }
    expect(first.data).toHaveLength(7)
    expect(first.data[0]?.results).toMatchObject([
      { amount: { value: 2, currency: 'usd' }, api_key_id: 'key_1' },
    ])
    const second = (await (
      await ask(`${url}&page=${first.next_page}`, { headers })
    ).json()) as typeof first & { has_more: boolean }
    expect(second.data[1]?.results).toMatchObject([{ api_key_id: 'key_2' }])
    expect(second.has_more).toBe(false)
  })

  test('an ordinary key is told which scope it lacks', async () => {
    const response = await ask(`${api}/v1/organization/costs?start_time=1`, {
      headers: { authorization: `Bearer ${practice.addKey().secret}` },
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toEqual({
      error: expect.stringContaining('Missing scopes: api.usage.read'),
    })
  })
})

describe('Trouble that says nothing about the key', () => {
  test.each([
    ['server_error', 500],
    ['server_is_overloaded', 503],
    ['region', 403],
    ['cloudflare_502', 502],
  ])('%s', async (condition, status) => {
    practice.set({ api: { condition } })
    expect((await models(practice.addKey().secret)).status).toBe(status)
  })

  test.each(['drop', 'redirect'] as const)('%s: no answer at all', async fault => {
    practice.set({ api: { fault } })
    const asked = ask(`${api}/v1/models`, { redirect: 'error' })
    await expect(asked).rejects.toThrow(TypeError)
  })

  test('half a body breaks off, a captive portal answers in HTML with 200', async () => {
    practice.set({ api: { fault: 'half-body' } })
    const half = await models(practice.addKey().secret)
    await expect(half.text()).rejects.toThrow()
    practice.set({ network: 'captive-portal' })
    const portal = await models('any')
    expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  test('a share of faults is drawn the same way for the same seed', async () => {
    const run = async () => {
      practice.reset({ api: { fault: 'storm', faultShare: 0.5, faultSeed: 7 } })
      const { secret } = practice.addKey()
      const seen: number[] = []
      for (let i = 0; i < 20; i++) seen.push((await models(secret)).status)
      return seen
    }
    const first = await run()
    expect(await run()).toEqual(first)
    expect(first.filter(status => status === 200).length).toBeGreaterThan(3)
    expect(first.filter(status => status !== 200).length).toBeGreaterThan(3)
  })
})

describe('The other providers', () => {
  test.each([
    ['https://api.anthropic.com/v1/models', 'x-api-key', 401],
    ['https://generativelanguage.googleapis.com/v1beta/models', 'x-goog-api-key', 400],
    ['https://api.mistral.ai/v1/models', 'authorization', 401],
    ['https://api.groq.com/openai/v1/models', 'authorization', 401],
    ['https://openrouter.ai/api/v1/key', 'authorization', 401],
    ['https://api.deepseek.com/user/balance', 'authorization', 401],
    ['https://api.x.ai/v1/api-key', 'authorization', 400],
    ['https://api.together.xyz/v1/models', 'authorization', 401],
  ])('%s takes a good key and refuses a bad one in its own words', async (url, header, refused) => {
    const value = (key: string) => ({ [header]: header === 'authorization' ? `Bearer ${key}` : key })
    expect((await ask(url, { headers: value('practice-GOOD-key') })).status).toBe(200)
    expect((await ask(url, { headers: value('practice-bad-key') })).status).toBe(refused)
  })
})

test('A host that nobody stands for is not reached', async () => {
  await expect(ask('https://example.com/')).rejects.toThrow('Failed to fetch')
})
