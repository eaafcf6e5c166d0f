/** Which deletions others have still to hear of: the note of one and its key change in one write, wherever the worker ends. */
import { describe, expect, test } from 'vitest'
import { createVault, type OpenVault, openVault, type Store } from '../../src/vault/index.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from './helpers.ts'

const sync = { space: 'a'.repeat(32), device: 'b'.repeat(16), key: 'key', deleted: [] }
const options = { kdf: fastKdf, now: () => 2_000 }
const record = (id: string, n: number) => ({
  id,
  label: `Key ${n}`,
  provider: 'openai' as const,
  secret: testSecret(n),
})

/** One of the two stores of a worker that ends after so many more writes, before or after the last of them is done. */
function endingStore(items: Map<string, string>, clock: { writes: number; isDone: boolean }): Store {
  const store = memoryStore(items)
  const on = async (work: () => Promise<void>) => {
    if (clock.writes < 0) throw new Error('the worker has ended')
    if (--clock.writes >= 0 || clock.isDone) await work()
    if (clock.writes < 0) throw new Error('the worker has ended')
  }
  return {
    get: store.get,
    set: values => on(() => store.set(values)),
    remove: names => on(() => store.remove(names)),
  }
}

/** What has to be so at the beginning, what is done, and which of these is the state before and which the state after. */
const stories: [
  string,
  {
    before(vault: OpenVault): Promise<unknown>
    act(vault: OpenVault): Promise<unknown>
    states: { isThere: boolean; isNoted: boolean }[]
  },
][] = [
  [
    'is deleted for good',
    {
      before: async vault => {
        await vault.put(record('one', 1))
        await vault.putAside('one')
      },
      act: vault => vault.purge(3_000),
      states: [
        { isThere: true, isNoted: false },
        { isThere: false, isNoted: true },
      ],
    },
  ],
  [
    'comes from another computer',
    {
      before: vault => vault.setSyncItem({ ...sync, deleted: ['one'] }),
      act: vault => vault.changeAll(['one'], async () => record('one', 2)),
      states: [
        { isThere: false, isNoted: true },
        { isThere: true, isNoted: false },
      ],
    },
  ],
  [
    'comes from a backup',
    {
      before: vault => vault.setSyncItem({ ...sync, deleted: ['one'] }),
      act: vault => vault.addAll([record('one', 2)]),
      states: [
        { isThere: false, isNoted: true },
        { isThere: true, isNoted: false },
      ],
    },
  ],
  [
    'is remembered by the others',
    {
      before: vault => vault.setSyncItem({ ...sync, deleted: ['one'] }),
      act: vault => vault.changeAll([], async () => undefined, ['one']),
      states: [
        { isThere: false, isNoted: true },
        { isThere: false, isNoted: false },
      ],
    },
  ],
]

describe.each(stories)('a key that %s', (_, { before, act, states }) => {
  test('and the note of its deletion are one write, wherever the worker ends', async () => {
    const seen = new Set<string>()
    let hasEnded = true
    for (let writes = 0; hasEnded; writes += 0.5) {
      const [primary, mirror] = [new Map<string, string>(), new Map<string, string>()]
      const made = await createVault(memoryStore(primary), passphrase, {
        ...options,
        mirror: memoryStore(mirror),
      })
      await made.setSyncItem(sync)
      await before(made)
      const clock = { writes: Math.floor(writes), isDone: writes % 1 > 0 }
      const dying = await openVault(endingStore(primary, clock), passphrase, {
        ...options,
        mirror: endingStore(mirror, clock),
      })
      await act(dying).catch(() => undefined)
      hasEnded = clock.writes < 0
      const next = await openVault(memoryStore(primary), passphrase, {
        ...options,
        mirror: memoryStore(mirror),
      })
      const state = {
        isThere: (await next.stamps()).some(({ id }) => id === 'one'),
        isNoted: (await next.syncItem())?.deleted.includes('one'),
      }
      expect(states, `ended at write ${writes}`).toContainEqual(state)
      seen.add(JSON.stringify(state))
    }
    expect(seen.size).toBe(2)
  })
})

test('a mirror that refuses the new note keeps no older one that could speak for it', async () => {
  const [primary, mirror] = [memoryStore(), memoryStore()]
  let refuses = false
  const vault = await createVault(primary, passphrase, {
    ...options,
    mirror: {
      ...mirror,
      set: items => (refuses ? Promise.reject(new Error('full')) : mirror.set(items)),
    },
  })
  await vault.setSyncItem({ ...sync, deleted: ['one'] })
  const name = 'vault.1.sync'
  expect(mirror.items.has(name)).toBe(true)
  refuses = true
  await vault.put(record('one', 1))
  expect(mirror.items.has(name)).toBe(false)
  expect((await vault.syncItem())?.deleted).toEqual([])
})

test('a key that could not be taken in is still named as deleted', async () => {
  const vault = await createVault(memoryStore(), passphrase, options)
  await vault.setSyncItem({ ...sync, deleted: ['one', 'two', 'three'] })
  await vault.put(record('one', 1))
  await vault.changeAll(['two', 'three'], async id => (id === 'two' ? record('two', 2) : undefined), [
    'three',
  ])
  expect((await vault.syncItem())?.deleted).toEqual(['three'])
})
