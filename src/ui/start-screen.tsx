/**
 * How each of Keyway's pages starts: it says its language and its name, reads what the worker published, then renders. At the lock the
 * page is emptied and loaded anew at the same address: what it held of the vault goes with its memory, where nobody has to think of it.
 */
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { language } from '../i18n/language.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { keepFocus } from './focus/keep-focus.ts'
import { noteTyping, noteUnsaved } from './focus/unsaved-text.ts'
import { followTheme } from './pieces/appearance.ts'
import { guardSecondPress } from './press/second-press.ts'
import { reportBug } from './report-bug.ts'
import { followGranted } from './use-granted.ts'
import { followLocalItems } from './use-local.ts'
import { followItems, whenLocked } from './use-session.ts'

/** What a screen that shows keys follows of the worker's published state. */
export const itemsOfKeys: Parameters<typeof followItems>[0] = [
  'vault',
  'rows',
  'pending',
  'shownKeys',
  'copy',
  'checks',
  'tour',
  'clipboardNote',
  'protectedSettings',
  'policy',
]

/**
 * @param items what the screen follows of the worker's published state, read before the first render
 * @param ready what else the first render waits for
 */
export async function startScreen(
  title: string,
  items: Parameters<typeof followItems>[0],
  screen: ReactNode,
  ready?: Promise<unknown>,
): Promise<void> {
  const { lang, dir } = language()
  document.documentElement.lang = lang
  document.documentElement.dir = dir
  document.title = title
  followTheme()
  guardSecondPress()
  keepFocus()
  noteTyping()
  await Promise.all([followItems(items), followLocalItems(), followGranted(), ready])
  const place = document.getElementById('root')
  if (!place) return
  const root = createRoot(place, { onCaughtError: reportBug, onUncaughtError: reportBug })
  whenLocked(() => {
    noteUnsaved()
    root.unmount()
    location.reload()
  })
  root.render(<ErrorBoundary whole>{screen}</ErrorBoundary>)
}
