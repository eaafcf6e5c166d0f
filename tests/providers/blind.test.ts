/**
 * Whole answers of twelve providers and of what stands between: eleven lists. The first three were written by two people who had not seen the
 * reader, the fourth by a third who had read only its causes. When each was asked for the first time 149 of 200, 80 of 120, 125 of 150 and
 * 127 of 153 were read as their writer meant it, and 4, 2, 1 and 1 keys were called bad that were not; the classes behind that were mended then.
 * The fifth was never blind: its writer knew the rules by then. Asked first, 66 of 79 were read as meant, and no key was called bad.
 * The sixth holds what people have reported of gateways and providers; asked first, 64 of 81, and a key was called bad for a gateway's own.
 * The seventh was written by a fourth who had not seen the reader: 111 of 140, and three keys were called bad: for a gateway's own, and twice
 * for what a prompt said that was quoted. A gateway that answers by itself counts as one in all lists since, and not as unknown.
 * The eighth was written by a fifth: 125 of 140, and one key was called bad for a reverse proxy's session. The ninth holds what people reported
 * of providers in 2026 and what programs between say: 72 of 89, and two keys were called bad for a gateway's own. The tenth was written by a
 * sixth: 89 of 120, and no key was called bad; one that a team’s admin had blocked was called good. The eleventh was
 * written by a seventh: 111 of 130, no key was called bad, and one was called good that had been blocked after a leak. Not followed: sentences
 * in other languages, of which the reader knows no grammar, make no key bad; a bare “Unauthorized” on this computer may be a proxy’s; a limit per day
 * is a used-up limit at Groq; half a body is the connection’s fault.
 *
 * @module-tag slow
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomes } from '../../src/providers/answers/causes.ts'
import { readAnswer } from '../../src/providers/index.ts'
import type { Answer, Cause, ProbeId, ProviderId } from '../../src/providers/verdict.ts'

type Written = Answer & { provider: ProviderId; probe: ProbeId; cause: Cause; why: string }

const listOf = (name: string) =>
  (JSON.parse(readFileSync(`${import.meta.dirname}/blind/${name}.json`, 'utf8')) as Written[]).map(
    written => ({
      ...written,
      verdict: readAnswer(written.provider, written.probe, written),
    }),
  )

test.each([
  ['first', 190],
  ['second', 105],
  ['third', 145],
  ['fourth', 140],
  ['fifth', 76],
  ['sixth', 77],
  ['seventh', 137],
  ['eighth', 137],
  ['ninth', 88],
  ['tenth', 97],
  ['eleventh', 118],
])(
  'of the %s list at least %i answers are read as they were meant, and no key is called bad that is not',
  (name, least) => {
    const list = listOf(name)
    const other = list.filter(({ cause, verdict }) => verdict.cause !== cause)
    expect(
      list.length - other.length,
      other.map(({ why, verdict }) => `${why}: ${verdict.cause}`).join('\n'),
    ).toBeGreaterThanOrEqual(least)
    expect(
      other.filter(({ cause, verdict }) => verdict.key === 'rejected' && outcomes[cause].key !== 'rejected'),
    ).toEqual([])
  },
)

test.each([
  ['spend', 200, { status: 'error', reason: 'API_KEY_REVOKED', message: '' }],
  ['spend', 400, { error: { message: 'Nothing left in the wallet.', code: 'invalid_request' } }],
] as const)('what is refused is never called ready: %s, %i', (probe, status, body) => {
  expect(readAnswer('mistral', probe, { status, headers: {}, body: JSON.stringify(body) }).use).not.toBe(
    'ready',
  )
})

test.each([
  [{ detail: 'Unauthorized' }, true],
  [{ message: 'Unauthorized', request_id: '933f' }, true],
  [{ request_id: '933f', message: 'Unauthorized' }, true],
  [{ message: 'Unauthorized' }, false],
  [{ error: 'Unauthorized' }, false],
  [{ error: { message: 'Unauthorized' } }, false],
  [{ status: 401, message: 'Unauthorized', path: '/v1/models' }, false],
  ['Unauthorized', false],
] as const)('Mistral’s one word makes a key bad in a frame of Mistral’s only: %j', (body, isBadKey) => {
  const answer = { status: 401, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  expect(readAnswer('mistral', 'models', answer).key === 'rejected').toBe(isBadKey)
})

/** The status's name stands in the code of every such refusal, and the reason in the sentence. */
test.each([
  ['This API key has been blocked because it was found in a public repository.', 'invalid_key'],
  ['API key is missing the ACL api-key:endpoint:models.', 'missing_scope'],
  ['Something else.', 'missing_scope'],
] as const)('of xAI’s two sentences the one that gives the reason counts: %s', (reason, cause) => {
  const code = 'The caller does not have permission to execute the specified operation'
  const body = JSON.stringify({ code, error: reason })
  expect(readAnswer('xai', 'scope:models', { status: 403, headers: {}, body }).cause).toBe(cause)
})

