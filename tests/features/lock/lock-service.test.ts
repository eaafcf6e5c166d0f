import { describe, expect, it, vi } from 'vitest'
import { lockAlarm, undoFor } from '../../../src/features/lock/core/times.ts'
import { vaultHandlers } from '../../../src/features/lock/worker/handlers.ts'
import { securityHandlers } from '../../../src/features/lock/worker/unlock-ways.ts'
import { transferHandlers } from '../../../src/features/transfer/worker/handlers.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import type { AboutInput } from '../../../src/protocol/messages.ts'
import { patiently } from '../../patiently.ts'
import { passphrase, testSecret } from '../../vault/helpers.ts'
import { lockWorld } from './lock-world.ts'

const screen = { kind: 'screen' as const, url: '' }
const minutes = 60_000

function worker(world = lockWorld()) {
  const service = world.newWorker()
  return { ...world, world, service, ask: vaultHandlers(service, world.ports) }
}
async function withVault(watchWhileLocked = false) {
  const made = worker()
  const reply = await made.ask['screen.createVault']({ passphrase, watchWhileLocked }, screen)
  if (!reply.ok) throw new Error(reply.message)
  return { ...made, recoveryCode: reply.recoveryCode }
}
const put = (service: ReturnType<typeof worker>['service'], n: number | string) =>
  service.withVault(vault =>
    vault.put({ id: `id-${n}`, provider: 'openai', label: `Key ${n}`, secret: testSecret(n) }),
  )

describe('a key whose provider is open', () => {
  const shared = `sk-${'aB3dE5gH7jK9'.repeat(4)}`
  async function withOpenKey() {
    const made = await withVault()
    const verdict = {
      key: 'rejected',
      use: 'blocked',
      cause: 'invalid_key',
      says: '',
      at: 1,
      since: 1,
    } as const
    await made.service.withVault(vault =>
      vault.put({
        id: 'open',
        provider: 'openai',
        kind: 'legacy',
        label: 'MOONSHOT',
        secret: shared,
        verdict,
      }),
    )
    const about = async () => made.service.withVault(vault => vault.about('open'))
    return { ...made, about }
  }

  it('is given to no call of the dashboard, until the person says whose it is', async () => {
    const { ask, about } = await withOpenKey()
    const pull = () => ask['screen.pull']({ id: 'open', reason: 'call' }, screen)
    expect(await pull()).toMatchObject({ ok: false, code: 'whose' })
    expect(await ask['screen.confirmProvider']({ id: 'open', provider: 'deepseek' }, screen)).toEqual({
      ok: true,
    })
    expect(await about()).toMatchObject({ provider: 'deepseek', kind: 'plain', providerConfirmed: true })
    // What the other one said of it tells nothing.
    expect(await about()).not.toHaveProperty('verdict')
    expect(await pull()).toEqual({ ok: true, secret: shared })
  })

  it('keeps what was said of it when it is the one that was asked', async () => {
    const { ask, about } = await withOpenKey()
    expect(await ask['screen.confirmProvider']({ id: 'open', provider: 'openai' }, screen)).toEqual({
      ok: true,
    })
    expect(await about()).toMatchObject({ provider: 'openai', verdict: { cause: 'invalid_key' } })
  })

  it('is nobody’s whose shape is another’s, and no server’s', async () => {
    const { ask, service } = await withOpenKey()
    await put(service, 1)
    for (const [id, provider] of [
      ['id-1', 'deepseek'],
      ['open', 'ollama'],
      ['id-1', 'ollama'],
    ] as const)
      expect(await ask['screen.confirmProvider']({ id, provider }, screen)).toMatchObject({
        code: 'not_theirs',
      })
    expect(await ask['screen.confirmProvider']({ id: 'none', provider: 'openai' }, screen)).toMatchObject({
      ok: false,
    })
  })
})

