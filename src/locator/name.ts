/**
 * Accessible names and the texts around a control. A short computation of its own instead of dom-accessibility-api:
 * that one asks for computed style at every node, and this one reads attributes and text only (tests/locator/locator.bench.ts
 * measures both). Where hidden text inside a control matters, `heard` asks for visibility, and only there.
 */

import { roleOf } from './role.ts'
import { squash } from './squash.ts'

/** Texts longer than this name nothing; they are content. */
const LONGEST = 240

const NAMED_BY_CONTENT = new Set(
  (
    'button link menuitem menuitemcheckbox menuitemradio option radio checkbox switch tab treeitem heading cell gridcell ' +
    'columnheader rowheader row tooltip'
  ).split(' '),
)
/** Their text is no text of the page. */
export const MUTE = new Set('script style noscript template head title option datalist'.split(' '))

const INLINE = new Set(
  'a abbr b bdi bdo cite code em font i kbd label mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** The text of an element as a screen reader would say it: alt and aria-label instead of content, aria-hidden left out. */
export function heard(element: Element, strict = false): string {
  let text = ''
  const hear = (child: Node): void => {
    if (text.length > LONGEST * 4) return
    if (child.nodeType === 3) text += (child as Text).data
    else if (child.nodeType === 1) text += part(child as Element)
  }
  // Goes from sibling to sibling, because making a list of the children would take the browser far longer than reading them.
  const visit = (parent: Node): void => {
    const slotted =
      (parent as Element).localName === 'slot' ? (parent as HTMLSlotElement).assignedNodes() : []
    if (slotted[0]) slotted.forEach(hear)
    else for (let child = parent.firstChild; child; child = child.nextSibling) hear(child)
  }
  const part = (child: Element): string => {
    if (MUTE.has(child.localName) || child.matches('[aria-hidden=true],[hidden]')) return ''
    if (strict && !child.checkVisibility({ visibilityProperty: true })) return ''
    const label =
      child.getAttribute('aria-label') ?? (child.localName === 'img' ? child.getAttribute('alt') : null)
    if (label?.trim()) return ` ${label} `
    if (child.localName === 'svg') return ` ${titleOf(child)} `
    const before = text
    text = ''
    visit(child.shadowRoot ?? child)
    const inner = INLINE.has(child.localName) ? text : ` ${text} `
    text = before
    return inner
  }
  visit(element.shadowRoot ?? element)
  return squash(text)
}

const titleOf = (svg: Element): string => svg.querySelector('title')?.textContent ?? ''

/** Elements that an id list such as aria-labelledby names, in this document or shadow root. */
function byIds(element: Element, attribute: string): Element[] {
  const ids = element.getAttribute(attribute)
  if (!ids) return []
  const root = element.getRootNode() as Document | ShadowRoot
  if (!root.getElementById) return []
  return ids.split(/\s+/).flatMap(id => root.getElementById(id) ?? [])
}

/** The visible label texts of a field: <label>, aria-labelledby, or the aria-label that stands in for them. */
export function labelsOf(element: Element): string[] {
  const texts = byIds(element, 'aria-labelledby').map(label => heard(label))
  const labels = element.localName === 'button' ? null : (element as HTMLInputElement).labels
  if (labels) for (const label of labels) texts.push(labelText(label, element))
  const spoken = element.getAttribute('aria-label')
  if (spoken) texts.push(squash(spoken))
  return texts.filter(Boolean)
}

/** A label's text without the options or the value of the field that it wraps. */
function labelText(label: Element, field: Element): string {
  if (!label.contains(field)) return heard(label)
  let text = ''
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) text += (child as Text).data
      else if (child !== field && child.nodeType === 1 && !MUTE.has((child as Element).localName))
        visit(child)
    }
  }
  visit(label)
  return squash(text)
}

/** The accessible name by the order of the accname specification; never the value of a field that a person fills in. */
export function nameOf(element: Element, strict = false): string {
  const referred = squash(
    byIds(element, 'aria-labelledby')
      .map(label => (element === label ? ownLabel(label) : heard(label)))
      .join(' '),
  )
  if (referred) return referred
  const label = squash(element.getAttribute('aria-label') ?? '')
  if (label) return label
  const isNamedByContent = NAMED_BY_CONTENT.has(roleOf(element)) || element.matches('summary,legend')
  return (
    nativeName(element) ||
    (isNamedByContent && heard(element, strict)) ||
    squash(element.getAttribute('title') ?? '') ||
    squash(element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder') ?? '')
  )
}

const ownLabel = (element: Element): string => element.getAttribute('aria-label') ?? heard(element)

/** What a button without a value of its own says. */
const CAPTIONS: Record<string, string> = { submit: 'Submit', reset: 'Reset', button: '' }

function nativeName(element: Element): string {
  switch (element.localName) {
    case 'input': {
      const type = element.getAttribute('type')?.toLowerCase()
      const caption = type === undefined ? undefined : CAPTIONS[type]
      if (caption !== undefined) return squash(element.getAttribute('value') ?? caption)
      if (type === 'image')
        return squash(element.getAttribute('alt') ?? element.getAttribute('title') ?? 'Submit')
      return fromLabels(element)
    }
    case 'button':
    case 'select':
    case 'textarea':
      return fromLabels(element)
    case 'img':
    case 'area':
      return squash(element.getAttribute('alt') ?? '')
    case 'fieldset':
      return childText(element, 'legend')
    case 'table':
      return childText(element, 'caption')
    default:
      return ''
  }
}

function fromLabels(element: Element): string {
  // Asking every button for its labels searches the page each time; hardly one has any.
  if (element.localName === 'button' && !element.id && !element.closest('label')) return ''
  const labels = (element as HTMLInputElement).labels
  if (!labels?.length) return ''
  return squash([...labels].map(label => labelText(label, element)).join(' '))
}

function childText(element: Element, tag: string): string {
  const child = element.querySelector(tag)
  return child ? heard(child) : ''
}
