/** What is done with keys is noted, sealed, without a secret; and noting keeps nobody waiting. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { ActivityEntry } from '../../../src/features/activity/core/activity.ts'
import { activityAsCsv } from '../../../src/features/activity/core/activity-words.ts'
import { createActivityLog } from '../../../src/features/activity/worker/activity-log.ts'
import { noting } from '../../../src/features/activity/worker/handlers.ts'
import { createVaultService } from '../../../src/features/lock/worker/service.ts'
import type { Handlers, Replies, Request, RequestName } from '../../../src/protocol/messages.ts'
import { poll } from '../../browser/poll.ts'
import { passphrase } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'

const day = 86_400_000
const sender = { kind: 'screen', url: '' } as const
let world: ReturnType<typeof lockWorld>
let service: ReturnType<typeof createVaultService>
let log: ReturnType<typeof createActivityLog>
/** The log's own clock: the vault's would lock it. */
let now: number
/** What a provider told of this computer's clock. */
let ahead: number | undefined
beforeEach(async () => {
  world = lockWorld()
  now = world.clock.now
  ahead = 0
  service = createVaultService(world.ports)
  log = createActivityLog({
    now: () => now,
    session: world.session,
    withVault: service.withVault,
    labelOf: async id => (await service.rows())?.find(row => row.id === id)?.label,
    clockAhead: async () => ahead,
  })
  await service.create(passphrase, false)
})
const entries = async (): Promise<ActivityEntry[]> => {
  const read = await log.read()
  if (!read.ok) throw new Error(read.message)
  return read.entries
}
const told = async () => (await entries()).map(({ act, label, count }) => [act, label ?? count])

