/** What each message leaves in the activity: a row for every case, the exact entry, and nothing where nothing was done. */
import { expect, test } from 'vitest'
import { activityHandlers, noting } from '../../../src/features/activity/worker/handlers.ts'
import { type Handlers, requests } from '../../../src/protocol/messages.ts'

const sender = { kind: 'screen', url: '' } as const
/** What is no id has a name here too, so that asking for one shows. */
const names: Record<string, string> = { k1: 'Bot', k2: 'Other', 7: 'Seven', undefined: 'Nobody' }

/** One message, handled so. @returns what was noted of it */
async function noted(name: string, request: unknown, answer: () => Promise<unknown>): Promise<unknown[]> {
  const notes: unknown[] = []
  const held = { ...names }
  const handle = async () => {
    const reply = await answer()
    // A key that was deleted has no name any more.
    if (name === 'screen.remove') delete held[(request as { id: string }).id]
    return reply
  }
  const handlers = noting({ [name]: handle } as unknown as Handlers, {
    note: async entry => void notes.push(entry),
    labelOf: async id => held[id],
  }) as unknown as Record<string, (request: unknown, from: typeof sender) => Promise<unknown>>
  await handlers[name]?.(request, sender).catch(() => undefined)
  await new Promise(resolve => setImmediate(resolve))
  return notes
}