describe('the vault in the worker', () => {
  it('is made with a good passphrase only, and says so', async () => {
    const { ask, service } = worker()
    expect(await service.status()).toBe('none')
    expect(
      await ask['screen.createVault']({ passphrase: 'short', watchWhileLocked: false }, screen),
    ).toMatchObject({ ok: false, code: 'weak_passphrase' })
    expect(await service.status()).toBe('none')
    const made = await ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)
    expect(made).toMatchObject({ ok: true, recoveryCode: expect.stringMatching(/^\w{4}(-\w{4}){6}$/) })
    expect(await ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)).toMatchObject({
      code: 'exists',
    })
  })

  it('goes on in the next worker without asking, until its time is over', async () => {
    const { world, service, clock } = await withVault()
    await put(service, 1)
    const next = worker(world)
    expect(await next.service.withVault(vault => vault.list())).toHaveLength(1)
    clock.now += 15 * minutes
    const late = worker(world)
    expect(await late.service.withVault(vault => vault.list())).toMatchObject({ code: 'locked' })
    expect(world.session.items).not.toHaveProperty('vaultKey')
    expect(world.session.items).not.toHaveProperty('rows')
    expect(JSON.stringify(world.session.items)).not.toContain('Key 1')
  })

  it('stays open while it is used; its own checks do not count as use', async () => {
    const { service, clock, alarms } = await withVault()
    await put(service, 1)
    clock.now += 10 * minutes
    expect(isFailure(await service.read('id-1'))).toBe(false)
    clock.now += 10 * minutes
    expect(await service.status()).toBe('unlocked')
    expect(alarms.get(lockAlarm)).toBe(clock.now + 5 * minutes)
    await service.withVault(vault => vault.list())
    clock.now += 5 * minutes
    await service.lockIfDue()
    expect(await service.status()).toBe('locked')
  })

  it('unlocks by passphrase and recovery code, and shows the list before it answers', async () => {
    const { service, ask, session, recoveryCode } = await withVault()
    await put(service, 1)
    await ask['screen.lock']({}, screen)
    expect(session.items.vault).toMatchObject({ status: 'locked', inboxCount: 0 })
    expect(await ask['screen.unlock']({ passphrase: 'not this one either' }, screen)).toMatchObject({
      code: 'wrong_passphrase',
    })
    expect(await ask['screen.unlock']({ passphrase }, screen)).toEqual({ ok: true })
    expect(session.items.rows).toMatchObject([{ label: 'Key 1' }])
    expect(JSON.stringify(session.items)).not.toContain(testSecret(1))
    await ask['screen.lock']({}, screen)
    expect(await ask['screen.unlockWithRecoveryCode']({ code: recoveryCode }, screen)).toEqual({ ok: true })
  })

  const another = 'another passphrase entirely'

  it('who forgot the passphrase sets a new one with the recovery code, in the step that unlocks', async () => {
    const { service, ask, recoveryCode, world } = await withVault()
    await put(service, 1)
    await ask['screen.lock']({}, screen)
    const byCode = (code: string, next?: string) =>
      ask['screen.unlockWithRecoveryCode']({ code, ...(next !== undefined && { next }) }, screen)
    expect(await byCode(recoveryCode, 'too short')).toMatchObject({ code: 'weak_passphrase' })
    expect(
      await byCode(
        recoveryCode.replace(/^./, c => (c === 'A' ? 'B' : 'A')),
        another,
      ),
    ).toMatchObject({
      code: 'wrong_recovery_code',
    })
    expect(await service.status()).toBe('locked')
    expect(await byCode(recoveryCode, another)).toEqual({ ok: true })
    expect(await service.rows()).toMatchObject([{ label: 'Key 1' }])
    await ask['screen.lock']({}, screen)
    const later = worker(world)
    expect(await later.ask['screen.unlock']({ passphrase }, screen)).toMatchObject({
      code: 'wrong_passphrase',
    })
    expect(await later.ask['screen.unlock']({ passphrase: another }, screen)).toEqual({ ok: true })
    await later.ask['screen.lock']({}, screen)
    expect(await later.ask['screen.unlockWithRecoveryCode']({ code: recoveryCode }, screen)).toEqual({
      ok: true,
    })
  })

  it('stays locked, with the passphrase of before, when the new one cannot be stored', async () => {
    const { ask, service, recoveryCode, ports } = await withVault()
    await ask['screen.lock']({}, screen)
    const full = vi.spyOn(ports.store, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
    expect(
      await ask['screen.unlockWithRecoveryCode']({ code: recoveryCode, next: another }, screen),
    ).toMatchObject({
      code: 'storage_full',
    })
    full.mockRestore()
    expect(await service.status()).toBe('locked')
    expect(await ask['screen.unlock']({ passphrase }, screen)).toEqual({ ok: true })
  })

  it('takes the recovery code in place of the passphrase of today, and nothing else', async () => {
    const { service, ask, ports, recoveryCode } = await withVault()
    const change = (code: string) =>
      securityHandlers(service, ports)['screen.changePassphrase'](
        { passphrase: '', code, next: another },
        screen,
      )
    expect(await change('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA')).toMatchObject({ code: 'wrong_recovery_code' })
    expect(await change('')).toMatchObject({ code: 'wrong_recovery_code' })
    expect(await change(recoveryCode)).toEqual({ ok: true })
    await ask['screen.lock']({}, screen)
    expect(await ask['screen.unlock']({ passphrase: another }, screen)).toEqual({ ok: true })
  })

  it('takes a removal back for 30 seconds, then lets go of what is kept elsewhere of that key', async () => {
    const { service, ask, session, clock, purged } = await withVault()
    await put(service, 1)
    expect(await ask['screen.remove']({ id: 'id-1' }, screen)).toEqual({
      ok: true,
      undoUntil: clock.now + undoFor,
    })
    expect(session.items.rows).toEqual([])
    await ask['screen.undoRemove']({ id: 'id-1' }, screen)
    expect(session.items.rows).toHaveLength(1)
    await ask['screen.remove']({ id: 'id-1' }, screen)
    await service.purge()
    expect(purged).toEqual([])
    clock.now += undoFor + 1
    await service.purge()
    expect(purged).toEqual(['id-1'])
    expect(await ask['screen.undoRemove']({ id: 'id-1' }, screen)).toMatchObject({ code: 'not_found' })
  })

  it('lets go of it at a lock too, and of nothing that can still be taken back', async () => {
    const { service, ask, clock, purged, store, mirror } = await withVault()
    await put(service, 1)
    await put(service, 2)
    await ask['screen.remove']({ id: 'id-1' }, screen)
    clock.now += undoFor
    await ask['screen.remove']({ id: 'id-2' }, screen)
    clock.now += 5_000
    await ask['screen.lock']({}, screen)
    expect(purged).toEqual(['id-1'])
    const names = [...store.items.keys(), ...mirror.items.keys()]
    expect(names.filter(name => name.includes('id-1'))).toEqual([])
    await ask['screen.unlock']({ passphrase }, screen)
    expect(await ask['screen.undoRemove']({ id: 'id-2' }, screen)).toEqual({ ok: true })
    expect(await service.rows()).toMatchObject([{ id: 'id-2' }])
  })

  it('edits; an empty text takes a field away, and an empty name is refused with all that came with it', async () => {
    const { service, ask, session } = await withVault()
    await put(service, 1)
    await ask['screen.edit']({ id: 'id-1', about: { notes: 'mine', project: 'Shop' } }, screen)
    await ask['screen.edit']({ id: 'id-1', about: { notes: '' } }, screen)
    expect(
      await ask['screen.edit']({ id: 'id-1', about: { project: '', label: ' ' } }, screen),
    ).toMatchObject({ ok: false, code: 'nameless', message: expect.stringMatching(/^A key needs a name/) })
    expect(session.items.rows?.[0]).toMatchObject({ label: 'Key 1', project: 'Shop' })
    expect(session.items.rows?.[0]).not.toHaveProperty('notes')
  })

  it('imports every key of a file, whatever ids it gives them, and replaces none', async () => {
    const { service, ask, session, ports } = await withVault()
    await put(service, 1)
    await put(service, 2)
    await ask['screen.remove']({ id: 'id-2' }, screen)
    const ids = ['id-1', 'id-2', 'twice', 'twice', 'with.dot', '__proto__', 'toString', undefined, 'free']
    const records = ids.map((id, n) => ({
      ...(id !== undefined && { id }),
      provider: 'openai',
      label: `Imported ${n}`,
      secret: testSecret(`in${n}`),
    }))
    const moves = transferHandlers(service, ports)
    expect(await moves['screen.import']({ records }, screen)).toEqual({ ok: true, count: ids.length })
    await ask['screen.undoRemove']({ id: 'id-2' }, screen)
    const rows = session.items.rows ?? []
    const secrets = await Promise.all(
      rows.map(async ({ id }) => {
        const whole = await service.read(id)
        return 'secret' in whole ? whole.secret : id
      }),
    )
    expect(secrets.sort()).toEqual([1, 2, ...ids.map((_, n) => `in${n}`)].map(n => testSecret(n)).sort())
    const idOf = (label: string) => rows.find(row => row.label === label)?.id
    expect([idOf('Key 1'), idOf('Key 2'), idOf('Imported 2'), idOf('Imported 8')]).toEqual([
      'id-1',
      'id-2',
      'twice',
      'free',
    ])
    expect(rows.filter(({ id }) => id in {} || id.includes('.'))).toEqual([])
  })

  it('of a server on this computer the address may be changed, to another one on this computer', async () => {
    const { service, ask, session } = await withVault()
    await service.withVault(vault =>
      vault.put({ id: 'here', provider: 'ollama', label: 'Here', secret: 'none' }),
    )
    await service.changed()
    const change = (baseUrl: string) => ask['screen.edit']({ id: 'here', about: { baseUrl } }, screen)
    expect(await change('localhost:4000')).toEqual({ ok: true })
    expect(await change('http://192.168.0.2:4000')).toMatchObject({ code: 'not_its_address' })
    expect(session.items.rows?.[0]).toMatchObject({ baseUrl: 'http://localhost:4000/v1' })
    await change('')
    expect(session.items.rows?.[0]).not.toHaveProperty('baseUrl')
  })

  const needed = { code: 'proof_needed' }
  const later = async () => {
    const made = await withVault()
    await put(made.service, 1)
    await made.service.withVault(vault =>
      vault.put({ id: 'here', provider: 'ollama', label: 'Here', secret: 'none' }),
    )
    await made.service.changed()
    made.clock.now += 3 * minutes
    return { ...made, security: securityHandlers(made.service, made.ports) }
  }

  it.each([
    ['a key may be copied freely', 'id-1', { copyFreely: true }],
    ['a server’s key goes to another address', 'here', { baseUrl: 'http://127.0.0.1:4000/v1' }],
  ])('asks for a fresh proof before %s; nothing is changed without', async (_, id, about) => {
    const { ask, session } = await later()
    const before = session.items.rows
    expect(await ask['screen.edit']({ id, about: { ...about, notes: 'x' } }, screen)).toMatchObject(needed)
    expect(session.items.rows).toEqual(before)
    await ask['screen.prove']({ passphrase }, screen)
    expect(await ask['screen.edit']({ id, about }, screen)).toEqual({ ok: true })
    expect(session.items.rows?.find(row => row.id === id)).toMatchObject(about)
  })

  it('asks for none for what leaves a key as well protected as it was', async () => {
    const { ask, clock } = await later()
    const edit = (id: string, about: AboutInput) => ask['screen.edit']({ id, about }, screen)
    expect(await edit('id-1', { notes: 'x', copyFreely: false })).toEqual({ ok: true })
    expect(await edit('here', { baseUrl: 'http://127.0.0.1:11434/v1' })).toEqual({ ok: true })
    await ask['screen.prove']({ passphrase }, screen)
    await edit('id-1', { copyFreely: true })
    clock.now += 3 * minutes
    // It was said before: an edit of something else says it again.
    expect(await edit('id-1', { notes: 'y', copyFreely: true })).toEqual({ ok: true })
    expect(await edit('id-1', { copyFreely: false })).toEqual({ ok: true })
    expect(await edit('id-1', { copyFreely: true })).toMatchObject(needed)
  })

  it('asks for a fresh proof before keys stay in memory behind the lock, not to end that', async () => {
    const { security, ask, session } = await later()
    const watch = (watchWhileLocked: boolean) => security['screen.setWatching']({ watchWhileLocked }, screen)
    expect(await watch(true)).toMatchObject(needed)
    expect(session.items.vault?.watchesWhileLocked).toBe(false)
    await ask['screen.prove']({ passphrase }, screen)
    expect(await watch(true)).toEqual({ ok: true })
    expect(await watch(false)).toEqual({ ok: true })
  })

  it('lets a key that was copied before be written into a file only after a fresh proof', async () => {
    const { service, ask } = await later()
    const write = () => ask['screen.pull']({ id: 'id-1', reason: 'write' }, screen)
    expect(await write()).toMatchObject({ ok: true })
    await service.withVault(vault => vault.edit('id-1', { copies: 1 }))
    expect(await write()).toMatchObject(needed)
    await service.withVault(vault => vault.edit('id-1', { copyFreely: true }))
    expect(await write()).toMatchObject({ ok: true })
  })

  it('a right passphrase is not called wrong while it is locked', async () => {
    const { service, ask } = await withVault()
    await service.lock()
    expect(await ask['screen.prove']({ passphrase }, screen)).toMatchObject({ code: 'locked' })
  })

  it('reveals only after a fresh proof', async () => {
    const { service, ask, clock } = await withVault()
    await put(service, 1)
    clock.now += 3 * minutes
    expect(await ask['screen.pull']({ id: 'id-1', reason: 'reveal' }, screen)).toMatchObject({
      code: 'proof_needed',
    })
    expect(await ask['screen.pull']({ id: 'id-1', reason: 'write' }, screen)).toMatchObject({ ok: true })
    expect(await ask['screen.prove']({ passphrase: 'wrong' }, screen)).toMatchObject({
      code: 'wrong_passphrase',
    })
    await ask['screen.prove']({ passphrase }, screen)
    expect(await ask['screen.pull']({ id: 'id-1', reason: 'reveal' }, screen)).toEqual({
      ok: true,
      secret: testSecret(1),
    })
  })

  it('watches after the lock only when its owner said so, and says since when not', async () => {
    const quiet = await withVault(false)
    await put(quiet.service, 1)
    await quiet.service.changed()
    await quiet.service.lock()
    expect(quiet.session.items.watched).toBeUndefined()
    expect(quiet.session.items.vault).toMatchObject({ notWatchingSince: quiet.clock.now })
    await quiet.ask['screen.unlock']({ passphrase }, screen)
    expect(quiet.session.items.vault).not.toHaveProperty('notWatchingSince')

    const watchful = await withVault(true)
    await put(watchful.service, 1)
    await watchful.service.withVault(vault =>
      vault.put({ provider: 'openai', label: 'Never', secret: testSecret(2), checkEveryMinutes: 0 }),
    )
    await watchful.service.changed()
    await watchful.service.lock()
    expect(watchful.session.items.watched?.map(({ label }) => label)).toEqual(['Key 1'])
    expect(watchful.session.items.vault).not.toHaveProperty('notWatchingSince')
    // The browser is closed: session memory is gone.
    await watchful.session.remove('watched', 'vault')
    await worker(watchful.world).service.start()
    expect(watchful.session.items.vault).toMatchObject({ notWatchingSince: watchful.clock.now })
  })

  it('calls what was there and is gone damaged, and makes nothing over it', async () => {
    const { ask, store, mirror, service, local } = await withVault()
    await service.lock()
    store.items.clear()
    mirror.items.clear()
    await local.remove('vaultChoices')
    expect(await service.status()).toBe('damaged')
    expect(await ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)).toMatchObject({
      code: 'damaged',
    })
  })

  it('opens from the mirror when the browser storage is empty, and puts it right', async () => {
    const { ask, store, service, session } = await withVault()
    await put(service, 1)
    await service.lock()
    store.items.clear()
    expect(await ask['screen.unlock']({ passphrase }, screen)).toEqual({ ok: true })
    expect(session.items.rows).toMatchObject([{ label: 'Key 1' }])
    await patiently(() => expect(store.items.has('vault.head')).toBe(true))
    await patiently(() =>
      expect(session.items.vault?.notices?.join()).toContain('restored from the second copy'),
    )
  })

  it('seals a captured key while locked', async () => {
    const { ask, service, session } = await withVault()
    await service.lock()
    await service.seal({ id: 'cap', provider: 'openai', label: 'Captured', secret: testSecret(9) })
    expect(session.items.vault?.inboxCount).toBe(1)
    await ask['screen.unlock']({ passphrase }, screen)
    const waiting = await service.withVault(vault => vault.inbox())
    expect(waiting).toMatchObject([{ id: 'cap', value: { secret: testSecret(9) } }])
  })
})
