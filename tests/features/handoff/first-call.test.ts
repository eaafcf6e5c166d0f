/** The first call, against the practice API: it streams, it can be stopped, it says what it took, and a refusal is a verdict. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CallRequest, firstCall } from '../../../src/features/handoff/screen/first-call.ts'
import { endless } from '../../endless.ts'
import { fetchThrough } from '../../practice/fetch.ts'
import { type Practice, startPractice } from '../../practice/server.ts'

let practice: Practice
beforeAll(async () => {
  practice = await startPractice()
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await practice.close()
})
beforeEach(() => {
  practice.reset({ billing: { credit: 5 } })
  practice.requests.length = 0
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', fetchThrough(practice.port))
})

async function call(more: Partial<CallRequest> = {}, onText?: (piece: string) => void) {
  const pieces: string[] = []
  const result = await firstCall(
    {
      secret: practice.addKey({}).secret,
      provider: 'openai',
      model: 'gpt-5-nano',
      prompt: 'Hi',
      maxOutputTokens: 200,
      signal: new AbortController().signal,
      ...more,
    },
    piece => {
      pieces.push(piece)
      onText?.(piece)
    },
  )
  return { result, pieces }
}

it('streams the answer in pieces and says tokens, seconds and cost', async () => {
  const { result, pieces } = await call()
  expect(pieces.length).toBeGreaterThan(3)
  expect(pieces.join('')).toMatch(/^Hello from the practice copy\./)
  expect(result).toMatchObject({
    outcome: 'answered',
    whole: true,
    tokens: { input: 12, output: 20 },
    requestId: expect.any(String),
  })
  // 12 tokens at $0.05 and 20 at $0.40 for a million.
  expect(result.outcome === 'answered' && result.cost).toBeCloseTo(0.0000086, 9)
  expect(practice.requests).toMatchObject([{ method: 'POST', path: '/v1/responses' }])
  expect(JSON.parse(practice.requests[0]?.body ?? '')).toMatchObject({ store: false, max_output_tokens: 200 })
})

it.each([
  ['openai', 'https://evil.example/v1'],
  ['openai', 'http://api.openai.com/v1'],
  ['ollama', 'http://192.168.0.9:11434/v1'],
] as const)('a key of %s that names the address %s is sent nowhere', async (provider, baseUrl) => {
  const { result } = await call({ provider, baseUrl })
  expect(result).toMatchObject({
    outcome: 'failed',
    verdict: { says: expect.stringMatching(/nothing was sent/) },
  })
  expect(practice.requests).toEqual([])
})

describe('a picture', () => {
  const asked = { image: true, model: 'gpt-image-1', prompt: 'A boat' }

  it('is one small one at low quality, shown only when it is one, with what it cost at most', async () => {
    const { result, pieces } = await call(asked)
    expect(pieces).toEqual([])
    expect(result).toMatchObject({
      outcome: 'answered',
      picture: expect.stringMatching(/^data:image\/png;base64,iVBOR/),
      cost: expect.closeTo(0.011, 3),
    })
    expect(practice.requests).toMatchObject([{ path: '/v1/images/generations' }])
    expect(JSON.parse(practice.requests[0]?.body ?? '')).toEqual({
      model: 'gpt-image-1',
      prompt: 'A boat',
      n: 1,
      size: '1024x1024',
      quality: 'low',
    })
  })

  it.each([
    ['missing_scope_string', 'missing_scope'],
    ['credit_balance_exhausted', 'no_credit'],
    ['organization_unverified', 'organization_unverified'],
  ])('%s: %s, after one request', async (condition, cause) => {
    practice.set({ api: { condition } })
    const { result } = await call(asked)
    expect(result).toMatchObject({ outcome: 'failed', verdict: { cause } })
    expect(practice.requests).toHaveLength(1)
  })

  it('an answer that holds something else is not shown', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
    practice.set({ api: { answer: { status: 200, body: JSON.stringify({ data: [{ b64_json: svg }] }) } } })
    const { result } = await call(asked)
    expect(result).toMatchObject({ outcome: 'failed' })
    expect(JSON.stringify(result)).not.toContain('data:')
  })

  it('can be stopped', async () => {
    practice.set({ api: { latency: 5_000 } })
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    expect((await call({ ...asked, signal: stop.signal })).result).toMatchObject({ outcome: 'stopped' })
  })
})

it('what is stopped before it goes out is not sent, and is said to cost nothing', async () => {
  expect((await call({ signal: AbortSignal.abort() })).result).toMatchObject({
    outcome: 'stopped',
    sent: false,
  })
  expect(practice.requests).toHaveLength(0)
})

it('can be stopped in the middle', async () => {
  const stop = new AbortController()
  const { result, pieces } = await call({ signal: stop.signal }, () => stop.abort())
  expect(result).toMatchObject({ outcome: 'stopped', sent: true })
  expect(pieces.length).toBeLessThan(5)
})

describe('a refusal is the same verdict as a check’s, after one request', () => {
  it.each([
    ['invalid_api_key', 'invalid_key'],
    ['insufficient_quota', 'no_credit'],
    ['credit_balance_exhausted', 'no_credit'],
    ['billing_not_active', 'billing_inactive'],
    ['missing_scope_string', 'missing_scope'],
    ['organization_unverified', 'organization_unverified'],
    ['region', 'region_blocked'],
    ['server_is_overloaded', 'provider_trouble'],
  ])('%s: %s', async (condition, cause) => {
    practice.set({ api: { condition } })
    const { result } = await call()
    expect(result).toMatchObject({ outcome: 'failed', verdict: { cause } })
    expect(practice.requests).toHaveLength(1)
  })

  it('a model that the key may not use', async () => {
    const { result } = await call({ model: 'gpt-99' })
    expect(result).toMatchObject({ outcome: 'failed', verdict: { cause: 'model_unavailable' } })
  })

  it('a sign-in page of a network that says “200 OK”', async () => {
    practice.set({ network: 'captive-portal' })
    const { result } = await call()
    expect(result).toMatchObject({
      outcome: 'failed',
      verdict: { cause: 'not_the_provider', key: 'unknown' },
    })
  })

  it.each([500, 200])('an answer of %s without an end is left', async status => {
    const { body, read } = endless()
    vi.stubGlobal('fetch', async () => new Response(body, { status }))
    const { result } = await call()
    expect(result).toMatchObject({ outcome: 'failed', verdict: { key: 'unknown' } })
    expect(read.megabytes).toBeLessThan(8)
  })

  const mega = 'x'.repeat(1024 * 1024)
  it.each([
    [
      'words',
      false,
      'text/event-stream',
      `data: {"type":"response.output_text.delta","delta":"${mega}"}\n\n`,
    ],
    ['one word', false, 'text/event-stream', mega],
    ['one picture', true, 'application/json', mega],
  ])('an answer of %s without an end is left too', async (_, image, type, part) => {
    const { body, read } = endless(part)
    vi.stubGlobal('fetch', async () => new Response(body, { headers: { 'content-type': type } }))
    const { result } = await call({ image })
    expect(result).toMatchObject({ outcome: 'failed', verdict: { key: 'unknown' } })
    expect(read.megabytes).toBeLessThan(40)
  })

  it('no network: nothing is said about the key', async () => {
    practice.set({ network: 'cut' })
    const { result } = await call()
    expect(result).toMatchObject({ outcome: 'failed', verdict: { cause: 'network', key: 'unknown' } })
  })

  it('never holds the key', async () => {
    practice.set({ api: { condition: 'invalid_api_key' } })
    const secret = `sk-proj-${'x'.repeat(60)}T3BlbkFJ${'y'.repeat(60)}`
    const { result } = await call({ secret })
    expect(JSON.stringify(result)).not.toMatch(/x{5}|y{5}/)
  })
})