/** Whose, what, and what is said of it: none of them is the key that was sent. 25,344 answers, of which 8,130 once called it bad. */
const foreign = {
  whose:
    'upstream|gateway|master|shared|example|partner|vendor|internal|downstream|webhook|signing|deploy|customer-managed encryption|license|SSH|session|refresh|device|push|registration|CSRF|test|subscription|cloud|storage|database|root|backup|recovery|cache|idempotency|sort|partition|Stripe|GitHub|AWS|Azure|your vendor’s|the proxy’s|a colleague’s|the previous owner’s|its upstream|OAuth refresh|client',
  what: 'key|API key|secret|token|access token|API token',
  states:
    'is invalid|has expired|was revoked|is disabled|has been deleted|is not valid|is unknown|was not found',
}
/** Nobody has to wait for hours who only asked too fast. */
test.each([
  ['Too many requests. Please retry in 21h3m0s.', 'usage_limit'],
  ['Too many requests. Please retry in 12s.', 'rate_limited'],
  ['Quota exceeded for requests per day.', 'usage_limit'],
  ['Limit reached on tokens per day (TPD): used 1000 of 1000.', 'usage_limit'],
  ['Limit reached on tokens per minute (TPM): used 1000 of 1000.', 'rate_limited'],
])('what is used up for the day is no matter of speed: %s', (message, cause) => {
  const body = JSON.stringify({ error: { message } })
  expect(readAnswer('groq', 'spend', { status: 429, headers: {}, body }).cause).toBe(cause)
})

const isBad = (message: string) =>
  [401, 403].some(
    status =>
      readAnswer('openai', 'models', { status, headers: {}, body: JSON.stringify({ error: { message } }) })
        .key === 'rejected',
  )

test.each(foreign.whose.split('|'))('no key of anybody else makes the one that was sent bad: %s', whose => {
  for (const what of foreign.what.split('|'))
    for (const state of foreign.states.split('|'))
      for (const [before, after] of [
        ['The ', ` ${state}.`],
        ['Request failed because the ', ` ${state}.`],
        ['', ` ${state}`],
        ['Error: ', ` ${state}`],
        ['Invalid ', '.'],
        ['Expired ', ''],
      ])
        expect(isBad(`${before}${whose} ${what}${after}`), `${before}${whose} ${what}${after}`).toBe(false)
})

/** What is done to or with this key, and by what: the state is said of that, and not of the key. */
test('a sentence whose subject is not the key says nothing of it', () => {
  const things = ['webhook', 'role', 'management key', 'browser extension', 'mailbox', 'device']
  const links = ['that created', 'you used to make', 'which rotates', 'linked to', 'next to', 'behind']
  for (const thing of things)
    for (const link of links)
      for (const whose of ['this', 'the', 'your'])
        for (const state of ['has been revoked', 'was deleted', 'is no longer valid', 'has expired']) {
          const message = `The ${thing} ${link} ${whose} API key ${state}.`
          expect(isBad(message), message).toBe(false)
        }
})

test.each([
  'A deleted API key cannot be used again.',
  'Any API key that has expired will be removed after a week.',
  'An expired API key must be replaced by its owner.',
  'The API key was invalid yesterday.',
  'Your API key was unknown for a few minutes; that is over.',
  'The API key of another project has been revoked.',
  'The API key you created yesterday was deleted; this one works, but lacks access.',
  'Key vault is disabled.',
  'Key rotation was disabled.',
  'Token bucket is invalid',
  'The API key page has been removed.',
  'API key creation is disabled for your organization.',
  'API key management has been disabled.',
  'API key owner was removed from the project.',
  'The user who made this API key was deleted.',
  'The owner of this API key has been deactivated.',
  'API key limit reached: no longer accepted.',
  'Token limit is invalid',
  'Your key may use models; the requested model was deleted.',
  'The token count is invalid.',
  'API key restrictions are not valid.',
  'API key header name is unknown',
  'API key permissions have been revoked.',
  'API key scopes are invalid.',
  'The API key cache is disabled.',
  'API key prefix is not known',
  'API keys are disabled for trial accounts.',
  'API key authentication is disabled for this endpoint.',
  'API key based access has been turned off.',
  'API key auth was retired; use OAuth.',
  'Your API key settings were deleted.',
  'The API key’s project has been deleted.',
  'This API key’s owner has expired.',
  'API key name is invalid.',
  'API key label not found',
  'The API key expires soon.',
  'Your API key will be disabled on 1 January.',
  'Your API key is about to be revoked.',
  'API keys older than 90 days are revoked.',
  'API keys that were revoked cannot be restored.',
  'Revoked API keys stay listed for 30 days.',
  'Expired API keys are removed after a week.',
  'No revoked API key was used.',
  'Your API key is valid but expired sessions remain.',
  'API key check is disabled.',
  'API key lookup failed: record not found.',
  'API key service is not active',
  'The API key was not invalid.',
  'Your API key is not expired.',
  'Your API key has not been revoked.',
  'The API key was never disabled.',
  'API key is neither invalid nor expired.',
  'It is not that the API key is invalid.',
  'The API key used to be invalid.',
  'Once the API key is invalid, requests fail.',
  'When an API key is revoked, programs stop.',
  'Before the API key is deleted, export.',
  'After your API key expired we renewed it.',
  'API key ok, certificate expired',
  'API key ok; token expired',
  'api_key valid, project deleted',
  'The key in the cache has expired',
  'The key for the payload is invalid',
  'The key "model" is invalid',
  'Key model is invalid',
  'Primary key is invalid',
])('what is said of something beside the key does not make it bad: %s', message => {
  expect(isBad(message)).toBe(false)
})
