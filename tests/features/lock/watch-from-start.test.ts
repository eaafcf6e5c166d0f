/** “Check also before I unlock”: what is sealed for this browser, what a browser start makes of it, and what takes it away. */
import { describe, expect, it } from 'vitest'
import { vaultHandlers } from '../../../src/features/lock/worker/handlers.ts'
import { resumeWatching } from '../../../src/features/lock/worker/resume-watching.ts'
import { createSealedWatch } from '../../../src/features/lock/worker/sealed-watch.ts'
import { securityHandlers } from '../../../src/features/lock/worker/unlock-ways.ts'
import { notices } from '../../../src/vault/notices.ts'
import { headerCopyName, headerName } from '../../../src/vault/stored/names.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { lockWorld } from './lock-world.ts'

const screen = { kind: 'screen' as const, url: '' }
const proof = { kind: 'passphrase', passphrase } as const
const verdict = (key: 'accepted' | 'rejected', at: number, since = at) => ({
  key,
  use: key === 'accepted' ? ('ready' as const) : ('blocked' as const),
  cause: key === 'accepted' ? ('ok' as const) : ('invalid_key' as const),
  says: '',
  at,
  since,
})

/** A vault with two keys, “a” and “b”, and what its owner answered to “Keep checking while locked?”. */
async function story(choice: { watchWhileLocked: boolean; watchFromStart?: boolean } | 'start' = 'start') {
  const world = lockWorld()
  const life = () => {
    const service = world.newWorker()
    return {
      service,
      ask: vaultHandlers(service, world.ports),
      security: securityHandlers(service, world.ports),
    }
  }
  const now = { ...life() }
  await now.ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)
  for (const id of ['a', 'b'])
    await now.service.withVault(vault =>
      vault.put({ id, provider: 'openai', label: `Secret name of ${id}`, secret: testSecret(id) }),
    )
  await now.service.changed()
  const choose = (next: { watchWhileLocked: boolean; watchFromStart?: boolean }) =>
    now.security['screen.setWatching'](next, screen)
  await choose(choice === 'start' ? { watchWhileLocked: true, watchFromStart: true } : choice)
  return {
    ...world,
    now,
    choose,
    /** The browser is closed, whatever was open, and begins again: a worker starts, and what was in memory is gone. */
    async restart() {
      for (const name of Object.keys(world.session.items))
        await world.session.remove(name as keyof typeof world.session.items)
      Object.assign(now, life())
      await now.service.start()
      return resumeWatching(now.service, world.ports)
    },
    watched: () => world.session.items.watched?.map(({ id, secret }) => ({ id, secret })),
    /** Which keys' secrets are sealed there, as who holds all its bytes can read. */
    sealed: async () =>
      (await createSealedWatch(world.ports.sealedWatch).read()).records
        .filter(each => each.secret)
        .map(({ id }) => id)
        .sort(),
    bytes: () => new Map(world.sealedWatch.items),
  }
}
const both = ['a', 'b'].map(id => ({ id, secret: testSecret(id) }))

