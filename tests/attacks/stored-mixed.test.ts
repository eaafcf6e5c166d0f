/**
 * Who can write to the profile kept a copy of each day and mixes them: every stored item by itself, in one copy or in both, as it is, as it
 * was on any day, gone, in another's place, another vault's, cut, or of another type. Nothing is read that was never so, what is not the
 * newest is named, and what the vault saves afterwards it keeps.
 *
 * @module-tag slow
 */
import { beforeAll, expect, test } from 'vitest'
import { createVault, openVault, VaultError } from '../../src/vault/index.ts'
import { seeded } from '../providers/random-keys.ts'
import { fastKdf, memoryStore, passphrase, testSecret } from '../vault/helpers.ts'
import { report, tries } from './outcome.ts'

type Items = Map<string, string>
/** Both copies at the end of a day, and what was so then. */
type Day = { copies: [Items, Items]; secrets: Map<string, string>; labels: Map<string, string> }
const days: Day[] = []
let others: Items
const kept = new Set<string>()

beforeAll(async () => {
  const [store, mirror] = [memoryStore(), memoryStore()]
  const vault = await createVault(store, passphrase, { mirror, kdf: fastKdf })
  const day: Day = { copies: [new Map(), new Map()], secrets: new Map(), labels: new Map() }
  const note = () =>
    days.push({
      copies: [new Map(store.items), new Map(mirror.items)],
      secrets: new Map(day.secrets),
      labels: new Map(day.labels),
    })
  const put = async (id: string, version: number) => {
    const [secret, label] = [testSecret(`${id}${version}`), `Key ${id} of day ${version}`]
    await vault.put({ id, provider: 'openai', label, secret })
    day.secrets.set(id, secret)
    day.labels.set(id, label)
    const value = `kept on day ${version}`
    await vault.keep('organization', value)
    kept.add(value)
    note()
  }
  const steps = [
    () => put('a', 1),
    () => put('b', 1),
    () => put('a', 2),
    async () => {
      await vault.edit('b', { label: 'Key b, renamed' })
      day.labels.set('b', 'Key b, renamed')
      note()
    },
    () => put('c', 1),
    async () => {
      await vault.remove('c')
      day.secrets.delete('c')
      day.labels.delete('c')
      note()
    },
    () => put('b', 3),
    () => vault.seal({ id: 'w', provider: 'openai', label: 'Waits', secret: testSecret('w') }),
    () => vault.sealNote({ id: 'a', says: 'a result' }),
    () => put('d', 1),
  ]
  for (const step of steps) await step()
  await vault.lock()
  const other = memoryStore()
  // With a passphrase of its own: who has made a vault under the owner's need not change this one.
  const theirs = await createVault(other, 'somebody else chose these words', { kdf: fastKdf })
  for (const id of ['a', 'b', 'd'])
    await theirs.put({ id, provider: 'openai', label: `Theirs ${id}`, secret: testSecret(`theirs ${id}`) })
  await theirs.keep('organization', 'theirs')
  others = other.items
})

const odd = [
  'null',
  '0',
  '1e308',
  'true',
  '""',
  '[]',
  '{}',
  '"AAAA"',
  '{"__proto__":{"version":1}}',
  '[[[[]]]]',
]
const isHead = (name: string) => name.startsWith('vault.head')

/** One copy as the attacker leaves it. */
function mixed(which: 0 | 1, random: () => number): Items {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const today = days.at(-1)?.copies[which] ?? new Map()
  const names = [...new Set(days.flatMap(day => [...day.copies[which].keys()]))]
  const left = new Map(today)
  // Some change one item, some all.
  const share = pick([1 / names.length, 0.1, 0.5, 1])
  for (const name of names) {
    if (random() >= share) continue
    const day = pick(days).copies[which]
    const text = today.get(name) ?? day.get(name) ?? ''
    const ways: (() => string | undefined)[] = [
      () => day.get(name),
      () => day.get(name),
      () => undefined,
      () => day.get(pick(names)),
      () => others.get(name) ?? pick([...others.values()]),
      () => pick(odd),
      () => JSON.stringify(text.slice(0, Math.floor(random() * text.length))),
      () => {
        const at = Math.floor(random() * text.length)
        const changed = `${text.slice(0, at)}${pick([...'Az09+/'])}${text.slice(at + 1)}`
        return isJson(changed) ? changed : undefined
      },
    ]
    const value = pick(ways)()
    if (value === undefined) left.delete(name)
    else left.set(name, value)
  }
  return left
}
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Is the newest list still there, in one copy at least? Without it nobody can know what was saved last (see the threat model). */
function hasNewestRoot(copies: readonly Items[]): boolean {
  const [before, today] = days.slice(-2)
  return copies.some((items, which) =>
    [...(today?.copies[which as 0 | 1] ?? [])].some(
      ([name, value]) =>
        /\.root\d*\./.test(name) &&
        before?.copies[which as 0 | 1].get(name) !== value &&
        items.get(name) === value,
    ),
  )
}

