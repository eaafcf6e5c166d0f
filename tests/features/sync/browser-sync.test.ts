/**
 * Sync by the browser's own sync area: two profiles of one person, between them a server that keeps Chromium's rules and forgets.
 *
 * @module-tag slow
 */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { limits, roomInBrowser } from '../../../src/features/sync/core/browser-items.ts'
import { offeredTexts } from '../../../src/features/sync/core/sealed-texts.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { join } from '../../../src/vault/sync/join.ts'
import { emptyRecord, type SyncState, stateText } from '../../../src/vault/sync/state.ts'
import { testSecret } from '../../vault/helpers.ts'
import { createProfile, createSyncServer, type Server } from './chromium-sync.ts'
import { folderInMemory, makeMachine, placeHere, sendHere, syncAreaHere } from './machines.ts'
import { areaCarrier } from './schedule-carriers.ts'

vi.mock('../../../src/platform/send.ts', () => ({
  send: (...given: Parameters<typeof sendHere>) => sendHere(...given),
}))
vi.mock('../../../src/platform/screen/sync-place.ts', () => ({
  readSyncPlace: () => placeHere.readSyncPlace(),
  writeSyncPlace: (place: Parameters<typeof placeHere.writeSyncPlace>[0]) => placeHere.writeSyncPlace(place),
  changeSyncPlace: (more: Parameters<typeof placeHere.changeSyncPlace>[0]) => placeHere.changeSyncPlace(more),
  forgetSyncPlace: () => placeHere.forgetSyncPlace(),
}))
vi.mock('../../../src/platform/screen/sync-area.ts', () => ({
  syncArea: {
    get: () => syncAreaHere.get(),
    set: (items: Record<string, string>) => syncAreaHere.set(items),
    remove: (names: string[]) => syncAreaHere.remove(names),
  },
}))

type Machine = Awaited<ReturnType<typeof makeMachine>>
const [first, second] = [testSecret(1), testSecret(2)]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
/** So long that the next write is due. */
const wait = () => vi.setSystemTime(Date.now() + 31_000)

/** What the browsers do beside, and a run on each. */
async function syncAll(machines: Machine[], rounds = 3) {
  for (let round = 0; round < rounds; round++)
    for (const machine of machines) {
      wait()
      machine.profile?.pull()
      const result = await machine.sync()
      if (isFailure(result)) throw new Error(result.message)
      machine.profile?.push()
    }
}
const newMachine = (server: Server, name: string) => makeMachine(name, createProfile(server, Date.now))

async function twoJoined() {
  const server = createSyncServer()
  const home = await newMachine(server, 'home laptop')
  const work = await newMachine(server, 'work laptop')
  await home.put('bot', first, 'Bot of home')
  await work.put('script', second, 'Script of work')
  const started = await home.start()
  if (!started.ok || started.code === undefined) throw new Error(JSON.stringify(started))
  await syncAll([home], 1)
  work.profile?.pull()
  expect(await work.start()).toMatchObject({ join: true })
  const joined = await work.join(undefined, started.code)
  if (!joined.ok) throw new Error(joined.message)
  await syncAll([work, home])
  return { server, home, work, code: started.code }
}
/** Items of something else, brought in by another computer. */
const fill = (server: Server, bytes: number) => {
  for (let i = 0; i * 8_000 < bytes; i++)
    server.put(`other-${i}`, 'x'.repeat(Math.min(8_000, bytes - i * 8_000)))
}
const total = (items: Record<string, unknown>) =>
  Object.entries(items).reduce((sum, [name, value]) => sum + name.length + JSON.stringify(value).length, 0)

