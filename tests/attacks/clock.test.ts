/**
 * The computer's clock is put back, by who sits at it or by a time server: nothing that was to end then goes on. Each thing that ends by
 * the clock is tried with each distance, before its time has come and after it.
 */
import { expect, test } from 'vitest'
import { createPageRate } from '../../src/features/guide/core/page-rights.ts'
import { isFresh } from '../../src/features/guide/worker/known-facts.ts'
import { lockAlarm, proofAlarm } from '../../src/features/lock/core/times.ts'
import { vaultHandlers } from '../../src/features/lock/worker/handlers.ts'
import { createWorld } from '../features/copy/copy-world.ts'
import { lockWorld } from '../features/lock/lock-world.ts'
import { passphrase, testSecret } from '../vault/helpers.ts'
import { report } from './outcome.ts'

const minute = 60_000
const screen = { kind: 'screen', url: '' } as const
/** How far it is put back; and how long after the person's last use of the vault. */
const distances = [2, 5, 9, 14, 60, 24 * 60, 3_650 * 24 * 60].map(count => count * minute)
const pauses = [0, 1, 3, 9, 14].map(count => count * minute)

/** An open vault with a key in it, where alarms ring when their time comes. */
async function openWorld() {
  const world = lockWorld()
  const service = world.newWorker()
  const ask = vaultHandlers(service, world.ports)
  await ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)
  await service.withVault(vault =>
    vault.put({ id: 'k', provider: 'openai', label: 'Key', secret: testSecret(1) }),
  )
  const rings: Record<string, () => Promise<unknown>> = {
    [lockAlarm]: service.lockIfDue,
    [proofAlarm]: service.forgetProofs,
  }
  async function pass(time: number): Promise<void> {
    world.clock.now += time
    for (const [name, at] of [...world.alarms])
      if (at <= world.clock.now) {
        world.alarms.delete(name)
        await rings[name]?.()
      }
  }
  const show = async () => (await ask['screen.pull']({ id: 'k', reason: 'plain' }, screen)).ok
  return { ...world, service, ask, pass, show }
}

test('a vault whose clock was put back is locked, and not open for the time that comes twice', {
  tags: 'slow',
}, async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (const back of distances)
    for (const pause of pauses) {
      const { service, clock, pass } = await openWorld()
      await pass(pause)
      const isOpen = (await service.status()) === 'unlocked'
      control.tries++
      if (isOpen) control.landed++
      clock.now -= back
      // What is put back by less than was let pass wins nothing: a press would have kept it open as well.
      if (back <= pause + minute) continue
      outcome.tries++
      const read = await service.read('k')
      if ('secret' in read || (await service.status()) === 'unlocked') outcome.landed++
    }
  report({
    attack: 'the clock is put back while the vault is open',
    attacker: 'thief of an unlocked computer',
    asset: 'stored keys, after the time at which the vault locks',
    ...outcome,
    control,
  })
})

test('a proof is good once: a clock that is put back into its two minutes finds none', {
  tags: 'slow',
}, async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (const pause of pauses.filter(pause => pause > 2 * minute))
    for (const at of [-1, 0, 0.5, 1, 1.9].map(count => count * minute)) {
      const { clock, pass, show, ask } = await openWorld()
      await ask['screen.prove']({ passphrase }, screen)
      const proven = clock.now
      control.tries++
      if (await show()) control.landed++
      await pass(pause)
      expect(await show()).toBe(false)
      clock.now = proven + at
      outcome.tries++
      if (await show()) outcome.landed++
    }
  report({
    attack: 'the clock is put back to when the person had just proven who they are',
    attacker: 'thief of an unlocked computer',
    asset: 'stored keys, shown and exported',
    ...outcome,
    control,
  })
})

test('a second copy of a key asks anew, wherever the clock was put', async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  for (const back of distances) {
    const world = createWorld()
    world.now += 4 * distances.reduce((most, one) => Math.max(most, one), 0)
    await world.copy()
    await world.copy({ passphrase: 'correct horse battery staple' })
    control.tries++
    if ((await world.copy()).ok) control.landed++
    world.now -= back
    outcome.tries++
    if ((await world.copy()).ok) outcome.landed++
  }
  report({
    attack: 'the clock is put back to copy a key again without a proof',
    attacker: 'thief of an unlocked computer',
    asset: 'a stored key, on the clipboard',
    ...outcome,
    control,
  })
})

test('the clipboard is cleared by the next worker, although the clock says that its time is far', async () => {
  for (const back of distances) {
    const world = createWorld()
    world.now += 4 * distances.reduce((most, one) => Math.max(most, one), 0)
    expect((await world.copy()).ok).toBe(true)
    expect(world.clipboard).not.toBe('')
    // Its document is gone, and with it the timer that no clock moves.
    world.document = null
    world.now -= back
    await world.workerDies()
    await world.pass(4)
    expect(world.clipboard, `put back by ${back / minute} minutes`).toBe('')
  }
})

test('an honest page is not refused for as long as the clock was put back', () => {
  let now = 1e12
  const mayPage = createPageRate(() => now)
  while (mayPage(1, 'act'));
  expect(mayPage(1, 'act')).toBe(false)
  now -= 24 * 60 * minute
  expect(mayPage(1, 'act')).toBe(true)
})

test.each(distances)('a verdict from a time that is not yet is no news (%d ms)', back => {
  const now = 1e12
  expect(isFresh({ at: now - minute }, now)).toBe(true)
  expect(isFresh({ at: now + back }, now)).toBe(false)
})
