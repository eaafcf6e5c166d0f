/**
 * Two documents offer keys in the same instant, one of them hostile, while the person asks for the key in front: whichever page answers
 * first, each key waits as that of the document that showed it, and what the person brought is sealed, stays, and is theirs.
 */
import { expect, test } from 'vitest'
import { createWorld, keys } from '../features/capture/capture-world.ts'
import { makeSecret } from '../practice/secrets.ts'
import { report, tries } from './outcome.ts'
import { dice } from './sight-scenes.ts'

type World = ReturnType<typeof createWorld>
const endings = (world: World) => world.pending().map(({ mask, from }) => [from, mask.slice(-4)])

/** An answer that comes when it is let go. */
function late(): { answer: Promise<unknown>; give(key: string): void } {
  let give: (key: string) => void = () => undefined
  const answer = new Promise(done => {
    give = key => done({ key })
  })
  return { answer, give }
}

test('two documents offer in the same instant: each key waits as its own document’s, whoever answers first', async () => {
  for (const order of [
    ['one', 'other'],
    ['other', 'one'],
  ]) {
    const world = createWorld()
    world.status = 'locked'
    const secret = new Map([
      ['one', makeSecret('project')],
      ['other', makeSecret('project')],
    ])
    const answers = new Map([...secret.keys()].map(name => [name, late()]))
    for (const [name, { answer }] of answers) world.shownBy.set(name, answer)
    const offers = [...secret.keys()].map(name => world.offer(world.page(undefined, name)))
    for (const name of order) answers.get(name)?.give(secret.get(name) ?? '')
    expect(await Promise.all(offers)).toEqual([{ ok: true }, { ok: true }])
    const waiting = world.pending().map(key => [key.document, key.mask.slice(-4), key.kept])
    expect(waiting.sort()).toEqual([...secret].map(([name, key]) => [name, key.slice(-4), 'inbox']).sort())
  }
})

test('a key that a page offered and the person then asks for is the person’s: discarding what pages offered leaves it', async () => {
  for (const bring of ['take', 'paste'] as const) {
    const world = createWorld()
    world.status = 'locked'
    world.shown = { key: keys.project }
    await world.offer()
    expect(endings(world)).toEqual([['page', keys.project.slice(-4)]])
    expect(await (bring === 'take' ? world.take() : world.paste(keys.project))).toMatchObject({ ok: true })
    expect(endings(world)).toEqual([[bring === 'take' ? 'pull' : 'paste', keys.project.slice(-4)]])
    await world.discardOffered()
    world.status = 'unlocked'
    await world.unlocked()
    expect([...world.inbox.values()].map(({ secret }) => secret)).toEqual([keys.project])
    expect(endings(world)).toEqual([[bring === 'take' ? 'pull' : 'paste', keys.project.slice(-4)]])
  }
})

/** A story of offers and of the person’s asking, all under way at once, answered in whatever order. */
async function story(roll: () => number): Promise<{ landed: string[]; offered: number }> {
  const world = createWorld()
  world.status = roll() < 0.5 ? 'locked' : 'unlocked'
  const own = makeSecret('project')
  const under: { give(): void }[] = []
  const ends: Promise<unknown>[] = []
  const begin = (document: string | undefined, key: string) => {
    const { answer, give } = late()
    world.shownBy.set(document, answer)
    ends.push(document === undefined ? world.take() : world.offer(world.page(undefined, document)))
    under.push({ give: () => give(key) })
  }
  const pages = 1 + Math.floor(roll() * 8)
  const asks = Math.floor(roll() * (pages + 1))
  for (let page = 0; page <= pages; page++)
    // One page in three offers the person's own key as if it had shown it.
    if (page === asks) begin(undefined, own)
    else begin(`doc${page}`, roll() < 0.33 ? own : makeSecret('project'))
  // What a page asks for comes a moment later than the message: all of them are under way by then.
  await Promise.resolve()
  while (under.length > 0) under.splice(Math.floor(roll() * under.length), 1)[0]?.give()
  await Promise.all(ends)
  const landed: string[] = []
  const before = world.pending()
  const offered = before.filter(({ from }) => from === 'page').length
  if (offered > 5) landed.push(`${offered} offers wait`)
  if (new Set(before.map(({ id }) => id)).size !== before.length) landed.push('one waits twice')
  await world.discardOffered()
  const left = endings(world)
  if (JSON.stringify(left) !== JSON.stringify([['pull', own.slice(-4)]]))
    landed.push(`left: ${JSON.stringify(left)}`)
  world.status = 'unlocked'
  await world.unlocked()
  const [waiting] = world.pending()
  await world.commit(waiting?.id ?? '')
  if (![...world.vault.values()].some(({ secret }) => secret === own)) landed.push('the key is not saved')
  return { landed, offered }
}

test('whatever pages push in the same instant, the key that the person asked for is there, is theirs, and is saved', {
  tags: 'slow',
}, async () => {
  const roll = dice(20261124)
  const times = tries(100, 2_000)
  const landed: string[] = []
  let offered = 0
  for (let time = 0; time < times; time++) {
    const told = await story(roll)
    landed.push(...told.landed)
    offered += told.offered
  }
  report({
    attack: 'documents that offer keys in the instant in which the person asks for theirs',
    attacker: 'page',
    asset: 'the key that the person brings',
    tries: times,
    landed: landed.length,
    // They are heard: what they push does wait.
    control: { tries: times, landed: offered },
  })
  expect(landed).toEqual([])
})
