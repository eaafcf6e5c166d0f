/** A world for the vault service without a browser: session and local items in memory, a clock that tests set. */
import type { VaultPorts } from '../../../src/features/lock/worker/ports.ts'
import { createVaultService } from '../../../src/features/lock/worker/service.ts'
import type { Policy } from '../../../src/features/policy/core/policy.ts'
import { createWorkerEvents } from '../../../src/platform/worker-events.ts'
import type { LocalItems, SessionItems } from '../../../src/protocol/storage-keys.ts'
import { fastKdf, memoryStore } from '../../vault/helpers.ts'

function itemsOf<T extends object>() {
  const items: Partial<T> = {}
  return {
    items,
    get: async <K extends keyof T>(key: K) => structuredClone(items[key]) as T[K] | undefined,
    set: async <K extends keyof T>(key: K, value: T[K]) => {
      items[key] = structuredClone(value)
    },
    remove: async (...keys: (keyof T)[]) => {
      for (const key of keys) delete items[key]
    },
  }
}

export function lockWorld() {
  const store = memoryStore()
  const mirror = memoryStore()
  const session = itemsOf<SessionItems>()
  const local = itemsOf<LocalItems>()
  const alarms = new Map<string, number>()
  const made = { marker: false }
  const purged: string[] = []
  /** Who waits for time to pass. */
  const impatient: (() => void)[] = []
  const clock = { now: 1_800_000_000_000 }
  const events = createWorkerEvents()
  const sealedWatch = { items: new Map<string, unknown>() }
  const organization: { policy: Policy } = { policy: {} }
  const ports: VaultPorts = {
    now: () => clock.now,
    store,
    options: { mirror, kdf: fastKdf, now: () => clock.now },
    session,
    local,
    marker: {
      set: async () => {
        made.marker = true
      },
      has: async () => made.marker,
      clear: async () => {
        made.marker = false
      },
    },
    purged: ids => void purged.push(...ids),
    after: () => new Promise(resolve => impatient.push(resolve)),
    tell: events.tell,
    policy: { known: () => organization.policy, read: async () => organization.policy },
    sealedWatch: {
      // A key cannot be copied by value.
      get: async names =>
        Object.fromEntries([...sealedWatch.items].filter(([name]) => names === null || name === names)),
      set: async items => {
        for (const [name, item] of Object.entries(items)) sealedWatch.items.set(name, item)
      },
      drop: async () => sealedWatch.items.clear(),
    },
    alarm: {
      set: async (name, at) => void alarms.set(name, at),
      clear: async name => void alarms.delete(name),
    },
  }
  return {
    store,
    mirror,
    session,
    local,
    alarms,
    clock,
    purged,
    impatient,
    sealedWatch,
    ports,
    events,
    organization,
    newWorker: () => createVaultService(ports),
  }
}
