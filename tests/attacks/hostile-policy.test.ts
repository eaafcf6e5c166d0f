/**
 * Whoever can write a policy (an administrator, or a program that may write the registry or the profile's policies) sends values of any shape,
 * size and name: none loosens what a person set, stops the worker, fills its memory, or turns around what the page of policies says.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies, readPolicy } from '../../src/features/policy/core/policies.ts'
import {
  allowedCarriers,
  fileKinds,
  isAllowed,
  opensWelcome,
  type Policy,
  refuseFile,
  refuseKey,
  refuseLooser,
  refuseSync,
  tighten,
  tightenKey,
} from '../../src/features/policy/core/policy.ts'
import { unknownNames } from '../../src/features/policy/core/unknown-names.ts'
import { providerIds } from '../../src/providers/list.ts'
import { report, tries } from './outcome.ts'

const names = [...Object.keys(policies), '__proto__', 'constructor', 'toString', 'then', 'valueOf']
const long = 'x'.repeat(300_000)
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      '',
      long,
      [long],
      Array(100_000).fill('openai'),
      {},
      { toString: 1 },
      [],
      [[]],
      true,
      false,
      0,
      -1,
      1e308,
    ],
    ...[Number.NaN, Number.MAX_SAFE_INTEGER, ['__proto__'], ['constructor'], { length: 5 }, 'true', '5'],
    { name: '\u202eevil', address: 'https://\u202egnp.test' },
    { name: 'a\u0000b' },
    { name: 'Help', address: 'javascript:alert(1)' },
    { name: long },
    ['open\u200bai'],
    JSON.parse('{"__proto__": {"copyFreely": true}, "name": "x"}'),
  ),
  fc.integer({ min: -5, max: 20_000 }),
  fc.array(fc.constantFrom(...providerIds, ...fileKinds, 'folder', 'browser', 'toString'), { maxLength: 6 }),
  fc.anything({ maxDepth: 2 }),
)
const managed = fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 12 })

type Settings = {
  lockAfterMinutes: number
  clearAfterSeconds: number
  watchWhileLocked: boolean
  watchFromStart: boolean
}
const chosen: fc.Arbitrary<Settings> = fc.record({
  lockAfterMinutes: fc.integer({ min: 1, max: 1440 }),
  clearAfterSeconds: fc.integer({ min: 10, max: 120 }),
  watchWhileLocked: fc.boolean(),
  watchFromStart: fc.boolean(),
})

/** What is wrong with what comes of it; undefined: nothing. */
function wrongOf(settings: Settings, policy: Policy): string | undefined {
  const held = tighten(settings, policy)
  for (const name of ['lockAfterMinutes', 'clearAfterSeconds'] as const)
    if (!(held[name] >= 1 && held[name] <= settings[name])) return `${name} is ${held[name]}`
  for (const name of ['watchWhileLocked', 'watchFromStart'] as const)
    if (held[name] && !settings[name]) return `${name} is on`
  if (refuseLooser(held, policy)) return 'what holds is refused'
  const key = tightenKey({ provider: 'openai', createdAt: 1, rotateBy: 5_000 }, policy)
  if ('copyFreely' in key || key.rotateBy > 5_000) return 'the key is looser'
  for (const provider of providerIds) {
    // Who is not allowed is refused, whatever else is said.
    if (!isAllowed(provider, policy) && !refuseKey({ provider, expiresAt: 1 }, policy)) return provider
  }
  for (const kind of fileKinds) void refuseFile(kind, policy)
  if (allowedCarriers(policy).length === 0 && !refuseSync(policy)) return 'something is synced'
  void opensWelcome('install', policy)
  const shown = JSON.stringify([policy, unknownNames(policy)])
  if (shown.length > 100_000) return `${shown.length} characters are published`
  return /[\p{Cc}\p{Cf}]|\\u00/u.test(shown) ? 'it turns around what stands beside it' : undefined
}

test('no policy of any shape loosens what a person set, ends the worker or deceives the eye', () => {
  const all = fc.sample(fc.tuple(managed, chosen), { seed: 12, numRuns: tries(150, 5_000) })
  const tried = (read: (one: Record<string, unknown>) => Policy) =>
    all.flatMap(([one, settings]) => {
      try {
        return wrongOf(settings, read(one)) ?? []
      } catch (thrown) {
        return String(thrown)
      }
    })
  const landed = tried(one => readPolicy(one).policy)
  expect(landed.slice(0, 3)).toEqual([])
  report({
    attack: 'a policy of any shape, size and name',
    attacker: 'company administrator',
    asset: 'what is set, and what the page of policies says',
    tries: all.length,
    landed: landed.length,
    // As the browser hands it over, unread.
    control: { tries: all.length, landed: tried(one => one as Policy).length },
  })
})