describe('two profiles', () => {
  it('hold the keys of both, and nothing readable is in the area', { tags: 'slow' }, async () => {
    const { server, home, work, code } = await twoJoined()
    for (const machine of [home, work]) {
      expect(await machine.list()).toEqual(['Bot of home', 'Script of work'])
      expect(await machine.secretOf('bot')).toBe(first)
      expect(await machine.secretOf('script')).toBe(second)
    }
    const bytes = JSON.stringify(server.items())
    for (const text of [first, second, 'Bot of', 'Script of', 'laptop', 'openai', code, 'bot"'])
      expect(bytes).not.toContain(text)
  })

  it('come to rest: a run without news writes nothing', async () => {
    const { server, home, work } = await twoJoined()
    const before = JSON.stringify([...server.changes])
    await syncAll([home, work])
    expect(JSON.stringify([...server.changes])).toBe(before)
  })

  it('write once in half a minute, and say that a change waits', async () => {
    const { home, work } = await twoJoined()
    await home.put('more', testSecret(3), 'More')
    wait()
    expect(await home.sync()).toMatchObject({ isWaiting: false })
    await home.put('most', testSecret(4), 'Most')
    expect(await home.sync()).toMatchObject({ isWaiting: true, failures: [] })
    wait()
    expect(await home.sync()).toMatchObject({ isWaiting: false })
    home.profile?.push()
    await syncAll([work], 1)
    expect(await work.list()).toEqual(['Bot of home', 'More', 'Most', 'Script of work'])
  })

  it('go on when the server has lost everything, and when a browser starts and loses what the server lacks', async () => {
    const { server, home, work } = await twoJoined()
    for (const name of server.changes.keys()) server.drop(name)
    server.put('strange', 1)
    for (const { profile } of [home, work]) profile?.start()
    expect(await home.profile?.area.get()).toEqual({ strange: 1 })
    await syncAll([home, work])
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
    expect(Object.keys(server.items()).filter(name => name.startsWith('keyway-'))).toHaveLength(2)
  })

  it('an uninstalled Keyway takes all items along; the other one writes its own again', async () => {
    const { server, home, work } = await twoJoined()
    work.profile?.uninstall()
    expect(server.items()).toEqual({})
    await syncAll([home])
    expect(await home.list()).toHaveLength(2)
    expect(total(server.items())).toBeGreaterThan(1_000)
  })

  it('of which one has switched sync off: nothing leaves it, nothing is lost, and it catches up', async () => {
    const { home, work } = await twoJoined()
    work.profile?.stop()
    await work.put('alone', testSecret(5), 'Alone')
    await home.put('more', testSecret(3), 'More')
    await syncAll([work, home])
    expect(await home.list()).not.toContain('Alone')
    expect(await work.list()).toContain('Alone')
    work.profile?.start()
    await syncAll([work, home])
    for (const machine of [home, work])
      expect(await machine.list()).toEqual(['Alone', 'Bot of home', 'More', 'Script of work'])
  })

  it('a new code works at once when it has arrived, and the old one does not', async () => {
    const { server, home, code } = await twoJoined()
    wait()
    const made = await home.newCode()
    if (!made.ok) throw new Error(made.message)
    await syncAll([home], 1)
    const third = await newMachine(server, 'third')
    third.profile?.pull()
    expect(await third.join(undefined, code)).toMatchObject({ code: 'wrong_recovery_code' })
    expect(await third.join(undefined, made.code)).toMatchObject({ ok: true })
    await syncAll([third], 1)
    expect(await third.list()).toHaveLength(2)
  })
})