describe('after the browser’s next start, locked', () => {
  it('the watched keys are there to be checked; no name of them was sealed', async () => {
    const { restart, watched, session, local } = await story()
    expect(await restart()).toBe(true)
    expect(watched()).toEqual(both)
    expect(JSON.stringify(session.items.watched)).not.toContain('Secret name')
    expect(session.items.vault).toMatchObject({ status: 'locked', watchesFromStart: true })
    expect(local.items.vaultChoices).not.toHaveProperty('notWatchingSince')
  })

  it.each([
    ['never', { watchWhileLocked: false }],
    ['until the browser closes', { watchWhileLocked: true }],
    // As a message can be made by hand: nothing that is not kept in memory is sealed.
    ['a start without the rest', { watchWhileLocked: false, watchFromStart: true }],
  ])('chosen otherwise (%s), nothing was sealed and nothing is checked', async (_, choice) => {
    const { restart, watched, bytes, session, clock } = await story(choice)
    expect(bytes().size).toBe(0)
    clock.now += 1_000
    expect(await restart()).toBe(false)
    expect(watched()).toBeUndefined()
    expect(session.items.vault).toMatchObject({ notWatchingSince: clock.now })
  })

  it('it goes on from what the last check said, however often the browser starts', async () => {
    const { restart, session, now } = await story()
    await now.service.withVault(vault => vault.edit('a', { verdict: verdict('accepted', 1_000) }))
    now.service.watchList.note('a', { verdict: verdict('accepted', 1_000) })
    await now.service.watchList.settled()
    await restart()
    expect(session.items.watched?.[0]?.verdict).toMatchObject({ at: 1_000 })
    now.service.watchList.note('a', { verdict: verdict('rejected', 2_000) })
    await now.service.watchList.settled()
    await restart()
    expect(session.items.watched?.map(each => each.verdict)).toMatchObject([
      { at: 2_000, key: 'rejected' },
      undefined,
    ])
  })

  it('a policy that forbids checks while locked comes first, though the browser tells of it late', async () => {
    const { restart, watched, bytes, ports, organization } = await story()
    const policy = { checksWhileLocked: false }
    ports.policy = {
      known: () => organization.policy,
      read: async () => {
        await new Promise(resolve => setTimeout(resolve))
        organization.policy = policy
        return policy
      },
    }
    expect(await restart()).toBe(false)
    expect(watched()).toBeUndefined()
    expect(bytes().size).toBe(0)
  })

  it('a key that is saved later is sealed with the others', async () => {
    const { restart, watched, now } = await story()
    await now.service.withVault(vault =>
      vault.put({ id: 'c', provider: 'openai', label: 'C', secret: testSecret('c') }),
    )
    await now.service.changed(['c'])
    await now.service.watchList.settled()
    await restart()
    expect(watched()?.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('what takes it away, at once', () => {
  type Story = Awaited<ReturnType<typeof story>>
  const ways: [string, (now: Story) => Promise<unknown>, string[]][] = [
    ['switched off', ({ choose }) => choose({ watchWhileLocked: false }), []],
    ['only until the browser closes', ({ choose }) => choose({ watchWhileLocked: true }), []],
    ['a key is deleted', ({ now }) => now.ask['screen.remove']({ id: 'a' }, screen), ['b']],
    [
      'a key is not to be checked by itself',
      ({ now }) => now.ask['screen.edit']({ id: 'a', about: { checkEveryMinutes: 0 } }, screen),
      ['b'],
    ],
    [
      'a key is proven to be revoked',
      async ({ now }) => {
        now.service.watchList.note('a', { verdict: verdict('rejected', 9_000, 1_000) })
        await now.service.watchList.settled()
      },
      ['b'],
    ],
    [
      'a key has another secret',
      async ({ now }) => {
        await now.service.withVault(vault =>
          vault.put({ id: 'a', provider: 'openai', label: 'A', secret: testSecret('new') }),
        )
        await now.service.changed(['a'])
        await now.service.watchList.settled()
      },
      ['a', 'b'],
    ],
    [
      'the vault is started over',
      ({ now }) => now.security['screen.startOver']({ confirm: 'start over' }, screen),
      [],
    ],
    [
      'the organization forbids it',
      async ({ organization, now }) => {
        organization.policy = { checksWhileLocked: false }
        await now.service.followPolicy()
      },
      [],
    ],
    [
      'the organization forbids it, while locked',
      async ({ organization, now }) => {
        await now.service.lock()
        organization.policy = { checksWhileLocked: false }
        await now.service.followPolicy()
      },
      [],
    ],
  ]
  it.each(ways)('%s', async (_, act, left) => {
    const made = await story()
    expect(await made.sealed()).toEqual(['a', 'b'])
    const before = made.bytes()
    await act(made)
    expect(await made.sealed()).toEqual(left)
    // No byte that was there before is there now, nor the key that it opened by.
    const values = [...made.bytes().values()]
    for (const value of before.values()) expect(values).not.toContain(value)
    if (left.length === 0) expect(values).toEqual([])
    await made.restart()
    const secrets = (made.watched() ?? []).map(({ secret }) => secret)
    expect(secrets).not.toContain(testSecret('a'))
    expect(secrets.filter(Boolean)).toHaveLength(left.length)
  })

  it('a store that does not let go of it is no “done”', async () => {
    const { choose, ports, sealed } = await story()
    const { drop } = ports.sealedWatch
    ports.sealedWatch.drop = async () => {
      throw new Error('UnknownError')
    }
    expect(await choose({ watchWhileLocked: false })).toMatchObject({ ok: false, code: 'storage_failed' })
    expect(await sealed()).toEqual(['a', 'b'])
    ports.sealedWatch.drop = drop
    expect(await choose({ watchWhileLocked: false })).toEqual({ ok: true })
    expect(await sealed()).toEqual([])
  })
})

it('is chosen with a fresh proof, and ended without one', async () => {
  const { choose, clock } = await story({ watchWhileLocked: false })
  clock.now += 3 * 60_000
  const start = { watchWhileLocked: true, watchFromStart: true }
  expect(await choose(start)).toMatchObject({ code: 'proof_needed' })
  expect(await choose({ ...start, watchWhileLocked: false })).toMatchObject({ code: 'proof_needed' })
  expect(await choose({ watchWhileLocked: false })).toEqual({ ok: true })
})

describe('somebody writes the disk', () => {
  it.each([
    ['other bytes', () => btoa('x'.repeat(300))],
    ['another key’s place', (items: Map<string, unknown>) => items.get('b')],
    ['no text at all', () => 7],
  ])('a copy that does not open is dropped and told; the others are checked (%s)', async (_, forge) => {
    const { restart, watched, sealedWatch, session, now } = await story()
    sealedWatch.items.set('a', forge(sealedWatch.items))
    expect(await restart()).toBe(true)
    expect(watched()).toEqual([both[1]])
    expect(session.items.vault?.notices).toContain(notices.watchedLost)
    await now.service.unlock(proof)
    await now.service.lock()
    expect(watched()).toEqual(both)
  })

  it('the key alone is gone: nothing is checked, and it is said', async () => {
    const { restart, watched, sealedWatch, session } = await story()
    for (const [name, value] of sealedWatch.items)
      if (typeof value !== 'string') sealedWatch.items.delete(name)
    expect(await restart()).toBe(false)
    expect(watched()).toBeUndefined()
    expect(session.items.vault).toMatchObject({ notWatchingSince: expect.any(Number) })
    expect(session.items.vaultNotices).toContain(notices.watchedLost)
  })

  it('records that the vault does not have that way are told at the unlock, and no result of theirs counts', async () => {
    const { restart, ports, session, now, watched } = await story()
    // Who holds the bytes can seal: the key is not extractable, and usable by who can run the profile.
    const planted = { id: 'a', provider: 'ollama', secret: 'x', createdAt: 1, baseUrl: 'http://127.0.0.1:9' }
    const records = [{ ...planted, label: '', lastFour: '' } as never]
    await createSealedWatch(ports.sealedWatch).keep(records, undefined)
    expect(await restart()).toBe(true)
    expect(watched()).toEqual([{ id: 'a', secret: 'x' }])
    await now.service.sealNote({ health: 1, id: 'a' })
    await now.service.unlock(proof)
    await now.service.watchList.settled()
    await now.service.lock()
    expect(session.items.vaultNotices).toContain(notices.watched)
    expect(watched()).toEqual(both)
    await now.service.unlock(proof)
    expect(await now.service.withVault(vault => vault.notes(async notes => expect(notes).toEqual([])))).toBe(
      undefined,
    )
  })

  it.each(['get', 'set', 'drop'] as const)(
    'a store that fails at “%s” keeps nobody from unlocking, and nothing is left waiting',
    async broken => {
      const { restart, ports, session, now, events } = await story()
      const heard: string[] = []
      events.on('unlocked', () => void heard.push('unlocked'))
      await restart()
      ports.sealedWatch[broken] = async () => {
        throw new Error('UnknownError')
      }
      await now.service.unlock(proof)
      await now.service.lock()
      expect(heard).toEqual(['unlocked'])
      expect(await restart()).toBe(broken !== 'get' && session.items.watched !== undefined)
      if (broken === 'get') expect(session.items.vaultNotices).toContain(notices.watchedLost)
    },
  )

  it('a removal whose sealed copy cannot go is not said to be done, and the next change tries again', async () => {
    const { ports, now, sealed } = await story()
    const { drop, set } = ports.sealedWatch
    const fails = async () => {
      throw new Error('UnknownError')
    }
    Object.assign(ports.sealedWatch, { drop: fails, set: fails })
    const removed = await now.ask['screen.remove']({ id: 'a' }, screen)
    expect(removed).toMatchObject({ ok: false, code: 'watch_behind' })
    expect((await now.service.withVault(vault => vault.list())) as unknown[]).toHaveLength(1)
    Object.assign(ports.sealedWatch, { drop, set })
    expect(await now.ask['screen.edit']({ id: 'b', about: { label: 'B' } }, screen)).toEqual({ ok: true })
    expect(await sealed()).toEqual(['b'])
  })

  it('an honest list is no reason for a notice, and its results are kept for the unlock', async () => {
    const { restart, session, now } = await story()
    await restart()
    await now.service.sealNote({ health: 1, id: 'a' })
    await now.service.unlock(proof)
    await now.service.watchList.settled()
    expect(session.items.vaultNotices ?? []).toEqual([])
    const found: unknown[] = []
    await now.service.withVault(vault => vault.notes(async notes => void found.push(...notes)))
    expect(found).toHaveLength(1)
  })

  it('the choice written into every copy of the header seals and checks nothing', async () => {
    const { restart, watched, bytes, store, mirror, session } = await story({ watchWhileLocked: false })
    for (const one of [store, mirror])
      for (const name of [headerName, headerCopyName]) {
        const { [name]: head } = (await one.get(name)) as Record<string, { settings: object }>
        const settings = { ...head?.settings, watchWhileLocked: true, watchFromStart: true }
        await one.set({ [name]: { ...head, settings } })
      }
    expect(await restart()).toBe(false)
    expect(watched()).toBeUndefined()
    expect(bytes().size).toBe(0)
    expect(session.items.vault).toMatchObject({ notWatchingSince: expect.any(Number) })
  })

  it.each([undefined, null, 7, 'x', {}, { id: 'a' }, { id: 'a', secret: 7 }, { provider: 'constructor' }])(
    'a sealed record of any shape is none (%j)',
    async odd => {
      const { restart, watched, sealedWatch } = await story()
      const { seal } = await import('../../../src/vault/crypto/seal.ts')
      const key = [...sealedWatch.items.values()].find(each => each instanceof CryptoKey) as CryptoKey
      const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))
      sealedWatch.items.set('a', await seal(key, ['watched', 'a'], odd ?? null, random))
      await restart()
      expect(watched()).toEqual([both[1]])
    },
  )
})
