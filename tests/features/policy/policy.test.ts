/** What an organization may ask: read with care, and never looser than what the person chose. */
import { describe, expect, it, test } from 'vitest'
import { policies, readPolicy } from '../../../src/features/policy/core/policies.ts'
import {
  isAllowed,
  opensWelcome,
  type Policy,
  refuseKey,
  refuseLooser,
  tighten,
  tightenKey,
} from '../../../src/features/policy/core/policy.ts'
import { unknownNames } from '../../../src/features/policy/core/unknown-names.ts'
import { createPolicyService } from '../../../src/features/policy/worker/service.ts'
import { policySchema } from '../../../tools/policy-schema.ts'
import { seeded } from '../../providers/random-keys.ts'

const policyNames = Object.keys(policies) as (keyof typeof policies)[]
const day = 86_400_000
/** One good value of each. */
const every: Required<Policy> = {
  passphraseWordsAtLeast: 6,
  lockAfterMinutesAtMost: 5,
  lockWithSystem: true,
  clearClipboardSecondsAtMost: 10,
  copyFreely: false,
  providers: ['openai', 'anthropic'],
  localServers: false,
  plaintextExport: false,
  projectFiles: [],
  syncCarriers: [],
  checksWhileLocked: false,
  keyAgeDaysAtMost: 90,
  expiryRequired: true,
  welcomePage: false,
  help: { name: 'Platform team', address: 'https://help.example.com/keys' },
}

describe('a policy is read', () => {
  it('whole, when each value is as it should be', () => {
    expect(readPolicy(every)).toEqual({ policy: every, notUnderstood: [] })
    expect(Object.keys(every).sort()).toEqual([...policyNames].sort())
  })

  const wrong: unknown[] = [null, '5', '', 0, -1, 1.5, Number.NaN, Infinity, 1e9, {}, [1], [null], [['env']]]
  test.each(policyNames)(
    '%s: a value of the wrong type or size is not used, is named, and spoils nothing else',
    name => {
      const other = name === 'lockWithSystem' ? 'copyFreely' : 'lockWithSystem'
      for (const value of wrong)
        expect(readPolicy({ [name]: value, [other]: true })).toEqual({
          policy: { [other]: true },
          notUnderstood: [name],
        })
    },
  )

  it('without what is no policy of Keyway’s, and without an address that would run or leave by another road', () => {
    expect(
      readPolicy(JSON.parse('{"constructor": true, "__proto__": {"copyFreely": false}, "unknown": 1}'))
        .policy,
    ).toEqual({})
    for (const address of ['javascript:alert(1)', 'http://example.com', 'data:text/html,x', 'not an address'])
      expect(readPolicy({ help: { name: 'x', address } }).notUnderstood).toEqual(['help'])
    expect(readPolicy({ help: { name: 'x', address: 'keys@example.com' } }).notUnderstood).toEqual([])
  })

  it('a name in a list that Keyway does not know allows nothing and is named', () => {
    const { policy } = readPolicy({ providers: ['openai', 'acme'], projectFiles: ['printed'] })
    expect(isAllowed('openai', policy)).toBe(true)
    expect(isAllowed('mistral', policy)).toBe(false)
    expect(unknownNames(policy)).toEqual([
      { name: 'providers', value: 'acme' },
      { name: 'projectFiles', value: 'printed' },
    ])
  })
})

