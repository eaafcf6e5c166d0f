/**
 * The vault is locked at each moment of everything that a screen can ask of it, by the command or because its time is over, and what was
 * asked is held up until the lock is done: nothing secret is answered afterwards, nothing that opens or names a key stays in memory, and no
 * key that was said to be kept, or that nobody else has, is lost.
 *
 * @module-tag slow
 */
import { expect, test } from 'vitest'
import { vaultHandlers } from '../../src/features/lock/worker/handlers.ts'
import { freshProof } from '../../src/features/lock/worker/proofs.ts'
import { securityHandlers } from '../../src/features/lock/worker/unlock-ways.ts'
import { syncHandlers } from '../../src/features/sync/worker/handlers.ts'
import { transferHandlers } from '../../src/features/transfer/worker/handlers.ts'
import { openVault } from '../../src/vault/index.ts'
import { makeSecret } from '../practice/secrets.ts'
import { fastKdf } from '../vault/helpers.ts'
import { report, tries } from './outcome.ts'
import { screen, workerWorld } from './worker-world.ts'

const passphrase = 'lagoon unhappy trombone pebble'
const next = 'violet harbour umbrella mill'
const [kept, fresh, made] = [makeSecret('project'), makeSecret('project'), makeSecret('service')]

type Ask = (name: string, payload: unknown) => Promise<Record<string, unknown>>
type Story = {
  /** What was done before. */
  before?(ask: Ask, ids: Ids): Promise<unknown>
  does(ask: Ask, ids: Ids, world: Awaited<ReturnType<typeof begin>>): Promise<Record<string, unknown>>
  /** Whatever comes: this key is in the vault, in its inbox, or waits in memory. */
  neverLost?: string
  /** Kept when it was said to be. */
  keeps?: string
  /** Tried at more moments than the others in `npm test`. */
  often?: true
  /** The key is deleted in it, and a lock may come before it is taken back. */
  removes?: true
}
type Ids = { key: string; waiting: string; space: string; code: string; sealed: string }

const pull = (reason: string): Story => ({
  often: true,
  does: (ask, { key }) => ask('screen.pull', { id: key, reason }),
})
const stories: Record<string, Story> = {
  'a key is shown': pull('reveal'),
  'a key is exported': pull('plain'),
  'a key is written into a file': pull('write'),
  'a key is encrypted for a file': pull('encrypt'),
  'a key is tried': pull('call'),
  'a proof is given': { often: true, does: ask => ask('screen.prove', { passphrase }) },
  'keys are imported': {
    does: ask =>
      ask('screen.import', { records: [{ label: 'In', provider: 'openai', secret: fresh, createdAt: 1 }] }),
    keeps: fresh,
  },
  'a key is pasted': { does: ask => ask('screen.paste', { text: fresh, about: {} }), keeps: fresh },
  'a key is taken from the page': {
    does: async (ask, _, world) => {
      world.page.answer = { key: fresh }
      return ask('screen.takeKey', {})
    },
    keeps: fresh,
  },
  'a waiting key is saved': {
    before: async (ask, ids) => {
      ids.waiting = String((await ask('screen.takeKey', {})).pendingId)
    },
    does: (ask, { waiting }) => ask('screen.commit', { id: waiting, about: { label: 'New' } }),
    neverLost: fresh,
  },
  'the platform made the key of a replacement': {
    does: (_, __, { capture }) => capture.made(made, { label: 'New' }) as never,
    neverLost: made,
  },
  'the passphrase is changed': { does: ask => ask('screen.changePassphrase', { passphrase, next }) },
  'the vault gets a new key': { does: ask => ask('screen.rotateVaultKey', { passphrase }) },
  'the settings are changed': {
    does: ask => ask('screen.setWatching', { watchWhileLocked: false }),
  },
  'a key is changed': { does: (ask, { key }) => ask('screen.edit', { id: key, about: { notes: 'x' } }) },
  'a key is deleted and taken back': {
    does: async (ask, { key }) => {
      await ask('screen.remove', { id: key })
      return ask('screen.undoRemove', { id: key })
    },
    removes: true,
  },
  'sync is switched on': { does: ask => ask('screen.syncStart', {}) },
  'another computer is joined by its code': {
    before: async (ask, ids) => {
      const { space, code, sealed } = await ask('screen.syncStart', {})
      await ask('screen.syncLeave', {})
      Object.assign(ids, { space, code, sealed })
    },
    does: (ask, { space, code, sealed }) => ask('screen.syncJoin', { space, code, sealed }),
  },
  'secrets are sealed for the other computers': {
    before: ask => ask('screen.syncStart', {}),
    does: (ask, { key }) => ask('screen.syncSecrets', { ids: [key], texts: [] }),
  },
  'a computer asks to join by digits': { does: ask => ask('screen.joinAsk', {}) },
}

