/** What the runner has to know of a layout: the same for the generator's and for the held-out ones. Types only. */

export type Box = { x: number; y: number; width: number; height: number }

export type Given = {
  name: string
  project: string
  amount: number
  permissions: 'all' | 'restricted'
  owner: 'you' | 'service'
  /** For walks that end a key: it belongs into the vault first. */
  key?: { full: string; lastFour: string; trackingId: string; name: string; created: string }
}

export type Layout = {
  id: string
  /** The guide to begin. */
  task: string
  describe: string
  address: string
  paths: string[]
  alsoOpen: string[]
  given: Given
  outcome: 'key-in-sight' | 'key-by-copy-only' | 'ended' | 'changed' | 'seen' | 'blocked'
  render(): string
}

/** What the page's own judge says of a ring, best first. */
export type Meant = { purpose: string; isRightNow: boolean }

export type Next = { purpose: string; value?: string; box?: Box } | null

/** What is so on the page at one moment, from `window.__truth`. */
export type Truth = {
  path: string
  next: Next
  now: string[]
  keys: string[]
  isKeyInSight: boolean
  isReached: boolean
  happened: Record<string, unknown>
  /** For each ring that was asked about, in order. */
  meant: Meant[][]
}
