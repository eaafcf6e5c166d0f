/**
 * `chrome.storage.sync` of several profiles of one person, by Chromium's rules (settings_storage_quota_enforcer.cc and
 * syncable_settings_storage.cc, read 2026-11-22): limits are counted at each write of this profile, also at one that makes room; what
 * comes in is held to none; a profile that begins to sync takes over what the server has and loses what the server lacks, but where the
 * server has nothing it gives all it has; an uninstalled extension takes its items along, everywhere.
 */
import type { SyncArea } from '../../../src/features/sync/core/browser-carrier.ts'

const limits = { bytes: 102_400, itemBytes: 8_192, items: 512, aMinute: 120, anHour: 1_800 }

type Change = { value?: unknown; version: number }
export type Server = ReturnType<typeof createSyncServer>
export type Profile = ReturnType<typeof createProfile>
/** Which of several goes through. */
type Which = (name: string) => boolean

export function createSyncServer() {
  let version = 0
  const changes = new Map<string, Change>()
  return {
    changes,
    put: (name: string, value: unknown) => void changes.set(name, { value, version: ++version }),
    drop: (name: string) => void changes.set(name, { version: ++version }),
    items: (): Record<string, unknown> =>
      Object.fromEntries(
        [...changes].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
      ),
  }
}

const bytesOf = (name: string, value: unknown) =>
  Buffer.byteLength(name) + Buffer.byteLength(JSON.stringify(value).replace(/</g, '\\u003C'))

/** @param now ms, by this profile's own clock */
export function createProfile(server: Server, now: () => number) {
  let local = new Map<string, unknown>()
  let seen = new Map<string, number>()
  let waiting = new Set<string>()
  let writes: number[] = []
  let isSyncing = true
  const heard = new Set<() => unknown>()
  const tell = () => {
    for (const hear of heard) hear()
  }

  function countWrite() {
    writes = writes.filter(at => Math.abs(now() - at) < 3_600_000)
    const lately = writes.filter(at => Math.abs(now() - at) < 60_000).length
    if (lately >= limits.aMinute) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE quota exceeded')
    if (writes.length >= limits.anHour) throw new Error('MAX_WRITE_OPERATIONS_PER_HOUR quota exceeded')
    writes.push(now())
  }

  const area: SyncArea = {
    get: async () => structuredClone(Object.fromEntries(local)),
    async set(items) {
      countWrite()
      const next = new Map([...local, ...Object.entries(structuredClone(items))])
      const sizes = [...next].map(([name, value]) => bytesOf(name, value))
      if (sizes.reduce((sum, size) => sum + size, 0) > limits.bytes)
        throw new Error('QUOTA_BYTES quota exceeded')
      for (const [name, value] of Object.entries(items))
        if (bytesOf(name, value) > limits.itemBytes) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded')
      if (next.size > limits.items) throw new Error('MAX_ITEMS quota exceeded')
      local = next
      for (const name of Object.keys(items)) waiting.add(name)
      tell()
    },
    async remove(names) {
      countWrite()
      for (const name of names) if (local.delete(name)) waiting.add(name)
      tell()
    },
  }

  /** What was written here goes out. */
  function push(which: Which = () => true) {
    if (!isSyncing) return
    for (const name of [...waiting].filter(which)) {
      waiting.delete(name)
      if (local.has(name)) server.put(name, local.get(name))
      else server.drop(name)
      seen.set(name, server.changes.get(name)?.version ?? 0)
    }
  }
  /** What was written elsewhere comes in; it wins over what has not gone out yet. */
  function pull(which: Which = () => true) {
    if (!isSyncing) return
    for (const [name, { value, version }] of server.changes) {
      if (version <= (seen.get(name) ?? 0) || !which(name)) continue
      seen.set(name, version)
      waiting.delete(name)
      if (value === undefined) local.delete(name)
      else local.set(name, structuredClone(value))
    }
    tell()
  }
  return {
    area,
    push,
    pull,
    /** The browser starts, or sync is switched on. */
    start() {
      isSyncing = true
      const items = server.items()
      if (Object.keys(items).length === 0) {
        waiting = new Set(local.keys())
        return push()
      }
      local = new Map(Object.entries(structuredClone(items)))
      waiting = new Set()
      seen = new Map([...server.changes].map(([name, { version }]) => [name, version]))
      tell()
    },
    /** The person signs out or switches sync off: the area goes on, for this profile alone. */
    stop() {
      isSyncing = false
    },
    uninstall() {
      for (const name of local.keys()) server.drop(name)
      local = new Map()
      waiting = new Set()
    },
    onChanged(hear: () => unknown) {
      heard.add(hear)
      return () => heard.delete(hear)
    },
  }
}
