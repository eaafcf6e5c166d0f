/** What may be said of acceptance, credit and calls: nothing that the last check did not see. */
import { expect, test } from 'vitest'
import { ladderOf } from '../../../src/features/health/core/ladder-rungs.ts'

test.each([
  ['never tested', undefined, 'unknown unknown unknown'],
  ['works', { key: 'accepted', use: 'ready', cause: 'ok' }, 'yes yes yes'],
  ['works, credit unknown', { key: 'accepted', use: 'unknown', cause: 'ok' }, 'yes unknown unknown'],
  ['no credit', { key: 'accepted', use: 'blocked', cause: 'no_credit' }, 'yes no unknown'],
  ['limit reached', { key: 'accepted', use: 'blocked', cause: 'spend_limit' }, 'yes no unknown'],
  ['rate limited', { key: 'accepted', use: 'blocked', cause: 'rate_limited' }, 'yes unknown unknown'],
  ['restricted', { key: 'accepted', use: 'limited', cause: 'missing_scope' }, 'yes unknown partly'],
  ['rejected', { key: 'rejected', use: 'unknown', cause: 'invalid_key' }, 'no unknown unknown'],
  ['no answer', { key: 'unknown', use: 'unknown', cause: 'network' }, 'unknown unknown unknown'],
] as const)('%s', (_, verdict, states) => {
  expect(
    ladderOf(verdict)
      .map(rung => rung.state)
      .join(' '),
  ).toBe(states)
})
