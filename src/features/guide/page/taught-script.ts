/**
 * What only somebody needs who taught Keyway a target: *Show me*, and the finder of what it recorded. It is a second script of the
 * package (`src/entries/content/taught.iife.ts`), which the worker puts beside this one when it is asked to. Until it is there, what
 * was taught is not known yet, and the guide's own description is used.
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

/** Undefined: nothing needed it in this document so far. */
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
