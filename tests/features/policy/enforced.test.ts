/** Each policy holds where the act is done, whatever a screen shows: what is refused changes nothing, and what is open follows. */
import { describe, expect, it } from 'vitest'
import { vaultForHealth } from '../../../src/features/health/worker/chrome.ts'
import { vaultHandlers } from '../../../src/features/lock/worker/handlers.ts'
import { securityHandlers } from '../../../src/features/lock/worker/unlock-ways.ts'
import { vaultForCapture, vaultForCopy } from '../../../src/features/lock/worker/vault-for-services.ts'
import type { Policy } from '../../../src/features/policy/core/policy.ts'
import { transferHandlers } from '../../../src/features/transfer/worker/handlers.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import type { NewRecord } from '../../../src/vault/record.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'

const screen = { kind: 'screen' as const, url: '' }
const minute = 60_000
const sixWords = 'drowsy anvil kiosk thimble walnut ferry'

async function withVault(policy: Policy = {}, watchWhileLocked = false) {
  const world = lockWorld()
  world.organization.policy = policy
  const service = world.newWorker()
  const ask = vaultHandlers(service, world.ports)
  const made = await ask['screen.createVault'](
    { passphrase: policy.passphraseWordsAtLeast ? sixWords : passphrase, watchWhileLocked },
    screen,
  )
  if (!made.ok) throw new Error(made.message)
  const put = (record: Partial<NewRecord> = {}) =>
    service.withVault(vault =>
      vault.put({ id: 'k', provider: 'openai', label: 'Bot', secret: testSecret(1), ...record }),
    )
  const setPolicy = async (next: Policy) => {
    world.organization.policy = next
    await service.followPolicy()
  }
  const edit = (about: object) => ask['screen.edit']({ id: 'k', about }, screen)
  const pull = (reason: 'reveal' | 'call' | 'write' | 'encrypt' | 'export' | 'plain') =>
    ask['screen.pull']({ id: 'k', reason }, screen)
  const until = () => world.session.items.vaultUntil ?? 0
  return { ...world, world, service, ask, made, put, setPolicy, edit, pull, until }
}
const forbidden = { ok: false, code: 'forbidden' }

describe('passphraseWordsAtLeast', () => {
  const policy = { passphraseWordsAtLeast: 6 }
  it('no vault is made, and no passphrase is set, with fewer words', async () => {
    const world = lockWorld()
    world.organization.policy = policy
    const ask = vaultHandlers(world.newWorker(), world.ports)
    for (const few of [
      passphrase,
      'walnut walnut walnut walnut walnut ferry',
      'xk-9 q7!pl 3fd-0 zz8 k2m 4rw-p1',
    ])
      expect(
        await ask['screen.createVault']({ passphrase: few, watchWhileLocked: false }, screen),
      ).toMatchObject({ ok: false, code: 'weak_passphrase' })
    expect(world.store.items.size).toBe(0)
  })
  it('nor by the recovery code, nor by a change', async () => {
    const { service, ports, ask, made } = await withVault(policy)
    const security = securityHandlers(service, ports)
    const next = passphrase
    expect(await security['screen.changePassphrase']({ passphrase: sixWords, next }, screen)).toMatchObject({
      code: 'weak_passphrase',
    })
    await service.lock()
    const code = made.recoveryCode
    expect(await ask['screen.unlockWithRecoveryCode']({ code, next }, screen)).toMatchObject({
      code: 'weak_passphrase',
    })
    // The way in that there was is there.
    expect(await ask['screen.unlock']({ passphrase: sixWords }, screen)).toEqual({ ok: true })
  })
  it('a vault with an older, shorter one opens as before', async () => {
    const { service, ask, setPolicy } = await withVault()
    await setPolicy(policy)
    await service.lock()
    expect(await ask['screen.unlock']({ passphrase }, screen)).toEqual({ ok: true })
  })
})

