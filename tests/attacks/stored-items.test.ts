/**
 * Who can write to the profile changes what is stored beside the header: the plain items, results that wait, and the records
 * themselves. What protects is never weakened, nothing false is read, and what was put back is named.
 */
import { describe, expect, test } from 'vitest'
import { type HealthNote, readHealthNote } from '../../src/features/health/worker/health-note.ts'
import { createVaultService } from '../../src/features/lock/worker/service.ts'
import { readLocalItem } from '../../src/platform/local-items.ts'
import { readProtectedSettings, settingBounds, usualSettings } from '../../src/protocol/setting-bounds.ts'
import type { LocalItems } from '../../src/protocol/storage-keys.ts'
import { openVault, type Store } from '../../src/vault/index.ts'
import { epochPrefix } from '../../src/vault/stored/names.ts'
import { list, record, refused, start, World } from '../features/health/health-world.ts'
import { lockWorld } from '../features/lock/lock-world.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from '../vault/helpers.ts'
import { report } from './outcome.ts'

const proof = { kind: 'passphrase', passphrase } as const
const odd: unknown[] = [
  undefined,
  null,
  true,
  'yes',
  '9',
  -1,
  0.5,
  1e9,
  Number.NaN,
  [],
  {},
  { valueOf: 1 },
  { toString: 1 },
]

test('settings in storage.local: no value of them reaches what protects', async () => {
  const planted = {
    lockAfterMinutes: 10_000_000,
    clearAfterSeconds: 10_000_000,
    checkEveryMinutes: 0,
    watchWhileLocked: true,
  }
  const isWeaker = ({ session, clock }: ReturnType<typeof lockWorld>) =>
    JSON.stringify(session.items.protectedSettings) !== JSON.stringify(usualSettings) ||
    (session.items.vaultUntil ?? 0) > clock.now + 15 * 60_000
  let landed = 0
  let count = 0
  for (const moment of ['before the start', 'while locked', 'while open']) {
    count++
    const world = lockWorld()
    const service = createVaultService(world.ports)
    await service.create(passphrase, false)
    if (moment !== 'while open') await service.lock()
    await world.store.set({ settings: planted, vaultChoices: { createdAt: 1, ...planted } })
    await world.local.set('settings', planted as unknown as LocalItems['settings'])
    if (moment === 'before the start') await world.session.remove('protectedSettings', 'inboxKey')
    const later = createVaultService(world.ports)
    await later.start()
    if (moment !== 'while open') await later.unlock(proof)
    else await later.touch()
    if (isWeaker(world)) landed++
  }
  // The same wishes by the road that asks for a proof: they are heard, as far as their limits go.
  const believing = lockWorld()
  const service = createVaultService(believing.ports)
  await service.create(passphrase, false)
  await service.changeSettings(readProtectedSettings(planted).settings)
  await service.touch()
  report({
    attack: 'lock time, clearing time and watching written into storage.local',
    attacker: 'disk writer',
    asset: 'lock time, clearing time, checks, watching while locked',
    tries: count,
    landed,
    control: { tries: 1, landed: Number(isWeaker(believing)) },
  })
})

test('a setting of any shape is read as one within its limits', () => {
  for (const name of [
    ...(Object.keys(usualSettings) as (keyof typeof usualSettings)[]),
    'watchFromStart' as const,
  ])
    for (const value of odd) {
      const { settings } = readProtectedSettings({ ...usualSettings, [name]: value })
      // Nothing is sealed for the time before the unlock where nothing is to be checked while locked.
      if (name === 'watchFromStart') expect(settings[name]).toBeUndefined()
      else if (name === 'watchWhileLocked') expect(typeof settings[name]).toBe('boolean')
      else {
        const [least, most] = settingBounds[name]
        expect(settings[name], `${name} = ${JSON.stringify(value)}`).toBeGreaterThanOrEqual(least)
        expect(settings[name]).toBeLessThanOrEqual(most)
      }
    }
})

