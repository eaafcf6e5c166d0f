/** What each cause means, and what several answers come to: written out a second time, so that no line can change unseen. */
import { describe, expect, it } from 'vitest'
import { combine, isAboutMoney, outcomes, tellsNothing } from '../../src/providers/answers/causes.ts'
import { isRevocationProven } from '../../src/providers/answers/revocation.ts'
import type { Cause, Verdict, VerdictSeen } from '../../src/providers/verdict.ts'

const meanings: Partial<Record<`${Verdict['key']} ${Verdict['use']}`, Cause[]>> = {
  'rejected blocked': [
    'invalid_key',
    'expired_key',
    'wrong_provider',
    'account_deactivated',
    'access_terminated',
  ],
  'unknown blocked': ['malformed_key'],
  'accepted blocked': [
    'key_type_forbidden',
    'no_organization',
    'organization_mismatch',
    'project_mismatch',
    'project_archived',
    'wrong_host',
    'ip_not_allowed',
    'client_certificate_required',
    'no_credit',
    'billing_inactive',
    'spend_limit',
    'usage_limit',
  ],
  'accepted limited': ['missing_scope', 'model_unavailable', 'organization_unverified'],
  'accepted ready': ['rate_limited'],
  'accepted unknown': ['ok'],
  'unknown unknown': [
    'region_blocked',
    'cors_forbidden',
    'provider_trouble',
    'not_the_provider',
    'network',
    'timeout',
    'unrecognised',
  ],
}
const causes = Object.values(meanings).flat()

describe.each(Object.entries(meanings))('key and use are %s', (outcome, all) => {
  it.each(all.map(cause => [cause]))('after %s', cause => {
    expect(`${outcomes[cause].key} ${outcomes[cause].use}`).toBe(outcome)
  })
})

it('there is a meaning for every cause and no other', () => {
  expect([...causes].sort()).toEqual(Object.keys(outcomes).sort())
})

it('six causes are no news about the key', () => {
  expect(causes.filter(tellsNothing).sort()).toEqual([
    'cors_forbidden',
    'network',
    'not_the_provider',
    'provider_trouble',
    'region_blocked',
    'timeout',
  ])
})

it('four causes are about money', () => {
  expect(causes.filter(isAboutMoney).sort()).toEqual([
    'billing_inactive',
    'no_credit',
    'spend_limit',
    'usage_limit',
  ])
})

const verdict = (cause: Cause, more: Partial<Verdict> = {}): Verdict => ({
  ...outcomes[cause],
  cause,
  says: cause,
  ...more,
})

