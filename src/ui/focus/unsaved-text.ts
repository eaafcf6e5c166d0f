/**
 * A lock loads every page anew, and what was typed there and not saved goes with its memory. That there was something outlives the page, so
 * that the person hears of it; no letter of it does.
 */
const mark = 'unsaved'
/** What a person writes in; what they search by is no loss, nor half a passphrase. */
const fields =
  'textarea, input:not([type="search"], [type="checkbox"], [type="radio"], [type="file"], [type="password"])'

const typedIn = new Set<HTMLInputElement>()
/** The form that was sent last, until it is answered. */
let sent: EventTarget | null = null

export function noteTyping(): void {
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(fields)) typedIn.add(target as HTMLInputElement)
  })
  addEventListener('submit', ({ target }) => {
    sent = target
  })
}

/** An action was answered: a form that was refused has still to be saved. */
export function noteAnswer(isDone: boolean): void {
  if (isDone) for (const field of typedIn) if (field.form === sent) typedIn.delete(field)
  sent = null
}

/** To be called just before the page is emptied. */
export function noteUnsaved(): void {
  if ([...typedIn].some(field => field.isConnected && field.value !== '')) sessionStorage.setItem(mark, '1')
  else sessionStorage.removeItem(mark)
}

export const wasTextLost = (): boolean => sessionStorage.getItem(mark) !== null

/** It was said, and the vault is open. */
export const forgetLoss = (): void => sessionStorage.removeItem(mark)
