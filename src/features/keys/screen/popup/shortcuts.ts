/** The popup by keyboard: arrows between and within rows, Enter on what has the focus; letters while no field has it. */

import { t } from '../../../../i18n/t.ts'
import { useWindowEvent } from '../../../../ui/pieces/use-window-event.ts'
import { focusSearch, isCovered, pressIn, rowOf, stepInRow } from '../row-keyboard.ts'

export const shortcuts: [string, string][] = [
  [t('Letters'), t('Search')],
  ['Enter', t('Copy the first key found, or the chosen key')],
  ['↓ ↑', t('Next and previous key')],
  ['← →', t('Details, copy and more for this key')],
  ['/', t('Back to the search')],
  ['t', t('Test the key')],
  ['c', t('Copy the key')],
  ['n', t('Add a key')],
  ['a', t('Test all')],
  ['e', t('Explain an error')],
  ['?', t('These shortcuts')],
  ['Esc', t('Back')],
]

type Named = Partial<Record<'n' | 'e' | '?', () => void>>

export const useShortcuts = (named: Named): void => useWindowEvent('keydown', event => press(event, named))

function press(event: KeyboardEvent, named: Named) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isCovered()) return
  const at = event.target instanceof Element ? event.target : document.body
  const isField = at.matches('input, textarea, select')
  const row = rowOf(at)
  const { key } = event
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (isField && !at.matches('input[type="search"]')) return
    if (move(row, key === 'ArrowDown' ? 1 : -1)) event.preventDefault()
    return
  }
  // No search begins with / or ?, so in an empty search field they are not typed: / does nothing there, ? shows the shortcuts.
  const isEmpty = at instanceof HTMLInputElement && at.type === 'search' && at.value === ''
  if (isEmpty && key === '/') event.preventDefault()
  if (isField && !(isEmpty && key === '?')) return
  const act = named[key as keyof Named]
  if (act) act()
  else if (key === '/' || (key === 'Escape' && row)) focusSearch()
  else if ((key === 'ArrowRight' || key === 'ArrowLeft') && row) stepInRow(row, key)
  else if (key === 'a') pressIn(document, '[aria-keyshortcuts="a"]')
  else if (key === 'c') pressIn(row, '[data-keyway="copy"]')
  else return
  event.preventDefault()
}

/** To a row's Copy, which Enter presses. Above the first stands the search. */
function move(row: HTMLElement | null, by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-keyway="key-row"]')]
  const at = row ? rows.indexOf(row) + by : by === 1 ? 0 : -1
  if (at < 0) {
    if (row) focusSearch()
    return row !== null
  }
  const next = rows[at]
  next?.querySelector<HTMLElement>('[data-keyway="copy"]')?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}
