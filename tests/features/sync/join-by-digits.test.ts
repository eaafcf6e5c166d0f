/** Joining by six digits: between whole machines, over a folder and the browser's area, and with somebody in between who changes all. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noteName } from '../../../src/features/sync/core/join-notes.ts'
import { joinBoardOf, joinBoards } from '../../../src/features/sync/screen/join-board.ts'
import { askToJoin, letJoin } from '../../../src/features/sync/screen/join-steps.ts'
import { addJoined } from '../../../src/features/sync/screen/start-sync.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import {
  commitmentOf,
  digitsOf,
  joinKey,
  makeJoinKeys,
  sealForJoin,
} from '../../../src/vault/join-by-digits.ts'
import { testSecret } from '../../vault/helpers.ts'
import { createProfile, createSyncServer } from './chromium-sync.ts'
import {
  as,
  type Folder,
  folderInMemory,
  makeMachine,
  placeHere,
  sendHere,
  syncAreaHere,
} from './machines.ts'

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

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

/** One that syncs, with a key; one that wants to join, with another; both have begun. */
async function begun(folder?: Folder) {
  const server = createSyncServer()
  const newOne = (name: string) => makeMachine(name, createProfile(server, Date.now))
  const [home, work] = [await newOne('home laptop'), await newOne('work laptop')]
  await home.put('bot', testSecret(1), 'Bot')
  await work.put('script', testSecret(2), 'Script')
  await home.start(folder)
  await home.sync()
  const board = joinBoardOf(folder?.handle)
  const asking = await as(work, () => askToJoin(board))
  if (isFailure(asking)) throw new Error(asking.message)
  // It looks at both carriers, and goes on where the other one asked.
  const letting = letJoin(joinBoards([joinBoardOf(undefined), ...(folder ? [board] : [])]))
  const carry = () => {
    for (const { profile } of [home, work]) profile?.push()
    for (const { profile } of [home, work]) profile?.pull()
  }
  carry()
  return {
    server,
    home,
    work,
    ask: async () => {
      const stage = await as(work, asking.step)
      carry()
      return stage
    },
    answer: async () => {
      const stage = await as(home, letting.step)
      carry()
      return stage
    },
    compare: (digits: string) => as(work, () => asking.compare(digits)),
    confirm: async () => {
      const reply = await as(home, letting.confirm)
      carry()
      return reply
    },
    isJoined: async () => 'space' in (await as(work, () => sendHere('screen.syncLook', {}))),
  }
}
const digitsIn = (stage: unknown) => (stage as { digits: string }).digits

async function untilDigits(world: Awaited<ReturnType<typeof begun>>) {
  expect(await world.answer()).toBe('answered')
  expect(await world.ask()).toBe('type')
  const { digits } = (await world.answer()) as { digits: string }
  expect(digits).toMatch(/^\d{6}$/)
  return digits
}

describe('two machines', () => {
  it.each([
    ['a folder', folderInMemory()],
    ['the browser’s own sync', undefined],
  ])('join over %s; nothing secret is in what is carried, and nothing of it stays', async (_, folder) => {
    const world = await begun(folder)
    const { server, home, work } = world
    const digits = await untilDigits(world)
    expect(await world.compare(digits)).toEqual({ ok: true })
    expect(await world.isJoined()).toBe(false)
    expect(await world.confirm()).toEqual({ ok: true })
    const carried = JSON.stringify([server.items(), ...(folder?.files ?? [])])
    const key = await home.service.withVault(async vault => ({ is: (await vault.syncItem())?.key ?? '' }))
    for (const secret of [digits, isFailure(key) ? '' : key.is, testSecret(1), 'laptop'])
      expect(carried).not.toContain(secret)
    expect(await world.ask()).toBe('joined')
    expect(await world.answer()).toBe('taken')
    expect(JSON.stringify([server.items(), ...(folder?.files.keys() ?? [])])).not.toContain('keyway-join')

    await as(work, () => addJoined({ name: 'work laptop', ...(folder && { folder: folder.handle }) }))
    for (const machine of [work, home, work]) {
      vi.setSystemTime(Date.now() + 31_000)
      machine.profile?.pull()
      await machine.sync()
      machine.profile?.push()
    }
    for (const machine of [home, work]) expect(await machine.list()).toEqual(['Bot', 'Script'])
  })

  it('wrong digits end it: the right ones come too late', async () => {
    const world = await begun()
    const digits = await untilDigits(world)
    const wrong = digits === '000000' ? '000001' : '000000'
    expect(await world.compare(wrong)).toMatchObject({ code: 'not_same' })
    expect(await world.compare(digits)).toMatchObject({ code: 'gone' })
    expect(await world.isJoined()).toBe(false)
  })

  it('of which one was left alone: neither takes the digits nor sends the key without a fresh proof', async () => {
    const world = await begun()
    const digits = await untilDigits(world)
    for (const { world: own } of [world.home, world.work]) own.clock.now += 10 * 60_000
    expect(await world.compare(digits)).toMatchObject({ code: 'proof_needed' })
    expect(await world.confirm()).toMatchObject({ code: 'proof_needed' })
  })

  it('go no step before its time', async () => {
    const world = await begun()
    expect(await world.confirm()).toMatchObject({ code: 'gone' })
    expect(await world.compare('000000')).toMatchObject({ code: 'gone' })
    const finish = () => as(world.work, () => sendHere('screen.joinFinish', { sealed: 'x' }))
    expect(await finish()).toMatchObject({ code: 'gone' })
    await untilDigits(world)
    expect(await finish()).toMatchObject({ code: 'gone' })
    const other = (await makeJoinKeys()).publicKey
    const again = as(world.work, () => sendHere('screen.joinShow', { space: 'aa', publicKey: other }))
    expect(await again).toMatchObject({ code: 'gone' })
  })
})

