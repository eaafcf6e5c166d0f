/**
 * Finds every whole key that stands in a page as text: in fields, in text that is cut into pieces by inline elements, in open
 * shadow roots and frames of the same origin. Says where it stands, not whether a person sees it (sight.ts does).
 */
import { seeable } from '../../../locator/reach.ts'
import { pageOf } from '../../../locator/tree.ts'
import { isMarked, isWholeKey, keyLike } from '../../../providers/recognition/key-shapes.ts'

export type Field = HTMLInputElement | HTMLTextAreaElement
export type Piece = { node: Text; from: number; to: number }

/** One place where a whole key stands. */
export type KeyText = {
  key: string
  /** The field that holds it, or the smallest element around its text or its fields. */
  element: Element
  field?: Field
  /** Each holds a part of it, and none of them can be written in. */
  fields?: Field[]
  /** The parts of text nodes that make it up, in order; none for a field. */
  pieces: Piece[]
}

/** Limits for one look through all roots together: nodes, and characters of text. */
export type Budget = { nodes: number; letters: number }
/** How much one look goes through while a guide runs. When the person asks for a key it is more (reveal.ts). */
export const glance: Budget = { nodes: 20_000, letters: 500_000 }

const unread = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SELECT', 'HEAD', 'svg', 'OBJECT'])
const textFields = /^(?:text|search|url|email|tel|password|textarea)$/
/** Invisible characters that a page puts into a long word so that it may break. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/
const keySigns = /[\w\u00AD\u200B-\u200D\u2060\uFEFF-]/
const runs = /(?<![\w.*•…-])sk-[\w\u00AD\u200B-\u200D\u2060\uFEFF-]*/g
/** Characters that stand for the part that a shortened key leaves out. */
const gap = /^(?:[*•●∙·⋅◦…]|\.\.)/

export const isField = (element: Element): element is Field =>
  /^(?:INPUT|TEXTAREA)$/.test(element.tagName) && textFields.test((element as Field).type)

export function findKeyTexts(root: Document | ShadowRoot | Element, budget: Budget): KeyText[] {
  const found: KeyText[] = []
  for (const node of nodesOf(root, budget)) {
    if (node.nodeType === Node.TEXT_NODE) found.push(...inText(node as Text))
    else if (isField(node as Element)) found.push(...inField(node as Field), ...inFields(node as Field))
  }
  return found
}

/** Every text node and element in document order, shadow roots and frames in the place of their hosts. */
export function* nodesOf(root: Node, budget: Budget = { ...glance }): Generator<Text | Element> {
  const inside = root.ownerDocument ?? (root as Document)
  const walker = inside.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, node =>
    unread.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    budget.letters -= node.nodeValue?.length ?? 0
    if (budget.nodes-- <= 0 || budget.letters < 0) return
    yield node as Text | Element
    if (node.nodeType !== Node.ELEMENT_NODE) continue
    const inner = (node as Element).shadowRoot ?? pageOf(node as Element)
    if (inner) yield* nodesOf(inner, budget)
  }
}

function inField(field: Field): KeyText[] {
  return (field.value.slice(0, 20_000).match(keyLike) ?? [])
    .filter(isWholeKey)
    .map(key => ({ key, element: field, field, pieces: [] }))
}

/** A key that begins in this field and goes on in others: all the fields of that part of the page, in their order. */
function inFields(first: Field): KeyText[] {
  if (!/^sk-[\w-]+$/.test(first.value) || isWholeKey(first.value)) return []
  for (let element = first.parentElement, up = 0; element && up < 4; element = element.parentElement, up++) {
    const fields = [...element.querySelectorAll('input,textarea')].filter(isField).filter(seeable)
    const key = fields.map(({ value }) => value).join('')
    if (isWholeKey(key) && isMarked(key) && fields.every(one => one.matches(':read-only')))
      return [{ key, element, fields, pieces: [] }]
  }
  return []
}

function inText(node: Text): KeyText[] {
  const written = node.data.trimEnd()
  const found: KeyText[] = []
  // The page may put each letter into an element of its own: then the first pieces are too short to tell.
  const cut = /(?<![\w-])sk?$/.exec(written)
  // A text that ends within this node before a key could be whole is not the beginning of one.
  for (const { 0: run, index } of written.matchAll(runs))
    if (run.length > 34 || index + run.length === written.length) found.push(...readFrom(node, index))
  if (cut && !node.parentElement?.matches('textarea, option')) found.push(...readFrom(node, cut.index))
  return found
}

/** Reads on from here across text nodes, as a person does, and takes the text when it is a whole key. */
function readFrom(start: Text, from: number): KeyText[] {
  const pieces: Piece[] = []
  const readings: { key: string; pieces: number }[] = []
  let text = ''
  let isCut = false
  let at = from
  let node: Text | null = start
  while (node && text.length <= 420) {
    const begun = at
    for (; at < node.data.length && keySigns.test(node.data[at] ?? ''); at++)
      if (!unseen.test(node.data[at] ?? '')) text += node.data[at]
    if (at > begun) pieces.push({ node, from: begun, to: at })
    const rest = node.data.slice(at)
    isCut = gap.test(rest)
    if (!isCut || pieces.at(-1)?.node !== node) readings.push({ key: text, pieces: pieces.length })
    if (rest.trim() !== '') break
    node = nextText(node)
    at = node ? node.data.search(/\S/) : 0
  }
  // With OpenAI’s marker inside, the key’s length and so its end is certain. Without it the text has to end where the key does.
  const [only] = readings
  const goesOn = isCut || readings.some(({ key }) => key !== only?.key)
  const found = readings.findLast(
    ({ key }) => isWholeKey(key) && (isMarked(key) || (key === only?.key && !goesOn)),
  )
  const own = pieces.slice(0, found?.pieces)
  const [first, last] = [own[0], own.at(-1)]
  return found && first && last ? [{ key: found.key, element: around(first, last), pieces: own }] : []
}

/** The next text that is drawn. */
function nextText(from: Text): Text | null {
  const walker = (from.ownerDocument as Document).createTreeWalker(from.getRootNode(), NodeFilter.SHOW_TEXT)
  walker.currentNode = from
  for (let steps = 0; steps < 40; steps++) {
    const node = walker.nextNode() as Text | null
    const parent = node?.parentElement
    if (!parent) return null
    if (unread.has(parent.nodeName) || parent.tagName === 'TEXTAREA' || node.data.trim() === '') continue
    if (seeable(parent)) return node
  }
  return null
}

/** From where the first piece begins to where the last one ends. */
export function rangeOf(first: Piece, last = first): Range {
  const range = (first.node.ownerDocument as Document).createRange()
  range.setStart(first.node, first.from)
  range.setEnd(last.node, last.to)
  return range
}

function around(first: Piece, last: Piece): Element {
  const shared = rangeOf(first, last).commonAncestorContainer
  return shared.nodeType === Node.ELEMENT_NODE ? (shared as Element) : (shared.parentElement as Element)
}
