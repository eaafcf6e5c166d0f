/**
 * Loads “Show Keyway” and the finder for targets that the person showed. Few people need them, so they are a second script of the package
 * (`src/entries/content/taught.iife.ts`), which the worker adds to the page when it is asked to. A step with
 * such a target waits for it; if it cannot be loaded, the guide’s own descriptions are used.
 */
import type { createLocator } from '../../../locator/index.ts'
import { speak } from './send-to-worker.ts'
import type { askToShow } from './show-me.ts'

export type TaughtScript = { createLocator: typeof createLocator; askToShow: typeof askToShow }

// A symbol: named elements of the page appear as string properties of the global object in this world too.
const place = Symbol.for('what was taught')
const world = globalThis as { [place]?: TaughtScript }

export function offerTaughtScript(script: TaughtScript): void {
  world[place] = script
}

/** Undefined while nothing in this document needed the second script. */
export const taughtScript = (): TaughtScript | undefined => world[place]

let loading: Promise<unknown> | undefined

/** @returns undefined when the worker could not put it here: ask again with the next need. */
export async function loadTaughtScript(): Promise<TaughtScript | undefined> {
  if (world[place]) return world[place]
  loading ??= speak('page.loadTaught', {}).finally(() => {
    loading = undefined
  })
  await loading
  return world[place]
}
