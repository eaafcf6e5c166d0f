/**
 * A computer that joined may be somebody else's by now: what it seals opens, and is looked through all the same.
 *
 * @module-tag slow
 */
import { describe, expect, it, vi } from 'vitest'
import type { SyncResult } from '../../../src/features/sync/core/run.ts'
import { readFile } from '../../../src/features/sync/core/space-format.ts'
import { createFolderCarrier } from '../../../src/features/sync/screen/carriers.ts'
import { sealFile } from '../../../src/features/sync/screen/device-files.ts'
import { createSyncPorts } from '../../../src/features/sync/screen/sync-ports.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import type { VerdictSeen } from '../../../src/providers/verdict.ts'
import { emptyRecord, emptyState, type SyncState, type Value } from '../../../src/vault/sync/state.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { as, type Folder, folderInMemory, makeMachine, placeHere, sendHere } from './machines.ts'

vi.mock('../../../src/platform/send.ts', () => ({
  send: (...given: Parameters<typeof sendHere>) => sendHere(...given),
}))
vi.mock('../../../src/platform/screen/sync-place.ts', () => ({
  readSyncPlace: () => placeHere.readSyncPlace(),
  writeSyncPlace: (place: Parameters<typeof placeHere.writeSyncPlace>[0]) => placeHere.writeSyncPlace(place),
  changeSyncPlace: (more: Parameters<typeof placeHere.changeSyncPlace>[0]) => placeHere.changeSyncPlace(more),
  forgetSyncPlace: () => placeHere.forgetSyncPlace(),
}))

type Machine = Awaited<ReturnType<typeof makeMachine>>

async function twoJoined() {
  const folder = folderInMemory()
  const [home, work] = [await makeMachine('home'), await makeMachine('work')]
  await home.put('bot', testSecret(1))
  const started = await home.start(folder)
  if (!started.ok || started.code === undefined) throw new Error(JSON.stringify(started))
  await home.sync()
  const joined = await work.join(folder, started.code)
  if (!joined.ok) throw new Error(joined.message)
  await work.sync()
  return { folder, home, work }
}

const ownOf = async (machine: Machine) => {
  const look = await machine.handlers['screen.syncLook']({}, machine.sender)
  if (!look.ok || look.space === undefined) throw new Error('not synced')
  return { space: look.space, device: look.device }
}
const later = () => Date.now() + 1000

/** Writes what it likes in its own file, sealed as it should be. */
async function forge(machine: Machine, folder: Folder, state: SyncState, name = 'work') {
  const own = await ownOf(machine)
  const sealed = await as(machine, () =>
    sealFile(own, 'folder', { sequence: 1000, at: Date.now(), state }, { name }),
  )
  if (typeof sealed !== 'string') throw new Error(sealed.message)
  folder.files.set(`keyway-sync-${own.device}.json`, sealed)
}
/** Says this of one key. */
function saying(fields: Record<string, Value>, id = 'bot', time = later()): SyncState {
  const said = Object.entries(fields).map(
    ([name, value]) => [name, { value, clock: [time, 'evil'] as const }] as const,
  )
  return { ...emptyState(), records: new Map([[id, { ...emptyRecord(), fields: new Map(said) }]]) }
}
async function resultOf(run: Promise<unknown>) {
  const result = await run
  if (typeof result !== 'object' || result === null || !('unreadable' in result))
    throw new Error(JSON.stringify(result))
  return result as SyncResult
}
const aboutOf = async (machine: Machine, id = 'bot') => {
  const about = await machine.service.withVault(async vault => ({ is: await vault.about(id) }))
  return isFailure(about) ? undefined : about.is
}

