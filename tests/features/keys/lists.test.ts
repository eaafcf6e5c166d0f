/** What a person finds in the lists: search, order, journey and check-up. */
import { describe, expect, test } from 'vitest'
import { journey } from '../../../src/features/guide/screen/journey-parts.ts'
import { checkUp } from '../../../src/features/health/core/checkup.ts'
import { causeWord, presentStatus } from '../../../src/features/health/core/present-status.ts'
import { cleanAbout } from '../../../src/features/keys/core/about.ts'
import { dueSoon, replacing } from '../../../src/features/keys/core/due-dates.ts'
import { noFilter, pick } from '../../../src/features/keys/core/filter.ts'
import { nameHint } from '../../../src/features/keys/core/name-hint.ts'
import { tallyOf } from '../../../src/features/keys/core/status-group.ts'
import { ago, ahead } from '../../../src/i18n/time.ts'
import type { KeyRow, VaultStatus } from '../../../src/protocol/published.ts'
import type { Cause, Verdict } from '../../../src/providers/verdict.ts'

const now = Date.UTC(2026, 10, 21)
const day = 86_400_000
const verdict = (cause: Cause, key: Verdict['key'], use: Verdict['use']) => ({
  cause,
  key,
  use,
  says: '',
  at: now,
  since: now,
})
const works = verdict('ok', 'accepted', 'ready')
const dead = verdict('invalid_key', 'rejected', 'unknown')
const broke = verdict('no_credit', 'accepted', 'blocked')

function key(id: string, more: Partial<KeyRow> = {}): KeyRow {
  return {
    id,
    provider: 'openai',
    kind: 'project',
    label: id,
    lastFour: '0000',
    createdAt: now - day,
    ...more,
  }
}
const open: VaultStatus = { status: 'unlocked', inboxCount: 0 }

test('a key of another service is found by what is known of it, stands under “Kept”, and leads to its own page', () => {
  const gateway = key('bot', {
    provider: 'other',
    service: 'Acme gateway',
    webPage: 'https://acme.example/keys',
    variable: 'ACME_TOKEN',
  })
  const rows = [gateway, key('spare', { verdict: works })]
  for (const word of ['acme', 'gateway', 'ACME_TOKEN', 'acme.example', 'kept', 'other'])
    expect(pick(rows, { ...noFilter, text: word }), word).toEqual([gateway])
  expect(pick(rows, { ...noFilter, provider: 'other' })).toEqual([gateway])
  expect(pick(rows, { ...noFilter, status: 'kept' })).toEqual([gateway])
  expect(tallyOf(rows).map(({ id, name, count }) => [id, name, count])).toEqual([
    ['works', 'Works', 1],
    ['kept', 'Kept', 1],
  ])
  expect(presentStatus(undefined, gateway).sentence).toBe('Keyway keeps this key. It cannot test it.')
  expect(replacing(gateway)).toEqual({ page: 'https://acme.example/keys' })
  expect(replacing({ provider: 'other', webPage: 'javascript:alert(1)' })).toBeUndefined()
})

describe('search', () => {
  const rows = [
    key('Alpha', { verdict: works, lastFour: 'a9Xz', environment: 'Production' }),
    key('Beta', { verdict: broke, trackingId: 'key_ABC', environment: 'Staging' }),
    key('Gamma', { verdict: dead, notes: 'for the Tuesday report' }),
  ]
  const found = (text: string) => pick(rows, { ...noFilter, text }).map(row => row.id)
  test.each([
    ['', ['Gamma', 'Beta', 'Alpha']],
    ['a9xz', ['Alpha']],
    ['key_abc', ['Beta']],
    ['tuesday gamma', ['Gamma']],
    ['nothing', []],
  ])('“%s”, worst first', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })
  test.each([
    ['rejected', ['Gamma']],
    ['no credit', ['Beta']],
    ['openai', ['Gamma', 'Beta', 'Alpha']],
  ])('status and provider are found by their words: “%s”', (text, ids) => {
    expect(found(text)).toEqual(ids)
  })
  test('by environment and status', () => {
    expect(pick(rows, { ...noFilter, environment: 'Staging' }).map(row => row.id)).toEqual(['Beta'])
    expect(pick(rows, { ...noFilter, status: 'works' }).map(row => row.id)).toEqual(['Alpha'])
    expect(pick(rows, { ...noFilter, status: 'invalid_key' }).map(row => row.id)).toEqual(['Gamma'])
  })
})

test.each(['constructor', '__proto__', 'toString'])('a file’s cause “%s” breaks no screen', cause => {
  expect(presentStatus({ ...dead, cause: cause as Cause }, key('a')).short).toBe('Needs you')
  expect(causeWord(cause)).toBe(cause.replaceAll('_', ' '))
})

test('a fresh key that is refused is not called rejected', () => {
  expect(presentStatus({ ...dead, retryAt: now + 1 }, key('a'))).toMatchObject({
    tone: 'unknown',
    short: 'Not active yet',
  })
  expect(presentStatus(undefined, key('a')).short).toBe('Not tested')
})

