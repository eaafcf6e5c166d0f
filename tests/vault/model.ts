/**
 * The vault against a model: whatever a store does, nothing that was acknowledged is lost. A failed call may have taken
 * effect or not, and nothing else. In each run one of the two stores may rot and lose its last writes, never both: that is
 * what the second is for. Both may refuse, lie, tear and be full.
 */
import fc from 'fast-check'
import { createVault, type OpenVault, openVault, sealToInbox, VaultError } from '../../src/vault/index.ts'
import { notices } from '../../src/vault/notices.ts'
import { type Fault, faults, faultyStore } from './faulty-store.ts'
import { fastKdf, seededRandom, testSecret } from './helpers.ts'

const plan = fc.array(fc.constantFrom<Fault>('works', 'works', ...faults), { maxLength: 6 })
const record = fc.integer({ min: 0, max: 5 })
const operation = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), record }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('addTwice' as const), record }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), record }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('putAside' as const), record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeBack' as const), record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('history' as const), record }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('capture' as const), open: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('takeIn' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('passphrase' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rotate' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('verify' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('faults' as const), primary: plan, mirror: plan }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash' as const), lost: fc.nat({ max: 8 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rot' as const), pick: fc.nat(), how: fc.nat({ max: 2 }) }),
  },
)
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never
/** `weak`: which store may rot and lose writes in this run; the other may do so in no run at the same time. */
export const story = fc.record({
  weak: fc.constantFrom<'primary' | 'mirror'>('primary', 'mirror'),
  operations: fc.array(operation, { minLength: 3, maxLength: 24 }),
  seed: fc.nat(),
})
export type Story = { weak: 'primary' | 'mirror'; operations: Operation[]; seed: number }

/** What a record may be: the JSON of it, or 'gone'. */
type Allowed = Set<string>

const isStorageTrouble = (thrown: unknown) =>
  thrown instanceof VaultError && (thrown.code === 'storage_failed' || thrown.code === 'storage_full')

