/** A page, or a script that speaks as one, offers key after key: the person's own key still finds a sealed place. */
import { describe, expect, test } from 'vitest'
import { createWorld, keys } from '../features/capture/capture-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, tries } from './outcome.ts'

type World = ReturnType<typeof createWorld>

/** As many offers as may come before anybody looks, each of another key. */
async function flood(world: World, count: number, documents: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    world.shown = { key: makeSecret('project') }
    world.now += 2_000
    await world.offer(world.page(undefined, `doc${at % documents}`))
  }
}

const waysToFlood = [
  ['one document', 1],
  ['forty documents', 40],
  ['a document for each offer', 600],
] as const

describe.each(['unlocked', 'locked', 'none'] as const)(
  '600 offers without a press, the vault being %s',
  status => {
    test.each(waysToFlood)(
      'from %s: few wait, and the real key is taken, sealed and told apart',
      async (_, documents) => {
        const world = createWorld()
        world.status = status
        await flood(world, 600, documents)
        expect(world.pending().length).toBeLessThanOrEqual(5)
        world.shown = { key: keys.project }
        expect(await world.take()).toMatchObject({ ok: true })
        expect(world.pending().at(-1)).toMatchObject({
          from: 'pull',
          kept: status === 'none' ? 'memory' : 'inbox',
        })
        // One press, and only what the person brought is left.
        await world.discardOffered()
        expect(world.pending()).toMatchObject([{ from: 'pull' }])
        world.status = 'unlocked'
        await world.unlocked()
        expect(world.pending()).toHaveLength(1)
        expect([...world.inbox.values()].map(record => record.secret)).toEqual([keys.project])
      },
    )
  },
)

test('a person who pulls and pastes twenty keys is not in a page’s way, nor it in theirs', async () => {
  const world = createWorld()
  world.status = 'locked'
  await flood(world, 30, 30)
  const offered = world.pending().length
  const answers = []
  for (let at = offered; at < 20; at++) {
    world.shown = { key: makeSecret('project') }
    answers.push(await world.take())
  }
  expect(answers.every(answer => answer.ok)).toBe(true)
  expect(world.pending()).toHaveLength(20)
  world.shown = { key: makeSecret('project') }
  expect(await world.take()).toMatchObject({
    ok: false,
    code: 'inbox_full',
    message: expect.stringMatching(/discard/),
  })
  await world.discardOffered()
  expect(await world.take()).toMatchObject({ ok: true })
})

test('the same document may offer its next key once the first is saved', async () => {
  const world = createWorld()
  world.shown = { key: keys.project }
  await world.offer()
  world.shown = { key: keys.service }
  expect(await world.offer()).toMatchObject({ ok: false, code: 'one_waits' })
  await world.commit(world.pending()[0]?.id ?? '')
  expect(await world.offer()).toMatchObject({ ok: true })
})

