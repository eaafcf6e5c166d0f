/** When a page is more than Keyway can look at again and again without slowing it down. */
import type { PageFacts } from '../core/tour.ts'
import { openDialogs } from './page-texts.ts'

const mostElements = 30_000
const mostDialogs = 200
/** Characters, in all that is written in the page; measured only where a look was slow (ms). */
const mostText = 1_000_000
const slow = 60

/** @param took how long the last look took (ms) */
export const isTooBig = (took: number): boolean =>
  document.querySelectorAll('*').length > mostElements ||
  openDialogs().length > mostDialogs ||
  (took > slow && `${document.body?.textContent}`.length > mostText)

/** What is told of it. */
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