test('a plain item of any shape is read as one of its own shape, or as none', () => {
  const names = ['vaultChoices', 'tour', 'shown', 'settings', 'guidesDone', 'health', 'copyLeft'] as const
  for (const name of names)
    for (const value of [
      ...odd,
      { createdAt: 'x' },
      { guide: 1 },
      { until: {}, keyId: 2 },
      { stopped: 3, told: [] },
    ])
      expect(() => JSON.stringify(readLocalItem(name, value) ?? null)).not.toThrow()
  expect(readLocalItem('settings', { siteOff: 'yes', lockAfterMinutes: 1e9 })).toEqual({
    offerDeclined: false,
    siteOff: false,
  })
  const place = { guide: 'a', step: 'b', finished: [], choices: {}, startedAt: 1, stepSince: 2 }
  expect(readLocalItem('tour', { ...place, madeId: 'k', madeSaved: true, subjectGone: true })).toEqual({
    ...place,
    madeId: 'k',
  })
  // What weakens a claim is believed.
  expect(readLocalItem('tour', { ...place, skips: true, waiver: true })).toMatchObject({
    skips: true,
    waiver: true,
  })
  expect(readLocalItem('copyLeft', { until: Number.NaN, keyId: 'a' })).toBeUndefined()
  const tour = {
    guide: 'a',
    step: 'b',
    finished: ['x', 3],
    choices: { a: 'b', c: 4 },
    startedAt: 1,
    stepSince: 2,
  }
  expect(readLocalItem('tour', { ...tour, held: 'up', madeId: 5 })).toEqual({
    ...tour,
    finished: ['x'],
    choices: { a: 'b' },
  })
})

describe('who can seal to the vault plants results of checks', () => {
  const verdict = { key: 'accepted', use: 'unknown', cause: 'ok', says: '' } as const
  const seen: HealthNote['seen'] = { verdict, evidence: [], at: start, milliseconds: 1, changed: true }
  const planted = { copyFreely: true, baseUrl: 'http://127.0.0.1:1', label: 'x', checkEveryMinutes: 0 }
  /** The key, and how often it was asked about, after a vault was opened in which these notes wait. */
  const open = async (notes: unknown[], read: (note: unknown) => unknown) => {
    const world = new World().add(record('a', { verdict: { ...verdict, at: start, since: start } }))
    world.notes = notes.map(read).filter(note => note !== undefined) as HealthNote[]
    await world.service.unlocked().catch(() => undefined)
    await world.pass(7 * 3_600_000)
    return { key: world.records.get('a') as Record<string, unknown> | undefined, asked: world.asked.length }
  }
  const guarded = (note: unknown) => readHealthNote(note, start)
  const unguarded = (note: unknown) => note

  test('a planted result of a check changes nothing that protects a key', async () => {
    const note = { health: 1, id: 'a', seen, about: { ...planted, project: 'Shop' } }
    const taken = async (read: (note: unknown) => unknown) => {
      const { key } = await open([note], read)
      expect(key).toMatchObject({ project: 'Shop' })
      return Object.entries(planted).filter(([name, value]) => key?.[name] === value).length
    }
    report({
      attack: 'a result sealed to the inbox by a stranger, with choices about a key in it',
      attacker: 'disk writer',
      asset: 'copying freely, the address a key is sent to',
      tries: Object.keys(planted).length,
      landed: await taken(guarded),
      control: { tries: Object.keys(planted).length, landed: await taken(unguarded) },
    })
  })

  test('a planted result of any shape does not keep a key from being checked', async () => {
    const late = { ...verdict, at: start + 1e12, since: start }
    const notes: unknown[] = [
      ...odd,
      { health: 1 },
      { health: 1, id: 'a', seen: {}, about: {} },
      { health: 1, id: 'a', seen: { ...seen, evidence: 5 }, about: {} },
      { health: 1, id: 'a', seen: { ...seen, at: 1e300 }, about: {} },
      { health: 1, id: 'a', seen, about: { verdict: late } },
      {
        health: 1,
        id: 'a',
        seen,
        about: { verdict: { ...verdict, cause: 'constructor', at: start, since: 1 } },
      },
      { health: 1, id: 'a', seen, about: { organization: {}, leaving: 5, expiresAt: 'soon' } },
      { health: 1, id: 'nobody', seen, about: {} },
    ]
    const unchecked = async (read: (note: unknown) => unknown) => {
      let count = 0
      for (const note of notes) {
        const { key, asked } = await open([note], read)
        if (
          asked === 0 ||
          key?.verdict !== Object(key?.verdict) ||
          key?.organization === Object(key?.organization)
        )
          count++
      }
      return count
    }
    report({
      attack: 'a result of any shape sealed to the inbox by a stranger',
      attacker: 'disk writer',
      asset: 'that keys are checked after the unlock',
      tries: notes.length,
      landed: await unchecked(guarded),
      control: { tries: notes.length, landed: await unchecked(unguarded) },
    })
  })

  test('an honest one is read as it was sealed', async () => {
    const world = new World().add(record('a'))
    world.isOpen = false
    for (const answer of [list('gpt-5-mini'), refused('invalid_api_key'), new Error('offline')]) {
      world.answer = () => answer
      await world.service.test('a')
      await world.settle()
    }
    expect(world.notes.length).toBeGreaterThan(1)
    for (const note of world.notes) {
      const stored = JSON.parse(JSON.stringify(note))
      expect(readHealthNote(stored, world.time)).toEqual(stored)
    }
  })
})

