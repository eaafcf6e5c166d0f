/** What only the page's side can add to a card: the name of what is pointed at, numbers for several, an answer that came just now. Pure. */
import type { CardButton, CardContent } from '../../../overlay/card.ts'
import type { ViewCard } from '../core/card/card-content.ts'

/** What the page itself knows of a target that is not certain: how it is called, or how many it may be. */
export type InDoubt = { name?: string; count: number }

/**
 * @param none what says that it is none of several
 * @param answer what came of the last press, when it has to be said
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