async function begin() {
  const world = workerWorld(() => null)
  const { ports } = world
  let step: () => Promise<void> = async () => undefined
  /** Before and after each piece of work with storage, alarms or the organization's limits the moment may have come. */
  const watch = (from: object, functions: string[]) => {
    const target = from as Record<string, (...args: unknown[]) => Promise<unknown>>
    for (const name of functions) {
      const real = target[name]
      if (!real) continue
      target[name] = async (...args) => {
        await step()
        const result = await real(...args)
        await step()
        return result
      }
    }
  }
  ports.policy = { ...ports.policy, read: async () => ports.policy.known() }
  watch(ports.policy, ['read'])
  watch(ports.alarm, ['set', 'clear'])
  for (const area of [world.session, world.local, world.store, world.mirror])
    watch(area, ['get', 'set', 'remove', 'keys'])
  const { vault, capture } = world.restart()
  const all = {
    ...vaultHandlers(vault, ports),
    ...securityHandlers(vault, ports),
    ...transferHandlers(vault, ports),
    ...syncHandlers(vault, ports, () => freshProof(ports)),
    ...capture.handlers,
  } as unknown as Record<string, (payload: unknown, sender: typeof screen) => Promise<never>>
  const ask: Ask = async (name, payload) => {
    const handler = all[name]
    if (!handler) throw new Error(`Nobody answers ${name}.`)
    return handler(payload, screen)
  }
  await ask('screen.createVault', { passphrase, watchWhileLocked: false })
  const { id } = await ask('screen.paste', { text: kept, about: { label: 'Zanzibar' } })
  world.page.answer = { key: fresh }
  return {
    ...world,
    vault,
    capture,
    ask,
    key: String(id),
    steps: (how: typeof step) => {
      step = how
    },
  }
}

const turns = async (count: number) => {
  for (let at = 0; at < count; at++) await new Promise(resolve => setImmediate(resolve))
}

type Found = { came: boolean; wrong: string[] }

/**
 * @param by how it is locked
 * @param moment which piece of work it comes before or after
 * @param locks the control's: it is said to be locked and is not
 */
async function lockedAt(story: Story, by: 'command' | 'time', moment: number, locks = true): Promise<Found> {
  const world = await begin()
  const { ask, clock, session, vault } = world
  const ids: Ids = { key: world.key, waiting: '', space: '', code: '', sealed: '' }
  await story.before?.(ask, ids)
  await turns(5)
  let [count, came, isLocked] = [0, false, false]
  world.steps(async () => {
    if (++count !== moment) return
    came = true
    if (by === 'time') clock.now += 24 * 3_600_000
    const locking = !locks ? Promise.resolve() : by === 'command' ? vault.lock() : vault.lockIfDue()
    void locking.then(() => {
      isLocked = true
    })
    // What was asked goes on when the lock is done, or when the lock waits for it.
    for (let at = 0; at < 40 && !isLocked; at++) await turns(1)
  })
  const wrong: string[] = []
  const reply = await story
    .does(ask, ids, world)
    .catch(thrown => ({ thrown: String(thrown) }) as Record<string, unknown>)
  if (reply.thrown) wrong.push(`throws ${reply.thrown}`)
  const afterLock = isLocked
  if (!came) return { came, wrong }
  // Nobody waits for what takes long.
  for (let at = 0; at < 100_000 && !isLocked; at++) {
    for (const go of world.impatient.splice(0)) go()
    await turns(1)
  }
  world.steps(async () => undefined)
  await turns(20)
  if (!isLocked) wrong.push('the lock never ends')
  if (afterLock && JSON.stringify(reply).includes(kept)) wrong.push('a key is answered after the lock')
  for (const name of ['vaultKey', 'provenUntil', 'copyProofs', 'rows'] as const)
    if (session.items[name] !== undefined) wrong.push(`${name} stays`)
  if (JSON.stringify(session.items).includes('Zanzibar')) wrong.push('a name stays')
  if (JSON.stringify(session.items).includes(kept)) wrong.push('a key stays')
  if ((await vault.status()) !== 'locked') wrong.push('the vault is open')
  const { vault: later } = world.restart()
  const opened = (words: string) =>
    openVault(world.store, words, { mirror: world.mirror, kdf: fastKdf }).catch(() => undefined)
  const open = (await opened(passphrase)) ?? (await opened(next))
  if (!open) return { came, wrong: [...wrong, 'the owner is kept out'] }
  if ((await later.status()) !== 'locked') wrong.push('the next worker has it open')
  const secrets = await Promise.all((await open.list()).map(async ({ id }) => (await open.get(id))?.secret))
  const waiting = (await open.inbox()).map(({ value }) => (value as { secret: string }).secret)
  const inMemory = (session.items.pendingRecords ?? []).map(({ secret }) => secret)
  const everywhere = [...secrets, ...waiting, ...inMemory]
  if (!secrets.includes(kept) && !story.removes) wrong.push('the key that was there is lost')
  if (story.neverLost && !everywhere.includes(story.neverLost)) wrong.push('the new key is lost')
  if (story.keeps && reply.ok && !everywhere.includes(story.keeps)) wrong.push('said to be kept, and lost')
  await open.lock()
  return { came, wrong }
}

test('a lock at any moment of what a screen asks: nothing is answered, left behind or lost', async () => {
  const all = Object.entries(stories).flatMap(([name, story]) =>
    (['command', 'time'] as const).map(by => ({ name, story, by })),
  )
  const play = async (locks: boolean, every: (story: Story) => number) => {
    const found: string[] = []
    let count = 0
    for (const [at, { name, story, by }] of all.entries())
      for (let moment = 1 + ((at * 5) % every(story)); ; moment += every(story)) {
        const { came, wrong } = await lockedAt(story, by, moment, locks)
        if (!came) break
        count++
        found.push(...wrong.map(what => `${name}, locked by ${by} at ${moment}: ${what}`))
      }
    return { count, found }
  }
  const { count, found } = await play(true, ({ often }) => tries(often ? 60 : 280, 1))
  expect(found).toEqual([])
  const control = await play(false, () => tries(800, 20))
  report({
    attack: 'a lock at any moment of what a screen asks',
    attacker: 'thief of an unlocked computer',
    asset: 'keys, proofs and names behind the lock; keys that are being saved',
    tries: count,
    landed: found.length,
    control: { tries: control.count, landed: control.found.length },
  })
}, 900_000)
