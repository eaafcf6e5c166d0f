/** Sync between whole machines: joined by a code, through a folder that may lose, cut off, mix and put back what it carries. */
import { describe, expect, it, vi } from 'vitest'
import { watchIsBehind } from '../../../src/features/lock/core/refusals.ts'
import { fileNameOf } from '../../../src/features/sync/core/space-format.ts'
import { sealFile } from '../../../src/features/sync/screen/device-files.ts'
import { syncNow, syncStatus } from '../../../src/features/sync/screen/sync-status.ts'
import { attentionWords } from '../../../src/features/sync/screen/sync-words.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { emptyState } from '../../../src/vault/sync/state.ts'
import { runs } from '../../runs.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { createProfile, createSyncServer } from './chromium-sync.ts'
import { as, folderInMemory, makeMachine, placeHere, sendHere, syncAreaHere } from './machines.ts'
import { playSchedule } from './schedules.ts'

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
vi.useFakeTimers({ toFake: ['Date'] })

const [first, second] = [testSecret(1), testSecret(2)]

async function twoJoined() {
  const folder = folderInMemory()
  const [home, work] = [await makeMachine('home laptop'), await makeMachine('work laptop')]
  await home.put('bot', first, 'Bot of home')
  await work.put('script', second, 'Script of work')
  const started = await home.start(folder)
  if (!started.ok || started.code === undefined) throw new Error(JSON.stringify(started))
  await home.sync()
  const joined = await work.join(folder, started.code)
  if (!joined.ok) throw new Error(joined.message)
  await work.sync()
  await home.sync()
  return { folder, home, work, code: started.code }
}

describe('two machines', () => {
  it('hold the keys of both, and nothing readable is in the folder', async () => {
    const { folder, home, work, code } = await twoJoined()
    for (const machine of [home, work]) {
      expect(await machine.list()).toEqual(['Bot of home', 'Script of work'])
      expect(await machine.secretOf('bot')).toBe(first)
      expect(await machine.secretOf('script')).toBe(second)
    }
    const bytes = JSON.stringify([...folder.files])
    for (const text of [first, second, 'Bot of', 'Script of', 'laptop', 'openai', code, 'bot"'])
      expect(bytes).not.toContain(text)
    // Sealed in steps: the length does not tell how many keys there are.
    const [one, two] = [...folder.files.values()].map(text => JSON.parse(text).sealed.length)
    expect(one).toBe(two)
  })

  it('come to rest: a run without news writes nothing', async () => {
    const { folder, home, work } = await twoJoined()
    await work.sync()
    const before = [...folder.files]
    for (const machine of [home, work, home]) await machine.sync()
    expect([...folder.files]).toEqual(before)
  })

  it('go on after one of them has got a new vault key, and after the other has lost its memory', async () => {
    const { home, work } = await twoJoined()
    await home.service.changeHeader(vault => vault.rotateVaultKey(passphrase))
    await home.put('new', testSecret(3), 'New')
    if (work.place.is) delete work.place.is.memory
    await home.sync()
    await work.sync()
    expect(await work.list()).toEqual(['Bot of home', 'New', 'Script of work'])
  })

  it('a deletion comes across once it is said yes to, and does not come back', async () => {
    const { home, work } = await twoJoined()
    await home.handlers['screen.remove']({ id: 'script' }, home.sender)
    await home.service.withVault(vault => vault.purge(Number.MAX_SAFE_INTEGER))
    await home.sync()
    expect(await work.sync()).toMatchObject({ asks: ['script'] })
    expect(await work.list()).toHaveLength(2)
    expect(await work.sync('delete')).toMatchObject({ asks: [] })
    await home.sync()
    for (const machine of [home, work]) expect(await machine.list()).toEqual(['Bot of home'])
  })

  it('a deletion that is refused is undone on both', async () => {
    const { home, work } = await twoJoined()
    await home.handlers['screen.remove']({ id: 'script' }, home.sender)
    await home.service.withVault(vault => vault.purge(Number.MAX_SAFE_INTEGER))
    await home.sync()
    await work.sync('keep')
    await home.sync()
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
  })
})

