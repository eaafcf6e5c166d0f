/**
 * Makes a page of a report: the same roles, states, nesting and boxes, with the words that the report holds. A word that it does not
 * hold is a block; one of which it says what it means is another word that means it. `npm run page-from-report FILE` calls this.
 */
import { isAddress, type Part, readLine } from '../../../../src/features/guide/core/report/report-lines.ts'
import { catalogueOf } from '../../../../src/features/guide/core/report/report-words.ts'
import { everySaying } from '../../../../src/guides/concepts.ts'
import { guides } from '../../../../src/guides/index.ts'

const catalogue = catalogueOf(guides, everySaying)
const wordings = new Set(catalogue.wordings.map(text => text.toLowerCase()))

type Node = { part: Part; line: number; children: Node[] }
export type PageOfReport = { name: string; html: string }

/** @param line the line of the report that is the target; without it the one that a person showed. Throws, and says why. */
export function pageOfReport(report: string, line?: number): PageOfReport {
  const lines = report.split(/\r?\n/)
  const head = (pattern: RegExp) =>
    lines.map(one => pattern.exec(one)?.[1]).find(found => found !== undefined)
  if (lines[0] !== 'Keyway report 1')
    throw new Error('This is no report of Keyway’s, or one of another kind.')
  const guide = guides.find(({ id }) => id === head(/^Guide ([\w-]+),/))
  const target = head(/, target ([\w-]+),/)
  if (!guide || target === undefined || !Object.hasOwn(guide.targets, target))
    throw new Error('The report names a guide or a target that is none.')
  const nodes = lines.flatMap((text, index): Node[] => {
    const part = readLine(text, catalogue)
    if (!part && /^ *- /.test(text))
      throw new Error(`Line ${index + 1} is no line of a report: ${JSON.stringify(text)}`)
    return part ? [{ part, line: index + 1, children: [] }] : []
  })
  const expected = nodes.find(node => (line === undefined ? node.part.isShown : node.line === line))
  if (!expected)
    throw new Error(
      'Nobody showed which thing it is. Read the report and say its line: npm run page-from-report FILE -- --line N',
    )
  const body = nested(nodes)
    .map(node => drawn(node, [0, 0], expected))
    .join('\n')
  const address = head(/^Page (\S+), window/) ?? '/'
  if (!isAddress(address, catalogue)) throw new Error('The report says an address that no report may hold.')
  return {
    name: `${guide.id}-${target}`,
    html: `<!doctype html>
<html lang="en" data-guide="${guide.id}" data-target="${target}" data-address="${address.replace(/▮[×\d…▮]*/g, 'x')}">
<meta charset="utf-8">
<title>Keyway: a page of a report</title>
<style>* { box-sizing: border-box; margin: 0 } [data-box] { position: absolute; overflow: visible; font: 14px sans-serif }</style>
${body}
</html>
`,
  }
}

function nested(nodes: Node[]): Node[] {
  const top: Node[] = []
  const open: Node[] = []
  for (const node of nodes) {
    while ((open.at(-1)?.part.depth ?? -1) >= node.part.depth) open.pop()
    ;(open.at(-1)?.children ?? top).push(node)
    open.push(node)
  }
  return top
}

/** More of what is alike adds nothing. */
const mostAlike = 20

function drawn(node: Node, [x, y]: [number, number], expected: Node): string {
  const { part, children } = node
  const [left, top, width, height] = part.box
  const draw = (index: number) => {
    const inside = children.map(child => drawn(child, [left, top], expected)).join('')
    const attributes = {
      ...attributesOf(part),
      ...(node === expected && index === 0 && { 'data-expected': '' }),
      'data-box': part.box.join(' '),
      style: `left:${left - x}px;top:${top - y + index * height}px;width:${width}px;height:${height}px`,
    }
    const written = Object.entries(attributes)
      .map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`))
      .join(' ')
    const tag = part.tag === 'other' || part.tag === 'iframe' || part.tag === 'frame' ? 'div' : part.tag
    if (tag === 'input') return `<input ${written}>`
    const text = isNamedApart(part) ? '' : escaped(wordsOf(part.says, part.means))
    return `<${tag} ${written}>${text}${inside}</${tag}>`
  }
  const count = 1 + Math.min(part.alike ?? 0, mostAlike)
  return Array.from({ length: count }, (_, index) => draw(index)).join('\n')
}

/** Its words stand in an attribute, not inside of it. */
const isNamedApart = ({ tag, role }: Part): boolean =>
  ['input', 'select', 'textarea', 'table', 'fieldset'].includes(tag) ||
  /^(?:dialog|alertdialog|navigation|main|region|complementary|form|search|group|grid|radiogroup|menu|toolbar|tablist|tabpanel|combobox)$/.test(
    role,
  )

const byState: Record<string, Record<string, string>> = {
  expanded: { 'aria-expanded': 'true' },
  collapsed: { 'aria-expanded': 'false' },
  required: { 'aria-required': 'true' },
  invalid: { 'aria-invalid': 'true' },
  'read-only': { readonly: '' },
  editable: { contenteditable: 'true' },
  'opens-list': { 'aria-haspopup': 'listbox' },
  'opens-menu': { 'aria-haspopup': 'menu' },
  'opens-dialog': { 'aria-haspopup': 'dialog' },
  current: { 'aria-current': 'page' },
  busy: { 'aria-busy': 'true' },
  modal: { 'aria-modal': 'true' },
}

/** What a tag is by itself is not written: a header is a banner only at the top of a page. */
const byTag: Record<string, string> = {
  header: 'banner',
  footer: 'contentinfo',
  main: 'main',
  nav: 'navigation',
  aside: 'complementary',
  section: 'region',
  form: 'form',
  button: 'button',
  a: 'link',
  textarea: 'textbox',
  dialog: 'dialog',
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'columnheader',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
}

function attributesOf(part: Part): Record<string, string> {
  const { role, tag, type, says, hint, means, states, to } = part
  const isNative = /^(?:button|input|select|textarea)$/.test(tag)
  const has = (state: string) => states.includes(state)
  const toggled = has('checked') || has('unchecked')
  const isBox = type === 'checkbox' || type === 'radio'
  return {
    ...(role && role !== byTag[tag] && { role }),
    ...(type && { type }),
    ...(tag === 'dialog' && { open: '' }),
    ...(tag === 'a' && {
      href: to && to !== '?' && to !== 'elsewhere' ? to.replace(/▮[×\d…▮]*/g, 'x') : '#',
    }),
    ...(isNamedApart(part) && says && says !== hint && { 'aria-label': wordsOf(says, means) }),
    ...(hint && { placeholder: wordsOf(hint) }),
    ...(has('disabled') && (isNative ? { disabled: '' } : { 'aria-disabled': 'true' })),
    ...(toggled && (isBox ? has('checked') && { checked: '' } : { 'aria-checked': String(has('checked')) })),
    ...(has('filled') && tag === 'input' && !isBox && { value: '▮' }),
    ...Object.assign({}, ...states.map(state => byState[state] ?? {})),
  }
}

/** The report's own words; for what only has a meaning, words of that meaning that no guide knows as a whole. */
function wordsOf(says = '', means: string[] = []): string {
  if (means.length === 0 || wordings.has(says.toLowerCase())) return says
  for (let at = 0; at < 8; at++) {
    const words = means.map(one => everySaying[one]?.[at % (everySaying[one]?.length ?? 1)] ?? '')
    const text = [...new Set(words)].join(' ')
    if (!wordings.has(text)) return text
  }
  return says
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
