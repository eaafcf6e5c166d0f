/**
 * A lock that comes between any two steps of a copy, and two windows that press Copy in the same moment: the clipboard is empty in the end,
 * no proof outlives the lock, and only one copy goes without a proof.
 */
import { expect, test } from 'vitest'
import { createWorld, passphrase, secret } from '../features/copy/copy-world.ts'
import { report } from './outcome.ts'

type World = ReturnType<typeof createWorld>
type Given = { passphrase?: string }

/** Before and after each step of storage the moment may have come. */
function atMoment(world: World, moment: number, happens: () => unknown): () => boolean {
  let count = 0
  const step = () => {
    if (++count === moment) happens()
  }
  for (const area of [world.session, world.local] as { [name: string]: unknown }[])
    for (const name of ['get', 'set', 'remove']) {
      const real = area[name] as (...args: unknown[]) => Promise<unknown>
      area[name] = async (...args: unknown[]) => {
        step()
        const result = await real(...args)
        step()
        return result
      }
    }
  return () => count >= moment
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve))
}

/**
 * @param hears the control's copy service is not told of the lock
 * @param clears the control's clock stands still
 */
async function lockedAt(moment: number, given: Given, { hears = true, clears = true } = {}) {
  const world = createWorld()
  world.key.copies = given.passphrase === undefined ? 0 : 1
  const came = atMoment(world, moment, () => {
    world.locked = true
    if (hears) void world.locks()
  })
  await Promise.race([world.copy(given), world.refused])
  await settle()
  if (clears) for (let at = 0; at < 9; at++) await world.pass(15)
  await settle()
  return {
    came: came(),
    stays: world.clipboard.includes(secret),
    proof: Object.keys(world.session.all.copyProofs ?? {}).length > 0,
  }
}

async function each(given: Given, how?: Parameters<typeof lockedAt>[2]) {
  const found = { tries: 0, stays: 0, proofs: 0 }
  for (let moment = 1; ; moment++) {
    const { came, stays, proof } = await lockedAt(moment, given, how)
    if (!came) return found
    found.tries++
    found.stays += Number(stays)
    found.proofs += Number(proof)
  }
}

test('a lock between any two steps of a copy leaves neither the key on the clipboard nor a proof behind', async () => {
  const all = [await each({}), await each({ passphrase })]
  const sum = (name: 'tries' | 'stays' | 'proofs') => all.reduce((sum, one) => sum + one[name], 0)
  expect(sum('tries')).toBeGreaterThan(30)
  const still = await each({}, { clears: false })
  report({
    attack: 'a lock between any two steps of a copy: the key stays on the clipboard',
    attacker: 'thief of an unlocked computer',
    asset: 'the clipboard',
    tries: sum('tries'),
    landed: sum('stays'),
    control: { tries: still.tries, landed: still.stays },
  })
  const deaf = await each({ passphrase }, { hears: false, clears: false })
  report({
    attack: 'a lock between any two steps of a copy: a proof outlives it',
    attacker: 'thief of an unlocked computer',
    asset: 'a second copy without a proof',
    tries: sum('tries'),
    landed: sum('proofs'),
    control: { tries: deaf.tries, landed: deaf.proofs },
  })
})

test('of presses in two windows at once one goes without a proof', async () => {
  const freely = async (copyFreely: boolean, moment: number) => {
    const world = createWorld()
    if (copyFreely) world.key.copyFreely = true
    const more: Promise<{ ok: boolean }>[] = []
    const came = atMoment(world, moment, () => more.push(world.copy(), world.copy()))
    const first = await world.copy()
    const rest = await Promise.all(more)
    return { came: came(), count: [first, ...rest].filter(({ ok }) => ok).length }
  }
  let [tries, landed] = [0, 0]
  for (let moment = 1; ; moment++) {
    const { came, count } = await freely(false, moment)
    if (!came) break
    tries++
    if (count > 1) landed++
  }
  report({
    attack: 'Copy pressed in several windows at any moment of a copy',
    attacker: 'thief of an unlocked computer',
    asset: 'a second copy without a proof',
    tries,
    landed,
    control: { tries: 1, landed: Number((await freely(true, 3)).count > 1) },
  })
})
