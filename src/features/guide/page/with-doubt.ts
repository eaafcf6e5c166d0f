/** Adds to the worker’s card what only the content script knows: the name of the element pointed at, numbers for several, the answer to the last press. Pure. */
import type { CardButton, CardContent } from '../../../overlay/card.ts'
import type { ViewCard } from '../core/card/card-content.ts'

/** What the content script knows of a target that is not certain: its name, or how many elements are possible. */
export type InDoubt = { name?: string; count: number }

/**
 * @param none the label of the button that says that it is none of them
 * @param answer the sentence about the last press, when there is one to show
 */
export function withDoubt(card: ViewCard, none: string, answer?: string, doubt?: InDoubt): CardContent {
  const { name = '', count = 0 } = doubt ?? {}
  const note = answer ?? (name && card.asks?.replace('{name}', () => name)) ?? ''
  const numbers = Array.from({ length: count && count + 1 }, (_, at): CardButton => {
    const [act, label] = at < count ? [`pick-${at + 1}`, `${at + 1}`] : ['no', none]
    return { act, label, kind: 'number' }
  })
  return { ...card, ...(note && { note }), buttons: [...card.buttons, ...numbers] }
}
