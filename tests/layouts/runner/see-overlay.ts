/**
 * What a person sees of Keyway in a page: the card's words and buttons, and the rings. The shadow root is closed: Chrome's protocol
 * finds it once for each document, and one question a look reads all of it, and what the page's judge says of it, because a walk looks
 * some hundred times.
 */
import type { CDPSession, Page } from 'puppeteer-core'
import type { Box, Truth } from './layout.ts'
import { askJudge, readTruth } from './see-truth.ts'

export type Button = { label: string; isDisabled: boolean; isOption: boolean; box: Box }

export type Card = {
  guide: string
  step: string
  title: string
  text: string
  /** How the step stands on the page, when that is not plain. */
  note: string
  isFolded: boolean
  isReceipt: boolean
  buttons: Button[]
}

/** `likely`: drawn dashed. `number`: one of several. The box is that of the thing, without the ring's own gap. */
export type Ring = { kind: 'certain' | 'likely' | 'numbered'; label: string; box: Box }

export type Overlay = { card?: Card; rings: Ring[] }

export type Seen = { overlay: Overlay; truth: Truth | undefined }

type Node = {
  backendNodeId: number
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
  contentDocument?: Node
}

/** How far a ring stands from its thing, in pixels (`src/overlay/geometry.ts`). */
const gap = 8

export function createEyes(page: Page) {
  let session: Promise<CDPSession> | undefined
  let root: string | undefined

  async function find(through: CDPSession): Promise<string | undefined> {
    const { root: tree } = await through.send('DOM.getDocument', { depth: -1, pierce: true })
    const shadow = ownRoot(tree as Node)
    if (!shadow) return undefined
    const { object } = await through.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId })
    return object.objectId
  }

  async function ask(through: CDPSession, objectId: string): Promise<Seen | null> {
    const { result } = await through.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: readAll,
      arguments: [{ value: gap }],
      returnByValue: true,
    })
    return (result.value as Seen | undefined) ?? null
  }

  return async function look(): Promise<Seen> {
    session ??= page.createCDPSession()
    const through = await session
    for (let count = 0; count < 2; count++) {
      try {
        root ??= await find(through)
        const seen = root === undefined ? null : await ask(through, root)
        if (seen) return seen
      } catch {
        // The document went between the two questions.
      }
      root = undefined
    }
    return { overlay: { rings: [] }, truth: await readTruth(page, []) }
  }
}

const readAll = `function (gap) {
  const overlay = (${readRoot}).call(this, gap)
  return overlay && { overlay, truth: (${askJudge})(overlay.rings.map(({ box }) => box)) }
}`

/** The closed root that has Keyway's parts in it. */
function ownRoot(node: Node): Node | undefined {
  for (const shadow of node.shadowRoots ?? []) if (hasPart(shadow)) return shadow
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = ownRoot(child)
    if (found) return found
  }
}

function hasPart(node: Node): boolean {
  const names = node.attributes ?? []
  return (
    names.some((name, index) => index % 2 === 0 && name === 'data-keyway') ||
    (node.children ?? []).some(hasPart)
  )
}

/** Runs in the page, on the root. */
function readRoot(this: ShadowRoot, gap: number): Overlay | null {
  if (!this.host.isConnected) return null
  const boxOf = (element: Element, less = 0) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + less, y: y + less, width: width - 2 * less, height: height - 2 * less }
  }
  const isSeen = (element: Element) =>
    element.getBoundingClientRect().width > 0 && element.checkVisibility({ visibilityProperty: true })
  const textOf = (element: Element | null) =>
    ((element as HTMLElement | null)?.innerText ?? '').replace(/\s+/g, ' ').trim()
  const rings: Ring[] = []
  let card: Card | undefined
  for (const part of this.querySelectorAll<HTMLElement>('[data-keyway]')) {
    if (!isSeen(part)) continue
    const name = part.dataset.keyway ?? ''
    if (
      name === 'pill' ||
      part.closest('[data-keyway=card], [data-keyway=pill]') !== (name === 'card' ? part : null)
    )
      continue
    if (name === 'card') {
      card = {
        guide: part.dataset.guide ?? '',
        step: part.dataset.step ?? '',
        title: textOf(part.querySelector('h2')),
        text: textOf(part),
        note: [...part.querySelectorAll('.note.plain')].map(textOf).join(' '),
        isFolded: part.matches('.pill'),
        isReceipt: part.querySelector('dl') !== null || part.dataset.step === 'receipt',
        buttons: [...part.querySelectorAll('button')]
          .filter(button => isSeen(button) && !button.closest('header') && !button.matches('.fold'))
          .map(button => ({
            label: textOf(button.querySelector('span') ?? button),
            isDisabled: button.disabled || button.getAttribute('aria-disabled') === 'true',
            isOption: button.closest('fieldset') !== null,
            box: boxOf(button),
          })),
      }
      continue
    }
    const style = getComputedStyle(part)
    const label = textOf(part)
    const isDashed = [style.borderTopStyle, style.outlineStyle].includes('dashed')
    rings.push({
      kind: /^\d+$/.test(label) ? 'numbered' : isDashed ? 'likely' : 'certain',
      label,
      box: boxOf(part, gap),
    })
  }
  return { ...(card && { card }), rings }
}