/** Notes as they lie on the server. */
const noteOf = (world: Awaited<ReturnType<typeof begun>>, is: 'ask' | 'answer') => {
  const [name, text] = Object.entries(world.server.items()).find(([each]) => each.endsWith(`-${is}`)) ?? []
  return { name: name ?? '', note: JSON.parse(String(text)) as Record<string, string> }
}
const forge = (
  world: Awaited<ReturnType<typeof begun>>,
  is: 'ask' | 'answer',
  change: Record<string, string>,
) => {
  const { name, note } = noteOf(world, is)
  world.server.put(name, JSON.stringify({ ...note, ...change }))
  for (const { profile } of [world.home, world.work]) profile?.pull()
}

describe('whoever is in between', () => {
  it('and shows another key than was announced is found out', async () => {
    const world = await begun()
    await world.answer()
    await world.ask()
    forge(world, 'ask', { publicKey: (await makeJoinKeys()).publicKey })
    expect(await world.answer()).toMatchObject({ code: 'not_same' })
    expect(await world.confirm()).toMatchObject({ code: 'gone' })
  })

  it('and speaks to both with keys of his own: the digits differ, and no key is sent', async () => {
    const world = await begun()
    const own = await makeJoinKeys()
    const { note } = noteOf(world, 'ask')
    const [, id = ''] = /keyway-join-(\w+)-ask/.exec(noteOf(world, 'ask').name) ?? []
    // To the one that syncs he is the one that asks; to that one, the one that syncs.
    forge(world, 'ask', { commitment: await commitmentOf(id, own.publicKey) })
    expect(await world.answer()).toBe('answered')
    forge(world, 'answer', { publicKey: own.publicKey })
    expect(await world.ask()).toBe('type')
    const shown = noteOf(world, 'ask').note.publicKey ?? ''
    forge(world, 'ask', { commitment: note.commitment ?? '', publicKey: own.publicKey })
    const digits = digitsIn(await world.answer())
    expect(digits).toMatch(/^\d{6}$/)
    expect(shown).not.toBe(own.publicKey)
    expect(await world.compare(digits)).toMatchObject({ code: 'not_same' })
    expect(await world.ask()).toBe('type')
    expect(await world.isJoined()).toBe(false)
  })

  it('and hands over a sync key of his own is not believed', async () => {
    const world = await begun()
    const digits = await untilDigits(world)
    await world.compare(digits)
    const own = await makeJoinKeys()
    const { name, note } = noteOf(world, 'answer')
    const words = {
      id: /join-(\w+)-/.exec(name)?.[1] ?? '',
      space: note.space ?? '',
      commitment: noteOf(world, 'ask').note.commitment ?? '',
      asking: noteOf(world, 'ask').note.publicKey ?? '',
      answering: own.publicKey,
    }
    const key = await joinKey(own, words)
    if (!key) throw new Error('no key')
    const sealed = await sealForJoin(key, words, btoa('x'.repeat(32)), count => new Uint8Array(count))
    forge(world, 'answer', { sealed })
    expect(await world.ask()).toMatchObject({ code: 'not_same' })
    expect(await world.isJoined()).toBe(false)
  })

  it.each([
    ['no note at all', '{"format":"keyway-join"'],
    ['a key that is none', { publicKey: 'AAAA' }],
    ['a key that makes the outcome known', { publicKey: btoa('\0'.repeat(32)) }],
    ['a page of text', { publicKey: 'x'.repeat(5_000) }],
  ])('and answers with %s: nothing is joined', async (_, change) => {
    const world = await begun()
    await world.answer()
    if (typeof change === 'string') {
      world.server.put(noteOf(world, 'answer').name, change)
      world.work.profile?.pull()
    } else forge(world, 'answer', change)
    const stage = await world.ask()
    expect(isFailure(stage) ? stage.code : stage).toMatch(/^(gone|waits)$/)
    expect(await world.isJoined()).toBe(false)
  })
})

it('the digits depend on everything that was said', async () => {
  const words = { id: 'a', space: 'b', commitment: 'c', asking: 'd', answering: 'e' }
  const all = [words, ...Object.keys(words).map(name => ({ ...words, [name]: 'z' }))]
  const digits = await Promise.all(all.map(digitsOf))
  expect(new Set(digits).size).toBe(all.length)
  expect(noteName('0123456789abcdef', 'ask')).toBe('keyway-join-0123456789abcdef-ask')
})
