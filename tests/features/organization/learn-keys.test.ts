/** What the organization tells of keys is noted on those that the vault really holds; what was read is kept sealed. */
import { beforeEach, expect, it } from 'vitest'
import { createVaultService } from '../../../src/features/lock/worker/service.ts'
import { organizationHandlers } from '../../../src/features/organization/worker/handlers.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { passphrase } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'

const sender = { kind: 'screen', url: '' } as const
let world: ReturnType<typeof lockWorld>
let service: ReturnType<typeof createVaultService>
let handlers: ReturnType<typeof organizationHandlers>
beforeEach(async () => {
  world = lockWorld()
  service = createVaultService(world.ports)
  handlers = organizationHandlers(service, () => world.clock.now)
  await service.create(passphrase, false)
})

async function saved(secret: string, more = {}): Promise<string> {
  const put = await service.withVault(vault =>
    vault.put({ provider: 'openai', label: 'Bot', secret, ...more }),
  )
  if (isFailure(put)) throw new Error(put.message)
  return put.id
}
const learn = (id: string, more = {}) =>
  handlers['screen.learnKeys'](
    { keys: [{ id, trackingId: 'key_1', start: 'sk-pro', end: 'wxyz', models: ['gpt-5'], ...more }] },
    sender,
  )
const aboutOf = (id: string) => service.withVault(async vault => (await vault.about(id)) ?? null)

it('a key that begins and ends as shown gets the platform’s id and the models that answered it', async () => {
  const id = await saved('sk-proj-aaaawxyz')
  expect(await learn(id)).toEqual({ ok: true, learnt: [id] })
  expect(await aboutOf(id)).toMatchObject({
    trackingId: 'key_1',
    modelsUsed: { at: world.clock.now, ids: ['gpt-5'] },
  })
  // Screens see it at once.
  expect((await service.rows())?.[0]).toMatchObject({ trackingId: 'key_1' })
})

it.each([
  ['that begins otherwise', 'sk-svcacct-aaaawxyz', {}, {}],
  ['that ends otherwise', 'sk-proj-aaaawxyZ', {}, {}],
  ['of another provider', 'sk-proj-aaaawxyz', { provider: 'groq' }, {}],
  ['when hardly anything is shown', 'sk-proj-aaaawxyz', {}, { start: '', end: 'z' }],
])('one %s is not the one', async (_, secret, record, more) => {
  const id = await saved(secret, record)
  const before = await aboutOf(id)
  expect(await learn(id, more)).toEqual({ ok: true, learnt: [] })
  expect(await aboutOf(id)).toEqual(before)
})

it('an id that came from elsewhere gives way to the platform’s', async () => {
  const id = await saved('sk-proj-aaaawxyz', { trackingId: 'key_0' })
  expect(await learn(id)).toEqual({ ok: true, learnt: [id] })
  expect(await aboutOf(id)).toMatchObject({ trackingId: 'key_1' })
})

it('what is known is written once a day, not at each look', async () => {
  const id = await saved('sk-proj-aaaawxyz')
  await learn(id)
  const stamp = async () => {
    const stamps = await service.withVault(vault => vault.stamps())
    return isFailure(stamps) ? '' : stamps[0]?.about
  }
  const before = await stamp()
  await learn(id)
  expect(await stamp()).toBe(before)
  const later = organizationHandlers(service, () => world.clock.now + 2 * 86_400_000)
  const key = { id, trackingId: 'key_1', start: 'sk-pro', end: 'wxyz', models: ['gpt-5'] }
  await later['screen.learnKeys']({ keys: [key] }, sender)
  expect(await stamp()).not.toBe(before)
})

it('a key that no model answers any more uses none; of one that never did nothing is noted', async () => {
  const id = await saved('sk-proj-aaaawxyz')
  await learn(id, { models: [] })
  expect((await aboutOf(id)) as object).not.toHaveProperty('modelsUsed')
  await learn(id)
  expect(await aboutOf(id)).toMatchObject({ modelsUsed: { ids: ['gpt-5'] } })
  // What was not read changes nothing.
  await learn(id, { models: undefined })
  expect(await aboutOf(id)).toMatchObject({ modelsUsed: { ids: ['gpt-5'] } })
  await learn(id, { models: [] })
  expect(await aboutOf(id)).toMatchObject({ modelsUsed: { ids: [] } })
})

it('a time that a clock noted while it was ahead is put right', async () => {
  const id = await saved('sk-proj-aaaawxyz')
  const ahead = organizationHandlers(service, () => world.clock.now + 300 * 86_400_000)
  const key = { id, trackingId: 'key_1', start: 'sk-pro', end: 'wxyz', models: ['gpt-5'] }
  await ahead['screen.learnKeys']({ keys: [key] }, sender)
  await learn(id)
  expect(await aboutOf(id)).toMatchObject({ modelsUsed: { at: world.clock.now } })
})

it('what was read is sealed, found again, and gone for whoever has not unlocked', async () => {
  expect(await handlers['screen.readSealed']({ name: 'organization' }, sender)).toEqual({ ok: true })
  const text = JSON.stringify({ version: 1, keys: ['a-name-of-mine'] })
  expect(await handlers['screen.keepSealed']({ name: 'organization', text }, sender)).toEqual({ ok: true })
  expect(JSON.stringify([...world.store.items.values()])).not.toContain('a-name-of-mine')
  expect(await handlers['screen.readSealed']({ name: 'organization' }, sender)).toEqual({ ok: true, text })
  await service.lock()
  expect(await handlers['screen.readSealed']({ name: 'organization' }, sender)).toMatchObject({
    ok: false,
    code: 'locked',
  })
  expect(await learn('x')).toMatchObject({ ok: false, code: 'locked' })
})
