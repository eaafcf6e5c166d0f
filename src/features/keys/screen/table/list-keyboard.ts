/** The table by keyboard: arrows between its rows and within one, letters for what is done often. */
import { t } from '../../../../i18n/t.ts'
import { useWindowEvent } from '../../../../ui/pieces/use-window-event.ts'
import { focusSearch, isCovered, pressIn, rowOf, stepInRow } from '../row-keyboard.ts'

export const tableShortcuts: [string, string][] = [
  ['/', t('Search')],
  ['↓ ↑', t('Next and previous key')],
  ['→ ←', t('Copy, test and more for this key')],
  ['Enter', t('Open the key')],
  ['c', t('Copy the key')],
  ['t', t('Test the key')],
  ['e', t('Edit the key')],
  ['x', t('Select the key')],
  ['n', t('Add a key')],
  ['?', t('These shortcuts')],
  ['Esc', t('Back, or clear the selection')],
]

export type TableKeys = {
  /** By so many rows; from the search field into the first. */
  move: (by: number) => void
  toEnd: (isLast: boolean) => void
  add: () => void
  help: () => void
  back: () => void
  edit: (id: string) => void
}

export const useTableKeys = (keys: TableKeys): void => useWindowEvent('keydown', event => press(event, keys))

const isField = (element: Element) =>
  element.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')

function press(event: KeyboardEvent, keys: TableKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (isCovered()) return
  const at = event.target instanceof Element ? event.target : document.body
  const isSearch = at.matches('input[type="search"]')
  if (event.key === 'Escape') {
    keys.back()
    return
  }
  if (isField(at) && !(isSearch && event.key === 'ArrowDown')) return
  const done = act(event, rowOf(at), keys)
  if (done) event.preventDefault()
}

function act({ key }: KeyboardEvent, row: HTMLElement | null, keys: TableKeys): boolean {
  if (key === 'ArrowDown' || key === 'ArrowUp') keys.move(key === 'ArrowDown' ? 1 : -1)
  else if (key === 'PageDown' || key === 'PageUp') keys.move(key === 'PageDown' ? 10 : -10)
  else if ((key === 'Home' || key === 'End') && row) keys.toEnd(key === 'End')
  else if ((key === 'ArrowRight' || key === 'ArrowLeft') && row) return stepInRow(row, key)
  else if (key === '/') focusSearch()
  else if (key === 'n') keys.add()
  else if (key === '?') keys.help()
  else if (key === 'e' && row?.dataset.id) keys.edit(row.dataset.id)
  else if (key === 'c') return pressIn(row, '[data-keyway="copy"]')
  else if (key === 't') return pressIn(row, '[data-keyway="test"]')
  else if (key === 'x') return pressIn(row, 'input[type="checkbox"]')
  else return false
  return true
}
