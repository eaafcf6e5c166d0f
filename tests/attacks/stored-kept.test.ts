/** What a vault keeps beside its keys, put in one another's places by who writes the disk: what was done, the organization, sync, what waits. */
import { expect, test } from 'vitest'
import { createVault, type OpenVault, openVault } from '../../src/vault/index.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from '../vault/helpers.ts'
import { report, sampleOf } from './outcome.ts'

const kept = {
  activity: { days: 90, first: 0, next: 1, entries: [{ at: 1, act: 'saved', label: 'mine' }] },
  'activity.0': [{ at: 1, act: 'deleted', label: 'older' }],
  costs: JSON.stringify({ isOn: true, admin: 'k', readAt: 1 }),
  organization: JSON.stringify({ keys: ['mine'] }),
}
type Name = keyof typeof kept
const names = Object.keys(kept) as Name[]
const sync = { space: 's', device: 'd', key: 'k', deleted: ['gone'] }

async function filled() {
  const [store, mirror] = [memoryStore(), memoryStore()]
  const vault = await createVault(store, passphrase, { mirror, kdf: fastKdf })
  await vault.put({ id: 'a', provider: 'openai', label: 'Mine', secret: testSecret(1) })
  for (const name of names) await vault.keep(name, kept[name])
  await vault.setSyncItem(sync)
  await vault.seal({ id: 'w', provider: 'openai', label: 'Waits', secret: testSecret(2) })
  await vault.sealNote({ id: 'a', says: 'a result' })
  return { store, mirror, vault }
}
const options = (mirror: ReturnType<typeof memoryStore>) => ({ mirror, kdf: fastKdf })

/** What the vault says of each, where that is not what was kept there. */
async function untrue(vault: OpenVault): Promise<string[]> {
  const wrong: string[] = []
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  for (const name of names) {
    const value = await vault.kept(name)
    // Lost is no lie: nothing false is read.
    if (value !== undefined && !isSame(value, kept[name])) wrong.push(name)
  }
  const item = await vault.syncItem()
  if (item !== undefined && !isSame(item, sync)) wrong.push('sync')
  const waiting = await vault.inbox()
  if (waiting.some(({ value }) => (value as { secret?: string }).secret !== testSecret(2)))
    wrong.push('inbox')
  await vault.notes(async notes => {
    if (notes.some(({ value }) => !isSame(value, { id: 'a', says: 'a result' }))) wrong.push('note')
  })
  const list = await vault.list()
  if (list.some(({ label }) => label !== 'Mine')) wrong.push('keys')
  return wrong
}

test('each of them in the place of each other one, in one copy or in both, and of another vault’s, of another vault key’s', {
  tags: 'slow',
}, async () => {
  const mine = await filled()
  const other = await filled()
  const plain = [new Map(mine.store.items), new Map(mine.mirror.items)] as const
  const movable = [...mine.store.items.keys()].filter(name =>
    /\.(kept|sync|inbox|note|part|bucket|root\d*)(\.|$)/.test(name),
  )
  expect(movable.length).toBeGreaterThan(9)
  await mine.vault.rotateVaultKey(passphrase)
  const turned = new Map(mine.store.items)
  type Case = { what: string; change: (items: Map<string, string>) => void; on: 'plain' | 'turned' }
  const cases: Case[] = []
  for (const to of movable)
    for (const from of movable)
      if (from !== to)
        cases.push({
          what: `${from} as ${to}`,
          on: 'plain',
          change: items => void items.set(to, items.get(from) ?? ''),
        })
  for (const name of movable) {
    const theirs = other.store.items.get(name)
    if (theirs !== undefined)
      cases.push({
        what: `${name} of another vault`,
        on: 'plain',
        change: items => void items.set(name, theirs),
      })
    const anew = name.replace('vault.1.', 'vault.2.')
    if (turned.has(anew))
      cases.push({
        what: `${name} of the former key`,
        on: 'turned',
        change: items => void items.set(anew, plain[0].get(name) ?? ''),
      })
  }
  const found: string[] = []
  const tried = sampleOf(cases, 7)
  for (const { what, change, on } of tried)
    for (const both of [true, false]) {
      const from = on === 'plain' ? plain : ([turned, new Map(mine.mirror.items)] as const)
      const [store, mirror] = [memoryStore(new Map(from[0])), memoryStore(new Map(from[1]))]
      change(store.items)
      if (both) change(mirror.items)
      const vault = await openVault(store, passphrase, options(mirror)).catch(() => undefined)
      const wrong = vault ? await untrue(vault) : []
      if (wrong.length > 0) found.push(`${what}: ${wrong.join()}`)
    }
  expect(found).toEqual([])
  // Where each is in its own place, it is read.
  const [store, mirror] = [memoryStore(new Map(plain[0])), memoryStore(new Map(plain[1]))]
  const whole = await openVault(store, passphrase, options(mirror))
  expect(await untrue(whole)).toEqual([])
  const read = await Promise.all(names.map(name => whole.kept(name)))
  report({
    attack: 'what is kept beside the keys, in one another’s places',
    attacker: 'disk writer',
    asset: 'what was done, the organization, sync, what waits',
    tries: tried.length * 2,
    landed: found.length,
    control: { tries: names.length, landed: read.filter(value => value !== undefined).length },
  })
})
