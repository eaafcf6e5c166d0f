/** Reads words of the page: dialogs' titles, the main heading, whether a text is shown. Answers yes or no only. */
import { titlesOf as namesOf } from '../../../locator/place.ts'
import { DIALOGS, seeable } from '../../../locator/reach.ts'
import { fold } from '../../../locator/words.ts'
import { nodesOf } from '../../capture/page/key-texts.ts'
import type { PageFacts } from '../core/tour.ts'

export function openDialogs(): Element[] {
  const all = document.querySelectorAll(DIALOGS)
  return [...all].filter(dialog => seeable(dialog) && dialog.getAttribute('data-state') !== 'closed')
}

export const titlesOf = (dialog: Element): string[] => namesOf(dialog).map(fold)

/** Looks in all text first, which is cheap; only where the text occurs is checked whether it is drawn. */
export function textsShown(wanted: string[], dialogs: Element[]): string[] {
  const parts =
    wanted.length > 0 ? [...dialogs, document.querySelector('main') ?? document.documentElement] : []
  const all = parts.map(part => fold(part.textContent))
  return wanted.filter(text => {
    const needle = fold(text)
    return parts.some(
      (part, at) => all[at]?.includes(needle) && fold(textsIn(part, Boolean).join('')).includes(needle),
    )
  })
}

/** The texts that are drawn there and read so. */
export function textsIn(part: Element, reads: (text: string) => boolean): string[] {
  const texts: string[] = []
  for (const { nodeValue, parentElement } of nodesOf(part))
    if (nodeValue && reads(nodeValue) && parentElement && seeable(parentElement)) texts.push(nodeValue)
  return texts
}

export function headingAmong(expected: string[]): PageFacts['heading'] {
  const heading = [...document.querySelectorAll('main h1, main [role=heading][aria-level="1"], h1')].find(
    seeable,
  )
  if (!heading) return 'none'
  if (expected.length === 0) return 'expected'
  const text = fold(heading.textContent)
  return expected.some(name => text.includes(fold(name))) ? 'expected' : 'other'
}
