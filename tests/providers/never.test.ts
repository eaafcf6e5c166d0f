/** What must never happen, whatever comes in: an exception, a leak, a rejection that nobody spoke. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomes } from '../../src/providers/answers/causes.ts'
import { combine, readAnswer, readFailure } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import type { Cause, ProbeId, ProviderId, Verdict } from '../../src/providers/verdict.ts'
import { runs } from '../runs.ts'
import { rows } from './table.ts'

const ids = Object.keys(providers) as ProviderId[]
const provider = fc.constantFrom(...ids)
const probe = fc.constantFrom<ProbeId>('models', 'spend', 'admin', 'usage', 'scope:api.files.read')
const status = fc.oneof(
  fc.constantFrom(200, 400, 401, 402, 403, 404, 422, 429, 500, 502, 503),
  fc.integer({ min: 0, max: 999 }),
)
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'x-request-id', 'retry-after', 'date', 'openai-organization', 'x'),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const body = fc.oneof(fc.string({ unit: 'binary', maxLength: 2000 }), fc.json(), fc.json({ maxDepth: 6 }))

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const random = (length: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: length, maxLength: length }).map(all => all.join(''))
const key = fc.oneof(
  fc.tuple(random(74), random(74)).map(([a, b]) => `sk-proj-${a}T3BlbkFJ${b}`),
  random(48).map(a => `sk-${a}`),
  random(90).map(a => `sk-ant-api03-${a}AA`),
  random(33).map(a => `AIzaSy${a}`),
  random(50).map(a => `AQ.${a}`),
  random(52).map(a => `gsk_${a}`),
  random(32).filter(a => /\d/.test(a)),
  random(20).map(a => `sk-svcacct-${a}`),
)
/** How an answer may repeat a key. */
const echo = fc.constantFrom(
  (k: string) => `Incorrect API key provided: ${k}. You can find your API key at x.`,
  (k: string) =>
    `Incorrect API key provided: ${k.slice(0, 8)}${'*'.repeat(k.length - 12)}${k.slice(-4)}. You can find your API key at x.`,
  (k: string) => `Your API key: ****${k.slice(-4)} is invalid`,
  (k: string) => `Consumer 'api_key:${k}' has been suspended.`,
  (k: string) => `key=${k}`,
  (k: string) => `The key "${k}" is not known`,
  (k: string) => `Authorization: Bearer ${k}`,
  (k: string) => `${k.slice(0, 7)}...${k.slice(-4)} was refused`,
  (k: string) => `${k.slice(0, 7)}…${k.slice(-4)} was refused`,
  (k: string) => `<b>${k}</b>`,
  (k: string) => `got (${k}), sorry`,
  (k: string) => `x/${k}/y?${k}&z=${k}`,
)
const place = fc.constantFrom(
  (t: string) => JSON.stringify({ error: { message: t, code: null } }),
  (t: string) => JSON.stringify({ error: t }),
  (t: string) => JSON.stringify({ detail: t }),
  (t: string) => JSON.stringify({ error: { message: 'no', code: t } }),
  (t: string) => JSON.stringify({ error: { type: t } }),
  (t: string) => JSON.stringify({ error: { message: JSON.stringify({ error: { message: t } }) } }),
  (t: string) => `<html><title>${t}</title></html>`,
  (t: string) => t,
  (t: string) =>
    JSON.stringify({
      error: { message: `Project \`${t}\` does not have access to model \`${t}\``, code: 'model_not_found' },
    }),
  (t: string) => JSON.stringify({ error: { message: `Missing scopes: ${t}`, code: 'missing_scope' } }),
)