describe('what it says of a key', () => {
  it.each<[string, Record<string, Value>, object, number]>([
    ['a foreign address', { baseUrl: 'https://evil.example/v1' }, { baseUrl: undefined }, 0],
    ['a person in the address', { baseUrl: 'https://a:b@api.openai.com' }, { baseUrl: undefined }, 0],
    [
      'its provider’s other address',
      { baseUrl: 'eu.api.openai.com/v1/' },
      { baseUrl: 'https://eu.api.openai.com/v1' },
      0,
    ],
    ['a kind that there is not', { kind: '<b>' }, { kind: undefined }, 1],
    ['that it stands by for another', { standbyFor: 'other' }, { standbyFor: undefined }, 0],
    ['that it needs no proof', { copyFreely: true }, { copyFreely: undefined }, 0],
    [
      'a server on this computer',
      { provider: 'ollama', baseUrl: 'http://127.0.0.1:6666' },
      { provider: 'openai' },
      1,
    ],
  ])('%s: only what an import would take', async (_, fields, expected, left) => {
    const { folder, home, work } = await twoJoined()
    await forge(work, folder, saying(fields))
    expect(await home.sync()).toMatchObject({ ok: true, left })
    const about = { ...(await aboutOf(home)) }
    expect(Object.fromEntries(Object.keys(expected).map(name => [name, about[name as never]]))).toEqual(
      expected,
    )
    // And it is at rest: nothing goes to and fro.
    await home.sync()
    const before = [...folder.files]
    await home.sync()
    expect([...folder.files]).toEqual(before)
  })

  it.each([1e300, -1e300, 8.64e15 + 1, -1, 0.5])(
    'was made at %s, which no calendar shows: it stays as it was',
    async createdAt => {
      const { folder, home, work } = await twoJoined()
      const before = await aboutOf(home)
      await forge(work, folder, saying({ createdAt, label: 'Renamed' }))
      expect(await home.sync()).toMatchObject({ ok: true, left: 1 })
      expect(await aboutOf(home)).toEqual(before)
    },
  )

  it('calls itself by a name that turns around or hides: it is shown plain', async () => {
    const { folder, home, work } = await twoJoined()
    await forge(work, folder, saying({ label: 'Renamed' }), 'w\u202eo\u200b\nrk\u0000')
    await home.sync()
    const { heard } = await createSyncPorts(
      home.place.is ?? { name: '' },
      await ownOf(home),
      [],
    ).memory.read()
    expect([...heard.values()].map(({ name }) => name)).toContain('wo rk ')
  })

  it('another address of a server on this computer: the one that was agreed to here stays', async () => {
    const { folder, home, work } = await twoJoined()
    const baseUrl = 'http://127.0.0.1:11434/v1'
    await home.service.withVault(vault =>
      vault.put({ id: 'local', provider: 'ollama', label: 'Local', secret: 'none', baseUrl }),
    )
    await home.sync()
    await work.sync()
    expect(await aboutOf(work, 'local')).toMatchObject({ baseUrl })
    await forge(work, folder, saying({ baseUrl: 'http://127.0.0.1:6666', label: 'Renamed' }, 'local'))
    expect(await home.sync()).toMatchObject({ left: 0 })
    expect(await aboutOf(home, 'local')).toMatchObject({ baseUrl, label: 'Renamed' })
    const before = [...folder.files]
    await home.sync()
    expect([...folder.files]).toEqual(before)
  })

  it('a record or a tag that no message can name: the others are synced', async () => {
    const { folder, home, work } = await twoJoined()
    const state = saying({ label: 'Renamed' })
    const said = state.records.get('bot') ?? emptyRecord()
    state.records.set('constructor', said)
    state.records.set('bot', { ...said, secrets: new Map([['x'.repeat(90), [later(), 'evil']]]) })
    state.sealed.set('x'.repeat(90), 'text')
    await forge(work, folder, state)
    expect(await home.sync()).toMatchObject({ ok: true, left: 0 })
    expect(await home.list()).toEqual(['Renamed'])
  })

  it.each([2 ** 53 - 1, 8.64e15, Date.now() + 99 * 365 * 86_400_000])(
    'with a clock of %d: the person’s next word is later',
    async time => {
      const { folder, home, work } = await twoJoined()
      await forge(work, folder, saying({ label: 'Evil' }, 'bot', time))
      await home.sync()
      await home.handlers['screen.edit']({ id: 'bot', about: { label: 'Mine' } }, home.sender)
      for (const machine of [home, work, home]) await machine.sync()
      for (const machine of [home, work]) expect(await machine.list()).toEqual(['Mine'])
    },
  )
})

