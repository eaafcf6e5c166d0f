/** Storage as the worker's services see it, in memory: each call takes a turn of the event loop, as Chrome's do. */
export function storageInMemory<T extends object>(all: Partial<T> = {}) {
  const turn = () => new Promise<void>(resolve => setImmediate(resolve))
  return {
    async get<K extends keyof T>(key: K): Promise<T[K] | undefined> {
      await turn()
      return structuredClone(all[key])
    },
    async set<K extends keyof T>(key: K, value: T[K]): Promise<void> {
      const copy = structuredClone(value)
      await turn()
      all[key] = copy
    },
    async remove(...keys: (keyof T)[]): Promise<void> {
      await turn()
      for (const key of keys) delete all[key]
    },
  }
}
