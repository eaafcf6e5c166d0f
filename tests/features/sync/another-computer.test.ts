/**
 * A computer that joined sync may be somebody else's by now. What it says may change what a key is called; it never lowers protection, sends
 * a secret elsewhere, or puts other secrets in the place of many without the person's word.
 *
 * @module-tag slow
 */
import { describe, expect, it, vi } from 'vitest'
import type { SyncResult } from '../../../src/features/sync/core/run.ts'
import { sealFile } from '../../../src/features/sync/screen/device-files.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { requestFor } from '../../../src/providers/request.ts'
import type { RecordAbout } from '../../../src/vault/record.ts'
import {
  emptyRecord,
  emptyState,
  type SyncRecord,
  type SyncState,
  type Value,
} from '../../../src/vault/sync/state.ts'
import { makeSecret } from '../../practice/secrets.ts'
import { testSecret } from '../../vault/helpers.ts'
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
/** Of no provider's shape alone. */
const shapeless = 'Zx0123456789abcdefghijklmnopqrst'
const ids = Array.from({ length: 9 }, (_, i) => `key-${i}`)
const clock = () => [Date.now() + 1000, 'evil'] as const

async function twoJoined() {
  const folder = folderInMemory()
  const [home, work] = [await makeMachine('home'), await makeMachine('work')]
  await home.put('bot', testSecret(1))
  const started = await home.start(folder)
  if (!started.ok || started.code === undefined) throw new Error(JSON.stringify(started))
  await home.sync()
  await work.join(folder, started.code)
  return { folder, home, work }
}
async function withNine() {
  const joined = await twoJoined()
  for (const [i, id] of ids.entries()) await joined.home.put(id, testSecret(i + 10))
  await joined.home.sync()
  await joined.work.sync()
  return joined
}

/** Writes what it likes in its own file, sealed as it should be. */
async function forge(machine: Machine, folder: Folder, state: SyncState) {
  const look = await machine.handlers['screen.syncLook']({}, machine.sender)
  if (!look.ok || look.space === undefined) throw new Error('not synced')
  const own = { space: look.space, device: look.device }
  const file = { sequence: 1000, at: Date.now(), state }
  const sealed = await as(machine, () => sealFile(own, 'folder', file, { name: 'work' }))
  if (typeof sealed !== 'string') throw new Error(sealed.message)
  folder.files.set(`keyway-sync-${own.device}.json`, sealed)
}
const fieldsOf = (said: Record<string, Value>): SyncRecord['fields'] =>
  new Map(Object.entries(said).map(([name, value]) => [name, { value, clock: clock() }]))
const saying = (said: Record<string, Value>, id: string): SyncState => ({
  ...emptyState(),
  records: new Map([[id, { ...emptyRecord(), fields: fieldsOf(said) }]]),
})
async function sealedOf(machine: Machine, id: string) {
  const made = await machine.handlers['screen.syncSecrets']({ ids: [id], texts: [] }, machine.sender)
  if (!made.ok || !made.secrets[0]) throw new Error('not sealed')
  return made.secrets[0]
}
/** A key of its own that holds this secret. */
function add(
  state: SyncState,
  id: string,
  { tag, sealed }: { tag: string; sealed: string },
  said: Record<string, Value>,
) {
  const fields = fieldsOf({ provider: 'openai', createdAt: 1, label: id, ...said })
  state.records.set(id, { ...emptyRecord(), fields, secrets: new Map([[tag, clock()]]) })
  state.sealed.set(tag, sealed)
}
async function synced(machine: Machine, answer?: 'delete' | 'keep') {
  const result = await machine.sync(answer)
  if (isFailure(result)) throw new Error(result.message)
  return result as SyncResult
}
async function recordOf(machine: Machine, id: string) {
  const record = await machine.service.read(id)
  return isFailure(record) ? undefined : record
}
const vaultOf = (machine: Machine, id: string, more: object) =>
  machine.service.withVault(vault =>
    vault.put({ id, provider: 'openai', label: id, secret: testSecret(id), ...more }),
  )
/** Nothing goes to and fro. */
async function isAtRest(machine: Machine, folder: Folder) {
  await machine.sync()
  const before = [...folder.files]
  await machine.sync()
  expect([...folder.files]).toEqual(before)
}