describe('what may be in the area', () => {
  it('half of a file is one that has not arrived: it is neither read nor said', {
    tags: 'slow',
  }, async () => {
    const { server, home, work } = await twoJoined()
    const many = Array.from({ length: 40 }, (_, i) => home.put(`key-${i}`, testSecret(10 + i), `Key ${i}`))
    await Promise.all(many)
    await syncAll([home], 1)
    const names = Object.keys(server.items()).sort()
    expect(names.length).toBeGreaterThan(3)
    for (const missing of names) {
      work.profile?.pull(name => name !== missing)
      wait()
      expect(await work.sync()).toMatchObject({ ok: true, unreadable: [], asks: [], setBack: [] })
    }
    await syncAll([work, home])
    expect(await work.list()).toHaveLength(42)
  })

  it.each<[string, (value: string) => unknown]>([
    ['is cut off', value => value.slice(0, value.length / 2)],
    ['is changed', value => value.replace(/(sealed":".{40})./, '$1!')],
    ['is no text', () => ({ nested: [1, 2] })],
  ])('an item that %s loses no key, and is written anew', async (_, change) => {
    const { server, home, work } = await twoJoined()
    for (const [name, value] of Object.entries(server.items())) server.put(name, change(String(value)))
    await syncAll([home, work])
    for (const machine of [home, work]) {
      expect(await machine.list()).toHaveLength(2)
      expect(await machine.sync()).toMatchObject({ unreadable: [] })
    }
  })

  it('without room nothing is written and it is said; the keys stay, and a folder beside goes on', async () => {
    const { server, home, work } = await twoJoined()
    fill(server, 99_000)
    await home.put('more', testSecret(3), 'More')
    for (const { profile } of [home, work]) profile?.pull()
    wait()
    const result = await home.sync()
    expect(result).toMatchObject({ ok: true, failures: [{ code: 'storage_full' }] })
    expect(await home.list()).toContain('More')

    const folder = folderInMemory()
    for (const machine of [home, work]) expect(await machine.start(folder)).toMatchObject({ ok: true })
    for (const machine of [home, work, home]) await machine.sync()
    expect(await work.list()).toContain('More')
  })

  it.each([
    ['before', '0000000000000000'],
    ['after', 'ffffffffffffffff'],
  ])('a computer named %s one that has filled the area still tells what only it knows', async (_, name) => {
    const server = createSyncServer()
    const boardOf = (device: string) => {
      const profile = createProfile(server, Date.now)
      const step = () => undefined
      const carrier = areaCarrier(profile, device, Date.now, {}, { faults: {}, chance: () => 1, step })
      return { profile, carrier }
    }
    const [large, small] = [boardOf('8888888888888888'), boardOf(name)]
    const large60 = stateOf(60)
    expect(await large.carrier.read(0)).toMatchObject({ found: [] })
    expect(await large.carrier.write({ sequence: 1, at: 1, state: large60 })).toBeUndefined()
    large.profile.push()
    expect(total(server.items())).toBeGreaterThan(60_000)
    small.profile.pull()
    const all = join(large60, stateOf(62))
    await small.carrier.read(0)
    expect(await small.carrier.write({ sequence: 1, at: 1, state: all })).toBeUndefined()
    small.profile.push()
    large.profile.pull()
    const board = await large.carrier.read(0)
    if (isFailure(board)) throw new Error(board.message)
    const told = board.found.flatMap(each => (each.is === 'state' ? [each.state] : []))
    expect(stateText(told.reduce(join, large60))).toBe(stateText(all))
    const again = await small.carrier.read(0)
    expect(!isFailure(again) && again.isUpToDate?.(all)).toBe(true)
  })

  it.each([
    ['before', '0000000000000000'],
    ['after', 'ffffffffffffffff'],
  ])(
    'a computer named %s the others that gives out false sealed texts keeps none of the true ones back',
    async (_, name) => {
      const server = createSyncServer()
      const boardOf = (device: string) => {
        const profile = createProfile(server, Date.now)
        const trouble = { faults: {}, chance: () => 1, step: () => undefined }
        return { profile, carrier: areaCarrier(profile, device, Date.now, {}, trouble) }
      }
      const [evil, honest, reader] = [name, '8888888888888888', '9999999999999999'].map(boardOf)
      if (!evil || !honest || !reader) throw new Error('no boards')
      const state = stateOf(5)
      const forged = { ...state, sealed: new Map([...state.sealed.keys()].map(tag => [tag, '!'])) }
      await evil.carrier.read(0)
      await evil.carrier.write({ sequence: 1, at: 1, state: forged })
      evil.profile.push()
      honest.profile.pull()
      await honest.carrier.read(0)
      await honest.carrier.write({ sequence: 1, at: 1, state })
      honest.profile.push()
      reader.profile.pull()
      const board = await reader.carrier.read(0)
      if (isFailure(board)) throw new Error(board.message)
      const texts = offeredTexts(
        board.found.flatMap(each => (each.is === 'state' ? [each.state] : [])),
        new Map(),
      )
      for (const [tag, text] of state.sealed) expect(texts.get(tag)).toContain(text)
    },
  )

  it('where two computers have put in more than may be written, room is made before anything is', {
    tags: 'slow',
  }, async () => {
    const { server, home } = await twoJoined()
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => home.put(`key-${i}`, testSecret(10 + i), `Key ${i}`)),
    )
    await syncAll([home], 1)
    const own = total(server.items())
    fill(server, limits.bytes - own + 3_000)
    home.profile?.pull()
    expect(total((await home.profile?.area.get()) ?? {})).toBeGreaterThan(limits.bytes)
    for (let i = 0; i < 30; i++) await home.handlers['screen.remove']({ id: `key-${i}` }, home.sender)
    await home.service.withVault(vault => vault.purge(Number.MAX_SAFE_INTEGER))
    wait()
    expect(await home.sync()).toMatchObject({ ok: true, failures: [] })
    expect(total((await home.profile?.area.get()) ?? {})).toBeLessThan(limits.bytes)
  })

  it('the sealed keys of another vault: they can be kept apart, and neither is touched by the other', async () => {
    const { server, home } = await twoJoined()
    const other = await newMachine(server, 'other')
    await other.put('own', testSecret(7), 'Own')
    other.profile?.pull()
    expect(await other.start()).toMatchObject({ join: true })
    expect(await other.start(undefined, true)).toMatchObject({ ok: true, code: expect.any(String) })
    await syncAll([other, home])
    expect(await other.list()).toEqual(['Own'])
    expect(await home.list()).toHaveLength(2)
    const seen = await other.sync()
    if (isFailure(seen)) throw new Error(seen.message)
    expect(seen.unreadable.map(({ is, carrier }) => [is, carrier])).toContainEqual(['foreign', 'browser'])
  })
})

