/**
 * Two windows of Keyway at once, and a page beside them: requests that do not wait for one another, over stores that answer in any order.
 * No key that was said to be saved is lost or doubled, nothing is shown after a lock that was said to be done, and whichever passphrase was
 * said to be the new one opens the vault.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockAlarm } from '../../src/features/lock/core/times.ts'
import { vaultHandlers } from '../../src/features/lock/worker/handlers.ts'
import { securityHandlers } from '../../src/features/lock/worker/unlock-ways.ts'
import { openVault } from '../../src/vault/index.ts'
import type { Store } from '../../src/vault/record.ts'
import { makeSecret } from '../practice/secrets.ts'
import { fastKdf } from '../vault/helpers.ts'
import { report, tries } from './outcome.ts'
import { screen, workerWorld } from './worker-world.ts'

const words = [
  'lagoon unhappy trombone pebble',
  'violet harbour umbrella mill',
  'quokka lighthouse zebra tin',
]
const names = [
  'paste',
  'paste-same',
  'offer',
  'commit',
  'commit-same',
  'discard',
  'edit',
  'remove',
  'undo',
  'show',
  'lock',
  'unlock',
  'unlock-wrong',
  'passphrase',
  'rotate',
  'settings',
  'verify',
  'dies',
] as const
type Name = (typeof names)[number]
const one = fc.record({ does: fc.constantFrom(...names), which: fc.nat(20) })
const batches = fc.array(fc.array(one, { minLength: 2, maxLength: 5 }), {
  minLength: 5,
  maxLength: 9,
  size: 'max',
})
type Story = { does: Name; which: number }[][]

type Answer = { ok: boolean; code?: string; id?: string; secret?: string }

/** @param isPair the control's: each window has a worker of its own, and neither knows of the other's queue */
async function play(batches: Story, seed: number, isPair = false): Promise<string | undefined> {
  let state = seed
  const chance = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
  const pause = async () => {
    for (let at = chance(4); at > 0; at--) await new Promise(resolve => setImmediate(resolve))
  }
  const world = workerWorld(() => null)
  const { session, clock, store, mirror, ports } = world
  const lazy = (from: Store): Store => ({
    ...from,
    get: async keys => {
      await pause()
      return from.get(keys)
    },
    set: async items => {
      await pause()
      await from.set(items)
      await pause()
    },
    remove: async keys => {
      await pause()
      await from.remove(keys)
    },
  })
  ports.store = lazy({ ...store })
  ports.options = { ...ports.options, mirror: lazy({ ...mirror }) }
  const start = () => {
    const services = world.restart()
    const { vault } = services
    return { ...services, ask: { ...vaultHandlers(vault, ports), ...securityHandlers(vault, ports) } }
  }
  let workers = [start()]
  if (isPair) workers.push(start())
  const first = () => workers[0] ?? start()
  const secrets = new Map<string, 'saved' | 'waiting' | 'gone' | 'unknown'>()
  let [passphrase, perhaps] = [words[0] ?? '', new Set<string>()]
  await first().ask['screen.createVault']({ passphrase, watchWhileLocked: false }, screen)

  const rows = () => session.items.rows ?? []
  const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)]
  async function send({ does, which }: Story[number][number], at: number): Promise<Answer | undefined> {
    const { ask, capture, vault } = workers[at % workers.length] ?? first()
    const row = pick(rows(), which)
    const waits = pick(session.items.pending ?? [], does.endsWith('same') ? 0 : which)
    if (does === 'paste' || does === 'paste-same') {
      const text =
        does === 'paste' ? makeSecret('project') : ([...secrets.keys()].at(-1) ?? makeSecret('project'))
      if (!secrets.has(text)) secrets.set(text, 'unknown')
      const reply = (await capture.handlers['screen.paste']({ text, about: {} }, screen)) as Answer
      if (reply.ok && secrets.get(text) === 'unknown') secrets.set(text, 'waiting')
      return reply
    }
    if (does === 'offer') {
      const key = makeSecret('project')
      secrets.set(key, 'unknown')
      world.page.answer = { key }
      return (await capture.handlers['screen.takeKey']({}, screen)) as Answer
    }
    if (does === 'commit' || does === 'commit-same')
      return (
        waits && ((await capture.handlers['screen.commit']({ id: waits.id, about: {} }, screen)) as Answer)
      )
    if (does === 'discard') {
      // Of what a person discards nobody says that it is kept.
      const tail = waits?.mask.slice(-4)
      for (const text of secrets.keys())
        if (tail !== undefined && text.endsWith(tail)) secrets.set(text, 'gone')
      return waits && ((await capture.handlers['screen.discard']({ id: waits.id }, screen)) as Answer)
    }
    if (does === 'edit')
      return row && ask['screen.edit']({ id: row.id, about: { notes: `n${which}` } }, screen)
    if (does === 'remove') {
      for (const text of secrets.keys()) if (row && text.endsWith(row.lastFour)) secrets.set(text, 'gone')
      return row && (await ask['screen.remove']({ id: row.id }, screen))
    }
    if (does === 'undo') return row && ask['screen.undoRemove']({ id: row.id }, screen)
    if (does === 'show') return row && ask['screen.pull']({ id: row.id, reason: 'plain' }, screen)
    if (does === 'lock') return ask['screen.lock']({}, screen)
    if (does === 'unlock') return ask['screen.unlock']({ passphrase }, screen)
    if (does === 'unlock-wrong') return ask['screen.unlock']({ passphrase: 'not this one at all' }, screen)
    if (does === 'passphrase') {
      const next = words[which % words.length] ?? ''
      perhaps.add(next)
      const reply = await ask['screen.changePassphrase']({ passphrase, next }, screen)
      return reply
    }
    if (does === 'rotate') return ask['screen.rotateVaultKey']({ passphrase }, screen)
    if (does === 'settings')
      return (await vault.changeSettings({ clearAfterSeconds: 10 + which })) ?? { ok: true }
    if (does === 'verify') return ask['screen.verifyVault']({}, screen)
    return undefined
  }

  for (const [at, batch] of batches.entries()) {
    const where = () => `, after ${JSON.stringify(batches.slice(0, at + 1))}, seed ${seed}`
    perhaps = new Set([passphrase])
    const changes = batch.some(({ does }) => does === 'passphrase' || does === 'rotate')
    const replies = await Promise.all(
      batch.map(async (request, at) => {
        await pause()
        const reply = await send(request, at).catch(thrown => String(thrown))
        return { request, reply }
      }),
    )
    const thrown = replies.find(({ reply }) => typeof reply === 'string')
    if (thrown) return `${thrown.request.does} threw ${thrown.reply}${where()}`
    if (replies.some(({ request, reply }) => request.does === 'unlock-wrong' && (reply as Answer)?.ok))
      return `a wrong passphrase was taken${where()}`
    if (changes) {
      // One of them opens it; which, the vault says.
      const opening = []
      for (const each of perhaps)
        if (
          await openVault(store, each, { mirror, kdf: fastKdf }).then(
            () => true,
            () => false,
          )
        )
          opening.push(each)
      if (opening.length !== 1) return `${opening.length} passphrases open the vault${where()}`
      passphrase = opening[0] ?? ''
    }
    if (batch.some(({ does }) => does === 'dies')) {
      workers = workers.map(start)
      for (const { vault } of workers) await vault.start()
    }
    const { ask } = first()
    // A lock that comes after all is the last word.
    if (at % 3 === 2) {
      const late = rows()[0]
      await ask['screen.lock']({}, screen)
      if (session.items.vaultKey !== undefined || session.items.rows !== undefined)
        return `something stays after the lock${where()}`
      if (late && (await ask['screen.pull']({ id: late.id, reason: 'call' }, screen)).ok)
        return `shown after the lock${where()}`
      if (world.alarms.has(lockAlarm)) return `an alarm of a lock that is over${where()}`
      const back = await ask['screen.unlock']({ passphrase }, screen)
      if (!back.ok) return `the owner is kept out: ${back.code}${where()}`
    }
    clock.now += 1_000
    if ((await first().vault.status()) !== 'unlocked') await ask['screen.unlock']({ passphrase }, screen)
    const vault = await openVault(store, passphrase, { mirror, kdf: fastKdf })
    const kept: string[] = []
    for (const { id } of await vault.list()) kept.push((await vault.get(id))?.secret ?? '')
    const waiting = (await vault.inbox()).map(({ value }) => (value as { secret: string }).secret)
    if (new Set(kept).size !== kept.length) return `a key is there twice${where()}`
    for (const [secret, is] of secrets)
      if (is === 'waiting' && !kept.includes(secret) && !waiting.includes(secret))
        return `a key that was said to be kept is lost${where()}`
    // What was not said to be kept may be or not; from here on it has to stay.
    for (const secret of [...kept, ...waiting])
      if (secrets.get(secret) === 'unknown') secrets.set(secret, 'waiting')
  }
  return undefined
}

test('two windows and a page at once: nothing is lost, doubled or shown too late', async () => {
  const seed = Number(process.env.SEED ?? 20_261_122)
  const samples = fc.sample(batches, { seed, numRuns: tries(6, 600) })
  const found: string[] = []
  for (const [at, story] of samples.entries()) {
    const one = await play(story, seed + at)
    if (one !== undefined) found.push(one)
  }
  expect(found.slice(0, 1)).toEqual([])
  let landed = 0
  const control = samples.slice(0, tries(3, 40))
  for (const [at, story] of control.entries())
    if ((await play(story, seed + at, true).catch(String)) !== undefined) landed++
  report({
    attack: 'requests of two windows at once, over stores that answer in any order',
    attacker: 'thief of an unlocked computer',
    asset: 'stored keys, and what is said of them',
    tries: samples.length,
    landed: found.length,
    control: { tries: control.length, landed },
  })
}, 900_000)
