/**
 * A quick second press is meant for what stood there at the first one. Whatever has come to that place since, or says something else now,
 * does not get it; and an Enter that is held down presses once. So no double press deletes, saves or pays for what nobody has read.
 */

/** What a person knows a control by. The same button of the next step of a guide stands below another heading. */
const wordsOf = (control: Element | null) =>
  [
    control?.getAttribute('aria-label'),
    control?.textContent,
    document.querySelector('h1')?.textContent,
  ].join()

/** A label stands for its field: a press on it is a press on that. */
function controlAt({ target }: Event): Element | null {
  const found =
    target instanceof Element ? target.closest('button, a, summary, label, input, select, textarea') : null
  return found instanceof HTMLLabelElement ? found.control : found
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

export function guardSecondPress(signal?: AbortSignal): void {
  let first: { control: Element | null; words: string } | undefined
  const press = (event: MouseEvent) => {
    const control = controlAt(event)
    if (event.detail < 2) first = { control, words: wordsOf(control) }
    else if (first && (control !== first.control || wordsOf(control) !== first.words)) swallow(event)
  }
  const held = (event: KeyboardEvent) => {
    if (event.repeat && event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement))
      swallow(event)
  }
  const options = { capture: true, ...(signal && { signal }) }
  addEventListener('click', press, options)
  addEventListener('keydown', held, options)
}