describe('a sealed text that opens as nothing', () => {
  const tagOf = async (machine: Machine, id: string) => {
    const made = await machine.handlers['screen.syncSecrets']({ ids: [id], texts: [] }, machine.sender)
    if (!made.ok || !made.secrets[0]) throw new Error('not sealed')
    return made.secrets[0].tag
  }
  /** Of this name, with this text for its secret. */
  const claiming = (id: string, label: string, tag: string, text: string): SyncState => {
    const state = saying({ label, provider: 'openai', createdAt: 1 }, id)
    state.records.get(id)?.secrets.set(tag, [later(), 'evil'])
    state.sealed.set(tag, text)
    return state
  }
  const joins = async (folder: Folder, home: Machine, name: string) => {
    const made = await home.newCode()
    if (!made.ok) throw new Error(made.message)
    await home.sync()
    const machine = await makeMachine(name)
    expect(await machine.join(folder, made.code)).toEqual({ ok: true })
    return machine
  }
  const forget = async (folder: Folder, machine: Machine) =>
    folder.files.delete(`keyway-sync-${(await ownOf(machine)).device}.json`)

  // The one sorts before what Keyway seals, the other after it.
  it.each(['!', '~'])(
    '“%s” for a key that others hold: who joins later gets the key, and nobody passes the text on',
    async text => {
      const { folder, home, work } = await twoJoined()
      await forge(work, folder, claiming('bot', 'Bot', await tagOf(home, 'bot'), text))
      await home.sync()
      const third = await joins(folder, home, 'third')
      expect(await third.sync()).toMatchObject({ ok: true, left: 0, notTaken: [] })
      expect(await third.secretOf('bot')).toBe(testSecret(1))
      // With the forged file gone, what the honest ones have written is all there is.
      await forget(folder, work)
      for (const each of [home, third]) await each.sync()
      for (const gone of [home, third]) {
        const before = [...folder.files]
        await forget(folder, gone)
        const next = await joins(folder, gone === home ? third : home, 'next')
        await next.sync()
        expect(await next.secretOf('bot')).toBe(testSecret(1))
        folder.files.clear()
        for (const [name, file] of before) folder.files.set(name, file)
      }
    },
  )

  it('for a key that nobody has: it is named with the computer, and passed on by no other', async () => {
    const { folder, home, work } = await twoJoined()
    await forge(work, folder, claiming('ghost', 'Gh\u202Eost', 'ab'.repeat(16), 'nothing'))
    expect(await home.sync()).toMatchObject({ left: 1, notTaken: [{ label: 'Ghost', from: ['work'] }] })
    expect(await home.list()).toEqual(['bot'])
    await forget(folder, work)
    expect(await home.sync()).toMatchObject({ left: 0, notTaken: [] })
    const third = await joins(folder, home, 'third')
    expect(await third.sync()).toMatchObject({ left: 0 })
    expect(await third.list()).toEqual(['bot'])
  })
})

describe('many secrets replaced at once', () => {
  async function replaced() {
    const { folder, home, work } = await twoJoined()
    const ids = Array.from({ length: 9 }, (_, i) => `key-${i}`)
    for (const [i, id] of ids.entries()) await home.put(id, testSecret(i + 10))
    await home.sync()
    await work.sync()
    const state = emptyState()
    for (const [i, id] of ids.entries()) {
      await work.put(id, testSecret(`new ${i}`.replace(' ', '')))
      const made = await work.handlers['screen.syncSecrets']({ ids: [id], texts: [] }, work.sender)
      const before = await home.handlers['screen.syncSecrets']({ ids: [id], texts: [] }, home.sender)
      const [now, was] = [made.ok && made.secrets[0], before.ok && before.secrets[0]]
      if (!now || !was) throw new Error('not sealed')
      state.records.set(id, {
        ...emptyRecord(),
        secrets: new Map([[now.tag, [later(), 'evil']]]),
        retired: new Map([[was.tag, [later(), 'evil']]]),
      })
      state.sealed.set(now.tag, now.sealed)
    }
    await forge(work, folder, state)
    return { home, ids }
  }

  it('wait for the person’s word', async () => {
    const { home, ids } = await replaced()
    const { asks } = await resultOf(home.sync())
    expect(asks.sort()).toEqual(ids)
    expect(await home.secretOf('key-3')).toBe(testSecret(13))
    await home.sync('delete')
    expect(await home.secretOf('key-3')).toBe(testSecret('new3'))
  })
  it('that are refused stay what they were', async () => {
    const { home, ids } = await replaced()
    await home.sync('keep')
    for (const [i, id] of ids.entries()) expect(await home.secretOf(id)).toBe(testSecret(i + 10))
    expect(await home.sync()).toMatchObject({ asks: [] })
    expect(await home.secretOf('key-3')).toBe(testSecret(13))
  })
})

