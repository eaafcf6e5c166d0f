/**
 * A lock loads every page anew, and what was typed there and not saved goes with its memory. That there was something outlives the page, so
 * that the person hears of it; no letter of it does.
 */
const mark = 'unsaved'
/** What a person writes in; what they search by is no loss. */
const fields = 'textarea, input:not([type="search"], [type="checkbox"], [type="radio"], [type="file"])'

let last: HTMLInputElement | undefined

export function noteTyping(): void {
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(fields)) last = target as HTMLInputElement
  })
  addEventListener('submit', () => {
    last = undefined
  })
}

/** To be called just before the page is emptied. */
export function noteUnsaved(): void {
  if (last?.isConnected && last.value !== '') sessionStorage.setItem(mark, '1')
  else sessionStorage.removeItem(mark)
}

export const wasTextLost = (): boolean => sessionStorage.getItem(mark) !== null