describe('whoever can write in the folder', () => {
  it.each<[string, (texts: string[]) => string[]]>([
    ['empties it', () => []],
    ['cuts files off', texts => texts.map(text => text.slice(0, text.length / 2))],
    [
      'changes a byte of what is sealed',
      texts => texts.map(text => text.replace(/("sealed":".{40})./, (_, start) => `${start}!`)),
    ],
    ['mixes the sealed parts of two devices', texts => texts.map((_, i) => mixed(texts, i))],
    ['numbers an old file anew', texts => texts.map(text => text.replace(/"sequence":\d+/, '"sequence":99'))],
    ['puts strange things in their place', texts => texts.map(() => '{"format":"keyway-sync","version":1}')],
  ])('%s: no key is lost, and the next runs put it right', async (_, change) => {
    const { folder, home, work } = await twoJoined()
    const names = [...folder.files.keys()]
    const changed = change([...folder.files.values()])
    folder.files.clear()
    for (const [i, text] of changed.entries()) folder.files.set(names[i] ?? '', text)
    const seen = await home.sync()
    if (isFailure(seen)) throw new Error(seen.message)
    expect(seen.unreadable).toHaveLength(changed.length > 0 ? 1 : 0)
    await work.sync()
    expect(await home.sync()).toMatchObject({ ok: true, unreadable: [], asks: [] })
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
  })

  it('puts an older file back: it is said, and nothing is undone by it', async () => {
    const { folder, home, work } = await twoJoined()
    const older = [...folder.files]
    await work.handlers['screen.edit']({ id: 'bot', about: { label: 'Renamed' } }, work.sender)
    await work.sync()
    await home.sync()
    for (const [name, text] of older) folder.files.set(name, text)
    expect(await home.sync()).toMatchObject({ setBack: ['work laptop'] })
    expect(await home.list()).toContain('Renamed')
    await work.sync()
    expect(await home.sync()).toMatchObject({ setBack: [] })
  })

  it('does not get in with a code that is not the one', async () => {
    const { folder, home } = await twoJoined()
    const stranger = await makeMachine('stranger')
    const other = await makeMachine('other')
    const theirs = await other.start(folderInMemory())
    if (!theirs.ok) throw new Error(theirs.message)
    expect(await stranger.join(folder, theirs.code ?? '')).toMatchObject({ code: 'wrong_recovery_code' })
    expect(await stranger.join(folder, 'no code')).toMatchObject({ code: 'wrong_recovery_code' })
    expect(await other.start(folder)).toMatchObject({ code: 'exists' })
    expect(await home.list()).toHaveLength(2)
  })
})

describe('the machine itself', () => {
  it('says why nothing is synced, and keeps everything', async () => {
    const { folder, home } = await twoJoined()
    folder.broken.by = 'NotFoundError'
    expect(await home.sync()).toMatchObject({ ok: false, code: 'folder' })
    delete folder.broken.by
    home.world.organization.policy = { syncCarriers: [] }
    await expect(home.sync()).rejects.toThrow('forbidden')
    home.world.organization.policy = { syncCarriers: ['folder'] }
    expect(await home.sync()).toMatchObject({ ok: true })
    await home.service.lock()
    await expect(home.sync()).rejects.toThrow('locked')
    await home.handlers['screen.unlock']({ passphrase }, home.sender)
    expect(await home.list()).toHaveLength(2)
  })

  it.each(['NotFoundError', 'NotAllowedError', 'NoModificationAllowedError', 'QuotaExceededError'])(
    'whose folder goes while it writes into it (%s) says so, keeps everything and what stood there, and writes it later',
    async by => {
      const { folder, home, work } = await twoJoined()
      const before = [...folder.files]
      Object.assign(folder.broken, { by, inWrite: true })
      await home.put('late', testSecret(9), 'Late')
      const code = by === 'QuotaExceededError' ? 'storage_full' : 'folder'
      for (let run = 0; run < 3; run++)
        expect(await home.sync()).toMatchObject({ ok: true, failures: [{ code }], asks: [] })
      expect([...folder.files]).toEqual(before)
      expect(await home.list()).toEqual(['Bot of home', 'Late', 'Script of work'])
      delete folder.broken.by
      expect(await home.sync()).toMatchObject({ failures: [] })
      await work.sync()
      expect(await work.secretOf('late')).toBe(testSecret(9))
    },
  )

  it.each(['prompt', 'denied'] as const)(
    'uses no folder that the browser would ask for, on whichever page, and goes on by the other carrier: %s',
    async permission => {
      const home = await makeMachine('home', createProfile(createSyncServer(), Date.now))
      const folder = folderInMemory()
      await home.start(folder)
      await home.start()
      await home.sync()
      const files = [...folder.files]
      const inPage = () =>
        as(home, async () => {
          vi.stubGlobal('navigator', {
            locks: { request: async (_: string, work: () => Promise<void>) => work() },
          })
          await syncNow().finally(() =>
            vi.stubGlobal('navigator', { locks: { request: async () => undefined } }),
          )
          return syncStatus()
        })
      folder.broken.permission = permission
      folder.broken.by = 'NotAllowedError'
      await home.put('new', first, 'New')
      vi.setSystemTime(Date.now() + 31_000)
      const paused = await inPage()
      expect(paused.carriers).toEqual([{ kind: 'folder', stoppedBy: 'paused' }, { kind: 'browser' }])
      expect(paused).toMatchObject({ folder: 'cloud', result: { failures: [], isWaiting: false } })
      expect(attentionWords(paused)).toMatch(
        /paused until you allow it again\. The keys on this computer stay\./,
      )
      expect([...folder.files]).toEqual(files)
      expect(await home.list()).toEqual(['New'])
      delete folder.broken.permission
      delete folder.broken.by
      const allowed = await inPage()
      expect(allowed.carriers).toEqual([{ kind: 'folder' }, { kind: 'browser' }])
      expect([...folder.files]).not.toEqual(files)
    },
  )

  it('opens a sealed secret for no screen, by whatever place it names', async () => {
    const { home } = await twoJoined()
    const made = await home.handlers['screen.syncSecrets']({ ids: ['bot'], texts: [] }, home.sender)
    if (!made.ok) throw new Error(made.message)
    const [{ tag, sealed } = { tag: '', sealed: '' }] = made.secrets
    for (const place of [`secret ${tag}`, tag, '', `../secret ${tag}`])
      expect(await home.handlers['screen.syncOpen']({ place, sealed }, home.sender)).toEqual({ ok: true })
  })

  it('is not synced and shows no code without a fresh proof', async () => {
    const machine = await makeMachine('left alone')
    machine.world.clock.now += 10 * 60_000
    expect(await machine.start(folderInMemory())).toMatchObject({ code: 'proof_needed' })
  })

  it('takes in no key that its organization does not allow, and goes on with the others', async () => {
    const { home, work } = await twoJoined()
    home.world.organization.policy = { providers: ['anthropic'] }
    await work.put('more', testSecret(4), 'More')
    await work.sync()
    expect(await home.sync()).toMatchObject({ left: 1 })
    expect(await home.list()).not.toContain('More')
    home.world.organization.policy = {}
    expect(await home.sync()).toMatchObject({ left: 0 })
    expect(await home.list()).toContain('More')
  })

  it('goes on from its own file when its disk was restored from an older time, and nobody takes that for tampering', async () => {
    const { home, work } = await twoJoined()
    const before = home.place.is && { ...home.place.is }
    for (const at of [3, 4, 5]) {
      await home.put(`key-${at}`, testSecret(at))
      await home.sync()
    }
    await work.sync()
    home.place.is = before as NonNullable<typeof before>
    await home.handlers['screen.edit']({ id: 'bot', about: { label: 'After' } }, home.sender)
    await home.sync()
    expect(await work.sync()).toMatchObject({ ok: true, setBack: [], asks: [] })
    expect(await work.list()).toEqual(['After', 'Script of work', 'key-3', 'key-4', 'key-5'])
  })

  it.each(['a folder', 'browser sync'])(
    'finds in its own file what only that still has when its disk was restored: %s',
    async by => {
      const home = await makeMachine('home', createProfile(createSyncServer(), Date.now))
      const folder = by === 'a folder' ? folderInMemory() : undefined
      await home.put('old', first, 'Old')
      await home.start(folder)
      await home.sync()
      const [place, disk] = [
        home.place.is && { ...home.place.is },
        [home.world.store, home.world.mirror].map(({ items }) => new Map(items)),
      ]
      vi.setSystemTime(Date.now() + 31_000)
      await home.put('new', second, 'New')
      await home.sync()
      home.place.is = place as NonNullable<typeof place>
      await home.service.lock()
      for (const [at, { items }] of [home.world.store, home.world.mirror].entries()) {
        items.clear()
        for (const [name, item] of disk[at] ?? []) items.set(name, item)
      }
      expect(await home.handlers['screen.unlock']({ passphrase }, home.sender)).toEqual({ ok: true })
      expect(await home.list()).toEqual(['Old'])
      vi.setSystemTime(Date.now() + 31_000)
      expect(await home.sync()).toMatchObject({ ok: true, left: 0, unreadable: [] })
      expect(await home.list()).toEqual(['New', 'Old'])
    },
  )

  it.each([
    ['a folder', ''],
    ['browser sync', ''],
    ['a folder', 'home'],
    ['a folder', 'copy'],
    ['browser sync', 'home'],
    ['browser sync', 'copy'],
  ])(
    'whose disk was copied to another computer: both go on, and come to rest, whoever makes a new code: by %s, %s',
    async (by, maker) => {
      const server = createSyncServer()
      const profiles = [0, 1].map(() => createProfile(server, Date.now))
      const machines = [
        await makeMachine('home', profiles[0]),
        await makeMachine('copy', profiles[1]),
      ] as const
      const [home, copy] = machines
      const folder = by === 'a folder' ? folderInMemory() : undefined
      await home.put('old', first, 'Old')
      await home.start(folder)
      await home.sync()
      copy.place.is = { ...home.place.is } as NonNullable<typeof home.place.is>
      await copy.service.lock()
      for (const kind of ['store', 'mirror'] as const) {
        copy.world[kind].items.clear()
        for (const [name, item] of home.world[kind].items) copy.world[kind].items.set(name, item)
      }
      expect(await copy.handlers['screen.unlock']({ passphrase }, copy.sender)).toEqual({ ok: true })
      await copy.put('new', second, 'New')
      const board = async () => {
        for (const machine of machines) {
          vi.setSystemTime(Date.now() + 31_000)
          machine.profile?.pull()
          expect(await machine.sync()).toMatchObject({ ok: true, failures: [], unreadable: [] })
          machine.profile?.push()
        }
        return JSON.stringify([[...(folder?.files ?? [])], server.items()])
      }
      for (let round = 0; round < 3; round++) await board()
      const made = maker === '' ? undefined : await (maker === 'home' ? home : copy).newCode()
      for (let round = 0; round < 3; round++) await board()
      const atRest = await board()
      expect(await board()).toBe(atRest)
      for (const machine of machines) expect(await machine.list()).toEqual(['New', 'Old'])
      if (!made) return
      if (!made.ok) throw new Error(made.message)
      const third = await makeMachine('third', createProfile(server, Date.now))
      third.profile?.pull()
      expect(await third.join(folder, made.code)).toEqual({ ok: true })
      await third.sync()
      expect(await third.list()).toEqual(['New', 'Old'])
    },
  )

  it('is not driven to numbers that no file can have, by a file that somebody put in the place of its own', async () => {
    const { folder, home, work } = await twoJoined()
    const look = await home.handlers['screen.syncLook']({}, home.sender)
    if (!look.ok || look.space === undefined) throw new Error('not synced')
    const own = { space: look.space, device: look.device }
    for (const sequence of [Number.MAX_SAFE_INTEGER, 2 ** 52]) {
      const forged = await as(work, () =>
        sealFile(own, 'folder', { sequence, at: 1, state: emptyState() }, { name: 'home laptop' }),
      )
      if (isFailure(forged)) throw new Error(forged.message)
      folder.files.set(fileNameOf(own.device), forged)
      await home.put('more', testSecret(6), `More ${sequence}`)
      await home.sync()
      await work.sync()
      expect(await work.list()).toContain(`More ${sequence}`)
    }
  })

  it('replaces a secret while another key is not allowed here', async () => {
    const { home, work } = await twoJoined()
    home.world.organization.policy = { providers: ['openai'] }
    await work.service.withVault(vault =>
      vault.put({
        id: 'm',
        provider: 'mistral',
        label: 'M',
        secret: 'Zx0123456789abcdefghijklmnopqrst',
        providerConfirmed: true,
      }),
    )
    await work.put('bot', testSecret(8), 'Bot of home')
    await work.sync()
    expect(await home.sync('delete')).toMatchObject({
      left: 1,
      notTaken: [{ label: 'M', from: ['work laptop'] }],
    })
    expect(await home.secretOf('bot')).toBe(testSecret(8))
    expect(await home.list()).toEqual(['Bot of home', 'Bot of home (2)', 'Script of work'])
  })

  it('leaves no sealed copy of a key that was deleted elsewhere, and says so where it cannot let go of one', async () => {
    const { home, work } = await twoJoined()
    await home.put('third', testSecret(3), 'Third')
    await home.service.changeSettings({ watchWhileLocked: true, watchFromStart: true })
    await home.service.changed()
    await home.service.watchList.settled()
    const { items } = home.world.sealedWatch
    expect([...items.keys()]).toContain('script')
    const removed = async (id: string) => {
      await work.handlers['screen.remove']({ id }, work.sender)
      await work.service.withVault(vault => vault.purge(Number.MAX_SAFE_INTEGER))
      await work.sync()
      return home.sync('delete')
    }
    await home.sync()
    await work.sync()
    const store = home.world.ports.sealedWatch
    const { drop } = store
    // As slow as a disk may be.
    store.drop = () => new Promise(resolve => setTimeout(() => resolve(drop()), 50))
    expect(await removed('script')).toMatchObject({ ok: true })
    expect([...items.keys()]).not.toContain('script')
    store.drop = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    expect(await removed('third')).toMatchObject({ ok: false, code: watchIsBehind.code })
    store.drop = drop
    expect(await home.sync('delete')).toMatchObject({ ok: true })
    expect(await home.list()).toEqual(['Bot of home'])
  })

  it('leaves: its file goes, its keys and the others’ stay', async () => {
    const { folder, home, work } = await twoJoined()
    await work.stop()
    expect(folder.files.size).toBe(1)
    await home.sync()
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
    await expect(work.sync()).rejects.toThrow('not synced')
  })
})

it('no schedule of devices, losses and replays loses an acknowledged secret', { tags: 'slow' }, async () => {
  let secrets = 0
  for (let seed = 0; seed < runs(200); seed++) secrets += (await playSchedule(seed)).secrets
  // A key that was brought back elsewhere, and not taken in at once, was taken for deleted anew.
  await playSchedule(563)
  // A key for which another one stood, that could not be taken in, was said anew with each run.
  await playSchedule(920083)
  // A key let go of a secret that another one was to take, and that one was left as it was; then the page ended.
  await playSchedule(960071)
  // Two computers each deleted another one of a key's two secrets: a secret that was deleted held the record there.
  await playSchedule(963270)
  // A forged text kept all that was said of a record from two computers that both knew it.
  await playSchedule(978932)
  // A secret that was deleted, seemed to be back by another one under its id, was taken back, and went with the other.
  await playSchedule(1000754)
  // The worker ended between a key's return and the note of its deletion, the disk lost the key, and the note deleted its secret.
  await playSchedule(1008018)
  // A copy of a secret was deleted; who held that secret under its first id, where a third key stood for what came since, kept it alone.
  await playSchedule(2001810)
  // Two keys of one id, one of them deleted: its empty words took name and provider from the other.
  await playSchedule(4007325)
  expect(secrets).toBeGreaterThan(runs(200))
})

/** The outside of one file with the sealed part of the next. */
function mixed(texts: string[], i: number): string {
  const own = JSON.parse(texts[i] ?? '{}')
  const other = JSON.parse(texts[(i + 1) % texts.length] ?? '{}')
  return JSON.stringify({ ...own, sealed: other.sealed })
}
