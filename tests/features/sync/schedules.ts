/**
 * Several devices, their vaults and the boards between them, in any order of what people, clocks and carriers do. Driven by the same
 * run as the product's; only the vault and the files are stand-ins. Throws when an acknowledged secret is lost or two vaults differ.
 */
import { createHash } from 'node:crypto'
import { cutIntoItems } from '../../../src/features/sync/core/browser-items.ts'
import { readMemory, writeMemory } from '../../../src/features/sync/core/memory.ts'
import type { Look, SyncPorts } from '../../../src/features/sync/core/ports.ts'
import { runSync } from '../../../src/features/sync/core/run.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { showState } from '../../../src/vault/sync/expected-keys.ts'
import { isLater, type Value } from '../../../src/vault/sync/state.ts'
import { createProfile, createSyncServer, type Profile } from './chromium-sync.ts'
import {
  areaCarrier,
  type Chance,
  type Faults,
  type Folder,
  folderCarrier,
  writeText,
} from './schedule-carriers.ts'

type Key = { fields: Map<string, Value>; about: string; secret: string; secretStamp: string }
type Device = {
  name: string
  keys: Map<string, Key>
  aside: Map<string, Key>
  purged: Set<string>
  unreadable: Set<string>
  /** Providers of which its organization allows no key. */
  forbids: Set<Value>
  memory: string
  clockOff: number
  folder: Folder | undefined
  profile: Profile
  usesBrowser: boolean
  last: { writtenAt?: number }
}
/** A copy of what a computer's disk holds, from which it is restored later. */
type Saved = Pick<Device, 'keys' | 'aside' | 'purged' | 'memory'> & { held: Set<string>; deleted: string[] }

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** What a sealed text of this tag holds; undefined for one that was forged. */
const secretIn = (text: string | undefined, tag: string): string | undefined => {
  const [, secret] = text?.split('|') ?? []
  return secret !== undefined && tagOf(secret) === tag ? secret : undefined
}
const tagOf = (secret: string) => createHash('sha256').update(`key ${secret}`).digest('hex').slice(0, 32)
const day = 86_400_000

export const emptyTally = { runs: 0, cut: 0, asked: 0, full: 0, secrets: 0, restored: 0, forged: 0 }
export type Tally = typeof emptyTally

