/**
 * Sentences that nobody has promised, in shapes that nobody has promised: each is drawn from what an engineer might write of one cause,
 * so the cause that it was drawn from is the judge. And what is said of anything else than this key makes no key bad, however it travels.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomes } from '../../src/providers/answers/causes.ts'
import { readAnswer } from '../../src/providers/index.ts'
import type { Cause, ProbeId, ProviderId } from '../../src/providers/verdict.ts'
import { runs } from '../runs.ts'
import { codesOf, harmless, slots, wordings } from './wordings.ts'
import { gateways, wraps } from './wrapped.ts'

const sentence = (text: string): fc.Arbitrary<string> => {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return fc
    .tuple(...names.map(name => fc.constantFrom(...(slots[name] ?? []))))
    .map(words => words.reduce((said, word) => said.replace(/\{\w+\}/, word), text))
}
/** What is asked where such a cause is told. */
const probeOf = (cause: Cause): ProbeId =>
  ['blocked', 'ready'].includes(outcomes[cause].use) && /credit|billing|limit/.test(cause)
    ? 'spend'
    : 'models'
const provider = fc.constantFrom<ProviderId>('openai', 'mistral', 'groq', 'together', 'xai', 'deepseek')

describe.each(wordings)('%s', (cause, statuses, texts) => {
  test('is heard, in whatever words and shape', () => {
    const drawn = fc.sample(
      fc.tuple(
        fc.constantFrom(...texts).chain(sentence),
        fc.constantFrom(...statuses),
        provider,
        fc.constantFrom(...Object.values(wraps)),
      ),
      // Of fewer, chance decides how many are heard.
      { numRuns: Math.max(runs(400), 200), seed: 20 },
    )
    const other = drawn.flatMap(([message, status, who, wrap]) => {
      const answer = { status, ...wrap(message, status) }
      const verdict = readAnswer(who, probeOf(cause), answer)
      if (outcomes[cause].key !== 'rejected') expect(verdict.key, answer.body).not.toBe('rejected')
      return verdict.cause === cause ? [] : `${who} ${status} ${verdict.cause}: ${answer.body}`
    })
    expect(other.length, other.join('\n')).toBeLessThanOrEqual(drawn.length / 20)
  })
})

test.each(Object.entries(codesOf))('%s is heard by its codes', (cause, codes) => {
  const status = probeOf(cause as Cause) === 'spend' ? 429 : 403
  for (const code of codes.split(' '))
    for (const body of [
      { error: { message: 'See the documentation.', type: 'invalid_request_error', code } },
      { error: { code } },
      { type: `https://api.example.com/problems/${code}`, title: 'Refused', status },
    ])
      expect(
        readAnswer('openai', 'models', { status, headers: {}, body: JSON.stringify(body) }).cause,
        code,
      ).toBe(cause)
})

test.each(harmless)('makes no key bad, in whatever shape: %s', message => {
  for (const status of [200, 400, 401, 403, 404, 429, 500])
    for (const wrap of Object.values(wraps))
      for (const who of ['openai', 'mistral'] as const)
        expect(readAnswer(who, 'models', { status, ...wrap(message, status) }).key).not.toBe('rejected')
})

/** OpenAI and others put every error under `error`: what comes without it is a gateway's word, about the gateway's own key. */
test.each(Object.entries(gateways))('a gateway says nothing of the key: %s', (_, wrap) => {
  for (const message of ['Invalid API key', 'Your API key has expired.', 'The API key was revoked.'])
    for (const who of ['openai', 'anthropic', 'gemini', 'groq', 'openrouter', 'xai'] as const)
      expect(readAnswer(who, 'models', { status: 401, ...wrap(message, 401) })).toMatchObject({
        cause: 'not_the_provider',
        key: 'unknown',
      })
})

/** What refuses the form of a request quotes the request. */
test.each(['"', "'", '`'])('what is quoted, the provider does not say: %s', { tags: 'slow' }, quote => {
  for (const [, , texts] of wordings)
    for (const text of texts)
      for (const status of [400, 422])
        for (const before of ['messages: got', 'Invalid value at messages:', 'expected an array, got'])
          if (!text.includes(quote) && !text.includes("'"))
            expect(
              readAnswer('openai', 'spend', {
                status,
                headers: {},
                body: JSON.stringify({
                  error: { message: `${before} ${quote}${text}${quote}`, type: 'invalid_request_error' },
                }),
              }).cause,
              text,
            ).toBe('ok')
})

test.each(['', 'event: error\n', ': comment\n\n', 'event: message\ndata: {"id":"1"}\n\n'])(
  'an error in the middle of a stream is heard, after %j',
  before => {
    const read = (event: unknown) =>
      readAnswer('openai', 'spend', {
        status: 200,
        headers: { 'content-type': 'text/event-stream' },
        body: `${before}data: ${JSON.stringify(event)}\n\n`,
      })
    const error = { code: 'insufficient_quota', message: 'You exceeded your current quota.' }
    for (const event of [{ error }, { type: 'response.failed', response: { status: 'failed', error } }])
      expect(read(event)).toMatchObject({ cause: 'no_credit', key: 'accepted' })
    expect(read({ id: '2' }).cause).toBe('ok')
  },
)
