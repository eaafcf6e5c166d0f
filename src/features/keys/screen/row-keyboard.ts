/** Keyboard control that all lists of keys share: the controls of one row, and the letters that press them. */

/** To the next control of the row, in the direction that the page is read. @returns whether there is one */
export function stepInRow(row: HTMLElement, key: 'ArrowRight' | 'ArrowLeft'): boolean {
  const isForward = (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl')
  const controls = [...row.querySelectorAll<HTMLElement>('a, button, input')].filter(
    one => one.checkVisibility() && !one.closest('[popover]'),
  )
  const next = controls[controls.findIndex(one => one.matches(':focus')) + (isForward ? 1 : -1)]
  next?.focus()
  return next !== undefined
}

/** @returns whether there was something to press */
export function pressIn(within: ParentNode | null, selector: string): boolean {
  const control = within?.querySelector<HTMLElement>(selector)
  control?.click()
  return control != null
}

export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')
  field?.focus()
  field?.select()
}

export const rowOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-keyway="key-row"]') ?? null

/** Is a dialog or a menu open, which handles the keyboard itself? */
export const isCovered = (): boolean =>
  document.querySelector('dialog[open], [popover]:popover-open') !== null