/** What is wrong with what a vault says that opens from these; `isOlder`: it reads a key that is not the newest, or lacks one. */
async function lookedAt(copies: [Items, Items]): Promise<{ wrong: string[]; isOlder: boolean } | undefined> {
  const options = { mirror: memoryStore(copies[1]), kdf: fastKdf }
  const knows = hasNewestRoot(copies)
  const vault = await openVault(memoryStore(copies[0]), passphrase, options).catch((error: unknown) => {
    if (error instanceof VaultError) return undefined
    throw error
  })
  if (!vault) return undefined
  const wrong: string[] = []
  const today = days.at(-1)
  const ever = (id: string, of: 'secrets' | 'labels') => days.map(day => day[of].get(id))
  const read = new Map<string, string>()
  const isOurs = (thrown: unknown) => {
    if (!(thrown instanceof VaultError)) throw thrown
    return undefined
  }
  for (const { id, label } of await vault.list()) {
    if (!ever(id, 'labels').includes(label)) wrong.push(`${id} is called ${label}`)
    const whole = await vault.get(id).catch(isOurs)
    if (!whole) continue
    read.set(id, whole.secret)
    if (!ever(id, 'secrets').includes(whole.secret)) wrong.push(`${id} has a secret that was never its own`)
  }
  const says = await vault.kept('organization').catch(isOurs)
  if (says !== undefined && !kept.has(says as string)) wrong.push(`kept is ${JSON.stringify(says)}`)
  for (const { value } of await vault.inbox())
    if ((value as { secret?: string }).secret !== testSecret('w')) wrong.push('the inbox')
  await vault.notes(async notes => {
    for (const { value } of notes)
      if (JSON.stringify(value) !== JSON.stringify({ id: 'a', says: 'a result' })) wrong.push('a note')
  })
  await vault.verify()
  const notices = vault.notices().join(' ')
  for (const [id, secret] of read) {
    const isNewest = secret === today?.secrets.get(id)
    const names = ever(id, 'labels').filter(label => label !== undefined)
    if (!isNewest && knows && !names.some(name => notices.includes(`“${name}”`)))
      wrong.push(`${id} is older, and nobody says so: ${notices}`)
  }
  // It goes on as a vault: what is saved now is there afterwards.
  const saved = await vault
    .put({ id: 'later', provider: 'openai', label: 'Later', secret: testSecret('later') })
    .catch(isOurs)
  await vault.lock()
  if (saved) {
    const again = await openVault(memoryStore(copies[0]), passphrase, options)
    if ((await again.get('later'))?.secret !== testSecret('later'))
      wrong.push('what was saved afterwards is gone')
    await again.lock()
  }
  const isOlder = [...(today?.secrets ?? [])].some(([id, secret]) => read.get(id) !== secret)
  return { wrong, isOlder }
}

test('stored items of all days mixed, each by itself, in one copy or in both: nothing false is read, what is older is named, what is saved stays', async () => {
  const rounds = tries(60, 6000)
  const random = seeded('mixed')
  const landed: string[] = []
  let opened = 0
  let older = 0
  for (let round = 0; round < rounds; round++) {
    const which = Math.floor(random() * 3)
    const today = days.at(-1)?.copies ?? [new Map(), new Map()]
    const copies: [Items, Items] = [
      which === 1 ? new Map(today[0]) : mixed(0, random),
      which === 0 ? new Map(today[1]) : mixed(1, random),
    ]
    // A header that is whole, or none of the rest would be looked at.
    if (random() < 0.8)
      for (const [at, items] of copies.entries())
        for (const [name, value] of today[at as 0 | 1]) if (isHead(name)) items.set(name, value)
    const looked = await lookedAt(copies)
    if (!looked) continue
    opened++
    if (looked.isOlder) older++
    if (looked.wrong.length > 0) landed.push(`round ${round}: ${looked.wrong.join(', ')}`)
  }
  expect(landed).toEqual([])
  expect(opened).toBeGreaterThan(rounds / 2)
  report({
    attack: 'stored items of all days, other places, vaults and types, mixed',
    attacker: 'disk writer',
    asset: 'which keys there are and what they are',
    tries: rounds,
    landed: landed.length,
    // Where nothing was named, all of these would go unnoticed.
    control: { tries: opened, landed: older },
  })
}, 900_000)
