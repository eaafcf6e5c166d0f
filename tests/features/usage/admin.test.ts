/** Limits, alerts and service accounts by an admin key: what is asked, what is read, and that no key comes back. */

import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { readAccountList } from '../../../src/features/organization/core/organization-answers.ts'
import {
  accountBody,
  accountsPath,
  alertBody,
  alertsPath,
  type Limit,
  limitBody,
  limitPath,
  readAlerts,
  readDollars,
  readLimit,
  successorName,
} from '../../../src/features/usage/core/admin-limits.ts'
import { adminHandlers } from '../../../src/features/usage/worker/handlers.ts'
import { type Request, requests } from '../../../src/protocol/messages.ts'
import { readAnswer } from '../../../src/providers/answers/answer-reader.ts'
import type { VaultRecord } from '../../../src/vault/record.ts'
import { endless } from '../../endless.ts'
import { fetchThrough } from '../../practice/fetch.ts'
import { type Practice, startPractice } from '../../practice/server.ts'

let practice: Practice
let key: VaultRecord
let kept: string[]
beforeAll(async () => {
  practice = await startPractice()
})
afterAll(() => practice.close())
beforeEach(() => {
  practice.reset()
  kept = []
  const { secret } = practice.addKey({ kind: 'admin' })
  key = { id: 'k', provider: 'openai', kind: 'admin', label: 'A', lastFour: 'xxxx', createdAt: 0, secret }
})

type Question = Omit<Request<'screen.admin'>, 'id'>
const parses = (question: Question) => v.safeParse(requests['screen.admin'], { id: 'k', ...question }).success
async function ask(question: Question, handlers = adminHandlers) {
  expect(parses(question), question.path).toBe(true)
  return handlers({
    fetch: fetchThrough(practice.port),
    online: () => true,
    reader: async () => readAnswer,
    read: async () => key,
    changeHistory: async () => key,
    keep: async (secret, label, project) => {
      kept.push(`${label} in ${project}: ${secret}`)
      return { ok: true, id: 'new' }
    },
  })['screen.admin']({ id: 'k', ...question }, { kind: 'screen', url: '' })
}
const body = async (question: Question) => {
  const answer = await ask(question)
  if (!answer.ok) throw new Error(answer.message)
  return answer
}

describe.each([
  ['the organization', () => null],
  ['a project', () => practice.state.projects[0]?.id ?? ''],
])('for %s', (_, place) => {
  it('a hard limit is read, set, changed and removed', async () => {
    const of = place()
    await ask({ method: 'DELETE', path: limitPath(of) })
    await body({ method: 'POST', path: limitPath(of), body: limitBody(20.5) })
    expect(readLimit(await body({ method: 'GET', path: limitPath(of) }))).toEqual({
      dollars: 20.5,
      enforcing: true,
    })
    const state = of === null ? practice.state.organization : practice.state.projects[0]
    expect(state).toMatchObject({ spendLimit: 20.5, hardLimit: true })
    await body({ method: 'DELETE', path: limitPath(of) })
    expect(readLimit(await body({ method: 'GET', path: limitPath(of) }))).not.toMatchObject({
      enforcing: true,
    })
  })

  it('an alert is set, read and removed', async () => {
    const of = place()
    await body({ method: 'POST', path: alertsPath(of), body: alertBody(10, 'robin@example.com') })
    const alerts = readAlerts((await body({ method: 'GET', path: alertsPath(of) })).body)
    expect(alerts).toMatchObject([{ dollars: 10, recipients: ['robin@example.com'] }])
    await body({ method: 'DELETE', path: alertsPath(of, alerts?.[0]?.id) })
    expect(readAlerts((await body({ method: 'GET', path: alertsPath(of) })).body)).toEqual([])
  })
})

it('a project without a limit is said to have none', async () => {
  const of = practice.state.projects[0]?.id ?? ''
  expect(readLimit(await body({ method: 'GET', path: limitPath(of) }))).toBeNull()
})