describe('other secrets in the place of all', () => {
  /** What leads to another secret here: by the id, or by the name alone. */
  const ways = ['with the one before as a copy', 'under the names of the keys'] as const
  async function replaced(way: (typeof ways)[number]) {
    const { folder, home, work } = await withNine()
    const state = emptyState()
    for (const [i, id] of ids.entries()) {
      const was = await sealedOf(home, id)
      await work.put(id, testSecret(`new${i}`))
      const now = await sealedOf(work, id)
      if (way === 'under the names of the keys') {
        add(state, `new-${i}`, now, { label: id })
        state.records.set(id, { ...emptyRecord(), fields: fieldsOf({ label: `zz ${i}` }) })
      } else {
        const fields = fieldsOf({ [`${was.tag}.label`]: `zz ${i}` })
        state.records.set(id, { ...emptyRecord(), fields, secrets: new Map([[now.tag, clock()]]) })
        state.sealed.set(now.tag, now.sealed)
      }
    }
    await forge(work, folder, state)
    return home
  }
  it.each(ways)('waits for the person’s word: %s', async way => {
    const home = await replaced(way)
    expect((await synced(home)).asks.sort()).toEqual(ids)
    for (const [i, id] of ids.entries())
      expect(await recordOf(home, id)).toMatchObject({ label: id, secret: testSecret(i + 10) })
  })
  it.each(ways)('and, refused, each stays under its id and its name: %s', async way => {
    const home = await replaced(way)
    await synced(home, 'keep')
    for (const [i, id] of ids.entries())
      expect(await recordOf(home, id)).toMatchObject({ label: id, secret: testSecret(i + 10) })
    expect((await synced(home)).asks).toEqual([])
  })
})

describe('a key that is sent to another provider', () => {
  it.each([
    ['a token of another service, that is only kept', 'other', 'openai', `ghp_${'a1B2c3D4e5F6'.repeat(3)}`],
    ['a key of no certain shape', 'mistral', 'deepseek', shapeless],
    ['to where nothing is asked any more', 'mistral', 'other', shapeless],
  ] as const)('waits for this computer’s person: %s', async (_, before, provider, secret) => {
    const { folder, home, work } = await twoJoined()
    await vaultOf(home, 'k', { provider: before, secret, providerConfirmed: true })
    await synced(home)
    await work.sync()
    await forge(work, folder, saying({ provider, providerConfirmed: true }, 'k'))
    expect(await synced(home)).toMatchObject({ left: 1, notTaken: [{ label: 'k' }] })
    expect(await recordOf(home, 'k')).toMatchObject({ provider: before })
    await isAtRest(home, folder)
  })

  it('by another key that holds its secret, or is given it, is not sent before the person is asked', async () => {
    const { folder, home, work } = await withNine()
    await vaultOf(home, 'm', { provider: 'mistral', secret: shapeless, providerConfirmed: true })
    await vaultOf(home, 'd', { provider: 'deepseek', secret: `${shapeless}d`, providerConfirmed: true })
    await synced(home)
    await work.sync()
    const m = await sealedOf(home, 'm')
    const state = emptyState()
    add(state, 'new', m, { provider: 'together', providerConfirmed: true })
    add(state, 'local', m, { provider: 'ollama', baseUrl: 'http://127.0.0.1:6666', providerConfirmed: true })
    add(state, 'd', m, { provider: 'deepseek', providerConfirmed: true })
    await forge(work, folder, state)
    expect(await synced(home)).toMatchObject({ notTaken: [{ label: 'local' }] })
    for (const id of ['new', 'd']) {
      const record = await recordOf(home, id)
      expect(record && requestFor(record, 'models')).toBeNull()
    }
    const own = await recordOf(home, 'm')
    expect(own && requestFor(own, 'models')?.url).toContain('api.mistral.ai')
  })

  it('whose person said whose it is here goes on being asked about', async () => {
    const { home, work } = await twoJoined()
    await vaultOf(home, 'm', { provider: 'mistral', secret: shapeless, providerConfirmed: true })
    await synced(home)
    expect(await synced(work)).toMatchObject({ left: 0 })
    const there = await recordOf(work, 'm')
    expect(there && requestFor(there, 'models')).toBeNull()
    expect(
      await work.handlers['screen.confirmProvider']({ id: 'm', provider: 'mistral' }, work.sender),
    ).toEqual({ ok: true })
    for (const machine of [work, home, work]) await synced(machine)
    for (const machine of [home, work]) {
      const record = await recordOf(machine, 'm')
      expect(record && requestFor(record, 'models')?.url).toContain('api.mistral.ai')
    }
  })
})

