/** What a run needs, as the dashboard has it: the worker for everything that is sealed, and the carriers. */

import { changeSyncPlace, type SyncPlace } from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import type { Replies, Request } from '../../../protocol/messages.ts'
import type { Shown } from '../../../vault/sync/expected-keys.ts'
import { isPlainId, type Value } from '../../../vault/sync/state.ts'
import { syncedFields } from '../../../vault/sync/synced-fields.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import { readMemory, writeMemory } from '../core/memory.ts'
import type { Look, SyncPorts } from '../core/ports.ts'
import { createAreaCarrier, createFolderCarrier, type PlaceStore } from './carriers.ts'
import type { Own } from './device-files.ts'

type Looked = Extract<Replies['screen.syncLook'], { ok: true }>
type Change = Request<'screen.syncApply'>['changes'][number]

/** How many keys one message names: each may bring a sealed secret, and a message has at most 64 MB. */
const mostInSlice = 500
/** Of the computers that something came from: the activity names no more. */
const mostNamed = 20
const slicesOf = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / mostInSlice) }, (_, i) =>
    all.slice(i * mostInSlice, (i + 1) * mostInSlice),
  )

/** @param carriers those of the place that can be used now */
export function createSyncPorts(place: SyncPlace, own: Own, carriers: SyncCarrier[]): SyncPorts {
  const { device } = own
  const memoryPlace = `memory ${device}`
  let current = place
  const store = async (more: Partial<SyncPlace>) => {
    current = (await changeSyncPlace(more)) ?? { ...current, ...more }
  }
  const here: PlaceStore = { read: () => current, store }

  return {
    now: Date.now,
    device,
    memory: {
      async read() {
        if (current.memory === undefined) return readMemory(undefined)
        const reply = await send('screen.syncOpen', { place: memoryPlace, sealed: current.memory })
        if (!reply.ok) throw new Error('The worker did not answer.')
        return readMemory(reply.text)
      },
      async write(memory) {
        const reply = await send('screen.syncSeal', { place: memoryPlace, text: writeMemory(memory) })
        if (!reply.ok) throw new Error('The worker did not answer.')
        await store({ memory: reply.sealed })
      },
    },
    vault: {
      async look() {
        const reply = await send('screen.syncLook', {})
        return reply.ok ? lookOf(reply) : reply
      },
      async sealSecrets(ids) {
        const made = new Map<string, { tag: string; sealed: string }>()
        for (const part of slicesOf(ids)) {
          const reply = await send('screen.syncSecrets', { ids: part, texts: [] })
          if (!reply.ok) return reply
          for (const each of reply.secrets) made.set(each.id, each)
        }
        return made
      },
      async openTexts(offered) {
        const opened = new Map<string, string>()
        const all = [...offered].flatMap(([tag, texts]) => texts.map(sealed => ({ tag, sealed })))
        for (const texts of slicesOf(all)) {
          const reply = await send('screen.syncSecrets', { ids: [], texts })
          if (!reply.ok) return reply
          for (const [at, { tag, sealed }] of texts.entries())
            if (reply.opens[at] && !opened.has(tag)) opened.set(tag, sealed)
        }
        return opened
      },
      async apply({ add, edit, remove, drop }, { look, sealed, handled, from }) {
        const withSecret = (tag: string) => {
          const text = sealed.get(tag)
          return text === undefined ? {} : { tag, sealed: text }
        }
        const about = ({ fields }: Shown) => Object.fromEntries(fields)
        const stampOf = (id: string) => ({ stamp: look.keys.get(id)?.about ?? '' })
        const changes: Change[] = [
          ...[...add].map(([id, shown]) => ({ id, about: about(shown), ...withSecret(shown.tag) })),
          ...[...edit].map(([id, shown]) => ({
            id,
            ...stampOf(id),
            about: about(shown),
            ...(shown.secret && withSecret(shown.tag)),
          })),
          ...remove.map(id => ({ id, ...stampOf(id) })),
          ...[...drop].map(([id, into]) => ({ id, ...stampOf(id), into })),
        ]
        const left = new Set<string>()
        // Keys that are added come first: what ends in between has let go of nothing.
        for (const part of slicesOf(changes)) {
          const reply = await send('screen.syncApply', {
            changes: part,
            handled: [],
            from: from.slice(0, mostNamed),
          })
          if (!reply.ok) return reply
          for (const id of reply.left) left.add(id)
        }
        for (const part of slicesOf(handled.filter(id => !left.has(id)))) {
          const reply = await send('screen.syncApply', { changes: [], handled: part })
          if (!reply.ok) return reply
        }
        return left
      },
    },
    carriers: [
      ...(place.folder && carriers.includes('folder') ? [createFolderCarrier(place.folder, own, here)] : []),
      ...(place.browser && carriers.includes('browser') ? [createAreaCarrier(own, here)] : []),
    ],
  }
}

function lookOf({ stamps, abouts, deleted }: Looked): Look {
  const aboutOf = new Map(abouts.map(each => [each.id, each]))
  const look: Look = {
    keys: new Map(),
    unsure: new Set(),
    // One that is there again was not deleted; one that was put aside was, unless it is taken back.
    deleted: new Set(deleted.filter(id => isPlainId(id) && !stamps.some(each => each.id === id))),
  }
  for (const { id, about: stamp, secret, aside } of stamps) {
    const about = aboutOf.get(id)
    if (aside && isPlainId(id)) look.deleted.add(id)
    // A key that no message can name stays on this computer.
    if (!about || !isPlainId(id)) {
      look.unsure.add(id)
      continue
    }
    const fields = new Map<string, Value>()
    for (const name of syncedFields) {
      const value = about[name]
      if (value !== undefined) fields.set(name, value)
    }
    look.keys.set(id, { fields, about: stamp, secret })
  }
  return look
}