describe('a service account', () => {
  it('is followed by a new one, whose key goes to the vault and not to the screen; then the old one is dead', async () => {
    const old = practice.addKey({ kind: 'service', name: 'ci-runner' })
    const listed = await body({ method: 'GET', path: accountsPath(old.project) })
    const [account] = readAccountList(listed.body, old.project)?.entries ?? []
    expect(account?.name).toBe('ci-runner')
    const name = successorName(account?.name ?? '', Date.UTC(2026, 10, 21))
    const made = await body({ method: 'POST', path: accountsPath(old.project), body: accountBody(name) })
    const fresh = practice.state.keys.at(-1)
    expect(kept).toEqual([`ci-runner-2026-11-21 in ${old.project}: ${fresh?.secret}`])
    expect(JSON.parse(made.body)).toEqual({ id: expect.any(String), name, kept: 'new' })
    expect(made.body).not.toContain(fresh?.secret.slice(12))
    expect(old.revoked).toBe(false)
    await body({ method: 'DELETE', path: accountsPath(old.project, account?.id) })
    expect([old.revoked, fresh?.revoked]).toEqual([true, false])
  })

  it('made by “201 Created” is kept too', async () => {
    const made = '{"id":"svc_acct_1","name":"x","api_key":{"value":"sk-svcacct-made-once"}}'
    practice.set({ api: { answer: { status: 201, body: made } } })
    const path = accountsPath(practice.state.selectedProject)
    expect(await ask({ method: 'POST', path, body: accountBody('x') })).toMatchObject({ ok: true })
    expect(kept).toEqual([expect.stringContaining('sk-svcacct-made-once')])
  })

  it('made by an answer without a key is no success', async () => {
    practice.set({ api: { answer: { status: 200, body: '{"id":"svc_acct_1","name":"x","api_key":null}' } } })
    const path = accountsPath(practice.state.selectedProject)
    expect(await ask({ method: 'POST', path, body: accountBody('x') })).toMatchObject({
      ok: false,
      code: 'no_key_made',
    })
    expect(kept).toEqual([])
  })

  it.each([
    ['ci', 'ci-2026-11-21'],
    ['ci-2026-01-02', 'ci-2026-11-21'],
  ])('%s is followed by %s', (name, next) => {
    expect(successorName(name, Date.UTC(2026, 10, 21))).toBe(next)
  })
})

it('the key that asks is quoted to no screen: not in a list, not as a new account’s name, not in a refusal', async () => {
  const answers = (text: string) => practice.set({ api: { answer: { status: 200, body: text } } })
  const list = { method: 'GET', path: '/organization/projects?limit=100' } as const
  answers(JSON.stringify({ data: [{ id: 'proj_a', name: `of ${key.secret}` }] }))
  expect((await body(list)).body).toContain(`of sk-admin...${key.secret.slice(-4)}`)
  answers(JSON.stringify({ data: [{ id: 'proj_a', name: [...key.secret].join('\u200b') }] }))
  expect(await ask(list)).toMatchObject({ ok: false, code: 'unrecognised' })
  const made = { id: 'svc_acct_1', name: key.secret, api_key: { value: 'sk-svcacct-made-once' } }
  answers(JSON.stringify(made))
  const path = accountsPath(practice.state.selectedProject)
  const account = await body({ method: 'POST', path, body: accountBody('x') })
  expect(account.body + kept[0]).not.toContain(key.secret.slice(12))
  expect(kept).toEqual([expect.stringContaining('sk-svcacct-made-once')])
  practice.set({
    api: { answer: { status: 400, body: JSON.stringify({ error: { message: `No: ${key.secret}` } }) } },
  })
  expect(JSON.stringify(await ask(list))).not.toContain(key.secret.slice(12))
})

it.each([
  '/organization/admin_api_keys',
  '/organization/users',
  '/organization/projects/proj_a/api_keys',
  '/organization/projects/proj_a/archive',
  '/organization/projects/../admin_api_keys?x=1',
  '/organization/costs?x=1#/../users',
  '//evil.example/organization/costs?x=1',
  '/organization/spend_limit/../users',
  '/chat/completions',
])('nothing else is ever asked: %s', path => {
  for (const method of ['GET', 'POST', 'DELETE'] as const) expect(parses({ method, path })).toBe(false)
})

it.each([
  [
    'a key that may not write',
    () => practice.set({ api: { condition: 'missing_scope_string' } }),
    'missing_scope',
  ],
  ['a network’s sign-in page', () => practice.set({ network: 'captive-portal' }), undefined],
  ['no network', () => practice.set({ network: 'cut' }), 'network'],
  ['an ordinary key', () => Object.assign(key, { kind: 'project' }), 'not_admin'],
])('%s changes nothing and says so', async (_, change, code) => {
  change()
  const answer = await ask({ method: 'POST', path: limitPath(null), body: limitBody(5) })
  if (code) expect(answer).toMatchObject({ ok: false, code })
  expect(practice.state.organization.spendLimit).toBe(120)
})

