/** Is a key part of a lesson: one line of a program, or beside the word "example"? Then it may be anybody's. Reads, decides nothing else. */
import { knowsWords, readsAs } from '../../guide/page/reads-as.ts'
import type { KeyText } from './key-texts.ts'

/** How far around it is read, in characters. */
const near = 1_500

const isLesson = (text: string): boolean => readsAs('lesson', text)

/**
 * As long as the words for it are not known, any key may be one.
 * @param inProgram a program alone counts, too
 */
export function isSample({ key, element, field }: KeyText, inProgram = true): boolean {
  const isProgram = (text: string): boolean => inProgram && readsAs('program', text)
  if (!knowsWords()) return true
  if (field) return isLesson(labelOf(field)) || isProgram(rest(field.value, key))
  const block = element.closest('pre, figure, [class*=code], [class*=Code]') ?? element
  const around = rest(block.textContent, key)
  if (isProgram(around) || isLesson(around)) return true
  const below = block.nextSibling?.textContent?.trim() ?? ''
  return isLesson(before(block)) || (below.length <= 120 && isLesson(below))
}

const rest = (text: string, key: string): string => text.slice(0, near).replaceAll(key, ' ')

const labelOf = (field: NonNullable<KeyText['field']>): string =>
  [
    ...[...(field.labels ?? [])].map(label => label.textContent),
    field.getAttribute('aria-label'),
    field.labels?.length ? '' : before(field),
  ].join(' ')

/** What stands right before it, when that is short. */
function before(element: Element): string {
  for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up++) {
    const text = at.previousSibling?.textContent?.trim()
    if (text) return text.length <= 120 ? text : ''
  }
  return ''
}
