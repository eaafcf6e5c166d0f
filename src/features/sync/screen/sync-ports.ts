/** What a run needs, as the dashboard has it: the worker for everything that is sealed, and the carriers. */

import { changeSyncPlace, type SyncPlace } from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import type { SyncedKey } from '../../../protocol/messages/sync-messages.ts'
import type { Request } from '../../../protocol/messages.ts'
import type { Shown } from '../../../vault/sync/shown.ts'
import type { Value } from '../../../vault/sync/state.ts'
import { syncedFields } from '../../../vault/sync/synced-fields.ts'
import type { SyncCarrier } from '../../policy/core/policy.ts'
import { readMemory, writeMemory } from '../core/memory.ts'
import type { Look, SyncPorts } from '../core/ports.ts'
import { createAreaCarrier, createFolderCarrier, type PlaceStore } from './carriers.ts'
import type { Own } from './device-files.ts'

type Change = Request<'screen.syncApply'>['changes'][number]

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
        return reply.ok ? lookOf(reply.keys, reply.deleted) : reply
      },
      async sealSecrets(ids) {
        const reply = await send('screen.syncSecrets', { ids })
        return reply.ok ? new Map(reply.secrets.map(each => [each.id, each])) : reply
      },
      async apply({ add, edit, remove }, { look, sealed, handled }) {
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
        ]
        if (changes.length + handled.length === 0) return new Set()
        const reply = await send('screen.syncApply', { changes, handled })
        return reply.ok ? new Set(reply.left) : reply
      },
    },
    carriers: [
      ...(place.folder && carriers.includes('folder') ? [createFolderCarrier(place.folder, own, here)] : []),
      ...(place.browser && carriers.includes('browser') ? [createAreaCarrier(own, here)] : []),
    ],
  }
}

function lookOf(keys: SyncedKey[], deleted: string[]): Look {
  const look: Look = { keys: new Map(), unsure: new Set(), deleted: new Set(deleted) }
  for (const { id, stamp, secretStamp, about } of keys) {
    if (!about) {
      look.unsure.add(id)
      continue
    }
    const fields = new Map<string, Value>()
    for (const name of syncedFields) {
      const value = about[name]
      if (value !== undefined) fields.set(name, value)
    }
    look.keys.set(id, { fields, about: stamp, secret: secretStamp })
  }
  return look
}