describe('the stricter wins', () => {
  const random = seeded('policy')
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  const settings = () => ({
    lockAfterMinutes: pick([1, 5, 15, 60, 1440]),
    clearAfterSeconds: pick([10, 30, 120]),
    watchWhileLocked: pick([true, false]),
  })
  const policy = (): Policy => ({
    ...(random() < 0.7 && { lockAfterMinutesAtMost: pick([1, 7, 15, 1440]) }),
    ...(random() < 0.7 && { clearClipboardSecondsAtMost: pick([10, 25, 120]) }),
    ...(random() < 0.7 && { checksWhileLocked: pick([true, false]) }),
  })

  it('for 2,000 settings and policies: never looser than either, the same when asked twice, and in any order', () => {
    for (let round = 0; round < 2_000; round++) {
      const [chosen, first, second] = [settings(), policy(), policy()]
      const held = tighten(chosen, first)
      expect(held.lockAfterMinutes).toBe(
        Math.min(chosen.lockAfterMinutes, first.lockAfterMinutesAtMost ?? Infinity),
      )
      expect(held.clearAfterSeconds).toBe(
        Math.min(chosen.clearAfterSeconds, first.clearClipboardSecondsAtMost ?? Infinity),
      )
      expect(held.watchWhileLocked).toBe(chosen.watchWhileLocked && first.checksWhileLocked !== false)
      expect(tighten(held, first)).toEqual(held)
      expect(tighten(tighten(chosen, first), second)).toEqual(tighten(tighten(chosen, second), first))
      expect(refuseLooser(held, first)).toBeUndefined()
    }
  })

  it('a change that asks for more than the limit is refused, and one that says nothing of it is not', () => {
    expect(refuseLooser({ lockAfterMinutes: 60 }, every)).toMatchObject({ code: 'forbidden' })
    expect(refuseLooser({ watchWhileLocked: true }, every)).toMatchObject({ code: 'forbidden' })
    expect(refuseLooser({ lockAfterMinutes: 1 }, every)).toBeUndefined()
    expect(refuseLooser({}, every)).toBeUndefined()
  })

  const key: Parameters<typeof tightenKey>[0] = { provider: 'openai', createdAt: 1_000 * day }
  it('for a key: the earlier of the two dates, and no copying without a proof', () => {
    expect(tightenKey(key, every).rotateBy).toBe(1_090 * day)
    expect(tightenKey({ ...key, rotateBy: 1_010 * day }, every).rotateBy).toBe(1_010 * day)
    expect(tightenKey({ ...key, rotateBy: 2_000 * day }, every).rotateBy).toBe(1_090 * day)
    expect(tightenKey({ ...key, copyFreely: true }, every)).not.toHaveProperty('copyFreely')
    expect(tightenKey({ ...key, copyFreely: true }, {})).toEqual({ ...key, copyFreely: true })
    // A server on this computer has no key that ages; a key that was saved in 1970 is old, and nothing worse.
    expect(tightenKey({ ...key, provider: 'ollama' }, every)).not.toHaveProperty('rotateBy')
    expect(tightenKey({ ...key, createdAt: 0 }, every).rotateBy).toBe(90 * day)
  })

  it('a key is saved of an allowed provider only, and with its date where that is required', () => {
    expect(refuseKey({ provider: 'openai', expiresAt: day }, every)).toBeUndefined()
    expect(refuseKey(key, every)?.message).toMatch(/expiry date/)
    expect(refuseKey({ provider: 'mistral', expiresAt: day }, every)?.message).toMatch(/keys of Mistral/)
    expect(refuseKey({ provider: 'ollama' }, { localServers: false })?.message).toMatch(/keys of Ollama/)
    expect(refuseKey({ provider: 'ollama' }, { expiryRequired: true })).toBeUndefined()
  })
})

describe('in the worker', () => {
  it('what cannot be taken back waits for the browser; the rest goes on and follows when the policy comes', async () => {
    let answer: (managed: Record<string, unknown>) => void = () => undefined
    let followed = 0
    const service = createPolicyService(
      () => new Promise(resolve => (answer = resolve)),
      () => followed++,
    )
    expect(service.known()).toEqual({})
    const waiting = service.read()
    answer({ copyFreely: false })
    expect(await waiting).toEqual({ copyFreely: false })
    expect(service.known()).toEqual({ copyFreely: false })
    expect(followed).toBe(1)
  })

  it('of two answers that overtake each other the later question counts; none any more is followed too', async () => {
    const answers: ((managed: Record<string, unknown>) => void)[] = []
    const followed: Policy[] = []
    const service = createPolicyService(
      () => new Promise(resolve => answers.push(resolve)),
      () => followed.push(service.known()),
    )
    service.refresh()
    answers[1]?.({})
    answers[0]?.({ copyFreely: false })
    expect(await service.read()).toEqual({})
    await new Promise(resolve => setImmediate(resolve))
    expect(service.known()).toEqual({})
    expect(followed).toEqual([{}])
  })

  it('the welcome page is opened at the installation, and not where the organization does without', () => {
    expect(opensWelcome('install', {})).toBe(true)
    expect(opensWelcome('install', { welcomePage: true })).toBe(true)
    expect(opensWelcome('install', every)).toBe(false)
    expect(opensWelcome('update', {})).toBe(false)
  })

  it('a browser that has no managed storage has no policy', async () => {
    const service = createPolicyService(
      () => Promise.reject(new Error('Managed storage is not there.')),
      () => undefined,
    )
    expect(await service.read()).toEqual({})
  })
})

it('the schema for the browser has each policy, and no more of it than its type', async () => {
  expect(await policySchema()).toMatchObject({
    type: 'object',
    properties: {
      lockAfterMinutesAtMost: { type: 'integer' },
      copyFreely: { type: 'boolean' },
      providers: { type: 'array', items: { type: 'string' } },
      help: { type: 'object', properties: { name: { type: 'string' }, address: { type: 'string' } } },
    },
  })
})
