/** Keyway as it is and, for the full run, with a content script and a worker that lack a guard: what does not land on that has proven nothing. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { patience } from '../browser/poll.ts'
import { withVault } from '../features/lock/vault-story.ts'
import { tries } from './outcome.ts'
import { extensionWithout, removeUnguarded, type Without, withContentScript } from './unguarded.ts'

export type World = {
  h: Harness
  screen: Page /** How long what is right may take: without its guard it does not come. */
  within: number
}

async function world(dist?: string): Promise<World> {
  const h = await launch(dist === undefined ? {} : { dist })
  return { h, screen: await withVault(h), within: dist === undefined ? patience : 5_000 }
}

/**
 * Both begin before the first test of the file that calls this, and end after its last.
 * @param ofWorker what its worker lacks beside what the content script does
 * @returns filled in by then; `open` only in the full run
 */
export function twoWorlds(without: Without, ofWorker?: Without): { own: World; open?: World } {
  const worlds = {} as { own: World; open?: World }
  beforeAll(async () => {
    worlds.own = await world()
    if (tries(0, 1) === 0) return
    const whole = ofWorker && (await extensionWithout(ofWorker))
    worlds.open = await world(await withContentScript(without, whole))
  })
  afterAll(async () => {
    await worlds.own?.h.close()
    await worlds.open?.h.close()
    removeUnguarded()
  })
  return worlds
}
