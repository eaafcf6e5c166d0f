/** From one answer to the next: what is kept, what changes, who is told, and when it is asked again. */
import { describe, expect, it } from 'vitest'
import { judge, needsPerson } from '../../../src/features/health/core/judge.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import type { Cause, Evidence, VerdictSeen } from '../../../src/providers/verdict.ts'

const now = 1_800_000_000_000
const hour = 3_600_000
const minute = 60_000

const verdict = (cause: Cause) => ({ ...outcomes[cause], cause, says: `the words of ${cause}` })
const evidence = (count: number): Evidence[] =>
  Array.from({ length: count }, (_, i) => ({ ...verdict('ok'), probe: 'models', at: i, milliseconds: 1 }))
const known = (cause: Cause, more: Partial<VerdictSeen> = {}): VerdictSeen => ({
  ...verdict(cause),
  at: now - hour,
  since: now - 5 * hour,
  ...more,
})
type About = Partial<Parameters<typeof judge>[2]>
/** A key that was made long ago, asked for the first time in this round. */
const judged = (then: VerdictSeen | undefined, cause: Cause, about: About = {}) =>
  judge(
    then,
    { verdict: verdict(cause), evidence: evidence(1) },
    { madeAt: now - 100 * hour, now, tries: 0, confirming: false, ...about },
  )

describe('a key that is asked for the first time', () => {
  it('and works', () => {
    expect(judged(undefined, 'ok')).toStrictEqual({
      seen: { ...verdict('ok'), at: now, since: now, evidence: evidence(1) },
      changed: true,
    })
  })

  it('and is refused: nobody is told, because nobody thought it good', () => {
    expect(judged(undefined, 'invalid_key')).toStrictEqual({
      seen: { ...verdict('invalid_key'), at: now, since: now, evidence: evidence(1) },
      changed: true,
    })
  })

  it('and cannot be asked', () => {
    expect(judged(undefined, 'network')).toStrictEqual({
      seen: {
        ...verdict('network'),
        at: now,
        since: now,
        evidence: evidence(1),
        trouble: { cause: 'network', at: now, says: 'the words of network' },
      },
      changed: true,
    })
  })

  it('keeps six pieces of evidence at most', () => {
    const { seen } = judge(
      undefined,
      { verdict: verdict('ok'), evidence: evidence(9) },
      { madeAt: 0, now, tries: 0, confirming: false },
    )
    expect(seen.evidence).toEqual(evidence(6))
  })
})

describe('the same again', () => {
  it('has been so since it began', () => {
    const { seen, changed } = judged(known('ok'), 'ok')
    expect(seen).toMatchObject({ at: now, since: now - 5 * hour })
    expect(changed).toBe(false)
  })

  it.each<[string, Partial<VerdictSeen>]>([
    ['another cause', { cause: 'rate_limited' }],
    ['another answer about the key', { key: 'unknown' }],
    ['another use', { use: 'ready' }],
  ])('is not the same with %s', (_, other) => {
    const { seen, changed } = judged(known('ok', other), 'ok')
    expect(seen.since).toBe(now)
    expect(changed).toBe(true)
  })
})

