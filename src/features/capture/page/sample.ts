/** Is a key part of an example: in a line of a program, or beside the word “example”? Then it may be anybody’s. */
import { knowsWords, readsAs } from '../../guide/page/reads-as.ts'
import type { KeyText } from './key-texts.ts'

/** How many characters are read before and behind the key, of the block that holds it. */
const near = 1_500

const isLesson = (text: string): boolean => readsAs('lesson', text)

/**
 * Until the worker has sent the words by which examples are recognised, any key counts as one.
 * @param inProgram a line of a program alone makes it an example
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

function rest(text: string, key: string): string {
  const at = text.indexOf(key)
  return text.slice(Math.max(0, at - near), at + near).replaceAll(key, ' ')
}

const labelOf = (field: NonNullable<KeyText['field']>): string =>
  [
    ...[...(field.labels ?? [])].map(label => label.textContent),
    field.getAttribute('aria-label'),
    field.labels?.length ? '' : before(field),
  ].join(' ')

/** The text right before the key, when it is short. */
function before(element: Element): string {
  for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up++) {
    const text = at.previousSibling?.textContent?.trim()
    if (text) return text.length <= 120 ? text : ''
  }
  return ''
}