describe('the journey', () => {
  const states = (vault: VaultStatus | undefined, rows: KeyRow[] | undefined) =>
    Object.fromEntries(journey(vault, rows).map(part => [part.id, part.state]))
  test('a newcomer has everything before them, and nothing is claimed that cannot be seen', () => {
    expect(states({ status: 'none', inboxCount: 0 }, undefined)).toEqual({
      need: 'todo',
      account: 'unseen',
      secured: 'unseen',
      policies: 'unseen',
      billing: 'unseen',
      limit: 'unseen',
      key: 'todo',
      stored: 'todo',
      tested: 'todo',
      used: 'todo',
      watched: 'todo',
    })
  })
  test('a key that works, in use', () => {
    expect(states(open, [key('a', { verdict: works, lastCopiedAt: now })])).toMatchObject({
      need: 'done',
      account: 'done',
      billing: 'done',
      key: 'done',
      stored: 'done',
      tested: 'done',
      used: 'done',
      watched: 'done',
    })
  })
  test('locked: what was seen cannot be seen now', () => {
    expect(states({ status: 'locked', inboxCount: 0, notWatchingSince: now }, undefined)).toMatchObject({
      key: 'unseen',
      tested: 'unseen',
      watched: 'todo',
    })
  })
  test('what only a guide can tell of is done once its guide reached its end, and says when', () => {
    const parts = journey(open, [key('a')], {
      guidesDone: { 'secure-account': now, 'read-policy': now, 'limit-spending': now },
    })
    for (const id of ['secured', 'policies', 'limit']) {
      const part = parts.find(other => other.id === id)
      expect(part).toMatchObject({
        state: 'done',
        seen: expect.stringMatching(/^Done with Keyway on .*\d{4}/),
      })
    }
  })
  const never = 'Automatic checks are off.'
  for (const [rows, checkEveryMinutes, seen] of [
    [[key('a')], 360, 'Checked only while the vault is open.'],
    [[key('a')], 0, never],
    [[key('a', { checkEveryMinutes: 0 })], 360, never],
    [[key('a', { checkEveryMinutes: 60 })], 0, 'Checked only while the vault is open.'],
    [[key('a', { checkEveryMinutes: 0 }), key('b')], 360, '1 of 2 keys are checked by themselves.'],
  ] as const)
    test(`watched: ${seen} (usually every ${checkEveryMinutes} minutes)`, () => {
      const part = journey(open, [...rows], { checkEveryMinutes }).find(({ id }) => id === 'watched')
      expect(part).toMatchObject({ seen, state: seen === never ? 'todo' : 'done' })
    })
  test('no credit is something to do', () => {
    expect(states(open, [key('a', { verdict: broke })])).toMatchObject({ billing: 'todo' })
  })
})

describe('the check-up', () => {
  const ids = (rows: KeyRow[], vault: VaultStatus = { ...open, lastBackupAt: now }) =>
    checkUp(vault, rows, now).map(finding => finding.id)
  const tidy = { environment: 'Production', expiresAt: now + day, usedIn: ['bot/.env'], verdict: works }
  test.each<[string, Partial<KeyRow>, string]>([
    ['dead', { ...tidy, verdict: dead }, 'rejected'],
    ['admin', { ...tidy, kind: 'admin' }, 'admin'],
    ['legacy', { ...tidy, kind: 'legacy' }, 'legacy'],
    ['old', { ...tidy, createdAt: now - 200 * day }, 'old'],
    ['overdue', { ...tidy, rotateBy: now - day }, 'overdue'],
    ['without an end', { environment: 'Production', usedIn: ['x'], verdict: works }, 'no-expiry'],
    ['without environment', { expiresAt: now + day, usedIn: ['x'], verdict: works }, 'no-environment'],
    ['in two places', { ...tidy, usedIn: ['a', 'b'] }, 'shared'],
    ['copied often', { ...tidy, copies: 5 }, 'copied'],
  ])('%s', (_, more, id) => {
    expect(ids([key('a', more)])).toContain(id)
  })
  test('a server on this computer needs neither an end nor an environment', () => {
    expect(ids([key('a', { provider: 'ollama', createdAt: now - 300 * day })])).toEqual([])
  })
  test('an admin key is sent to the page where such keys are replaced, never to a guide for projects’ keys', () => {
    const found = checkUp(
      { ...open, lastBackupAt: now },
      [key('a', { kind: 'admin', usedIn: ['ci'], createdAt: now - 200 * day })],
      now,
    )
    expect(found.find(({ id }) => id === 'admin')?.link).toMatch(/\/organization\/admin-keys$/)
    expect(found.filter(({ keys, guide }) => keys.length > 0 && guide).map(({ id }) => id)).toEqual([])
  })
  test('an admin key that only Keyway uses is as Keyway asked for it; a second one, or one in a program, is not', () => {
    const admin = (id: string, more: Partial<KeyRow> = {}) =>
      key(id, { kind: 'admin', verdict: works, expiresAt: now + day, createdAt: now - 40 * day, ...more })
    expect(ids([admin('a')])).toEqual(['limit'])
    expect(ids([admin('a'), admin('b')])).toContain('admin')
    expect(ids([admin('a'), admin('b', { provider: 'anthropic' })])).not.toContain('admin')
    expect(ids([admin('a', { lastCopiedAt: now })])).toContain('admin')
    // And with it Keyway reads the limits, which it cannot without.
    const limitOf = (rows: KeyRow[]) => checkUp(open, rows, now).find(({ id }) => id === 'limit')
    expect(limitOf([admin('a')])).toMatchObject({ link: '#usage' })
    expect(limitOf([key('k', tidy)])).toMatchObject({
      guide: 'limit-spending',
      why: expect.stringContaining('cannot read'),
    })
  })
  test('another provider’s key is sent to none of OpenAI’s pages', () => {
    const found = checkUp(
      { ...open, lastBackupAt: now },
      [key('a', { provider: 'anthropic', kind: 'admin', createdAt: now - 200 * day })],
      now,
    )
    const about = found.filter(({ keys }) => keys.length > 0)
    expect(about.map(({ id }) => id)).toContain('old')
    expect(about.filter(({ guide, link }) => guide || link)).toEqual([])
  })
  test('a tidy key leaves only what Keyway cannot see', () => {
    expect(ids([key('a', tidy)])).toEqual(['limit'])
  })
  test('no backup is found', () => {
    expect(ids([key('a', tidy)], open)).toContain('backup')
  })
})

