/** Who wants to hear of the vault: each by itself, so that one that fails or waits keeps no other from hearing. */

import { createSerialQueue } from '../../../platform/serial-queue.ts'
import type { KeyRow } from '../../../protocol/published.ts'

export function createVaultListeners() {
  const inOrder = createSerialQueue()
  const hears = { unlocked: [] as (() => unknown)[], locked: [] as (() => unknown)[] }
  const listed: ((rows: KeyRow[]) => unknown)[] = []
  return {
    /** Never inside the keeper's own queue: who hears may be waiting for the keeper. */
    tell: (what: keyof typeof hears) =>
      inOrder(() => Promise.allSettled(hears[what].map(async hear => hear()))),
    /** Everything said so far was heard. */
    told: () => inOrder(async () => undefined),
    show(rows: KeyRow[]): void {
      for (const hear of listed) hear(rows)
    },
    /** Register at the worker's start. */
    on: {
      whenUnlocked: (hear: () => unknown) => void hears.unlocked.push(hear),
      whenLocked: (hear: () => unknown) => void hears.locked.push(hear),
      /** Calls back with each list that is shown. */
      whenListed: (hear: (rows: KeyRow[]) => unknown) => void listed.push(hear),
    },
  }
}