describe('the machine itself', () => {
  it('has room for as many keys as the page says, on two computers', { tags: 'slow' }, async () => {
    const { home, work } = await twoJoined()
    const about = {
      provider: 'openai' as const,
      project: 'Customer support',
      environment: 'production',
      purpose: 'Answers questions of customers',
      notes: 'Made by Ana for the chat on the help pages; ask her before it is replaced.',
      tags: ['team-support'],
    }
    for (let i = 0; i < roomInBrowser - 2; i++)
      await home.service.withVault(vault =>
        vault.put({
          id: `key-of-many-${i}`,
          label: `Key number ${i}`,
          secret: `sk-proj-${longSecret(i)}`,
          ...about,
        }),
      )
    await syncAll([home, work])
    for (const machine of [home, work]) {
      expect(await machine.sync()).toMatchObject({ failures: [] })
      expect(await machine.list()).toHaveLength(roomInBrowser)
    }
  })

  it('keeps to what its organization allows, in mid-use too, and loses nothing', async () => {
    const { server, home } = await twoJoined()
    const folder = folderInMemory()
    await home.start(folder)
    await home.sync()
    home.world.organization.policy = { syncCarriers: ['folder'] }
    const before = JSON.stringify(server.items())
    await home.put('more', testSecret(3), 'More')
    wait()
    expect(await home.sync()).toMatchObject({ ok: true, failures: [] })
    home.profile?.push()
    expect(JSON.stringify(server.items())).toBe(before)
    const sealing = (carrier: 'folder' | 'browser') =>
      home.handlers['screen.syncSeal']({ place: 'x', text: 'y', carrier }, home.sender)
    expect(await sealing('browser')).toMatchObject({ code: 'forbidden' })
    expect(await sealing('folder')).toMatchObject({ ok: true })
    expect(await home.list()).toContain('More')
  })

  it.each(['folder', 'browser'] as const)(
    'stops using the %s alone: what it wrote there goes, the other carries on, and it can come back',
    async kind => {
      const { server, home, work } = await twoJoined()
      const folder = folderInMemory()
      for (const machine of [home, work]) await machine.start(folder)
      await syncAll([home, work])
      const look = await home.handlers['screen.syncLook']({}, home.sender)
      const device = look.ok ? look.device : ''
      const isIn = { folder: () => folder.files, browser: () => new Map(Object.entries(server.items())) }
      const ownIn = (where: 'folder' | 'browser') =>
        [...isIn[where]().keys()].filter(name => name.includes(device))
      const other = kind === 'folder' ? 'browser' : 'folder'
      // One carries what the other says already, so this computer has something of its own to say first.
      await home.put('own', testSecret(3), 'Own')
      await syncAll([home, work])
      expect(ownIn(kind)).toHaveLength(1)

      expect(await home.stopCarrier(kind)).toEqual({ ok: true })
      home.profile?.push()
      expect(ownIn(kind)).toEqual([])
      expect(home.place.is?.[kind]).toBeUndefined()
      await home.put('after', testSecret(4), 'After')
      await syncAll([home, work])
      expect(ownIn(kind)).toEqual([])
      expect(ownIn(other)).toHaveLength(1)
      expect(await work.list()).toContain('After')

      expect(await home.start(kind === 'folder' ? folder : undefined)).toEqual({ ok: true })
      await syncAll([home, work])
      expect(ownIn(kind).length + ownIn(other).length).toBeGreaterThan(0)
      for (const machine of [home, work])
        expect(await machine.list()).toEqual(['After', 'Bot of home', 'Own', 'Script of work'])
    },
  )

  it('says so when the browser gives no sync area, and goes on', async () => {
    const machine = await makeMachine('plain')
    await machine.put('bot', first, 'Bot')
    expect(await machine.start()).toMatchObject({ ok: false, code: 'storage_failed' })
    expect(await machine.list()).toEqual(['Bot'])
  })

  it('leaves: its items go, the others’ stay', async () => {
    const { server, home, work } = await twoJoined()
    await work.stop()
    work.profile?.push()
    expect(Object.keys(server.items())).toHaveLength(1)
    await syncAll([home])
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
  })
})

/** So many records of one kilobyte. */
const stateOf = (count: number): SyncState => ({
  records: new Map(
    Array.from({ length: count }, (_, i) => [
      `record-${i}`,
      {
        ...emptyRecord(),
        fields: new Map([['notes', { value: `${i}`.padEnd(1_000, 'x'), clock: [1, 'one'] as const }]]),
      },
    ]),
  ),
  sealed: new Map(),
})

/** As long as a real project key, and as little like the next one. */
const longSecret = (i: number) =>
  Array.from({ length: 4 }, (_, part) =>
    Math.abs(Math.sin(i * 7 + part + 1))
      .toString(36)
      .slice(2, 12),
  )
    .join('')
    .padEnd(156, `${i}abcXYZ`)
