/** The local area of the package for Firefox, over a store in memory. Over the real database: `npm run firefox`. */
import { expect, test } from 'vitest'
import { createLocalArea } from '../../src/platform/firefox/local-area.ts'
import type { Store } from '../../src/vault/record.ts'
import { factsOf } from './area-contract.ts'

/** One database that several contexts open. */
function database(): Store {
  let all = new Map<string, unknown>()
  const turn = () => new Promise<void>(done => setImmediate(done))
  const list = (keys: string | string[]) => [keys].flat()
  return {
    async get(keys) {
      await turn()
      const names = keys === null ? [...all.keys()] : list(keys).filter(name => all.has(name))
      return structuredClone(Object.fromEntries(names.map(name => [name, all.get(name)])))
    },
    async set(items) {
      const copy = structuredClone(items)
      await turn()
      all = new Map([...all, ...Object.entries(copy)])
    },
    async remove(keys) {
      await turn()
      for (const name of list(keys)) all.delete(name)
    },
  }
}

test('the local area of Firefox does all that Keyway needs of one, in two contexts', async () => {
  const items = database()
  const channels = [1, 2].map(() => new BroadcastChannel('local-area.test'))
  const [here, there] = channels.map(channel => createLocalArea(items, channel))
  if (!here || !there) throw new Error('two areas')
  const facts = await factsOf(here, there)
  for (const channel of channels) channel.close()
  for (const [name, { seen, wanted }] of Object.entries(facts)) expect(seen, name).toEqual(wanted)
  expect(Object.keys(facts).length).toBeGreaterThan(12)
})

test('nobody is told of what could not be stored', async () => {
  const channel = new BroadcastChannel('local-area.test 2')
  const area = createLocalArea({ ...database(), set: () => Promise.reject(new Error('disk full')) }, channel)
  const heard: unknown[] = []
  area.onChanged.addListener(changes => heard.push(changes))
  await expect(area.set({ a: 1 })).rejects.toThrow('disk full')
  channel.close()
  expect(heard).toEqual([])
})
