/** Who answers in a provider's place, or a provider in trouble: none can have a key called rejected that nobody looked at. */
import { test } from 'vitest'
import { readAnswer } from '../../src/providers/index.ts'
import { providers } from '../../src/providers/list.ts'
import type { ProviderId } from '../../src/providers/verdict.ts'
import { report } from './outcome.ts'

const codes = [
  'invalid_api_key',
  'account_deactivated',
  'expired_api_key',
  'authentication_error',
  'access_terminated',
]
const body = (code: string) =>
  JSON.stringify({ error: { message: 'Incorrect API key provided.', type: code, code, status: code } })
const statuses = [
  100, 199, 300, 301, 302, 303, 307, 308, 399, 500, 501, 502, 503, 504, 520, 529, 599, 0, 600, 999,
]
const ids = Object.keys(providers) as ProviderId[]

const rejected = (id: ProviderId, status: number, code: string) =>
  readAnswer(id, 'models', { status, headers: { 'content-type': 'application/json' }, body: body(code) })
    .key === 'rejected'

test.each([
  ['a server in trouble', statuses.filter(status => status >= 500)],
  ['a redirect, or no answer at all', statuses.filter(status => status < 500)],
])('a rejecting code from %s', (name, from) => {
  const attempts = ids.flatMap(id => codes.flatMap(code => from.map(status => [id, status, code] as const)))
  report({
    attack: `a rejecting code from ${name}`,
    attacker: 'provider',
    asset: 'what a person is told of a key',
    tries: attempts.length,
    landed: attempts.filter(([id, status, code]) => rejected(id, status, code)).length,
    // The same words where the provider did look.
    control: {
      tries: attempts.length,
      landed: attempts.filter(([id, , code]) => rejected(id, 401, code)).length,
    },
  })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'a code called “%s” reads like none',
  name => {
    for (const id of ids) {
      const answer = (code: string) =>
        readAnswer(id, 'models', { status: 401, headers: {}, body: body(code) })
      const [odd, plain] = [answer(name), answer('no_such_code')]
      if (JSON.stringify(odd) !== JSON.stringify(plain).replaceAll('no_such_code', name))
        throw new Error(`${id}: ${JSON.stringify(odd)} for ${JSON.stringify(plain)}`)
    }
  },
)