describe('lockAfterMinutesAtMost', () => {
  it('the vault locks then, though the person chose longer, and the choice is kept for later', async () => {
    const { service, clock, until, setPolicy } = await withVault()
    await service.changeSettings({ lockAfterMinutes: 240 })
    await service.touch()
    expect(until()).toBe(clock.now + 240 * minute)
    await setPolicy({ lockAfterMinutesAtMost: 5 })
    expect(until()).toBe(clock.now + 5 * minute)
    clock.now += 5 * minute
    expect(await service.status()).toBe('locked')
    await setPolicy({})
    await service.unlock({ kind: 'passphrase', passphrase })
    expect(until()).toBe(clock.now + 240 * minute)
  })
  it('a policy that comes never makes it stay open for longer', async () => {
    const { service, clock, until, setPolicy } = await withVault()
    const before = until()
    clock.now += 3 * minute
    await setPolicy({ lockAfterMinutesAtMost: 60 })
    expect(until()).toBe(before)
    expect(await service.status()).toBe('unlocked')
  })
  it('a clock in 1970 locks nobody out and loses nothing', async () => {
    const { service, clock, ask, put, setPolicy } = await withVault()
    await put()
    clock.now = 1_000
    await setPolicy({ lockAfterMinutesAtMost: 5, keyAgeDaysAtMost: 30 })
    await service.lock()
    expect(await ask['screen.unlock']({ passphrase }, screen)).toEqual({ ok: true })
    expect(await service.read('k')).toMatchObject({ label: 'Bot', secret: testSecret(1) })
  })
})

describe('copyFreely', () => {
  const policy = { copyFreely: false }
  it('is not switched on, and holds for no key that has it', async () => {
    const { put, edit, service, setPolicy } = await withVault()
    await put({ copyFreely: true })
    const copying = vaultForCopy(service)
    expect(await copying.read('k')).toMatchObject({ copyFreely: true })
    await setPolicy(policy)
    expect(await copying.read('k')).not.toHaveProperty('copyFreely')
    expect(await service.read('k')).not.toHaveProperty('copyFreely')
    // Kept as it was: the rest of the key can be changed, and the policy may go.
    expect(await edit({ label: 'Bot 2', copyFreely: true })).toEqual({ ok: true })
    await setPolicy({})
    expect(await copying.read('k')).toMatchObject({ label: 'Bot 2', copyFreely: true })
  })
  it('is refused for another key', async () => {
    const { put, edit } = await withVault(policy)
    await put()
    expect(await edit({ copyFreely: true })).toMatchObject(forbidden)
  })
})

describe('providers and localServers', () => {
  const policy = { providers: ['anthropic'], localServers: false }
  it('no key of another is saved, imported or said to be theirs', async () => {
    const { service, ports, ask, put, setPolicy } = await withVault()
    await put()
    await setPolicy(policy)
    const save = (record: NewRecord) => vaultForCapture(service).put({ id: 'new', ...record })
    const openai: NewRecord = {
      provider: 'openai',
      label: 'x',
      secret: testSecret(2),
      providerConfirmed: true,
    }
    const ollama: NewRecord = { provider: 'ollama', label: 'x', secret: 'none', providerConfirmed: true }
    expect(await save(openai)).toMatchObject(forbidden)
    expect(await save(ollama)).toMatchObject(forbidden)
    const moves = transferHandlers(service, ports)
    for (const record of [openai, ollama])
      expect(await moves['screen.import']({ records: [record] as never }, screen)).toMatchObject(forbidden)
    expect(await ask['screen.confirmProvider']({ id: 'k', provider: 'mistral' }, screen)).toMatchObject({
      ok: false,
    })
    expect((await service.withVault(vault => vault.list())) as unknown[]).toHaveLength(1)
  })
  it('what is in the vault stays, can be taken along, and is asked about no more', async () => {
    const { service, ports, put, pull, setPolicy } = await withVault()
    await put({ providerConfirmed: true })
    const health = vaultForHealth(service, ports.policy)
    expect(isFailure(await health.read('k'))).toBe(false)
    await setPolicy(policy)
    expect(await health.read('k')).toMatchObject(forbidden)
    expect(await pull('call')).toMatchObject(forbidden)
    expect(await pull('reveal')).toMatchObject({ ok: true })
    await setPolicy({})
    expect(isFailure(await health.read('k'))).toBe(false)
  })
})