export async function play({ weak, operations, seed }: Story): Promise<void> {
  const stores = { primary: faultyStore(), mirror: faultyStore() }
  const random = seededRandom(`${seed}`)
  const options = { mirror: stores.mirror, kdf: fastKdf, random, now: () => 1_800_000_000_000 }
  const strong = weak === 'primary' ? stores.mirror : stores.primary
  let words = new Set(['a passphrase of the model'])
  let count = 0
  const allowed = new Map<string, Allowed>()
  /** Captured, acknowledged, and not yet acknowledged as taken in. */
  const captured = new Set<string>()
  let settings = new Set<number | boolean | undefined>([undefined])

  let vault: OpenVault = await createVault(stores.primary, [...words][0] ?? '', options)

  const reopen = async () => {
    for (const each of [...words]) {
      const opened = await openVault(stores.primary, each, options).catch(thrown => {
        if (thrown instanceof VaultError && thrown.code === 'wrong_passphrase') return undefined
        throw thrown
      })
      if (!opened) continue
      // The other may still come back with a crash: its change was never acknowledged.
      words = new Set([each, ...words])
      return opened
    }
    throw new Error('no passphrase that may be right opens the vault')
  }
  /** Runs a change of one record; afterwards it may be `next`, and after a failure also what it was. */
  const change = async (id: string, next: string, work: () => Promise<unknown>) => {
    const before = allowed.get(id) ?? new Set(['gone'])
    try {
      await work()
      allowed.set(id, new Set([next]))
    } catch (thrown) {
      if (!isStorageTrouble(thrown)) throw thrown
      allowed.set(id, new Set([...before, next]))
    }
  }
  const now = async (id: string) => {
    const whole = await vault.get(id).catch(thrown => {
      // A record that was never acknowledged may be half there.
      if (thrown instanceof VaultError && thrown.code === 'damaged' && allowed.get(id)?.has('gone'))
        return undefined
      throw thrown
    })
    if (!whole) return undefined
    return { label: whole.label, secret: whole.secret, history: await vault.history(id) }
  }
  const idOf = (number: number) => `record-${number}`

  const acts = {
    put: async ({ record: number }: { record: number }) => {
      const [id, label, secret] = [idOf(number), `label ${count++}`, testSecret(count)]
      const history = (await now(id))?.history ?? []
      await change(id, JSON.stringify({ label, secret, history }), () =>
        vault.put({ id, provider: 'openai', label, secret }),
      )
    },
    /** An import of two keys that ask for the same id, which may be another key's. */
    addTwice: async ({ record: number }: { record: number }) => {
      const id = idOf(number)
      const before = allowed.get(id) ?? new Set(['gone'])
      const [one, two] = [testSecret(count++), testSecret(count++)]
      const text = (secret: string) => JSON.stringify({ label: 'imported', secret, history: [] })
      const given = (secret: string) => ({ id, provider: 'openai' as const, label: 'imported', secret })
      try {
        const stored = await vault.addAll([given(one), given(two)])
        if (new Set(stored.map(each => each.id)).size !== 2) throw new Error('an import lost one of two keys')
        if (stored.some(each => each.id === id) && !before.has('gone'))
          throw new Error('an import replaced a key')
        for (const each of stored) allowed.set(each.id, new Set([text(each.secret)]))
      } catch (thrown) {
        if (!isStorageTrouble(thrown)) throw thrown
        allowed.set(id, new Set([...before, text(one)]))
      }
    },
    edit: async ({ record: number }: { record: number }) => {
      const id = idOf(number)
      const is = await now(id)
      if (!is) return
      const label = `edited ${count++}`
      await change(id, JSON.stringify({ ...is, label }), () => vault.edit(id, { label }))
    },
    remove: async ({ record: number }: { record: number }) => {
      if (await now(idOf(number))) await change(idOf(number), 'gone', () => vault.remove(idOf(number)))
    },
    putAside: async ({ record: number }: { record: number }) => {
      const is = await now(idOf(number))
      if (is) await change(idOf(number), JSON.stringify(is), () => vault.putAside(idOf(number)))
    },
    takeBack: async ({ record: number }: { record: number }) => {
      const is = await now(idOf(number))
      if (is) await change(idOf(number), JSON.stringify(is), () => vault.takeBack(idOf(number)))
    },
    history: async ({ record: number }: { record: number }) => {
      const id = idOf(number)
      const is = await now(id)
      if (!is) return
      const history = [...is.history, count++]
      await change(id, JSON.stringify({ ...is, history }), () => vault.edit(id, {}, history))
    },
    capture: async ({ open }: { open: boolean }) => {
      const secret = testSecret(`captured ${count++}`)
      const record = { provider: 'openai' as const, label: 'captured', secret }
      await (open ? vault.seal(record) : sealToInbox(stores.primary, record, options))
        .then(() => captured.add(secret))
        .catch(thrown => {
          // Copies that a fault has left apart: nothing was sealed, and the caller knows.
          const refused = !open && thrown instanceof VaultError && thrown.code === 'unverified'
          if (!refused && !isStorageTrouble(thrown)) throw thrown
        })
    },
    settings: async () => {
      const next = count++
      try {
        await vault.changeSettings({ count: next })
        settings = new Set([next])
      } catch (thrown) {
        if (!isStorageTrouble(thrown)) throw thrown
        settings.add(next)
      }
    },
    takeIn: async () => {
      const [first] = await vault.inbox()
      if (!first) return
      const { secret } = first.value
      const history = (await now(first.id))?.history ?? []
      await change(first.id, JSON.stringify({ label: 'captured', secret, history }), async () => {
        await vault.put({ ...first.value, id: first.id })
        await vault.drop(first.id)
      })
      if (allowed.get(first.id)?.size === 1) captured.delete(secret)
    },
    passphrase: async () => {
      const next = `another passphrase ${count++}`
      try {
        await vault.changePassphrase(next)
        words = new Set([next])
      } catch (thrown) {
        if (!isStorageTrouble(thrown)) throw thrown
        words.add(next)
      }
    },
    rotate: async () => {
      for (const word of words)
        await vault.rotateVaultKey(word).catch(thrown => {
          const wrong = thrown instanceof VaultError && thrown.code === 'wrong_passphrase'
          if (!wrong && !isStorageTrouble(thrown)) throw thrown
        })
    },
    verify: async () => {
      await vault.verify().catch(thrown => {
        if (!isStorageTrouble(thrown)) throw thrown
      })
    },
    reopen: async () => {
      vault = await reopen()
    },
    faults: async (act: { primary: Fault[]; mirror: Fault[] }) => {
      // A mirror that did not take what the primary then loses would be two failures at once.
      stores.primary.plan(act.primary)
      if (weak === 'mirror') stores.mirror.plan(act.mirror)
    },
    crash: async ({ lost }: { lost: number }) => {
      stores[weak].crash(lost)
      strong.crash(0)
      vault = await reopen()
    },
    rot: async ({ pick, how }: { pick: number; how: number }) => stores[weak].rot(pick, how),
  }

  const check = async () => {
    for (const [id, may] of allowed) {
      const is = await now(id)
      const seen = is ? JSON.stringify(is) : 'gone'
      if (!may.has(seen)) throw new Error(`${id} is ${seen}, and may be ${[...may].join(' or ')}`)
    }
    // Faults are nobody's doing, and nobody is accused of them.
    const accused = [notices.inboxKey, notices.settings, notices.header, notices.olderHead]
    const said = vault.notices().filter(notice => accused.some(each => each === notice))
    if (said.length > 0) throw new Error(`a fault is called an attack: ${said.join(' ')}`)
    if (!settings.has(vault.settings().count))
      throw new Error(`the setting is ${vault.settings().count}, and may be ${[...settings].join(' or ')}`)
    const waiting = new Set((await vault.inbox()).map(({ value }) => value.secret))
    for (const secret of captured) {
      const inVault = (
        await Promise.all((await vault.list()).map(({ id }) => vault.get(id).catch(() => undefined)))
      ).some(whole => whole?.secret === secret)
      if (!waiting.has(secret) && !inVault) throw new Error('a captured key is lost')
    }
  }

  for (const step of operations) await (acts[step.do] as (step: Operation) => Promise<void>)(step)
  stores.primary.plan([])
  stores.mirror.plan([])
  await check()
  stores.primary.crash(0)
  stores.mirror.crash(0)
  vault = await reopen()
  await check()
  const report = await vault.verify()
  const lost = report.damaged.filter(id => !allowed.get(id)?.has('gone'))
  if (lost.length > 0) throw new Error(`damaged: ${lost.join()}`)
  await check()
  // All mended: now either store alone is enough.
  const word = [...words][0] ?? ''
  for (const store of [stores.primary, stores.mirror]) {
    vault = await openVault(store, word, { kdf: fastKdf, random })
    await check()
  }
}
