/** When a page is more than Keyway can look at again and again without slowing it down. */
import type { Read } from './read-facts.ts'

const mostElements = 30_000
const mostDialogs = 200
const mostText = 1_000_000
/** Milliseconds: only then the text is measured, which takes its own time. */
const slow = 60

/** @param took how long the last look took (ms) */
export const isTooBig = (took: number): boolean =>
  document.getElementsByTagName('*').length > mostElements ||
  document.querySelectorAll('dialog[open],[role=dialog]').length > mostDialogs ||
  (took > slow && (document.body?.textContent ?? '').length > mostText)

export const nothingRead = (): Read => ({
  found: new Map(),
  several: new Map(),
  elements: {},
  dialogs: [],
  anyDialog: false,
  texts: [],
  heading: 'none',
  keyShown: false,
})
