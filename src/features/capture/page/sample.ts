/** Is a key part of a lesson: one line of a program, or beside the word "example"? Then it may be anybody's. Reads, decides nothing else. */
import type { KeyText } from './key-texts.ts'

const program =
  /\bcurl\b|\bimport\b|require\(|\bBearer\b|\bfetch\(|api\.openai\.com|\bprint\(|\bconst\b|\bOpenAI\(/i
/** "Example" as the platform's languages have it. */
const lesson =
  /\bexamples?\b|\be\.g\.|\bsamples?\b|\bdemo\b|looks like|tutorial|quick ?start|placeholder|beispiel|exemp[le]|ejemplo|esempi|przykład|voorbeeld|eksempel|örnek|contoh|ví dụ|пример|مثال|उदाहरण|例|サンプル|예시/i

/** How far around it is read, in characters. */
const near = 1_500

export function isSample({ key, element, field }: KeyText): boolean {
  if (field) return lesson.test(labelOf(field)) || program.test(rest(field.value, key))
  const block = element.closest('pre, figure, [class*=code], [class*=Code]') ?? element
  const around = rest(block.textContent, key)
  if (program.test(around) || lesson.test(around)) return true
  const below = block.nextSibling?.textContent?.trim() ?? ''
  return lesson.test(before(block)) || (below.length <= 120 && lesson.test(below))
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
