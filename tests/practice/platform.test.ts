import { request } from 'node:https'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashedClass, hashStylesheet } from './class-names.ts'
import { fetchThrough } from './fetch.ts'
import type { ActReply, ActRequest, Scene } from './platform.ts'
import { type Practice, startPractice } from './server.ts'
import { applyPatch, initialState, type Patch, scenes } from './state.ts'

let practice: Practice
let ask: typeof fetch
beforeAll(async () => {
  practice = await startPractice()
  ask = fetchThrough(practice.port)
})
afterAll(() => practice.close())
beforeEach(() => practice.reset())

const act = async (given: ActRequest) => {
  const response = await ask('https://platform.openai.com/backend/act', {
    method: 'POST',
    body: JSON.stringify(given),
  })
  return (await response.json()) as ActReply
}
const scene = async () => (await (await ask('https://platform.openai.com/backend/scene')).json()) as Scene
const create = () =>
  act({
    act: 'createKey',
    name: 'Laptop',
    project: practice.state.selectedProject,
    owner: 'you',
    expiresInDays: null,
    permissions: 'all',
    scopes: [],
  })

describe('It takes test values only', () => {
  test.each<[string, ActRequest]>([
    ['a real mail address', { act: 'signUp', email: 'robin@gmail.com' }],
    ['a real password', { act: 'choosePassword', password: 'hunter2-hunter2' }],
    ['a real telephone number', { act: 'sendPhoneCode', phone: '+49 30 901820' }],
    ['a card that is no test card', { act: 'addCard', card: '1881', name: 'Robin' }],
  ])('refuses %s', async (_, given) => {
    expect((await act(given)).refused).toMatch(/practice copy/)
  })

  test('takes made-up ones', async () => {
    practice.set(scenes.stranger.patch as Patch)
    for (const given of [
      { act: 'signUp', email: 'robin@example.com' },
      { act: 'choosePassword', password: 'practice-password' },
      { act: 'enterEmailCode', code: '123 456' },
      { act: 'aboutYou', name: 'Robin', birthday: '1990-01-02' },
      { act: 'sendPhoneCode', phone: '202 555 0142' },
    ] satisfies ActRequest[])
      expect((await act(given)).refused).toBeUndefined()
    expect(practice.state.person).toMatchObject({
      signedIn: true,
      signUp: 'create',
      email: 'robin@example.com',
    })
  })

  test('a child is told its age', async () => {
    const birthday = new Date(Date.now() - 15 * 366 * 86_400_000).toISOString().slice(0, 10)
    expect((await act({ act: 'aboutYou', name: 'Kim', birthday })).refused).toMatch(/18/)
  })
})

describe('A key', () => {
  test('is told once, in the answer to its making, and never again', async () => {
    const { secret } = await create()
    expect(secret).toMatch(/^sk-proj-[\w-]{74}T3BlbkFJ[\w-]{74}$/)
    const shown = JSON.stringify(await scene())
    expect(shown).not.toContain(secret)
    expect(shown).toContain(`sk-...${secret?.slice(-4)}`)
  })

  test.each<[string, Patch, RegExp]>([
    ['by a reader', { person: { role: 'reader' } }, /permission/],
    ['before the telephone is known', { person: { phone: 'needed' } }, /phone/],
    ['where keys are forbidden', { organization: { keyPolicy: 'none' } }, /does not allow/],
    [
      'where only service accounts may',
      { organization: { keyPolicy: 'service-accounts-only' } },
      /service account/,
    ],
    ['without the expiry that is required', { organization: { expiration: 'required' } }, /expiration/],
  ])('is not made %s, whatever the page says', async (_, patch, why) => {
    practice.set(patch)
    const reply = await create()
    expect(reply.refused).toMatch(why)
    expect(practice.state.keys).toEqual([])
  })

  test('is refused by the API from the moment it is revoked', async () => {
    const { secret, keyId } = await create()
    const models = () =>
      ask('https://api.openai.com/v1/models', { headers: { authorization: `Bearer ${secret}` } })
    expect((await models()).status).toBe(200)
    await act({ act: 'revokeKey', id: keyId ?? '' })
    expect((await models()).status).toBe(401)
  })
})

describe('The scene', () => {
  test.each(Object.entries(scenes))('“%s” can be set', (_, { patch }) => {
    const state = initialState()
    applyPatch(state, patch as Patch)
    for (const key of state.keys) expect(key.secret).toMatch(/^sk-/)
  })

  test('knows no misspelt name', () => {
    expect(() => practice.set({ organisation: {} } as Patch)).toThrow(/no "organisation"/)
  })

  test('is set by a program, and not by a page of the web', async () => {
    const control = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const options = {
          host: '127.0.0.1',
          port: practice.port,
          path: '/__control',
          method: 'POST',
          rejectUnauthorized: false,
          headers,
        }
        request(options, answer => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
        })
          .on('error', reject)
          .end(JSON.stringify({ scene: 'no-money' }))
      })
    expect(await control({ origin: 'https://evil.test' })).toBe(403)
    expect(practice.state.billing.credit).toBe(10)
    expect(await control({})).toBe(200)
    expect(practice.state.billing.credit).toBe(0)
  })

  test('can be left again from a network that answers for everybody', async () => {
    practice.set({ network: 'captive-portal' })
    expect(await (await ask('https://platform.openai.com/home')).text()).toContain('Hotel network')
    expect(await (await ask('https://platform.openai.com/practice-scenes')).text()).toContain('Set the scene')
  })
})

describe('The pages', () => {
  test('say what they are, and let nothing in from elsewhere', { tags: 'slow' }, async () => {
    const home = await ask('https://platform.openai.com/home')
    const policy = home.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    const script = await (await ask('https://platform.openai.com/assets/practice.js')).text()
    expect(script).toContain('Practice copy — not OpenAI')
  })

  test('have other class names with every seed, the same in page and stylesheet', () => {
    const css = '.page-heading {\n  margin: 0.5rem;\n}\n.card > .button {\n  color: red;\n}\n'
    expect(hashedClass(1, 'card')).not.toBe(hashedClass(2, 'card'))
    expect(hashStylesheet(css, 1)).toBe(
      `.${hashedClass(1, 'page-heading')} {\n  margin: 0.5rem;\n}\n.${hashedClass(1, 'card')} > .${hashedClass(1, 'button')} {\n  color: red;\n}\n`,
    )
  })
})