describe('messages', () => {
  /** A worker in which one message is answered so. */
  const done = async <N extends RequestName>(name: N, request: Request<N>, reply: Replies[N]) => {
    const handlers = noting({ [name]: async () => reply } as unknown as Handlers, log)
    const handle = handlers[name] as (request: Request<N>, from: typeof sender) => Promise<unknown>
    expect(await handle(request, sender)).toBe(reply)
    // Noting comes after the answer.
    await new Promise(resolve => setTimeout(resolve))
  }
  const ok = { ok: true } as const
  const refused = { ok: false, code: 'wrong_passphrase', message: 'No.' } as const

  it('leave what was done, with the key’s name and never with a key', async () => {
    const put = await service.withVault(vault =>
      vault.put({ id: 'k1', provider: 'openai', label: 'Bot', secret: 'sk-proj-hidden-wxyz' }),
    )
    expect(put).toMatchObject({ id: 'k1' })
    await service.changed()
    await done('screen.unlock', { passphrase: 'my words' }, ok)
    await done('screen.copy', { id: 'k1' }, { ok: true })
    const secret = { ok: true, secret: 'sk-proj-hidden-wxyz' } as const
    for (const reason of ['reveal', 'call', 'write', 'encrypt', 'export', 'plain'] as const)
      await done('screen.pull', { id: 'k1', reason }, secret)
    await done('screen.test', { id: 'k1' }, ok)
    await done('screen.paste', { text: 'sk-proj-hidden-wxyz', about: {} }, { ok: true, id: 'k1' })
    await done('screen.import', { records: [] }, { ok: true, count: 3 })
    await done(
      'screen.admin',
      { id: 'k1', method: 'DELETE', path: '/organization/projects/proj_a/api_keys/key_9' },
      { ok: true, status: 200, body: '' },
    )
    await done(
      'screen.admin',
      { id: 'admin', method: 'POST', path: '/organization/projects/proj_a/service_accounts' },
      { ok: true, status: 200, body: '{"id":"svc_1","name":"ci","kept":"k1"}' },
    )
    const brought = [{ id: 'k2' }, { id: 'k3' }]
    await done(
      'screen.syncApply',
      { changes: brought, handled: [], from: ['work laptop', 'desk'] },
      { ok: true, left: ['k3'] },
    )
    await done('screen.syncApply', { changes: brought, handled: [] }, { ok: true, left: [] })
    await done('screen.syncApply', { changes: [], handled: ['k2'] }, { ok: true, left: [] })
    await done('screen.remove', { id: 'k1' }, { ok: true, undoUntil: 1 })
    await done('screen.undoRemove', { id: 'k1' }, ok)
    await poll(async () => (await entries()).length === 17, 'all to be noted')
    expect((await told()).toReversed()).toEqual([
      ['unlocked', undefined],
      ['copied', 'Bot'],
      ['revealed', 'Bot'],
      ['called', 'Bot'],
      ['written', 'Bot'],
      ['written', 'Bot'],
      ['exported', 'Bot'],
      ['exportedPlain', 'Bot'],
      ['tested', 'Bot'],
      ['saved', 'Bot'],
      ['imported', 3],
      ['deletedThere', 'key_9'],
      ['saved', 'Bot'],
      ['synced', 'work laptop, desk'],
      ['synced', 2],
      ['deleted', 'Bot'],
      ['saved', 'Bot'],
    ])
    const kept = JSON.stringify([
      await entries(),
      [...world.store.items.values()],
      world.session.items.activityWaiting,
    ])
    expect(kept).not.toContain('hidden')
    expect(kept).not.toContain('my words')
  })

  it('that only made a key wait are not noted as saved: it may be discarded', async () => {
    await done('screen.paste', { text: 'sk-proj-hidden-wxyz', about: {} }, { ok: true, id: 'waits' })
    await done(
      'screen.admin',
      { id: 'admin', method: 'POST', path: '/organization/projects/proj_a/service_accounts' },
      { ok: true, status: 200, body: '{"id":"svc_1","name":"ci","kept":"waits"}' },
    )
    await done('screen.test', { id: 'k1' }, ok)
    await poll(async () => (await entries()).length > 0, 'the last to be noted')
    expect(await told()).toEqual([['tested', undefined]])
  })

  it('that change a limit or an alert at the platform are noted, with the project that it is for', async () => {
    const answered = { ok: true, status: 200, body: '' } as const
    for (const [method, path] of [
      ['POST', '/organization/projects/proj_shop/spend_limit'],
      ['DELETE', '/organization/spend_alerts/alert_1'],
      ['GET', '/organization/spend_limit'],
    ] as const)
      await done('screen.admin', { id: 'gone', method, path }, answered)
    await poll(async () => (await entries()).length === 2, 'both to be noted')
    expect((await told()).toReversed()).toEqual([
      ['limitThere', 'proj_shop'],
      ['limitThere', undefined],
    ])
  })

  it('that were refused are noted only where a passphrase was wrong; questions and limits leave nothing', async () => {
    await done('screen.unlock', { passphrase: 'x' }, refused)
    await done('screen.prove', { passphrase: 'x' }, refused)
    await done('screen.copy', { id: 'k1' }, { ok: false, code: 'proof_needed', message: 'No.' })
    await done(
      'screen.admin',
      { id: 'k1', method: 'GET', path: '/organization/projects?limit=100' },
      { ok: true, status: 200, body: '' },
    )
    await done('screen.import', { records: [] }, { ok: true, count: 0 })
    await poll(async () => (await entries()).length === 2, 'both to be noted')
    expect(await told()).toEqual([
      ['refused', undefined],
      ['refused', undefined],
    ])
  })

  it('are answered though the log cannot be written, and a handler runs in the listener’s own turn', async () => {
    let began = false
    const handlers = noting(
      {
        'screen.test': async () => {
          began = true
          return ok
        },
      } as unknown as Handlers,
      { note: () => Promise.reject(new Error('full')), labelOf: () => Promise.reject(new Error('gone')) },
    )
    const answer = handlers['screen.test']({ id: 'k1' }, sender)
    expect(began).toBe(true)
    expect(await answer).toEqual(ok)
  })
})