test('what was typed is trimmed', () => {
  expect(cleanAbout({ label: '  ', usedIn: ['a ', '', ' b'], notes: ' x ' })).toEqual({
    label: '',
    usedIn: ['a', 'b'],
    notes: 'x',
  })
})

test.each([
  [3_000, 'just now'],
  [-3_000, 'just now'],
])('%d ms away is just now', (away, words) => {
  expect(ago(now + away, now)).toBe(words)
})

test.each([
  [-5_000, 'in a moment'],
  [3_000, 'in a moment'],
  [3_600_000, 'in 1 hr'],
])('a next try that is %i ms away is %s', (away, words) => {
  const now = Date.UTC(2026, 10, 21)
  expect(ahead(now + away, now)).toBe(words)
})

describe('a name that says nothing', () => {
  test.each(['test', 'My key', 'API key 2', 'new secret key', 'asdf', '1', 'openai-key', 'default'])(
    '%s',
    name => {
      expect(nameHint({ label: name })).toMatch(/Production-Chatbot-v1/)
    },
  )
  test.each([
    'Production-Chatbot-v1',
    'Old bot',
    'Newsletter',
    'testimonials',
    'laptop',
    'Schlüssel für den Blog',
    'Чат-бот',
    '客服机器人',
    '',
  ])('but not: %s', name => expect(nameHint({ label: name })).toBeUndefined())
  test('gets a better one from what else is known', () => {
    expect(nameHint({ label: 'test', purpose: 'support bot', environment: 'Staging' })).toMatch(
      /Staging-Support-Bot-v1/,
    )
  })
  test('and a key in it is warned of', () => {
    expect(nameHint({ label: `bot sk-${'proj'}-abcdefgh1234` })).toMatch(/no place for a key/)
  })
})

test('tags are cut at commas and trimmed', () => {
  expect(cleanAbout({ tags: ['standby', ' client-x ', ''] })).toEqual({ tags: ['standby', 'client-x'] })
})

describe('a key whose day comes near', () => {
  const at = (days: number) => now + days * day
  test.each<[string, Partial<KeyRow>, RegExp | undefined]>([
    ['nothing is said a month before', { expiresAt: at(30), rotateBy: at(20) }, undefined],
    ['it expires in a week', { expiresAt: at(7) }, /^This key expires /],
    ['it has expired', { expiresAt: at(-1), rotateBy: at(3) }, /^This key expired /],
    [
      'it was to be replaced, before it expires',
      { expiresAt: at(9), rotateBy: at(2) },
      /^Replace this key by/,
    ],
  ])('%s', (_, dates, words) => {
    const says = dueSoon(key('a', dates), now)
    words === undefined ? expect(says).toBeUndefined() : expect(says).toMatch(words)
  })
  test.each<[string, Partial<KeyRow>, unknown]>([
    ['a project key', { kind: 'project' }, { guide: 'rotate-key' }],
    ['an admin key', { kind: 'admin' }, { page: expect.stringMatching(/admin-keys$/) }],
    ['another provider’s', { provider: 'anthropic' }, { page: expect.stringContaining('anthropic.com') }],
    ['a server on this computer', { provider: 'ollama' }, undefined],
  ])('is replaced where such keys are made: %s', (_, of, way) => {
    expect(replacing(key('a', of))).toEqual(way)
  })
})
