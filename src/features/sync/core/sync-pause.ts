/** When a page that is open syncs again by itself. Changes of the keys, and of what the browser carries, are heard of at once. */
import type { SyncCarrier } from '../../policy/core/policy.ts'

/** In ms. A folder says nothing when it changes; a run that finds no news still wakes the worker. */
const pauses = { short: 30_000, long: 300_000 } as const

export type Situation = {
  /** Something waits to be written. */
  isWaiting: boolean
  /** Those that can be used. */
  carriers: readonly SyncCarrier[]
  /** Nobody looks at the page. */
  isHidden: boolean
}

export const pauseBefore = ({ isWaiting, carriers, isHidden }: Situation): number =>
  isWaiting || (carriers.includes('folder') && !isHidden) ? pauses.short : pauses.long
