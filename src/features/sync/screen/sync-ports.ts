/** What a run needs, as the dashboard has it: the worker for everything that is sealed, and the folder. */

import { type SyncPlace, writeSyncPlace } from '../../../platform/screen/sync-place.ts'
import { send } from '../../../platform/send.ts'
import { isFailure } from '../../../protocol/failure.ts'
import type { SyncedKey } from '../../../protocol/messages/sync-messages.ts'
import type { Request } from '../../../protocol/messages.ts'
import type { Shown } from '../../../vault/sync/shown.ts'
import type { Value } from '../../../vault/sync/state.ts'
import { syncedFields } from '../../../vault/sync/synced-fields.ts'
import { readMemory, writeMemory } from '../core/memory.ts'
import type { Found, Look, SyncPorts } from '../core/ports.ts'
import { fileNameOf, placeOf, readContent, readFile, writeContent, writeFile } from '../core/space-format.ts'
import { digestOf, readSpaceFiles, writeOwnFile } from './folder-carrier.ts'

type Own = { space: string; device: string }
type Change = Request<'screen.syncApply'>['changes'][number]

/** Files that were opened before: most are the same the next time. */
const opened = new Map<string, Found>()

export function createSyncPorts(place: SyncPlace, { space, device }: Own): SyncPorts {
  const memoryPlace = `memory ${device}`
  let current = place
  const store = async (more: Partial<SyncPlace>) => {
    current = { ...current, ...more }
    await writeSyncPlace(current)
  }

  async function readOne(file: string, text: string): Promise<Found> {
    const read = readFile(text)
    if (read === 'garbage' || read === 'newer') return { is: read, file }
    if (read.space !== space) return { is: 'foreign', file }
    const reply = await send('screen.syncOpen', {
      place: placeOf(read.device, read.sequence),
      sealed: read.sealed,
    })
    const content = reply.ok && reply.text !== undefined ? readContent(reply.text) : undefined
    return content
      ? { is: 'state', device: read.device, sequence: read.sequence, ...content }
      : { is: 'garbage', file }
  }

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
    carrier: {
      async read() {
        const files = await readSpaceFiles(current.folder)
        if (isFailure(files)) return files
        const own = files.get(fileNameOf(device))
        files.delete(fileNameOf(device))
        for (const text of opened.keys()) if (![...files.values()].includes(text)) opened.delete(text)
        const found: Found[] = []
        for (const [name, text] of files) {
          const one = opened.get(text) ?? (await readOne(name, text))
          opened.set(text, one)
          // A copy that a cloud drive made of this device's own file.
          if (one.is !== 'state' || one.device !== device) found.push(one)
        }
        const isAsWritten = own !== undefined && (await digestOf(own)) === current.written
        const read = isAsWritten ? readFile(own) : undefined
        return { found, own: typeof read === 'object' ? read.sequence : undefined }
      },
      async write({ sequence, at, state }) {
        const text = writeContent({ name: current.name, at, state })
        const reply = await send('screen.syncSeal', { place: placeOf(device, sequence), text })
        if (!reply.ok) return reply
        const { code } = current
        const file = writeFile({
          space,
          device,
          sequence,
          ...(code !== undefined && { code }),
          sealed: reply.sealed,
        })
        const failed = await writeOwnFile(current.folder, device, file)
        if (!failed) await store({ written: await digestOf(file) })
        return failed
      },
    },
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
