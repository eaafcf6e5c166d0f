/**
 * Of several copies of the content script in one document the newest stays. They find each other by a place that no page can reach:
 * copies of one load of the extension share the global object of its isolated world. An update gives its copy a world of its own and
 * takes the old one's extension away, which the old one notices when the page changes, as it does when the new copy draws.
 */
import { orphaned } from '../../features/guide/page/send-to-worker.ts'

// A symbol: named elements of the page appear as string properties of the global object in this world too.
const place = Symbol.for('life of this copy')

/** Ends the copy that was there before. @returns what ends this one. */
export function replaceOlderCopy(): AbortController {
  const world = globalThis as { [place]?: AbortController }
  world[place]?.abort()
  const life = new AbortController()
  world[place] = life
  return life
}

/** Watches for an update while something is drawn. */
export function endWhenOrphaned(life: AbortController, whileDrawn: AbortSignal): void {
  const observer = new MutationObserver(() => orphaned() && life.abort())
  observer.observe(document, { childList: true, subtree: true })
  whileDrawn.addEventListener('abort', () => observer.disconnect())
}