describe('a good key that is refused', () => {
  it('is looked at a second time before anybody is told', () => {
    const { seen, changed, tell, again } = judged(known('ok'), 'invalid_key')
    expect(seen).toMatchObject({
      cause: 'invalid_key',
      at: now,
      since: now,
      lastGoodAt: now - hour,
      confirmAt: now + minute,
    })
    expect({ changed, tell, again }).toEqual({
      changed: true,
      tell: undefined,
      again: { why: 'confirm', wait: minute },
    })
  })

  it('and refused again: now the person is told', () => {
    const { seen, tell, again, changed } = judged(
      known('invalid_key', { confirmAt: now, lastGoodAt: now - 2 * hour }),
      'invalid_key',
      { confirming: true },
    )
    expect(seen).not.toHaveProperty('confirmAt')
    expect(seen.lastGoodAt).toBe(now - 2 * hour)
    expect({ tell, again, changed }).toEqual({ tell: 'bad', again: undefined, changed: false })
  })

  it('and asked by the person before the second look: that look is still to come', () => {
    const { seen, tell, again } = judged(known('invalid_key', { confirmAt: now + 30_000 }), 'invalid_key')
    expect(seen.confirmAt).toBe(now + minute)
    expect({ tell, again }).toEqual({ tell: undefined, again: { why: 'confirm', wait: minute } })
  })

  it('and accepted at the second look: nobody hears of it', () => {
    const { seen, tell } = judged(known('invalid_key', { confirmAt: now, lastGoodAt: now - hour }), 'ok', {
      confirming: true,
    })
    expect(tell).toBeUndefined()
    expect(seen).not.toHaveProperty('confirmAt')
    expect(seen).not.toHaveProperty('lastGoodAt')
  })

  it.each<Cause>(['no_credit', 'spend_limit', 'missing_scope'])('however it turns bad: %s', cause => {
    const { again } = judged(known('ok'), cause)
    expect(again).toEqual(cause === 'missing_scope' ? undefined : { why: 'confirm', wait: minute })
  })

  it('a text that is no key is bad too', () => {
    expect(judged(known('ok'), 'malformed_key').again).toEqual({ why: 'confirm', wait: minute })
  })
})

describe('a bad key', () => {
  it('that stays bad is no news', () => {
    const { seen, changed, tell, again } = judged(known('invalid_key', { lastGoodAt: 7 }), 'invalid_key')
    expect(seen.lastGoodAt).toBe(7)
    expect({ changed, tell, again }).toEqual({ changed: false, tell: undefined, again: undefined })
  })

  it.each<[Cause, 'good' | undefined]>([
    ['invalid_key', 'good'],
    ['no_credit', 'good'],
    ['ok', undefined],
    ['rate_limited', undefined],
    ['missing_scope', undefined],
    ['network', undefined],
    ['unrecognised', undefined],
    ['malformed_key', undefined],
  ])('that was %s and works again: the person is told %s', (cause, tell) => {
    expect(judged(known(cause), 'ok').tell).toBe(tell)
  })

  it('that was not active yet and works now: nobody was worried', () => {
    expect(judged(known('invalid_key', { retryAt: now }), 'ok').tell).toBeUndefined()
  })

  it('that nobody has asked about before is no news when it works', () => {
    expect(judged(undefined, 'ok').tell).toBeUndefined()
  })

  it('that is accepted, but blocked, is not good', () => {
    expect(judged(known('invalid_key'), 'no_credit').tell).toBeUndefined()
  })
})

describe('a fresh key that is refused', () => {
  const fresh = { madeAt: now - minute }

  it.each([
    [0, 10_000],
    [1, 20_000],
    [2, 30_000],
    [5, 5 * minute],
  ])('for the %i. time is asked again after %i ms', (tries, wait) => {
    const { seen, changed, tell, again } = judged(undefined, 'invalid_key', { ...fresh, tries })
    expect(seen.retryAt).toBe(now + wait)
    expect({ changed, tell, again }).toEqual({
      changed: true,
      tell: undefined,
      again: { why: 'fresh', wait },
    })
  })

  it('again: that is no change', () => {
    expect(
      judged(known('invalid_key', { retryAt: now }), 'invalid_key', { ...fresh, tries: 1 }).changed,
    ).toBe(false)
  })

  it.each<[string, VerdictSeen | undefined, Cause, About]>([
    ['it was asked often enough', undefined, 'invalid_key', { ...fresh, tries: 6 }],
    ['it is no longer fresh', undefined, 'invalid_key', { madeAt: now - 15 * minute }],
    ['it was made in the future', undefined, 'invalid_key', { madeAt: now + 2 * minute }],
    ['it has expired', undefined, 'expired_key', fresh],
    ['it has no credit', undefined, 'no_credit', fresh],
    ['it worked before', known('ok'), 'invalid_key', fresh],
    ['it worked once', known('no_credit', { lastGoodAt: 5 }), 'invalid_key', fresh],
  ])('is not waited for when %s', (_, then, cause, about) => {
    const { seen, again } = judged(then, cause, about)
    expect(seen).not.toHaveProperty('retryAt')
    expect(again?.why).not.toBe('fresh')
  })
})

