/** A key is replaced in one run, whatever breaks on the way: nothing is made or deleted twice, and nothing is lost. */
import { describe, expect, it } from 'vitest'
import { deleteOld, findMade, makeAnother } from '../../../src/features/rotation/core/drive-replacement.ts'
import { stageOf } from '../../../src/features/rotation/core/replacement.ts'
import { fail, isFailure } from '../../../src/protocol/failure.ts'
import { newKey } from '../../practice/state.ts'
import { sampleOf } from '../../runs.ts'
import { type Break, breaks, replacementWorld } from './replacement-world.ts'

/** The practice platform's live service accounts, and the keys of the vault by their whole text. */
async function outcome(world: Awaited<ReturnType<typeof replacementWorld>>) {
  const live = world.state.keys.filter(key => key.kind === 'service' && !key.revoked)
  const held: string[] = []
  for (const row of (await world.service.rows()) ?? []) {
    const whole = await world.service.read(row.id)
    if (!isFailure(whole)) held.push(whole.secret)
  }
  return { live, held }
}

// Every place between two things that are done, found by a run that is not broken.
const whole = await replacementWorld()
await whole.finish()
const places = Array.from({ length: whole.points() }, (_, point) => point)
const cases: [Break, number][] = breaks.flatMap(how => places.map((point): [Break, number] => [how, point]))

describe('a run', () => {
  it('makes a key, waits until the old one is quiet, deletes it on a press, and ends with two refusals', async () => {
    const world = await replacementWorld()
    await world.finish()
    const { live, held } = await outcome(world)
    expect(world.old.revoked).toBe(true)
    expect(live.map(({ name }) => name)).toEqual([expect.stringMatching(/^ci-runner-\d{4}-\d\d-\d\d$/)])
    expect(held).toContain(live[0]?.secret)
    expect(await world.readRun()).toMatchObject({ revokedAt: expect.any(Number), calls: { isQuiet: true } })
    expect(JSON.stringify(await world.readRun())).not.toContain('sk-')
  })

  it('of an account with several keys replaces one, and leaves the others and the account alone', async () => {
    const world = await replacementWorld(undefined, 3)
    await world.finish()
    expect(world.old.revoked).toBe(true)
    expect(world.others.map(({ revoked, isAccountGone }) => revoked || isAccountGone)).toEqual([false, false])
    expect(await world.readRun()).toMatchObject({ revokedAt: expect.any(Number) })
  })

  it('has many places to break at', () => expect(places.length).toBeGreaterThan(30))

  it.each(sampleOf(cases))('%s ended at point %i goes on from there', async (how, point) => {
    const world = await replacementWorld({ how, point })
    await world.finish()
    expect(world.wasBroken()).toBe(true)
    const { live, held } = await outcome(world)
    // One new key works, it is in the vault, and no account is left that nobody has the key of.
    expect(live).toHaveLength(1)
    expect(held).toContain(live[0]?.secret)
    expect(world.old.revoked).toBe(true)
    // The old key went on a press at its stage, and not before.
    expect(world.stageAtRevocation()).toBe('delete')
  })
})

describe('an account whose key was not seen yet', () => {
  it.each([
    ['came into the vault after all', true],
    ['is lost', false],
  ])('is deleted for another one only where its key %s: %s', async (_, isThere) => {
    const world = await replacementWorld()
    const { ports, readRun, state, there } = world
    // Made, and its answer lost: only the name that was asked for tells of it.
    await ports.note({ step: 'asked', name: 'ci-runner-new', at: world.now() })
    const made = newKey({ kind: 'service', name: 'ci-runner-new', project: there.project }, state)
    state.keys.push(made)
    expect(await findMade(ports, await readRun())).toMatchObject({ ok: true })
    const seen = isThere ? [{ step: 'made', next: 'saved' } as const] : []
    expect(await makeAnother(ports, await readRun(), seen)).toMatchObject({ ok: true })
    expect(made.revoked).toBe(!isThere)
    const run = await readRun()
    expect(run.next === 'saved').toBe(isThere)
    // A second press, which waited for the first one's end, takes nothing away.
    const before = state.keys.filter(({ revoked }) => revoked).length
    await makeAnother(ports, run, [])
    expect(state.keys.filter(({ revoked }) => revoked)).toHaveLength(before)
  })
})

describe('a deletion whose answer is lost', () => {
  const lost = fail('no_answer', 'The worker was ended.')
  const atDelete = async () => {
    const world = await replacementWorld()
    for (const step of [
      { step: 'made', next: 'new' },
      { step: 'works', at: 1 },
      { step: 'placed', at: 1 },
      { step: 'notWaited' },
    ] as const)
      await world.ports.note(step)
    return world
  }

  it('is no failure where it was done: the person is not told to try again', async () => {
    const { ports, readRun, old } = await atDelete()
    const ask: typeof ports.ask = async (id, question) => {
      const answer = await ports.ask(id, question)
      return question.method === 'DELETE' ? lost : answer
    }
    expect(await deleteOld({ ...ports, ask }, await readRun())).toMatchObject({ ok: true })
    expect(old.revoked).toBe(true)
    expect(stageOf(await readRun())).toBe('confirm')
  })

  it.each([
    ['another server', '<html>404 Not Found</html>'],
    ['an API without that address', '{"error":{"message":"Unknown request URL.","code":"unknown_url"}}'],
  ])('is not taken for done because %s does not have the page that was asked for', async (_, body) => {
    const { ports, readRun, old } = await atDelete()
    const ask: typeof ports.ask = async (_, { method }) =>
      method === 'DELETE' ? lost : { ok: true, status: 404, body }
    expect(await deleteOld({ ...ports, ask }, await readRun())).toMatchObject({ ok: false })
    expect(stageOf(await readRun())).toBe('delete')
    expect((await readRun()).deletedAt).toBeUndefined()
    // It can be pressed again.
    expect(await deleteOld(ports, await readRun())).toMatchObject({ ok: true })
    expect(old.revoked).toBe(true)
  })

  it('is one where it was not done, and it can be pressed again', async () => {
    const { ports, readRun, old } = await atDelete()
    const ask: typeof ports.ask = async (id, question) =>
      question.method === 'DELETE' ? lost : ports.ask(id, question)
    expect(await deleteOld({ ...ports, ask }, await readRun())).toBe(lost)
    expect(old.revoked).toBe(false)
    expect((await readRun()).deleteAskedAt).toBeUndefined()
    expect(await deleteOld(ports, await readRun())).toMatchObject({ ok: true })
    expect(old.revoked).toBe(true)
  })
})
