/** Locking while other things are under way: the key is gone at once, and nobody waits for anybody in a circle. */
import { describe, expect, it } from 'vitest'
import { recogniseBare } from '../../../src/features/capture/core/judge-paste.ts'
import { createCaptureService } from '../../../src/features/capture/worker/service.ts'
import { securityHandlers } from '../../../src/features/lock/worker/unlock-ways.ts'
import { vaultForCapture } from '../../../src/features/lock/worker/vault-for-services.ts'
import { sealToInbox } from '../../../src/vault/index.ts'
import { headerCopyName } from '../../../src/vault/stored/names.ts'
import { patiently } from '../../patiently.ts'
import { memoryStore, passphrase, testSecret } from '../../vault/helpers.ts'
import { keys } from '../capture/capture-world.ts'
import { lockWorld } from './lock-world.ts'

const proof = { kind: 'passphrase' as const, passphrase }
const screen = { kind: 'screen' as const, url: '' }

async function open(watch = true) {
  const world = lockWorld()
  const service = world.newWorker()
  await service.create(passphrase, watch)
  await service.withVault(vault =>
    vault.put({ id: 'one', provider: 'openai', label: 'One', secret: testSecret(1) }),
  )
  await service.changed()
  return { ...world, service, items: world.session.items }
}

/** A promise that is settled from outside. */
function gate<T = void>() {
  let go: (value: T) => void = () => undefined
  const shut = new Promise<T>(resolve => {
    go = resolve
  })
  return { shut, go: (value: T) => go(value) }
}

describe('a lock', () => {
  it('during a capture: the key ends sealed in the inbox, and the vault opens again', async () => {
    const { service, session, items, events } = await open()
    const page = gate<unknown>()
    const nothing = () => undefined
    const url = 'https://platform.openai.com/api-keys'
    const capture = createCaptureService({
      now: () => 0,
      random: bytes => new Uint8Array(bytes),
      newId: () => 'cap',
      session,
      recognise: recogniseBare,
      openPanel: nothing,
      platformTab: async tabId => ({ tabId, url }),
      activePlatformTab: async () => ({ tabId: 1, url }),
      askPage: async () => (await page.shut) as never,
      vault: vaultForCapture(service),
      tell: events.tell,
    })
    events.on('locked', capture.locked)
    events.on('unlocked', capture.unlocked)
    const taken = capture.handlers['screen.takeKey']({}, screen)
    const locked = service.lock()
    await patiently(() => expect(items.vault?.status).toBe('locked'))
    page.go({ key: keys.project })
    expect(await taken).toMatchObject({ ok: true, pendingId: 'cap' })
    await locked
    expect(items.vault).toMatchObject({ status: 'locked', inboxCount: 1 })
    await service.unlock(proof)
    expect(await service.withVault(vault => vault.inbox())).toMatchObject([
      { value: { secret: keys.project } },
    ])
  })

  it('takes the key away first, though what is under way hangs and the watch list cannot be written', async () => {
    const { service, session, items, impatient } = await open()
    const hung = gate()
    const under = service.withVault(vault => vault.notes(() => hung.shut))
    await patiently(() => expect(items.watched).toHaveLength(1))
    const set = session.set
    session.set = (key, value) => (key === 'watched' ? Promise.reject(new Error('no room')) : set(key, value))
    const locked = service.lock()
    await patiently(() => expect(items).not.toHaveProperty('vaultKey'))
    expect(await service.status()).toBe('locked')
    const over = setInterval(() => impatient.splice(0).forEach(go => void go()), 1)
    await locked
    clearInterval(over)
    expect(items).not.toHaveProperty('rows')
    expect(items.vault?.status).toBe('locked')
    hung.go()
    await under
    await service.unlock(proof)
    expect(await service.status()).toBe('unlocked')
  })

  it('is not undone by a use that was just being noted', async () => {
    const { service, ports, items, clock } = await open()
    clock.now += 60_000
    const { get } = ports.session
    const slow = gate()
    let asked = 0
    ports.session.get = async name => {
      if (name === 'protectedSettings' && asked++ === 0) await slow.shut
      return get(name)
    }
    const touched = service.touch()
    await service.lock()
    slow.go()
    await touched
    expect(items).not.toHaveProperty('vaultKey')
    expect(await service.status()).toBe('locked')
  })
})

describe('what only ends a time that is over undoes no unlock under way', () => {
  it.each(['the worker begins', 'the alarm comes', 'a use finds it over'])('%s', async what => {
    const { newWorker, clock } = await open()
    clock.now += 60 * 60_000
    const service = newWorker()
    const unlocked = service.unlock(proof)
    if (what === 'the worker begins') void service.start()
    else if (what === 'the alarm comes') void service.lockIfDue()
    else void service.withVault(async () => undefined)
    await unlocked
    await service.lockIfDue()
    expect(await service.status()).toBe('unlocked')
    expect(await service.read('one')).toMatchObject({ label: 'One' })
  })

  it('but a lock that a person asks for during an unlock comes after it', async () => {
    const { service } = await open()
    await service.lock()
    const unlocked = service.unlock(proof)
    const locked = service.lock()
    await Promise.all([unlocked, locked])
    expect(await service.status()).toBe('locked')
  })
})

describe('a head that changes while a key is sealed', () => {
  it('a new vault key waits its turn: what is sealed meanwhile can be opened', async () => {
    const { service, ports } = await open()
    const ask = securityHandlers(service, ports)
    const seal = (n: number) =>
      service.seal({ id: `cap${n}`, provider: 'openai', label: 'Captured', secret: testSecret(n + 10) })
    const all = await Promise.all([
      seal(1),
      ask['screen.rotateVaultKey']({ passphrase }, screen),
      seal(2),
      ask['screen.newRecoveryCode']({}, screen),
      seal(3),
    ])
    expect(all[1]).toMatchObject({ ok: true })
    await service.lock()
    await service.unlock(proof)
    const waiting = await service.withVault(vault => vault.inbox())
    expect(waiting).toHaveLength(3)
  })

  it('an older head is never written over a newer one that came while it was looked at', async () => {
    const { service, store } = await open()
    const old = await store.get(null)
    await service.changeHeader(vault => vault.addRecoveryCode())
    const newest = await store.get(null)
    const twin = memoryStore()
    await twin.set(old)
    await twin.remove(headerCopyName)
    let reads = 0
    const turning = {
      ...twin,
      get: async (names: string | string[] | null) => {
        // After the first two looks another worker has turned to the newer head.
        if (++reads === 3) await twin.set(newest)
        return twin.get(names)
      },
    }
    await sealToInbox(turning, { provider: 'openai', label: 'x', secret: testSecret(5) }, {})
    expect((await twin.get('vault.head'))['vault.head']).toEqual(newest['vault.head'])
  })
})