describe('an answer that tells nothing', () => {
  it.each<Cause>([
    'network',
    'timeout',
    'provider_trouble',
    'not_the_provider',
    'region_blocked',
    'cors_forbidden',
  ])('(%s) leaves what was known, and says since when it could not be asked', cause => {
    for (const then of [known('ok'), known('invalid_key', { confirmAt: now }), known('no_credit')])
      expect(judged(then, cause)).toStrictEqual({
        seen: { ...then, trouble: { cause, at: now, says: `the words of ${cause}` } },
        changed: false,
      })
  })

  it('after nothing was known either: the newest trouble is what is known', () => {
    const { seen, changed } = judged(known('network', { lastGoodAt: 7 }), 'timeout')
    expect(seen).toMatchObject({ cause: 'timeout', at: now, since: now, lastGoodAt: 7 })
    expect(changed).toBe(true)
    const again = judged(known('timeout'), 'timeout')
    expect(again.seen.since).toBe(now - 5 * hour)
    expect(again.seen).not.toHaveProperty('lastGoodAt')
    expect(again.changed).toBe(false)
  })

  it('counts when the provider says something of the key all the same', () => {
    const telling = { ...verdict('region_blocked'), key: 'accepted' as const, use: 'blocked' as const }
    const { seen } = judge(
      known('ok'),
      { verdict: telling, evidence: [] },
      { madeAt: 0, now, tries: 0, confirming: false },
    )
    expect(seen).toMatchObject({ cause: 'region_blocked', confirmAt: now + minute })
    expect(seen).not.toHaveProperty('trouble')
  })

  it('of its use alone does not hide that the key is refused', () => {
    const refused = { ...verdict('invalid_key'), use: 'unknown' as const }
    const { tell } = judge(
      known('invalid_key', { confirmAt: now }),
      { verdict: refused, evidence: [] },
      { madeAt: 0, now, tries: 0, confirming: true },
    )
    expect(tell).toBe('bad')
  })

  it('that nobody understands changes the status and alarms nobody', () => {
    const { seen, changed, tell, again } = judged(known('ok'), 'unrecognised', { confirming: true })
    expect(seen).toMatchObject({ cause: 'unrecognised', since: now, lastGoodAt: now - hour })
    expect({ changed, tell, again }).toEqual({ changed: true, tell: undefined, again: undefined })
  })
})

describe('a key needs its person', () => {
  it.each<[Cause, boolean]>([
    ['invalid_key', true],
    ['expired_key', true],
    ['no_credit', true],
    ['malformed_key', true],
    ['missing_scope', false],
    ['rate_limited', false],
    ['ok', false],
    ['network', false],
    ['unrecognised', false],
  ])('after %s: %s', (cause, expected) => {
    expect(needsPerson(known(cause))).toBe(expected)
  })

  it('not while a second look or another try is to come, and not before anybody has asked', () => {
    expect(needsPerson(known('invalid_key', { confirmAt: now }))).toBe(false)
    expect(needsPerson(known('invalid_key', { retryAt: now }))).toBe(false)
    expect(needsPerson(known('malformed_key', { confirmAt: now }))).toBe(false)
    expect(needsPerson(undefined)).toBe(false)
  })

  it('when it is refused, whatever is known of its use', () => {
    expect(needsPerson(known('invalid_key', { use: 'unknown' }))).toBe(true)
  })

  it('when a text that is no key blocks nothing by itself', () => {
    expect(needsPerson(known('malformed_key', { use: 'unknown' }))).toBe(true)
  })
})