const pull = (reason: string) => ({ id: 'k1', reason })
const admin = (method: string, path: string) => ({ id: 'k2', method, path: `/organization/${path}` })
const answered = (body: unknown) => ({
  status: 200,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const made = 'projects/proj_a/service_accounts'
const changes = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const long = Array.from({ length: 20 }, (_, at) => `computer number ${at}`)

/** The message, what was asked, what was answered beside `ok`, and the entry; `null`: none. */
const rows: [name: string, request: unknown, reply: object, entry: object | null][] = [
  ['screen.paste', {}, { id: 'k1' }, { act: 'saved', key: 'k1', label: 'Bot' }],
  ['screen.paste', {}, { id: 'waits' }, null],
  ['screen.commit', { id: 'k2' }, { id: 'k1' }, { act: 'saved', key: 'k1', label: 'Bot' }],
  ['screen.commit', { id: 'k1' }, { id: 'waits' }, null],
  ['screen.import', {}, { count: 3 }, { act: 'imported', count: 3 }],
  ['screen.import', {}, { count: 1 }, { act: 'imported', count: 1 }],
  ['screen.import', {}, { count: 0 }, null],
  ['screen.syncApply', { changes }, { left: [] }, { act: 'synced', count: 3 }],
  ['screen.syncApply', { changes, from: [] }, { left: ['a'] }, { act: 'synced', count: 2 }],
  ['screen.syncApply', { changes, from: ['desk'] }, { left: [] }, { act: 'synced', count: 3, label: 'desk' }],
  [
    'screen.syncApply',
    { changes, from: ['desk', 'lap'] },
    { left: ['a', 'b'] },
    { act: 'synced', count: 1, label: 'desk, lap' },
  ],
  [
    'screen.syncApply',
    { changes, from: long },
    { left: [] },
    { act: 'synced', count: 3, label: long.join(', ').slice(0, 200) },
  ],
  ['screen.syncApply', { changes, from: ['desk'] }, { left: ['a', 'b', 'c'] }, null],
  ['screen.copy', { id: 'k1' }, { until: 1 }, { act: 'copied', key: 'k1', label: 'Bot' }],
  ['screen.copy', { id: 'gone' }, { until: 1 }, { act: 'copied', key: 'gone' }],
  ['screen.pull', pull('reveal'), { secret: 's' }, { act: 'revealed', key: 'k1', label: 'Bot' }],
  ['screen.pull', pull('call'), { secret: 's' }, { act: 'called', key: 'k1', label: 'Bot' }],
  ['screen.pull', pull('write'), { secret: 's' }, { act: 'written', key: 'k1', label: 'Bot' }],
  ['screen.pull', pull('encrypt'), { secret: 's' }, { act: 'written', key: 'k1', label: 'Bot' }],
  ['screen.pull', pull('export'), { secret: 's' }, { act: 'exported', key: 'k1', label: 'Bot' }],
  ['screen.pull', pull('plain'), { secret: 's' }, { act: 'exportedPlain', key: 'k1', label: 'Bot' }],
  ['screen.test', { id: 'k1' }, {}, { act: 'tested', key: 'k1', label: 'Bot' }],
  ['screen.edit', { id: 'k1' }, {}, { act: 'edited', key: 'k1', label: 'Bot' }],
  ['screen.remove', { id: 'k1' }, { undoUntil: 1 }, { act: 'deleted', key: 'k1', label: 'Bot' }],
  ['screen.undoRemove', { id: 'k1' }, {}, { act: 'saved', key: 'k1', label: 'Bot' }],
  ['screen.rotateVaultKey', {}, {}, { act: 'vaultKey' }],
  ['screen.keepSealed', { act: 'replaced', key: 'k1' }, {}, { act: 'replaced', key: 'k1', label: 'Bot' }],
  ['screen.keepSealed', { act: 'replaced' }, {}, { act: 'replaced' }],
  ['screen.keepSealed', { key: 'k1' }, {}, null],
  ['screen.admin', admin('GET', 'projects/proj_a/spend_limit'), answered(''), null],
  [
    'screen.admin',
    admin('POST', 'projects/proj_a/spend_limit'),
    answered(''),
    { act: 'limitThere', key: 'k2', label: 'proj_a' },
  ],
  [
    'screen.admin',
    { ...admin('POST', 'spend_limit'), id: 'gone' },
    answered(''),
    { act: 'limitThere', key: 'gone' },
  ],
  [
    'screen.admin',
    admin('DELETE', 'spend_alerts/alert_1'),
    answered(''),
    { act: 'limitThere', key: 'k2', label: 'Other' },
  ],
  ['screen.admin', admin('POST', 'projects/proj_a/archive'), answered({ kept: 'k1' }), null],
  [
    'screen.admin',
    admin('DELETE', 'projects/proj_a/api_keys/key_9'),
    answered(''),
    { act: 'deletedThere', key: 'k2', label: 'key_9' },
  ],
  [
    'screen.admin',
    admin('POST', 'projects/proj_a/api_keys/key_9'),
    answered(''),
    { act: 'changedThere', key: 'k2', label: 'key_9' },
  ],
  [
    'screen.admin',
    admin('DELETE', `${made}/user_7`),
    answered({ kept: 'k1' }),
    { act: 'deletedThere', key: 'k2', label: 'user_7' },
  ],
  ['screen.admin', admin('POST', made), answered({ kept: 'k1' }), { act: 'saved', key: 'k1', label: 'Bot' }],
  ['screen.admin', admin('POST', made), answered({ kept: 'waits' }), null],
  ['screen.admin', admin('POST', made), answered({ kept: 7 }), null],
  ['screen.admin', admin('POST', made), answered({}), null],
  ['screen.admin', admin('POST', made), answered('null'), null],
  ['screen.admin', admin('POST', made), answered('no JSON'), null],
  ['screen.unlock', {}, {}, { act: 'unlocked' }],
  ['screen.unlockWithPasskey', {}, {}, { act: 'unlocked' }],
  ['screen.unlockWithRecoveryCode', {}, {}, { act: 'unlocked' }],
  ['screen.lock', {}, {}, null],
]

test.each(rows)('%s %j, answered %j: %j', async (name, request, reply, entry) => {
  expect(Object.keys(requests)).toContain(name)
  expect(await noted(name, request, async () => ({ ok: true, ...reply }))).toStrictEqual(entry ? [entry] : [])
})

test('of a refusal only a wrong passphrase or recovery code is noted, of a failure nothing', async () => {
  for (const name of Object.keys(requests)) {
    const refused = (code: string) =>
      noted(name, { id: 'k1', changes: [] }, async () => ({ ok: false, code, message: 'No.' }))
    expect(await refused('wrong_passphrase'), name).toMatchObject([{ act: 'refused' }])
    expect(await refused('wrong_recovery_code'), name).toMatchObject([{ act: 'refused' }])
    for (const code of ['locked', 'wrong_host', 'not_wrong_passphrase', ''])
      expect(await refused(code), `${name} ${code}`).toEqual([])
    expect(await noted(name, { id: 'k1' }, async () => Promise.reject(new Error('no'))), name).toEqual([])
  }
})

test('all other messages leave nothing', async () => {
  const told = new Set(rows.map(([name]) => name))
  for (const name of Object.keys(requests))
    if (!told.has(name))
      expect(await noted(name, { id: 'k1' }, async () => ({ ok: true, id: 'k1', count: 2 })), name).toEqual(
        [],
      )
})

test('the name is asked for before a key is deleted and only then; who cannot name or note it is not in the way', async () => {
  const asked: string[] = []
  const ask = async (name: string, log: Partial<Parameters<typeof noting>[1]>) => {
    const handler = async () => {
      asked.push('done')
      return { ok: true }
    }
    const handlers = noting({ [name]: handler } as unknown as Handlers, {
      note: async () => undefined,
      labelOf: async () => 'Bot',
      ...log,
    }) as unknown as Record<string, (request: unknown, from: typeof sender) => Promise<unknown>>
    const reply = await handlers[name]?.({ id: 'k1' }, sender)
    await new Promise(resolve => setImmediate(resolve))
    return reply
  }
  const labelOf = async (id: string) => void asked.push(`name of ${id}`)
  expect(await ask('screen.remove', { labelOf })).toEqual({ ok: true })
  expect(asked.splice(0)).toEqual(['done', 'name of k1'])
  expect(await ask('screen.test', { labelOf })).toEqual({ ok: true })
  expect(asked.splice(0)).toEqual(['done', 'name of k1'])
  expect(await ask('screen.lock', { labelOf })).toEqual({ ok: true })
  expect(asked.splice(0)).toEqual(['done'])
  const notes: unknown[] = []
  const fails = async () => Promise.reject(new Error('no'))
  expect(await ask('screen.remove', { labelOf: fails, note: async entry => void notes.push(entry) })).toEqual(
    { ok: true },
  )
  expect(await ask('screen.paste', { labelOf: fails, note: async entry => void notes.push(entry) })).toEqual({
    ok: true,
  })
  expect(notes).toStrictEqual([{ act: 'deleted', key: 'k1' }])
  expect(await ask('screen.test', { note: fails })).toEqual({ ok: true })
})

test('screens read the log, and say for how long it is kept', async () => {
  const days: number[] = []
  const log = {
    read: async () => ({ ok: true, entries: [], days: 30 }) as const,
    keepFor: async (kept: number) => {
      days.push(kept)
      return { ok: true } as const
    },
  } as unknown as Parameters<typeof activityHandlers>[0]
  const handlers = activityHandlers(log)
  expect(await handlers['screen.activity']({}, sender)).toEqual({ ok: true, entries: [], days: 30 })
  expect(await handlers['screen.keepActivity']({ days: 90 }, sender)).toEqual({ ok: true })
  expect(days).toEqual([90])
})
