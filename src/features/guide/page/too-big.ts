/** Decides when a page is so large that looking at it again and again would slow it down. */
import type { PageFacts } from '../core/tour.ts'
import { openDialogs } from './page-texts.ts'

const mostElements = 30_000
const mostDialogs = 200
/** Limit for the page’s text in characters, measured only after a look that took at least this long (ms). */
const mostText = 1_000_000
const slow = 60

/** @param took how long the last look took (ms) */
export const isTooBig = (took: number): boolean =>
  document.querySelectorAll('*').length > mostElements ||
  openDialogs().length > mostDialogs ||
  (took > slow && `${document.body?.textContent}`.length > mostText)

/** The facts that are sent to the worker about such a page. */
export const unread: Omit<PageFacts, 'url'> = {
  settled: true,
  elements: {},
  dialogs: [],
  anyDialog: false,
  texts: [],
  heading: 'none',
  keyShown: false,
  stopped: true,
}