describe('several answers made one', () => {
  /** What names the cause, most telling first. */
  const order: Cause[] = [
    'invalid_key',
    'expired_key',
    'wrong_provider',
    'account_deactivated',
    'access_terminated',
    'region_blocked',
    'malformed_key',
    'wrong_host',
    'ip_not_allowed',
    'client_certificate_required',
    'key_type_forbidden',
    'no_organization',
    'organization_mismatch',
    'project_archived',
    'project_mismatch',
    'billing_inactive',
    'no_credit',
    'spend_limit',
    'usage_limit',
    'missing_scope',
    'organization_unverified',
    'model_unavailable',
    'rate_limited',
    'unrecognised',
    'ok',
    'cors_forbidden',
    'provider_trouble',
    'not_the_provider',
    'timeout',
    'network',
  ]

  it('a limit of requests is named beside an answer that was fine, and one missing right is kept', () => {
    const fine = verdict('ok', { use: 'ready' })
    expect(combine([fine, verdict('rate_limited')]).cause).toBe('rate_limited')
    expect(
      combine([verdict('no_credit'), verdict('missing_scope', { detail: { scopes: ['a'] } })]),
    ).toMatchObject({
      cause: 'no_credit',
      detail: { scopes: ['a'] },
    })
  })

  it('are named by the most telling, in whatever order they came', () => {
    expect([...order].sort()).toEqual([...causes].sort())
    for (const [i, first] of order.entries())
      for (const second of order.slice(i + 1))
        for (const pair of [
          [first, second],
          [second, first],
        ] as const) {
          const { cause, says } = combine(pair.map(one => verdict(one)))
          expect(cause, pair.join()).toBe(first)
          expect(says).toBe(first)
        }
  })

  it.each<[Verdict['key'][], Verdict['key']]>([
    [['rejected', 'accepted'], 'rejected'],
    [['unknown', 'rejected'], 'rejected'],
    [['unknown', 'accepted'], 'accepted'],
    [['accepted', 'accepted'], 'accepted'],
    [['unknown', 'unknown'], 'unknown'],
    [['unknown', 'accepted', 'rejected'], 'rejected'],
  ])('what is known of the key wins: %j', (keys, expected) => {
    expect(combine(keys.map(key => verdict('ok', { key }))).key).toBe(expected)
  })

  it.each<[Verdict['use'][], Verdict['use']]>([
    [['ready', 'blocked'], 'blocked'],
    [['limited', 'blocked'], 'blocked'],
    [['unknown', 'blocked'], 'blocked'],
    [['ready', 'limited'], 'limited'],
    [['unknown', 'limited'], 'limited'],
    [['unknown', 'ready'], 'ready'],
    [['unknown', 'unknown'], 'unknown'],
    [['ready', 'unknown', 'limited', 'blocked'], 'blocked'],
  ])('the worst known use wins: %j', (uses, expected) => {
    expect(combine(uses.map(use => verdict('ok', { use }))).use).toBe(expected)
  })

  it('that say it works, one of them that it can pay, leave no doubt because of an answer nobody understands', () => {
    const paid = verdict('ok', { use: 'ready' })
    expect(combine([verdict('unrecognised'), paid])).toMatchObject({
      key: 'accepted',
      use: 'ready',
      cause: 'ok',
    })
    expect(combine([verdict('unrecognised'), verdict('ok')]).cause).toBe('unrecognised')
    expect(combine([verdict('rate_limited'), paid]).cause).toBe('rate_limited')
    expect(combine([verdict('model_unavailable'), paid]).cause).toBe('model_unavailable')
    expect(combine([verdict('ok'), { ...paid, says: 'paid' }]).says).toBe('paid')
  })

  it('of which there are none tell nothing', () => {
    expect(combine([])).toEqual({ key: 'unknown', use: 'unknown', cause: 'unrecognised', says: '' })
  })

  it('ask for the longest wait of all, and for none when none was asked for', () => {
    const wait = (...all: (number | undefined)[]) =>
      combine(
        all.map(retryAfterSeconds =>
          verdict('ok', retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        ),
      )
    expect(wait(5, 60, undefined).retryAfterSeconds).toBe(60)
    expect(wait(60, 5).retryAfterSeconds).toBe(60)
    expect(wait(undefined, 1).retryAfterSeconds).toBe(1)
    expect(wait(undefined)).not.toHaveProperty('retryAfterSeconds')
  })

  it('name every missing permission once, beside what else is known', () => {
    const combined = combine([
      verdict('missing_scope', { detail: { scopes: ['a.read', 'b.read'], model: 'gpt' } }),
      verdict('ok'),
      verdict('missing_scope', { detail: { scopes: ['b.read', 'c.read'] } }),
    ])
    expect(combined.detail).toEqual({ scopes: ['a.read', 'b.read', 'c.read'], model: 'gpt' })
    expect(combine([verdict('wrong_host', { detail: { host: 'eu.example' } })]).detail).toEqual({
      host: 'eu.example',
    })
    expect(combine([verdict('ok')])).not.toHaveProperty('detail')
  })

  it('leave those that were given as they were', () => {
    const given = [verdict('network'), verdict('invalid_key', { detail: { host: 'x' } }), verdict('ok')]
    const before = structuredClone(given)
    combine(given)
    expect(given).toEqual(before)
  })
})

describe('a key is known to be revoked', () => {
  const seen = (more: Partial<VerdictSeen> = {}): VerdictSeen => ({
    ...verdict('invalid_key'),
    at: 10_000,
    since: 7_000,
    ...more,
  })

  it('after two refusals for the same reason, three seconds apart', () => {
    expect(isRevocationProven(seen())).toBe(true)
    expect(isRevocationProven(seen({ since: 0 }))).toBe(true)
    expect(isRevocationProven(seen({ ...verdict('account_deactivated') }))).toBe(true)
  })

  it.each<[string, VerdictSeen | undefined]>([
    ['nobody has asked', undefined],
    ['it was refused once', seen({ since: 10_000 })],
    ['the second refusal came too soon', seen({ since: 7_001 })],
    ['it is accepted', seen({ key: 'accepted' })],
    ['nothing is known', seen({ key: 'unknown' })],
    ['it is another provider’s', seen({ cause: 'wrong_provider' })],
    ['it may not be active yet', seen({ retryAt: 20_000 })],
  ])('not when %s', (_, one) => {
    expect(isRevocationProven(one)).toBe(false)
  })
})