describe('whatever a server answers', () => {
  it('is read without an exception, into a verdict of the contract', () => {
    fc.assert(
      fc.property(provider, probe, status, headers, body, (p, q, s, h, b) => {
        const verdict = readAnswer(p, q, { status: s, headers: h, body: b })
        expect(verdict.cause in outcomes).toBe(true)
        expect(['accepted', 'rejected', 'unknown']).toContain(verdict.key)
        expect(verdict.says.length).toBeLessThanOrEqual(300)
        expect(verdict.retryAfterSeconds ?? 1).toBeGreaterThan(0)
      }),
      { numRuns: runs(600), seed: 6 },
    )
  })

  it('never makes a key rejected unless somebody says so of it', () => {
    fc.assert(
      fc.property(provider, probe, status, headers, body, (p, q, s, h, b) => {
        const said =
          /key|token|account|organi|user|consumer|access|terminat|deactiv|suspend|unauthorized|no such/i.test(
            b,
          )
        if (!said) expect(readAnswer(p, q, { status: s, headers: h, body: b }).key).not.toBe('rejected')
      }),
      { numRuns: runs(600), seed: 7 },
    )
  })

  it('never gives the key away, not even its last four', () => {
    fc.assert(
      fc.property(
        provider,
        probe,
        status,
        key,
        echo,
        place,
        fc.constantFrom('x-request-id', 'retry-after', 'content-type', 'openai-organization', 'date', 'x'),
        (p, q, s, k, e, at, name) => {
          const verdict = readAnswer(p, q, { status: s, headers: { [name]: k }, body: at(e(k)) })
          const shown = JSON.stringify(verdict)
          expect(shown).not.toContain(k)
          expect(shown).not.toContain(k.slice(-4))
          expect(shown).not.toContain(k.slice(8, 16))
        },
      ),
      { numRuns: runs(1000), seed: 8 },
    )
  })

  it.each(['Toxic', 'hunter2', 'my secret', 'a'])(
    'a short string that is echoed whole is hidden: %s',
    short => {
      for (const text of [
        `Incorrect API key provided: ${short}. You can find your API key at https://x.`,
        `Invalid API key "${short}"`,
        `Authorization: Bearer ${short}`,
      ])
        expect(
          readAnswer('openai', 'models', {
            status: 401,
            headers: {},
            body: JSON.stringify({ error: { message: text } }),
          }).says.replace('Bearer', ''),
        ).not.toMatch(new RegExp(`\\b${short}\\b(?! key)`))
    },
  )

  it('10 MB and a million brackets are read in time', () => {
    for (const big of [
      '['.repeat(1_000_000),
      `{"error":{"message":"${'key is '.repeat(1_500_000)}"}}`,
      'key '.repeat(2_500_000),
      `{"a":`.repeat(300_000),
      '*'.repeat(10_000_000),
      `${'sk-'.repeat(3_000_000)}`,
      '[hidden]'.repeat(1_000_000),
      `"${'\\\\'.repeat(1_000_000)}`,
      `{"error":"${'invalid '.repeat(1_000_000)}`,
    ])
      expect(readAnswer('openai', 'models', { status: 401, headers: {}, body: big }).key).not.toBe('rejected')
  })

  it('the order of keys and the words around do not matter', () => {
    const s1 = rows.filter(({ answer }) => /^\{"error":\{.*\}$/.test(answer.body))
    for (const { provider: p, probe: q, answer, cause, key: expected } of s1) {
      const { error } = JSON.parse(answer.body) as { error: Record<string, unknown> }
      const turned = Object.fromEntries(Object.entries(error).reverse())
      for (const shape of [
        { error: turned, status: answer.status, extra: { a: [1] } },
        [{ error: turned }],
        { request_id: 'x', error: { ...turned, param: 'x', inner: null } },
      ]) {
        const verdict = readAnswer(p, q, { ...answer, body: JSON.stringify(shape) })
        expect([verdict.cause, verdict.key]).toEqual([cause, expected])
      }
    }
  })
})

describe('no answer at all', () => {
  it('never rejects and never repeats what was sent', () => {
    fc.assert(
      fc.property(provider, fc.string(), echo, key, fc.boolean(), (p, name, e, k, online) => {
        const verdict = readFailure(p, {
          name,
          message: `Headers.append: "Bearer ${k}" is an invalid header value. ${e(k)}`,
          online,
        })
        expect(verdict.key).toBe('unknown')
        expect(JSON.stringify(verdict)).not.toContain(k.slice(-4))
      }),
      { numRuns: runs(500), seed: 9 },
    )
  })
  it.each<[string, string, boolean, Cause]>([
    ['TypeError', 'Failed to fetch', true, 'network'],
    ['TypeError', 'Failed to fetch', false, 'network'],
    ['TimeoutError', 'signal timed out', true, 'timeout'],
    ['AbortError', 'The user aborted a request.', true, 'timeout'],
    [
      'TypeError',
      "Failed to execute 'fetch' on 'WorkerGlobalScope': Failed to read the 'headers' property from 'RequestInit': String contains non ISO-8859-1 code point.",
      true,
      'malformed_key',
    ],
    ['TypeError', "Failed to execute 'fetch' on 'WorkerGlobalScope': Invalid value", true, 'malformed_key'],
    ['TypeError', 'Headers.append: "Bearer x\ny" is an invalid header value.', true, 'malformed_key'],
  ])('%s: %s', (name, message, online, cause) => {
    expect(readFailure('openai', { name, message, online })).toMatchObject({ cause, key: 'unknown' })
  })
})

describe('several probes of one check', () => {
  const verdict = fc
    .constantFrom(...(Object.keys(outcomes) as Cause[]))
    .map((cause): Verdict => ({ ...outcomes[cause], cause, says: cause }))
  it('their order does not matter, and what is known wins', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 5 }), many => {
        const one = combine(many)
        const other = combine([...many].reverse())
        expect([one.key, one.use, one.cause]).toEqual([other.key, other.use, other.cause])
        expect(one.key === 'rejected').toBe(many.some(v => v.key === 'rejected'))
        if (many.some(v => v.key === 'accepted')) expect(one.key).not.toBe('unknown')
      }),
      { numRuns: runs(500), seed: 10 },
    )
  })
  it('nothing asked is nothing known', () => {
    expect(combine([])).toMatchObject({ key: 'unknown', use: 'unknown', cause: 'unrecognised' })
  })
})