describe('the computer itself', () => {
  it('remembers a deletion before the vault forgets it, also when the page ends in between', async () => {
    const { folder, home, work } = await twoJoined()
    for (const id of ['one', 'two', 'three', 'four', 'five']) await home.put(id, testSecret(id))
    await home.sync()
    await work.sync()
    await home.handlers['screen.remove']({ id: 'one' }, home.sender)
    await home.service.withVault(vault => vault.purge(Number.MAX_SAFE_INTEGER))
    const [memory, files] = [home.place.is, [...folder.files]]
    await home.sync()
    // As if it had ended just before its memory was written.
    if (memory) home.place.is = memory
    folder.files.clear()
    for (const [name, text] of files) folder.files.set(name, text)
    for (const machine of [home, work, home]) await machine.sync()
    for (const machine of [home, work]) expect(await machine.list()).not.toContain('one')
  })

  it('forgets what was found out of the key under its former provider', async () => {
    const { home, work } = await twoJoined()
    await home.service.withVault(vault =>
      vault.put({ id: 'm', provider: 'other', label: 'M', secret: testSecret(7) }),
    )
    await home.sync()
    await work.sync()
    const verdict = { key: 'accepted', at: 1, since: 1, lastGoodAt: 1 } as VerdictSeen
    await home.service.withVault(vault => vault.edit('m', { verdict, leaving: [{ id: 'model' }] }))
    const moved = await work.handlers['screen.confirmProvider']({ id: 'm', provider: 'openai' }, work.sender)
    expect(moved).toMatchObject({ ok: true })
    await work.sync()
    await home.sync()
    const about = await aboutOf(home, 'm')
    expect(about).toMatchObject({ provider: 'openai' })
    expect(about?.verdict ?? about?.leaving).toBeUndefined()
  })

  it('takes in more keys than one message names', async () => {
    const { home } = await twoJoined()
    const ids = Array.from({ length: 5001 }, (_, i) => `none-${i}`)
    const own = await ownOf(home)
    const { vault } = createSyncPorts(home.place.is ?? { name: '' }, own, [])
    const look = { keys: new Map(), unsure: new Set<string>(), deleted: new Set<string>() }
    const left = await as(home, () =>
      vault.apply(
        { add: new Map(), edit: new Map(), remove: ids, drop: new Map() },
        { look, sealed: new Map(), handled: ids, from: [] },
      ),
    )
    expect(left).toEqual(new Set(ids))
    expect(await as(home, () => vault.sealSecrets(ids))).toEqual(new Map())
  })
})

describe('a folder full of other files', () => {
  it('has the other computers’ files read first, and says what was left out', async () => {
    const { folder, home, work } = await twoJoined()
    await work.put('more', testSecret(2))
    await work.sync()
    const files = [...folder.files]
    folder.files.clear()
    for (let i = 0; i < 60; i++) folder.files.set(`keyway-sync-copy ${i}.json`, '{}')
    for (const [name, text] of files) folder.files.set(name, text)
    const { unreadable } = await resultOf(home.sync())
    expect(await home.list()).toContain('more')
    expect(unreadable.filter(each => each.is === 'skipped')).toHaveLength(62 - 50)
  })

  it('leaves out a file that is too large, and says how large', async () => {
    const { folder, home } = await twoJoined()
    folder.files.set('keyway-sync-0123456789abcdef.json', 'x'.repeat(9_000_000))
    const { unreadable } = await resultOf(home.sync())
    expect(unreadable).toContainEqual({
      is: 'skipped',
      carrier: 'folder',
      file: 'keyway-sync-0123456789abcdef.json',
      bytes: 9_000_000,
    })
  })

  it('is not called changed when it is the worker that did not look', async () => {
    const { folder, home, work } = await twoJoined()
    await work.put('more', testSecret(2))
    await work.sync()
    expect([...folder.files.values()].every(text => typeof readFile(text) === 'object')).toBe(true)
    const own = await ownOf(home)
    const place = { read: () => ({ name: 'home' }), store: async () => undefined }
    const read = () => as(home, () => createFolderCarrier(folder.handle, own, place).read(0))
    await home.service.lock()
    expect(await read()).toMatchObject({ ok: false, code: 'locked' })
    await home.handlers['screen.unlock']({ passphrase }, home.sender)
    expect(await read()).toMatchObject({ found: [{ is: 'state', name: 'work' }] })
  })
})