it('what happens while it is locked waits, a hundred at most, and is there after the unlock', async () => {
  await service.lock()
  for (let count = 0; count < 120; count++) await log.note({ act: 'refused' })
  expect(await log.read()).toMatchObject({ ok: false, code: 'locked' })
  await service.unlock({ kind: 'passphrase', passphrase })
  await log.unlocked()
  expect(await entries()).toHaveLength(100)
  expect(world.session.items.activityWaiting).toBeUndefined()
})

it('thousands are kept in pieces, newest first, for the time that was chosen, and then they are gone from the store', {
  tags: 'slow',
}, async () => {
  for (let count = 0; count < 700; count++) {
    now += day / 10
    await log.note({ act: 'copied', count })
  }
  const found = await entries()
  expect(found).toHaveLength(700)
  expect(found.map(({ count }) => count)).toEqual(Array.from({ length: 700 }, (_, index) => 699 - index))
  await log.keepFor(30)
  expect(await entries()).toHaveLength(300)
  const names = [...world.store.items.keys()].filter(name => name.includes('.kept.activity'))
  expect(names.sort()).toEqual([
    'vault.1.kept.activity',
    'vault.1.kept.activity.1',
    'vault.1.kept.activity.2',
  ])
  await log.keepFor(0)
  await log.note({ act: 'copied' })
  expect(await entries()).toEqual([])
  expect([...world.store.items.keys()].filter(name => name.includes('.kept.activity.'))).toEqual([])
})

it('what is older than it is kept for leaves the store with the next entry, however few there are', async () => {
  await log.keepFor(30)
  await log.note({ act: 'copied', label: 'long ago' })
  now += 31 * day
  await log.note({ act: 'revealed', label: 'now' })
  const read = await service.withVault(async vault => JSON.stringify(await vault.kept('activity')))
  expect(read).toContain('revealed')
  expect(read).not.toContain('copied')
})

describe('a clock that jumps a year ahead', () => {
  const year = 365 * day
  /** One entry a day, until today. */
  const past = async () => {
    now -= 20 * day
    for (let ago = 20; ago > 0; ago--) {
      await log.note({ act: 'copied', label: `${ago} days ago` })
      now += day
    }
  }

  it.each<[string, number | undefined]>([
    ['a provider tells it', year],
    ['nobody tells it', undefined],
  ])('deletes nothing where %s, and all is there when it was put right', async (_, told) => {
    await past()
    now += year
    ahead = told
    for (let count = 0; count < 20; count++) await log.note({ act: 'unlocked' })
    expect(await entries()).toHaveLength(40)
    now -= year
    // What a provider told is an answer of before until the next check.
    await log.note({ act: 'refused' })
    ahead = 0
    await log.note({ act: 'refused' })
    expect((await entries()).filter(({ act }) => act === 'copied')).toHaveLength(20)
  })

  it('after one that was a year behind, deletes nothing either', async () => {
    await past()
    ahead = -year
    await log.note({ act: 'unlocked' })
    expect(await entries()).toHaveLength(21)
  })

  it('deletes what is over once a provider told that the year has passed', async () => {
    await past()
    now += year
    ahead = undefined
    await log.note({ act: 'unlocked' })
    ahead = 0
    await log.note({ act: 'unlocked' })
    expect(await told()).toEqual([
      ['unlocked', undefined],
      ['unlocked', undefined],
    ])
  })
})

it('as a file: a line for each, nothing that a spreadsheet would run', () => {
  const file = activityAsCsv([{ at: 0, act: 'copied', key: 'k1', label: '=1+1' }], ({ label }) => label ?? '')
  expect(file).toBe("time_utc,act,key,record_id,count\r\n1970-01-01T00:00:00.000Z,copied,'=1+1,k1,\r\n")
})