/** A vault whose first key was replaced later: what each store held before, and what it holds now. */
async function twoStates() {
  const [store, mirror] = [memoryStore(), memoryStore()]
  const world = lockWorld()
  const service = createVaultService({ ...world.ports, store, options: { ...world.ports.options, mirror } })
  await service.create(passphrase, false)
  const put = (n: number, secret: string) =>
    service.withVault(vault => vault.put({ id: `id-${n}`, provider: 'openai', label: `Key ${n}`, secret }))
  await put(1, testSecret('old'))
  await put(2, testSecret(2))
  const before = [new Map(store.items), new Map(mirror.items)] as const
  await put(1, testSecret('new'))
  await service.lock()
  return { stores: [store, mirror] as const, before }
}

const truth = { 'id-1': testSecret('new'), 'id-2': testSecret(2) } as const

/** What the vault says of its records now, and whether it told anything by name. */
async function seen(store: Store, mirror: Store) {
  const vault = await openVault(store, passphrase, { mirror, kdf: fastKdf })
  const said: string[] = []
  for (const id of ['id-1', 'id-2'] as const) {
    const whole = await vault.get(id).catch(() => undefined)
    if (whole && whole.secret !== truth[id]) said.push(id)
  }
  await vault.verify()
  return { old: said, notices: vault.notices().join(' ') }
}

test('records: every item removed, cut, swapped or put back: an older state is named, and nothing false is read', async () => {
  const { stores, before } = await twoStates()
  const now = stores.map(store => new Map(store.items))
  const isRecord = (name: string) => /\.(part|bucket|root)\./.test(name)
  const names = [...(now[0]?.keys() ?? [])].filter(isRecord)
  const older = [...before[0].keys()].filter(name => isRecord(name) && !names.includes(name))
  expect(older.length).toBeGreaterThan(1)
  type Change = (items: Map<string, string>, which: 0 | 1) => void
  const cases: [string, Change][] = []
  for (const name of names) {
    cases.push([`${name} removed`, items => void items.delete(name)])
    cases.push([`${name} cut`, items => void items.set(name, JSON.stringify('AAAA'))])
    for (const other of names)
      if (other > name)
        cases.push([
          `${name} and ${other} swapped`,
          items => {
            const [one, two] = [items.get(name) ?? '', items.get(other) ?? '']
            items.set(name, two)
            items.set(other, one)
          },
        ])
  }
  // The older parts of the first key are put back, and what speaks of the newer is taken away.
  const putBack = (items: Map<string, string>, which: 0 | 1) => {
    for (const name of older) items.set(name, before[which].get(name) ?? '')
  }
  const newer = names.filter(name => name.startsWith(`${epochPrefix(1)}part.id-1.`) && !before[0].has(name))
  const take =
    (pattern: RegExp): Change =>
    (items, which) => {
      putBack(items, which)
      for (const name of [...newer, ...names.filter(each => pattern.test(each))]) items.delete(name)
    }
  cases.push(['older parts put back', putBack])
  cases.push(['older parts in place of the newer', take(/^$/)])
  cases.push(['older parts, no list', take(/\.bucket\./)])
  cases.push(['older parts, no list and no root', take(/\.(bucket|root)\./)])

  let silent = 0
  const told: string[] = []
  for (const [what, change] of cases) {
    for (const which of [0, 1] as const) {
      const items = stores[which].items
      items.clear()
      for (const [name, item] of now[which] ?? []) items.set(name, item)
      change(items, which)
    }
    const is = await seen(...stores)
    if (is.old.length === 0) continue
    told.push(what)
    if (!is.notices.includes('“Key 1”')) silent++
  }
  expect(told).toContain('older parts, no list')
  report({
    attack: 'a record put back to an earlier state, by parts, lists and roots of any age',
    attacker: 'disk writer',
    asset: 'which key is the current one',
    tries: cases.length,
    landed: silent,
    // Without the names in the notice nobody would know which: the older key really is what is read.
    control: { tries: cases.length, landed: told.length },
  })
}, 900_000)