export async function playSchedule(seed: number): Promise<Tally> {
  const chance = chanceFrom(seed)
  const pick = <T>(all: readonly T[]): T | undefined => all[chance(Math.max(1, all.length))]
  const tally: Tally = { ...emptyTally }
  let now = 1_800_000_000_000
  let count = 0
  /** Two folders, of which a device uses one; with the browser's sync area there are three carriers. */
  const folders = [0, 1].map((): Folder => ({ files: new Map(), former: [] }))
  const server = createSyncServer()
  /** What was on the server before, by name. */
  const former: [string, unknown][] = []
  const devices: Device[] = []
  /** Who deleted it, knowing that it was there. */
  const deletedBy = new Map<string, Set<string>>()
  /** Who added it after that, by hand. */
  const addedSince = new Map<string, Set<Device>>()
  /** Secrets whose deletion a device told the others, and that were taken back there since without a word of it having left. */
  const takenBack = new Map<Device, Set<string>>()
  /** Secrets that were added by hand, and that no run of the device has seen yet. */
  const unseen = new Map<Device, Set<string>>()
  /** The same, of which no word has left the device. */
  const untold = new Map<Device, Set<string>>()
  const everHeld = new Map<Device, Set<string>>()
  const saved = new Map<Device, Saved>()
  const hold = (device: Device, secret: string) => everHeld.get(device)?.add(secret)
  const stamp = () => `${++count}`
  const freeRoom = () => {
    for (const name of server.changes.keys()) if (name.startsWith('other-')) server.drop(name)
  }

  const install = () => {
    // The first two use both, so that the carriers are connected whatever else happens.
    const uses = devices.length < 2 ? 0 : chance(3)
    const device: Device = {
      name: createHash('sha256').update(`${seed} ${++count}`).digest('hex').slice(0, 16),
      keys: new Map(),
      aside: new Map(),
      purged: new Set(),
      unreadable: new Set(),
      forbids: new Set(),
      memory: writeMemory(readMemory(undefined)),
      clockOff: [0, 0, day, -day, -now][chance(5)] ?? 0,
      folder: uses !== 1 ? folders[devices.length % 2] : undefined,
      profile: createProfile(server, () => Math.max(0, now + device.clockOff)),
      usesBrowser: uses !== 2,
      last: {},
    }
    if (device.usesBrowser) device.profile.start()
    devices.push(device)
    everHeld.set(device, new Set())
    return device
  }

  const put = (device: Device, id: string, secret: string, label: string) => {
    const before = device.keys.get(id)
    // What no sync has seen can be replaced for good; anything else stays beside the new secret.
    if (before && !readMemory(device.memory).state.sealed.has(tagOf(before.secret)))
      markDeleted(device, before.secret)
    else if (before && unseen.get(device)?.has(before.secret)) addedSince.get(before.secret)?.delete(device)
    const fields = new Map<string, Value>([
      ...(before?.fields ?? new Map()),
      ['label', label],
      [
        'provider',
        before?.fields.get('provider') ??
          pick(['openai', 'openai', 'mistral', 'ollama', 'other']) ??
          'openai',
      ],
    ])
    device.keys.set(id, { fields, secret, about: stamp(), secretStamp: stamp() })
    device.purged.delete(id)
    hold(device, secret)
    addedSince.set(secret, (addedSince.get(secret) ?? new Set()).add(device))
    for (const added of [unseen, untold]) added.set(device, (added.get(device) ?? new Set()).add(secret))
  }
  const markDeleted = (device: Device, secret: string) => {
    deletedBy.set(secret, (deletedBy.get(secret) ?? new Set()).add(device.name))
    addedSince.delete(secret)
  }
  const isDeleted = (secret: string) =>
    (deletedBy.get(secret)?.size ?? 0) > 0 &&
    ![...(addedSince.get(secret) ?? [])].some(device => devices.includes(device))

  async function sync(device: Device, faults: Faults, answer?: 'delete' | 'keep') {
    let calls = 0
    const before = readMemory(device.memory)
    /** Told already, and beaten by an edit elsewhere: the key comes back once nothing holds the run up. */
    const isBeaten = (id: string) => before.handled.has(id) && showState(before.state).has(id)
    const step = () => {
      if (++calls === faults.cut) throw new Error('cut')
    }
    const trouble = { faults, chance, step }
    const clock = () => Math.max(0, now + device.clockOff)
    const ports: SyncPorts = {
      now: clock,
      device: device.name,
      memory: {
        read: async () => readMemory(device.memory),
        write: async memory => {
          step()
          device.memory = writeMemory(memory)
          unseen.delete(device)
          step()
        },
      },
      vault: {
        look: async () => {
          const look: Look = {
            keys: new Map(),
            unsure: new Set(device.aside.keys()),
            deleted: new Set([...device.aside.keys(), ...device.purged]),
          }
          for (const [id, { fields, about, secretStamp }] of device.keys)
            if (device.unreadable.has(id)) look.unsure.add(id)
            else look.keys.set(id, { fields: new Map(fields), about, secret: secretStamp })
          for (const id of device.keys.keys()) look.deleted.delete(id)
          return look
        },
        sealSecrets: async ids =>
          new Map(
            ids.flatMap(id => {
              const secret = device.keys.get(id)?.secret
              // The same text on each device, as it really is.
              return secret ? [[id, { tag: tagOf(secret), sealed: `sealed|${secret}` }]] : []
            }),
          ),
        openTexts: async offered =>
          new Map(
            [...offered].flatMap(([tag, texts]) =>
              texts
                .filter(text => secretIn(text, tag) !== undefined)
                .slice(0, 1)
                .map(text => [tag, text] as const),
            ),
          ),
        apply: async (changes, { look, sealed, handled }) => {
          const left = new Set<string>()
          const isLeft = (id: string, fields?: Map<string, Value>) => {
            const isSame = device.keys.get(id)?.about === look.keys.get(id)?.about
            const isForbidden = device.forbids.has(fields?.get('provider') ?? null)
            const takes = isSame && !isForbidden && !(faults.leave && chance(2) === 0)
            if (!takes) left.add(id)
            return !takes
          }
          const secretOf = (tag: string) => {
            const secret = secretIn(sealed.get(tag), tag)
            if (secret === undefined) throw new Error('a sealed text is not its own')
            return secret
          }
          const keys = new Map(device.keys)
          for (const [id, { tag, fields }] of changes.add) {
            if (isLeft(id, fields)) continue
            if (device.aside.has(id) || keys.has(id)) throw new Error('an id is taken')
            const secret = secretOf(tag)
            keys.set(id, { fields: new Map(fields), secret, about: stamp(), secretStamp: stamp() })
          }
          for (const [id, { tag, fields, secret }] of changes.edit) {
            const before = keys.get(id)
            if (!before || isLeft(id, fields)) continue
            keys.set(id, {
              fields: new Map(fields),
              secret: secret ? secretOf(tag) : before.secret,
              about: stamp(),
              secretStamp: secret ? stamp() : before.secretStamp,
            })
          }
          for (const id of [...changes.remove, ...changes.drop.keys()]) if (!isLeft(id)) keys.delete(id)
          // All or none, as the vault commits.
          step()
          device.keys = keys
          for (const { secret } of keys.values()) hold(device, secret)
          for (const id of [...handled, ...changes.add.keys()]) if (!left.has(id)) device.purged.delete(id)
          step()
          step()
          return left
        },
      },
      carriers: [
        ...(device.folder ? [folderCarrier(device.folder, device.name, trouble)] : []),
        ...(device.usesBrowser
          ? [areaCarrier(device.profile, device.name, clock, device.last, trouble)]
          : []),
      ],
    }
    tally.runs++
    const deleted = [...device.purged].filter(id => !device.keys.has(id) && !device.aside.has(id))
    try {
      const result = await runSync(ports, answer)
      if (isFailure(result)) return
      if (result.asks.length > 0) tally.asked++
      if (result.failures.some(({ code }) => code === 'storage_full')) tally.full++
      if (result.failures.length === 0 && !result.isWaiting)
        for (const words of [takenBack, untold]) words.delete(device)
    } catch (thrown) {
      if (!(thrown instanceof Error) || thrown.message !== 'cut') throw thrown
      tally.cut++
    }
    // The vault names a deletion no more: then it is remembered, or an edit elsewhere has brought the key back.
    const shown = showState(readMemory(device.memory).state)
    for (const id of deleted)
      if (!device.purged.has(id) && !device.keys.has(id) && shown.has(id) && !isBeaten(id))
        throw new Error(`seed ${seed}: the deletion of ${id} is forgotten`)
  }

  const anyKey = (device: Device) => pick([...device.keys.keys()])
  const remove = (device: Device, id: string | undefined) => {
    const key = id !== undefined && device.keys.get(id)
    if (!key) return
    device.keys.delete(id)
    device.aside.set(id, key)
    markDeleted(device, key.secret)
    // And what was under the same id when it was synced last, should it have been replaced since.
    const { state } = readMemory(device.memory)
    const tag = showState(state).get(id)?.tag ?? ''
    const before = secretIn(state.sealed.get(tag), tag)
    if (before !== undefined) markDeleted(device, before)
  }
  const takeBack = (device: Device, id: string, key: Key) => {
    device.aside.delete(id)
    device.keys.set(id, key)
    deletedBy.get(key.secret)?.delete(device.name)
    if (!showState(readMemory(device.memory).state).has(id))
      takenBack.set(device, (takenBack.get(device) ?? new Set()).add(key.secret))
  }
  /** What people do with keys. */
  const everyday: ((device: Device) => unknown)[] = [
    device => put(device, `id-${++count}`, `secret-${++count}`, `label ${count}`),
    device => put(device, `id-${++count}`, `secret-${++count}`, `label ${count}`),
    device => put(device, `id-${++count}`, `secret-${++count}`, `label ${count}`),
    // The same secret, added on another device by itself.
    device => {
      const other = pick(devices)
      const secret = other?.keys.get(anyKey(other) ?? '')?.secret
      if (secret && ![...device.keys.values()].some(key => key.secret === secret))
        put(device, `id-${++count}`, secret, `again ${count}`)
    },
    // The same id, from a backup of the other device, with a secret of its own.
    device => {
      const id = anyKey(pick(devices) ?? device)
      if (id && !device.keys.has(id) && !device.aside.has(id)) put(device, id, `secret-${++count}`, 'backup')
    },
    device => {
      const id = anyKey(device)
      const key = id !== undefined && device.keys.get(id)
      if (key)
        device.keys.set(id, {
          ...key,
          fields: new Map(key.fields).set(chance(2) ? 'label' : 'notes', `edited ${++count}`),
          about: stamp(),
        })
    },
    device => {
      const id = anyKey(device)
      if (id !== undefined && !device.unreadable.has(id)) put(device, id, `secret-${++count}`, 'replaced')
    },
    device => remove(device, anyKey(device)),
    // So many that the others ask first.
    device => {
      for (let i = 0; i < 4; i++) remove(device, anyKey(device))
      if (chance(2)) return
      for (const id of device.aside.keys()) device.purged.add(id)
      device.aside.clear()
    },
    device => {
      for (const [id, key] of device.aside) {
        device.aside.delete(id)
        if (chance(3) > 0) device.purged.add(id)
        else takeBack(device, id, key)
      }
    },
  ]
  // So that kept seeds play as they did, what was added later is for later seeds only.
  if (seed >= 3_000_000)
    everyday.push(
      // A secret that was here before, put in again: in the place of another one, or by itself.
      device => {
        const secret = pick(
          [...(everHeld.get(device) ?? [])].filter(
            each => ![...device.keys.values()].some(key => key.secret === each),
          ),
        )
        const id = chance(3) > 0 ? anyKey(device) : `id-${++count}`
        if (secret && id !== undefined && !device.unreadable.has(id) && !device.aside.has(id))
          put(device, id, secret, 'once more')
      },
      // Only one of those that were put aside is taken back.
      device => {
        const id = pick([...device.aside.keys()])
        const key = id !== undefined && device.aside.get(id)
        if (!key) return
        takeBack(device, id, key)
      },
      // A double of a key of this very computer.
      device => {
        const secret = device.keys.get(anyKey(device) ?? '')?.secret
        if (secret) put(device, `id-${++count}`, secret, `double ${count}`)
      },
    )
  /** Its disk is saved; later it is as it was then, while the others have gone on. */
  function saveOrRestore(device: Device) {
    const { held, deleted = [], ...before } = saved.get(device) ?? {}
    if (!held || chance(2)) {
      const { keys, aside, purged, memory, name } = device
      saved.set(device, {
        ...structuredClone({ keys, aside, purged }),
        memory,
        held: new Set(everHeld.get(device)),
        deleted: [...deletedBy].flatMap(([secret, by]) => (by.has(name) ? [secret] : [])),
      })
      return
    }
    // What it alone had since then is gone with the disk, by nobody's fault; what came from others or went to them is not. What was
    // deleted then, and perhaps taken back since, is deleted again; so is what the others were told is deleted, when taking it back was not told.
    Object.assign(device, structuredClone(before))
    everHeld.set(device, new Set(held))
    for (const secret of [...deleted, ...(takenBack.get(device) ?? [])]) {
      deletedBy.set(secret, (deletedBy.get(secret) ?? new Set()).add(device.name))
      addedSince.get(secret)?.delete(device)
    }
    for (const secret of untold.get(device) ?? []) addedSince.get(secret)?.delete(device)
    for (const words of [takenBack, untold, unseen]) words.delete(device)
    tally.restored++
  }
  /** What happens to computers, disks, carriers and what they carry. */
  const trouble: ((device: Device) => unknown)[] = [
    device => {
      const id = anyKey(device)
      if (id !== undefined) device.unreadable.add(id)
    },
    // A bucket of the vault was lost and built anew without this key.
    device => {
      const id = anyKey(device)
      const secret = device.keys.get(id ?? '')?.secret
      // Only one that was synced: of another one no device could know.
      const { records, sealed } = readMemory(device.memory).state
      const tag = tagOf(secret ?? '')
      const record = id !== undefined && records.get(id)
      // Deleted there, and taken back without a word of it having left, is no other case.
      const isTold = record && isLater(record.secrets.get(tag), record.deletions.get(`#${tag}`))
      if (record && sealed.has(tag) && (isTold || !record.secrets.has(tag))) device.keys.delete(id)
    },
    device => {
      device.clockOff = [0, day, -day, -now][chance(4)] ?? 0
    },
    ({ forbids }) => {
      if (chance(2)) forbids.clear()
      else forbids.add(pick(['openai', 'mistral', 'ollama']) ?? null)
    },
    // An older file is put back.
    () => {
      const folder = pick(folders)
      const [name, text] = pick(folder?.former ?? []) ?? []
      if (name !== undefined && text !== undefined) folder?.files.set(name, text)
      const [item, value] = pick(former) ?? []
      if (item !== undefined) server.put(item, value)
    },
    () => {
      if (chance(2)) pick(folders)?.files.clear()
      else for (const name of server.changes.keys()) server.drop(name)
    },
    // What the browser carries, in whatever parts; half of a batch may stay behind.
    device => {
      device.profile.push(() => chance(2) === 0)
      device.profile.pull(() => chance(2) === 0)
      former.push(...Object.entries(server.items()))
    },
    device => {
      device.profile.push()
      device.profile.pull()
    },
    ({ profile, usesBrowser }) => (chance(2) ? usesBrowser && profile.start() : profile.stop()),
    // Another vault's items, brought in by another computer, fill the area: nearly, or beyond what can be written at all.
    () => {
      const room = 60_000 + chance(50_000)
      for (let i = 0; i * 8_000 < room; i++) server.put(`other-${i}`, 'x'.repeat(8_000))
    },
    () => freeRoom(),
    () => {
      if (devices.length < 5) install()
    },
    // A carrier is taken away, another one comes; what this device wrote there may stay behind.
    device => {
      if (chance(2)) device.folder?.files.delete(device.name)
      device.folder = pick([undefined, ...folders])
    },
    device => {
      device.usesBrowser = chance(2) === 0
      if (device.usesBrowser) device.profile.start()
      else device.profile.stop()
    },
    saveOrRestore,
    saveOrRestore,
    // Somebody who joined says of all secrets that they are other bytes.
    device => {
      const { records, sealed } = readMemory(device.memory).state
      const forged = new Map([...sealed.keys()].map(tag => [tag, pick(['!', '~', `sealed|${tag}`]) ?? '']))
      const name = pick(['0000000000000000', 'ffffffffffffffff']) ?? ''
      const text = writeText(name, { sequence: 1, at: now, state: { records, sealed: forged } })
      for (const { files } of folders) files.set(name, text)
      for (const [item, piece] of Object.entries(cutIntoItems(name, `${++count}`.padStart(16, '0'), text)))
        server.put(item, piece)
      tally.forged++
    },
    device => {
      // The first two stay: they connect the boards.
      if (devices.indexOf(device) < 2) return
      devices.splice(devices.indexOf(device), 1)
      everHeld.delete(device)
      if (chance(2)) device.folder?.files.delete(device.name)
      if (chance(2)) device.profile.uninstall()
    },
  ]
  install()
  install()
  for (let i = 0, steps = 10 + chance(70); i < steps; i++) {
    now += chance(2) ? chance(60_000) : chance(3 * day)
    const device = pick(devices)
    if (!device) break
    if (chance(2) > 0) await pick(chance(2) ? everyday : trouble)?.(device)
    else
      await sync(
        device,
        {
          ...(chance(3) === 0 && { cut: 1 + chance(8) }),
          refuse: chance(4) === 0,
          half: chance(4) === 0,
          replay: chance(4) === 0,
          leave: chance(5) === 0,
        },
        ([undefined, 'delete', 'keep'] as const)[chance(3)],
      )
  }
  // Every carrier reaches every other one by some device.
  for (const [at, device] of devices.entries()) {
    device.usesBrowser = at < 2 || chance(2) === 0
    device.folder = at < 2 || !device.usesBrowser ? folders[at % 2] : pick([undefined, ...folders])
    if (device.usesBrowser) device.profile.start()
  }
  const board = () => JSON.stringify([folders.map(({ files }) => [...files]), server.items()])
  const comeToRest = async (answer: 'delete' | undefined, how: string) => {
    const everybody = async () => {
      for (const device of devices) {
        now += 31_000
        device.profile.pull()
        await sync(device, {}, answer)
        device.profile.push()
      }
    }
    // Each says now that it is there, and not in the middle of what follows.
    now += day
    for (let round = 0; round < 7; round++) await everybody()
    const atRest = board()
    await everybody()
    if (board() !== atRest) throw new Error(`seed ${seed}: the devices do not come to rest ${how}`)
  }
  // Nobody does anything, and what hinders them stays: keys that cannot be read, are put aside or forbidden, an area that is full, questions
  // that nobody answers.
  await comeToRest(undefined, 'while something hinders them')
  // In the end all are there, nothing is refused, and everybody says yes.
  for (const device of devices) {
    device.unreadable.clear()
    device.forbids.clear()
    for (const id of device.aside.keys()) device.purged.add(id)
    device.aside.clear()
  }
  freeRoom()
  await comeToRest('delete', 'in the end')
  const [first, ...others] = devices.map(vaultText)
  for (const other of others)
    if (other !== first) throw new Error(`seed ${seed}: the vaults differ:\n${first}\n${other}`)
  for (const { name, keys } of devices)
    for (const [id, { fields }] of keys)
      if (!fields.get('label') || !fields.get('provider'))
        throw new Error(`seed ${seed}: on ${name}, ${id} has lost its name or its provider`)
  for (const { name, memory } of devices)
    for (const [tag, text] of readMemory(memory).state.sealed)
      if (secretIn(text, tag) === undefined)
        throw new Error(`seed ${seed}: ${name} passes on what opens as nothing`)
  for (const device of devices)
    for (const secret of everHeld.get(device) ?? []) {
      tally.secrets++
      const isThere = [...device.keys.values()].some(key => key.secret === secret)
      if (!isThere && !isDeleted(secret)) throw new Error(`seed ${seed}: ${secret} is lost`)
    }
  return tally
}

const vaultText = ({ keys }: Device): string =>
  JSON.stringify(
    [...keys]
      .map(([id, { fields, secret }]) => [
        id,
        secret,
        [...fields].filter(([, value]) => value !== null).sort(),
      ])
      .sort(),
  )
