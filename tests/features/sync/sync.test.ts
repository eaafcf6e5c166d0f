/** Sync between whole machines: joined by a code, through a folder that may lose, cut off, mix and put back what it carries. */
import { describe, expect, it, vi } from 'vitest'
import { isFailure } from '../../../src/protocol/failure.ts'
import { runs } from '../../runs.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { folderInMemory, makeMachine, placeHere, sendHere } from './machines.ts'
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

  it('opens a sealed secret for no screen, by whatever place it names', async () => {
    const { home } = await twoJoined()
    const made = await home.handlers['screen.syncSecrets']({ ids: ['bot'] }, home.sender)
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

  it('leaves: its file goes, its keys and the others’ stay', async () => {
    const { folder, home, work } = await twoJoined()
    await work.stop()
    expect(folder.files.size).toBe(1)
    await home.sync()
    for (const machine of [home, work]) expect(await machine.list()).toHaveLength(2)
    await expect(work.sync()).rejects.toThrow('not synced')
  })
})

it('no schedule of devices, losses and replays loses an acknowledged secret', async () => {
  let secrets = 0
  for (let seed = 0; seed < runs(200); seed++) secrets += (await playSchedule(seed)).secrets
  // A key that was brought back elsewhere, and not taken in at once, was taken for deleted anew.
  await playSchedule(563)
  expect(secrets).toBeGreaterThan(runs(200))
})

/** The outside of one file with the sealed part of the next. */
function mixed(texts: string[], i: number): string {
  const own = JSON.parse(texts[i] ?? '{}')
  const other = JSON.parse(texts[(i + 1) % texts.length] ?? '{}')
  return JSON.stringify({ ...own, sealed: other.sealed })
}