it('the key goes out as the standard writes it, whatever the language of the browser', async () => {
  vi.stubGlobal('chrome', { i18n: { getMessage: () => 'Träger {secret}' } })
  vi.resetModules()
  const { adminHandlers: inGerman } = await import('../../../src/features/usage/worker/handlers.ts')
  practice.requests.length = 0
  await ask({ method: 'GET', path: limitPath(null) }, inGerman)
  expect(practice.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key.secret}`])
  vi.unstubAllGlobals()
})

it('a key that no header can carry is sent nowhere', async () => {
  key = { ...key, secret: 'sk-admin-schlüssel' }
  practice.requests.length = 0
  expect(await ask({ method: 'GET', path: limitPath(null) })).toMatchObject({
    ok: false,
    code: 'malformed_key',
  })
  expect(practice.requests).toEqual([])
})

it('an answer without an end is left, and not taken for one', async () => {
  const { body: sent, read } = endless()
  const answer = await adminHandlers({
    fetch: async () => new Response(sent),
    online: () => true,
    reader: async () => readAnswer,
    read: async () => key,
    changeHistory: async () => key,
    keep: async () => ({ ok: true, id: 'new' }),
  })['screen.admin']({ id: 'k', method: 'GET', path: limitPath(null) }, { kind: 'screen', url: '' })
  expect(read.isLeft).toBe(true)
  expect(read.megabytes).toBeLessThan(20)
  expect(answer).toMatchObject({ ok: false, code: 'too_long' })
})

it.each([
  'https://evil.example/v1',
  'http://api.openai.com/v1',
  'https://api.openai.com:8443',
  'not an address',
])('a key that names the address %s is sent nowhere', async baseUrl => {
  key = { ...key, baseUrl }
  practice.requests.length = 0
  expect(await ask({ method: 'GET', path: limitPath(null) })).toMatchObject({
    ok: false,
    code: 'not_its_host',
  })
  expect(practice.requests).toEqual([])
})

it.each([
  ['5', 5],
  ['$20', 20],
  ['7,50', 7.5],
  [' 0.01 ', 0.01],
  ['0', null],
  ['-5', null],
  ['1e3', null],
  ['5.001', null],
  ['', null],
])('%j is read as %s dollars', (text, amount) => {
  expect(readDollars(text)).toBe(amount)
})

it.each<[string, object, number, Limit | null | undefined]>([
  ['enforced', { enforcement: { status: 'enforcing' } }, 200, { dollars: 50, enforcing: true }],
  ['not enforced', { enforcement: { status: 'inactive' } }, 200, { dollars: 50, enforcing: false }],
  [
    'of a state that nobody knows',
    { enforcement: { status: 'paused' } },
    200,
    { dollars: 50, enforcing: null },
  ],
  ['of no state', {}, 200, { dollars: 50, enforcing: null }],
  ['in another currency', { currency: 'EUR' }, 200, undefined],
  ['a day', { interval: 'day' }, 200, undefined],
  ['below nothing', { threshold_amount: -1 }, 200, undefined],
  ['as text', { threshold_amount: '5000' }, 200, undefined],
  ['that is not there', { threshold_amount: undefined, error: { code: 'not_found' } }, 404, null],
  [
    'at an address that is not there',
    { threshold_amount: undefined, error: { code: 'unknown_url' } },
    404,
    undefined,
  ],
])('a limit %s', (_, change, status, expected) => {
  const told = { threshold_amount: 5000, currency: 'USD', interval: 'month', ...change }
  expect(readLimit({ status, body: JSON.stringify(told) })).toEqual(expected)
})

it.each(['', '<html>', '[]', 'null', '{"data":7}'])('takes %j for no answer of this API', body => {
  expect([readLimit({ status: 200, body }), readAlerts(body)]).toEqual([undefined, undefined])
})

describe('figures that were read', () => {
  const figures = { id: 'k', name: 'each-key', json: '{}' } as const
  const keepBy = (how: Partial<Parameters<typeof adminHandlers>[0]>) =>
    adminHandlers({
      fetch: fetchThrough(practice.port),
      online: () => true,
      reader: async () => readAnswer,
      read: async () => key,
      changeHistory: async () => key,
      keep: async () => ({ ok: true, id: 'new' }),
      ...how,
    })['screen.keepFigures'](figures, { kind: 'screen', url: '' })

  it('go into the history of the admin key, which is known from then on to tell costs', async () => {
    let stored: unknown[] = [{ kind: 'day' }]
    let about = {}
    const kept = await keepBy({
      changeHistory: async (_, patch, how) => {
        about = patch
        stored = how(stored)
        return key
      },
    })
    expect(kept).toEqual({ ok: true })
    expect(about).toEqual({ tellsCosts: true })
    expect(stored).toEqual([
      { kind: 'day' },
      { kind: 'figures', name: 'each-key', at: expect.any(Number), json: '{}' },
    ])
  })

  it('go nowhere for another key, nor where the vault takes none', async () => {
    const locked = { ok: false, code: 'locked', message: 'locked' } as const
    expect(await keepBy({ read: async () => ({ ...key, kind: 'project' }) })).toMatchObject({
      ok: false,
      code: 'not_admin',
    })
    expect(await keepBy({ changeHistory: async () => locked })).toEqual(locked)
  })
})

it('a list is read and nothing else', async () => {
  practice.requests.length = 0
  for (const method of ['POST', 'DELETE'] as const)
    expect(await ask({ method, path: '/organization/projects/proj_a1/api_keys?limit=100' })).toMatchObject({
      ok: false,
      code: 'not_offered',
    })
  expect(practice.requests).toEqual([])
})
