/** Whole machines without a browser: the worker's real handlers over a real vault, the dashboard's real ports, and one folder in memory. */
import * as v from 'valibot'
import { vi } from 'vitest'
import { vaultHandlers } from '../../../src/features/lock/worker/handlers.ts'
import { freshProof } from '../../../src/features/lock/worker/proofs.ts'
import type { SyncCarrier } from '../../../src/features/policy/core/policy.ts'
import type { Answer } from '../../../src/features/sync/core/run.ts'
import { runSync } from '../../../src/features/sync/core/run.ts'
import {
  joinSync,
  makeCode,
  startSync,
  stopCarrier,
  stopSync,
} from '../../../src/features/sync/screen/start-sync.ts'
import { createSyncPorts } from '../../../src/features/sync/screen/sync-ports.ts'
import { syncHandlers } from '../../../src/features/sync/worker/handlers.ts'
import { transferHandlers } from '../../../src/features/transfer/worker/handlers.ts'
import type { SyncPlace } from '../../../src/platform/screen/sync-place.ts'
import { isFailure } from '../../../src/protocol/failure.ts'
import { type RequestName, requests } from '../../../src/protocol/messages.ts'
import { passphrase } from '../../vault/helpers.ts'
import { lockWorld } from '../lock/lock-world.ts'
import type { Profile } from './chromium-sync.ts'

export type Folder = {
  handle: FileSystemDirectoryHandle
  files: Map<string, string>
  broken: { by?: string; inWrite?: boolean; permission?: PermissionState }
}

/** What the dashboard uses of a folder. `broken.by`: what every use of it throws, or with `inWrite` only a file that is being written; `permission`: what the browser says, left out where it allows it. */
export function folderInMemory(): Folder {
  const files = new Map<string, string>()
  const broken: Folder['broken'] = {}
  const check = () => {
    if (broken.by) throw new DOMException(broken.by, broken.by)
  }
  const handleOf = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => {
      const text = files.get(name)
      if (text === undefined) throw new DOMException('gone', 'NotFoundError')
      return { size: text.length, text: async () => text }
    },
    createWritable: async () => {
      let written = ''
      return {
        write: async (text: string) => {
          check()
          written = text
        },
        close: async () => void files.set(name, written),
      }
    },
  })
  const handle = {
    name: 'cloud',
    queryPermission: async () => broken.permission ?? 'granted',
    async *values() {
      if (!broken.inWrite) check()
      for (const name of files.keys()) yield handleOf(name)
    },
    getFileHandle: async (name: string) => handleOf(name),
    removeEntry: async (name: string) => void files.delete(name),
  }
  return { handle: handle as unknown as FileSystemDirectoryHandle, files, broken }
}

type Machine = Awaited<ReturnType<typeof makeMachine>>
/** Whose screen speaks now. */
export const speaking: { machine?: Machine } = {}

/** For `vi.mock` of platform/send.ts: through the real parsing, to this machine's handlers. */
export const sendHere = async (name: RequestName, payload: unknown) => {
  const { machine } = speaking
  if (!machine) throw new Error('no machine speaks')
  const parsed = v.parse(requests[name], JSON.parse(JSON.stringify(payload)))
  const handle = machine.handlers[name as keyof typeof machine.handlers] as (request: unknown) => unknown
  return JSON.parse(JSON.stringify(await handle(parsed)))
}
/** For `vi.mock` of platform/screen/sync-area.ts: this machine's profile, of a person whose browser has one. */
const areaHere = () => {
  if (!speaking.machine?.profile) throw new Error('this browser gives no sync area')
  return speaking.machine.profile.area
}
export const syncAreaHere = {
  get: async () => areaHere().get(),
  set: async (items: Record<string, string>) => areaHere().set(items),
  remove: async (names: string[]) => areaHere().remove(names),
}
/** For `vi.mock` of platform/screen/sync-place.ts. */
export const placeHere = {
  readSyncPlace: async () => speaking.machine?.place.is,
  writeSyncPlace: async (place: SyncPlace) => {
    if (speaking.machine) speaking.machine.place.is = place
  },
  changeSyncPlace: async (more: Partial<SyncPlace>) => {
    const { machine } = speaking
    if (machine?.place.is) machine.place.is = { ...machine.place.is, ...more }
    return machine?.place.is
  },
  forgetSyncPlace: async () => {
    if (speaking.machine) delete speaking.machine.place.is
  },
}

export async function makeMachine(name: string, profile?: Profile) {
  const world = lockWorld()
  const service = world.newWorker()
  const handlers = {
    ...vaultHandlers(service, world.ports),
    ...transferHandlers(service, world.ports),
    ...syncHandlers(service, world.ports, () => freshProof(world.ports)),
  }
  const sender = { kind: 'screen' as const, url: '' }
  const made = await handlers['screen.createVault']({ passphrase, watchWhileLocked: false }, sender)
  if (!made.ok) throw new Error(made.message)
  const place: { is?: SyncPlace } = {}
  const machine = {
    world,
    service,
    handlers,
    place,
    profile,
    sender,
    put: (id: string, secret: string, label = id) =>
      service.withVault(vault => vault.put({ id, provider: 'openai', label, secret })),
    list: async () => {
      const list = await service.withVault(vault => vault.list())
      return isFailure(list) ? [] : list.map(({ label }) => label).sort()
    },
    secretOf: async (id: string) => {
      const whole = await service.read(id)
      return isFailure(whole) ? undefined : whole.secret
    },
    /** Without a folder: by the browser's own sync. */
    start: (folder?: Folder, isApart?: boolean) =>
      as(machine, () => startSync({ ...(folder && { folder: folder.handle }), name }, isApart)),
    join: (folder: Folder | undefined, code: string) =>
      as(machine, () => joinSync({ ...(folder && { folder: folder.handle }), name }, code)),
    newCode: () => as(machine, makeCode),
    stop: () => as(machine, stopSync),
    stopCarrier: (kind: SyncCarrier) => as(machine, () => stopCarrier(kind)),
    sync: (answer?: Answer) =>
      as(machine, async () => {
        const own = await sendHere('screen.syncLook', {})
        if (!place.is || !own.ok) throw new Error(`not synced: ${JSON.stringify(own)}`)
        return runSync(createSyncPorts(place.is, own, own.carriers), answer)
      }),
  }
  return machine
}

/** Its screen speaks from here on. */
export async function as<T>(machine: unknown, work: () => Promise<T>): Promise<T> {
  speaking.machine = machine as Machine
  return work()
}

// The page's own loop would run beside the test's: nothing is synced but by a test's word.
vi.stubGlobal('navigator', { ...globalThis.navigator, locks: { request: async () => undefined } })