describe('doubles that take the place of all', () => {
  it('bring along what this computer alone knows: the next copy asks for a proof', async () => {
    const { folder, home, work } = await withNine()
    const known = { copies: 2, lastCopiedAt: 5, trackingId: 'key_OWN' }
    for (const id of ids)
      await home.service.withVault(vault =>
        vault.edit(id, { ...known, standbyFor: 'bot' }, [{ kind: 'change', at: 1 }]),
      )
    await home.service.withVault(vault => vault.edit('bot', { standbyFor: 'key-0' }))
    await synced(home)
    await work.sync()
    const state = emptyState()
    for (const [i, id] of ids.entries())
      add(state, `a-${i}`, await sealedOf(home, id), { label: id, trackingId: 'key_VICTIM' })
    add(state, 'kept', await sealedOf(home, 'bot'), { provider: 'other' })
    await home.service.withVault(vault => vault.edit('bot', { copies: 3 }))
    await forge(work, folder, state)
    expect(await synced(home)).toMatchObject({ left: 0 })
    for (const i of ids.keys()) {
      const record = await recordOf(home, `a-${i}`)
      expect(record).toMatchObject({ ...known, standbyFor: 'bot', secret: testSecret(i + 10) })
      const history = await home.service.withVault(async vault => ({ is: await vault.history(`a-${i}`) }))
      expect(history).toEqual({ is: [{ kind: 'change', at: 1 }] })
      expect(await recordOf(home, `key-${i}`)).toBeUndefined()
    }
    expect(await recordOf(home, 'bot')).toMatchObject({ standbyFor: 'a-0' })
    expect(await recordOf(home, 'kept')).toMatchObject({ copies: 3 })
    await isAtRest(home, folder)
  })
})

describe('what is said of a key', () => {
  const before = { checkEveryMinutes: 60, expiresAt: 9, notes: 'Old', trackingId: 'key_OWN', kind: 'project' }
  it.each<[string, Value, Partial<RecordAbout>]>([
    // Changes what it is called and what is written of it.
    ['label', 'New', { label: 'New' }],
    ['notes', null, { notes: undefined }],
    ['expiresAt', 99, { expiresAt: 99 }],
    ['checkEveryMinutes', 30, { checkEveryMinutes: 30 }],
    // Lowers nothing.
    ['checkEveryMinutes', 0, { checkEveryMinutes: 60 }],
    ['trackingId', 'key_VICTIM', { trackingId: 'key_OWN' }],
    ['kind', 'admin', { kind: 'project' }],
    ['copyFreely', true, { copyFreely: undefined }],
    ['copies', 0, { copies: 4 }],
    ['lastCopiedAt', null, { lastCopiedAt: 5 }],
    ['standbyFor', 'bot', { standbyFor: undefined }],
    ['protection', 'none', {}],
    ['muted', true, {}],
    ['archived', true, {}],
  ] as [string, Value, Partial<RecordAbout>][])('%s %j', async (name, value, after) => {
    const { folder, home, work } = await twoJoined()
    await vaultOf(home, 'k', { ...before, secret: makeSecret('project'), copies: 4, lastCopiedAt: 5 })
    await synced(home)
    await work.sync()
    await forge(work, folder, saying({ [name]: value }, 'k'))
    expect(await synced(home)).toMatchObject({ left: 0 })
    const about: Record<string, unknown> = { ...(await recordOf(home, 'k')) }
    for (const [field, is] of Object.entries(after)) expect(about[field]).toEqual(is)
    if (Object.keys(after).length === 0) expect(about).not.toHaveProperty(name)
    await isAtRest(home, folder)
  })

  it('that is new brings neither the platform’s id nor that it is never checked', async () => {
    const { folder, home, work } = await twoJoined()
    await work.put('k', testSecret(3))
    const state = emptyState()
    add(state, 'k', await sealedOf(work, 'k'), { checkEveryMinutes: 0, trackingId: 'key_VICTIM' })
    await forge(work, folder, state)
    expect(await synced(home)).toMatchObject({ left: 0 })
    const record = await recordOf(home, 'k')
    for (const name of ['checkEveryMinutes', 'trackingId']) expect(record).not.toHaveProperty(name)
    await isAtRest(home, folder)
  })
})
