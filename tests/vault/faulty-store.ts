/** A store that does to its items what disks, browsers and power cuts do. */
import type { Store } from '../../src/vault/record.ts'
import { memoryStore } from './helpers.ts'

/**
 * `fails`: throws, nothing written. `fails late`: written, and throws. `lies`: says yes, writes nothing. `tears`: writes
 * only some of the items and throws. `full`: no room.
 */
export const faults = ['fails', 'fails late', 'lies', 'tears', 'full'] as const
export type Fault = (typeof faults)[number] | 'works'

export function faultyStore() {
  let items = new Map<string, string>()
  let store = memoryStore(items)
  let plan: Fault[] = []
  /** What the items were before each of the writes since the last crash. */
  let undo: Map<string, string>[] = []

  const write = async (work: () => Promise<void>, some: () => Promise<void>) => {
    const fault = plan.shift() ?? 'works'
    if (fault === 'full') throw new Error('QUOTA_BYTES quota exceeded')
    if (fault === 'fails') throw new Error('IO error')
    if (fault === 'lies') return
    undo.push(new Map(items))
    await (fault === 'tears' ? some() : work())
    if (fault !== 'works') throw new Error('IO error')
  }
  const faulty: Store = {
    get: keys => store.get(keys),
    set: values =>
      write(
        () => store.set(values),
        () => store.set(Object.fromEntries(Object.entries(values).filter((_, i) => i % 2 === 0))),
      ),
    remove: keys =>
      write(
        () => store.remove(keys),
        () => store.remove(typeof keys === 'string' ? keys : keys.filter((_, i) => i % 2 === 0)),
      ),
  }
  return {
    ...faulty,
    names: async () => [...items.keys()],
    /** The next writes go like this; after them everything works. */
    plan: (next: Fault[]) => {
      plan = [...next]
    },
    /** The power goes: that many of the last writes were never on the disk. */
    crash: (lost: number) => {
      plan = []
      const from = undo.length - Math.min(lost, undo.length)
      items = lost > 0 && undo[from] ? new Map(undo[from]) : new Map(items)
      store = memoryStore(items)
      undo = []
    },
    /** One item rots: flipped, cut short, or gone. */
    rot: (pick: number, how: number) => {
      const name = [...items.keys()].sort()[pick % Math.max(1, items.size)]
      const text = name && items.get(name)
      if (!name || !text) return
      const at = (pick * 7919) % Math.max(1, text.length)
      const flipped = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
      const next = [flipped, text.slice(0, at), undefined][how % 3]
      const valid = (() => {
        try {
          JSON.parse(next ?? '')
          return next
        } catch {
          return undefined
        }
      })()
      if (valid === undefined) items.delete(name)
      else items.set(name, valid)
    },
  }
}