it('plaintextExport: a plain file gets no key, an encrypted one does', async () => {
  const { put, pull } = await withVault({ plaintextExport: false })
  await put()
  expect(await pull('plain')).toMatchObject(forbidden)
  expect(await pull('export')).toMatchObject({ ok: true })
})

it('projectFiles: no file of a project gets a key', async () => {
  const { put, pull, setPolicy } = await withVault({ projectFiles: [] })
  await put()
  expect(await pull('write')).toMatchObject(forbidden)
  expect(await pull('encrypt')).toMatchObject(forbidden)
  await setPolicy({ projectFiles: ['encrypted'] })
  expect(await pull('write')).toMatchObject(forbidden)
  expect(await pull('encrypt')).toMatchObject({ ok: true })
  await setPolicy({ projectFiles: ['env'] })
  expect(await pull('write')).toMatchObject({ ok: true })
  expect(await pull('encrypt')).toMatchObject(forbidden)
})

describe('checksWhileLocked', () => {
  it('is not switched on, and nothing is kept for it', async () => {
    const { service, ports, session } = await withVault({ checksWhileLocked: false })
    const security = securityHandlers(service, ports)
    expect(await security['screen.setWatching']({ watchWhileLocked: true }, screen)).toMatchObject(forbidden)
    await service.lock()
    expect(session.items.watched).toBeUndefined()
  })
  it('what is watched goes at once, locked too, and screens say since when', async () => {
    const { service, put, session, local, clock, setPolicy } = await withVault({}, true)
    await put()
    await service.changed()
    await service.lock()
    expect(session.items.watched).toHaveLength(1)
    await setPolicy({ checksWhileLocked: false })
    expect(session.items.watched).toBeUndefined()
    expect(session.items.vault?.watchesWhileLocked).toBe(false)
    expect(local.items.vaultChoices?.notWatchingSince).toBe(clock.now)
    // Its owner's choice is still there when the organization allows it again.
    await setPolicy({})
    await service.unlock({ kind: 'passphrase', passphrase })
    expect(session.items.vault?.watchesWhileLocked).toBe(true)
  })
})

it('keyAgeDaysAtMost: the date to replace it is told to who reminds, and is not written into the key', async () => {
  const { service, ports, put, clock } = await withVault({ keyAgeDaysAtMost: 30 })
  await put()
  await service.changed()
  const [about] = await vaultForHealth(service, ports.policy).abouts()
  expect(about?.rotateBy).toBe(clock.now + 30 * 86_400_000)
  expect(await service.withVault(vault => vault.about('k'))).not.toHaveProperty('rotateBy')
})

describe('expiryRequired', () => {
  const policy = { expiryRequired: true }
  it('no key is saved or imported without its date, and none loses it', async () => {
    const { service, ports, put, edit } = await withVault(policy)
    const bare: NewRecord = { provider: 'openai', label: 'x', secret: testSecret(2), providerConfirmed: true }
    const save = (record: NewRecord) => vaultForCapture(service).put({ id: 'new', ...record })
    expect(await save(bare)).toMatchObject(forbidden)
    expect(await save({ ...bare, expiresAt: 2e12 })).toEqual({ ok: true })
    const moves = transferHandlers(service, ports)
    expect(await moves['screen.import']({ records: [bare] as never }, screen)).toMatchObject(forbidden)
    await put({ expiresAt: 2e12 })
    expect(await edit({ expiresAt: null })).toMatchObject(forbidden)
    expect(await edit({ expiresAt: 3e12 })).toEqual({ ok: true })
  })
  it('one that has none from before can still be named', async () => {
    const { put, edit } = await withVault(policy)
    await put()
    expect(await edit({ label: 'Old', expiresAt: null })).toEqual({ ok: true })
  })
})
