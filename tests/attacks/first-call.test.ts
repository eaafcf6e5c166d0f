/** The first call, against whoever answers in the provider's place: no answer breaks the page, shows the key or is taken for an answer that it is not. */
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { firstCall } from '../../src/features/handoff/screen/first-call.ts'
import { dollars } from '../../src/features/usage/core/prices.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, tries } from './outcome.ts'
import { readerOf } from './read-back.ts'

vi.stubGlobal('navigator', { onLine: true })
afterEach(() => vi.unstubAllGlobals())
afterAll(() => vi.unstubAllGlobals())

const streamOf = (...events: unknown[]) =>
  new Response(events.map(event => `data: ${JSON.stringify(event)}\n\n`).join(''), {
    headers: { 'content-type': 'text/event-stream' },
  })
const says = (delta: unknown) => ({ type: 'response.output_text.delta', delta })
const ends = (usage: unknown) => ({ type: 'response.completed', response: { usage } })

async function called(answer: () => Response, more: { provider?: 'openai' | 'groq'; secret?: string } = {}) {
  vi.stubGlobal('fetch', async () => answer())
  vi.stubGlobal('navigator', { onLine: true })
  let text = ''
  const result = await firstCall(
    {
      secret: makeSecret('project'),
      provider: 'openai',
      model: 'gpt-5-nano',
      prompt: 'Hi',
      maxOutputTokens: 100,
      signal: new AbortController().signal,
      ...more,
    },
    piece => {
      text += piece
    },
  )
  return { result, text }
}

const odd: unknown[] = [
  'abc',
  '12',
  {},
  [],
  null,
  -5,
  -1e300,
  1e300,
  0.5,
  true,
  { valueOf: 1 },
  { toString: 1 },
  undefined,
]

describe('whatever an answer says of its tokens', () => {
  test.each(odd.map((value): [string, unknown] => [JSON.stringify(value) ?? 'nothing', value]))(
    '%s: the page shows it, and no cost that is none',
    async (_, value) => {
      for (const usage of [
        { input_tokens: value, output_tokens: 1 },
        { input_tokens: 1, output_tokens: value },
        { input_tokens: 1, output_tokens: 1, input_tokens_details: { cached_tokens: value } },
        { input_tokens: 1, output_tokens: 1, input_tokens_details: value },
        value,
      ]) {
        const { result } = await called(() => streamOf(says('Hello'), ends(usage)))
        if (result.outcome !== 'answered') continue
        for (const count of Object.values(result.tokens ?? {}))
          expect(Number.isSafeInteger(count) && count >= 0, JSON.stringify(usage)).toBe(true)
        if (result.cost === undefined) continue
        expect(result.cost).toBeGreaterThanOrEqual(0)
        expect(dollars(result.cost)).toMatch(/^\$\d|^less than \$/)
      }
    },
  )
})

describe('what is no answer is not called one', () => {
  test.each<[string, () => Response]>([
    ['a stream of nothing', () => streamOf()],
    ['a stream of other things', () => streamOf({ type: 'ping' }, { type: 'response.created' })],
    ['a stream that breaks off', () => streamOf(says('Hello'))],
    ['a stream that ends before it began', () => streamOf({ type: 'response.completed' })],
  ])('%s', async (_, answer) => {
    expect((await called(answer)).result).toMatchObject({ outcome: 'failed', verdict: { key: 'unknown' } })
  })

  test.each<[string, () => Response]>([
    ['a stream of nothing', () => streamOf()],
    ['a stream without choices', () => streamOf({ id: 'x' })],
    ['a stream of empty choices', () => streamOf({ choices: [] })],
    ['a stream that breaks off', () => streamOf({ choices: [{ delta: { content: 'Hello' } }] })],
  ])('%s, of a provider that speaks as OpenAI did', async (_, answer) => {
    expect(
      (await called(answer, { provider: 'groq', secret: `gsk_${'aB3dE5gH7jK9'.repeat(5).slice(0, 52)}` }))
        .result,
    ).toMatchObject({
      outcome: 'failed',
      verdict: { key: 'unknown' },
    })
  })
})

test('a key that no header can carry is not sent', async () => {
  let count = 0
  const { result } = await called(
    () => {
      count++
      return streamOf(says('Hello'), ends({}))
    },
    { secret: 'sk-proj-ключ\n' },
  )
  expect(result).toMatchObject({ outcome: 'failed', verdict: { cause: 'malformed_key' } })
  expect(count).toBe(0)
})

test('the key, whole or a part of it, in the words, the id of the request and what is refused', {
  tags: 'slow',
}, async () => {
  const rounds = tries(5, 50)
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (let round = 0; round < rounds; round++) {
    const secret = makeSecret('project')
    const body = secret.slice(20)
    const pieces = body.match(/.{1,7}/g) ?? []
    const headers = { 'content-type': 'text/event-stream', 'x-request-id': `req_${body.slice(0, 30)}` }
    const answers: (() => Response)[] = [
      () => streamOf(says(`Your key is ${secret}, is it not?`), ends({})),
      () => streamOf(...pieces.map(says), ends({})),
      () => streamOf(says(body.slice(0, 12)), says('. '), ends({})),
      // In a way of its own, and in pieces that end anywhere in it.
      ...[' ', ', ', '\u200b', '&shy;', '\n'].flatMap(mark =>
        [secret, [...secret].reverse().join(''), Buffer.from(secret).toString('base64')].map(
          written => () => {
            const text = `It is ${(written.match(/.{1,5}/g) ?? []).join(mark)}, is it not? `.repeat(2)
            return streamOf(...(text.match(/[\s\S]{1,9}/g) ?? []).map(says), ends({}))
          },
        ),
      ),
      () =>
        new Response(`data: ${JSON.stringify(says('Hi'))}\n\ndata: ${JSON.stringify(ends({}))}\n\n`, {
          headers,
        }),
      () =>
        new Response(JSON.stringify({ error: { message: `See req_${body.slice(0, 25)}`, code: 'x' } }), {
          status: 403,
          headers: { 'x-request-id': `req_${body.slice(30, 60)}` },
        }),
      () => streamOf({ type: 'error', code: 'x', message: `No such thing: proj_${body.slice(5, 30)}` }),
    ]
    const holds = (text: string) => readerOf(text)(secret)
    for (const answer of answers) {
      const { result, text } = await called(answer, { secret })
      outcome.tries++
      if (holds(text + JSON.stringify(result))) outcome.landed++
      control.tries++
      const whole = `${JSON.stringify([...answer().headers])}${await answer().text()}`
      // As a page would put the pieces of a stream together.
      const words = [...whole.matchAll(/"delta":"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece).join('')
      if (holds(whole) || holds(words)) control.landed++
    }
  }
  report({
    attack: 'the key in the words of a call and in what is refused',
    attacker: 'provider',
    asset: 'the key, on the screen',
    ...outcome,
    control,
  })
})