describe('a sealed key that somebody planted', () => {
  const planted = {
    id: 'victim',
    provider: 'openai',
    label: 'Bot',
    secret: keys.project,
    copyFreely: true,
    baseUrl: 'http://127.0.0.1:9/v1',
    verdict: { key: 'accepted', use: 'ready', cause: 'ok', at: 1 },
    checkEveryMinutes: 0,
    standbyFor: 'victim',
    madeHere: true,
    providerConfirmed: true,
    lastCopy: { salt: 'a', digest: 'b' },
    lastFour: '0000',
    kind: 'session',
    notes: 'x'.repeat(9_000),
  }

  test('carries nothing that protects a key or says how it stands, and replaces no other', async () => {
    const world = createWorld()
    world.vault.set('victim', { id: 'victim', provider: 'openai', label: 'Mine', secret: keys.service })
    world.inbox.set('planted', planted as never)
    world.inbox.set('victim', { ...planted } as never)
    world.inbox.set('noise', { secret: 12 } as never)
    await world.unlocked()
    expect(world.pending().map(key => [key.id, key.from])).toEqual([
      ['planted', 'page'],
      ['victim', 'page'],
    ])
    for (const { id } of world.pending()) await world.commit(id)
    expect(world.vault.get('victim')?.secret).toBe(keys.service)
    const saved = [...world.vault.values()].filter(record => record.secret === keys.project)
    expect(saved.length).toBeGreaterThan(0)
    for (const record of saved)
      expect(Object.keys(record).sort()).toEqual(['id', 'label', 'provider', 'secret'])
  })

  test('in the place of one that the worker sealed is not believed for it', async () => {
    const world = createWorld()
    world.status = 'locked'
    world.shown = { key: keys.service }
    await world.take()
    const id = world.pending()[0]?.id ?? ''
    world.inbox.set(id, planted as never)
    world.status = 'unlocked'
    await world.unlocked()
    await world.commit(id)
    expect(Object.keys(world.vault.get(id) ?? {}).sort()).toEqual(['id', 'label', 'provider', 'secret'])
  })

  test.each([9e15, -9e15, 8.64e15 + 1, -1, 1e300, '2027', null])(
    'with a time that no calendar shows (%j) is kept without it: it would blank the list of keys',
    async time => {
      const world = createWorld()
      world.inbox.set('p', { ...planted, createdAt: time, expiresAt: time, rotateBy: time } as never)
      await world.unlocked()
      await world.commit(world.pending()[0]?.id ?? '')
      const [saved] = world.vault.values()
      expect(saved).toMatchObject({ secret: keys.project })
      for (const name of ['createdAt', 'expiresAt', 'rotateBy']) expect(saved).not.toHaveProperty(name)
    },
  )

  test('says of itself what a person can read, and nothing that turns around, hides or breaks the list', async () => {
    const world = createWorld()
    const odd = 'a\u202eb\nc\u0000d\u200be'
    world.inbox.set('p', { ...planted, label: odd, project: odd, tags: [odd], notes: odd } as never)
    await world.unlocked()
    expect(world.pending()).toMatchObject([{ name: 'ab c de', project: 'ab c de' }])
    await world.commit('p')
    expect(JSON.stringify([...world.vault.values()])).not.toMatch(/[\u202e\u200b]|\\u0000/)
  })

  test('of a thousand no more are listed than may wait', async () => {
    const world = createWorld()
    for (let at = 0; at < 1000; at++) world.inbox.set(`p${at}`, { ...planted, id: `p${at}` } as never)
    await world.unlocked()
    expect(world.pending()).toHaveLength(20)
  })
})

test('a pasted key’s own address is remembered where only the worker writes', async () => {
  const world = createWorld()
  world.status = 'locked'
  await world.paste(keys.project, { baseUrl: 'https://eu.api.openai.com/v1' })
  world.status = 'unlocked'
  await world.unlocked()
  await world.commit(world.pending()[0]?.id ?? '')
  expect([...world.vault.values()]).toMatchObject([{ baseUrl: 'https://eu.api.openai.com/v1' }])
})

test('a page that is asked for its key and never answers keeps nobody from saving, pasting and discarding', async () => {
  const world = createWorld()
  world.shown = { key: keys.project }
  await world.take()
  world.shown = new Promise(() => undefined)
  void world.take()
  void world.offer()
  expect(await world.commit(world.pending()[0]?.id ?? '')).toMatchObject({ ok: true })
  expect(await world.paste(keys.service)).toMatchObject({ ok: true })
  expect(await world.discardOffered()).toMatchObject({ ok: true })
  world.shown = { key: keys.admin }
  expect(await world.take()).toMatchObject({ ok: true })
})

test('outcome', async () => {
  const times = tries(2, 3)
  let landed = 0
  let landedWithoutGuard = 0
  for (let at = 0; at < times; at++) {
    const world = createWorld()
    world.status = 'locked'
    await flood(world, 600, 600)
    world.shown = { key: keys.project }
    const taken = await world.take()
    if (!taken.ok || world.pending().at(-1)?.kept !== 'inbox') landed++
    // The same road without the bound: what the platform made for us is never refused.
    const open = createWorld()
    open.status = 'locked'
    for (let key = 0; key < 25; key++) await open.made(makeSecret('project'), {})
    await open.made(keys.project, {})
    if (open.pending().at(-1)?.kept === 'memory') landedWithoutGuard++
  }
  report({
    attack: 'fill the inbox by offers, so that the real key is not sealed',
    attacker: 'compromised content script',
    asset: 'a key that is shown once',
    tries: times,
    landed,
    control: { tries: times, landed: landedWithoutGuard },
  })
})
