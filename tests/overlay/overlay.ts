/** Sees and presses what Keyway draws in a page. Its shadow root is closed: only Chrome's protocol can look inside. */
import type { CDPSession, Page } from 'puppeteer-core'
import { poll } from '../browser/poll.ts'

export type Box = { x: number; y: number; width: number; height: number }
export type Part = {
  name: string
  text: string
  box: Box
  data: Record<string, string>
  buttons: { name: string; disabled: boolean; box: Box }[]
}

type Node = { backendNodeId: number; attributes?: string[]; children?: Node[]; shadowRoots?: Node[] }

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page)
  if (!session) {
    session = page.createCDPSession()
    sessions.set(page, session)
  }
  return session
}

/** Every part on the page that is drawn now, in document order. */
export async function parts(page: Page): Promise<Part[]> {
  const session = await sessionOf(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const found: Part[] = []
  for (const backendNodeId of rootsWithMarks(root as Node)) {
    try {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId })
      if (!object.objectId) continue
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: lookThrough,
        returnByValue: true,
      })
      found.push(...((result.value ?? []) as Part[]))
    } catch {
      // It went between the two questions.
    }
  }
  return found
}

/** Asks a question of the card's own element. */
export async function inCard<A extends unknown[], R>(
  page: Page,
  question: (this: HTMLElement, ...given: A) => R,
  ...given: A
): Promise<R> {
  const session = await sessionOf(page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  for (const { backendNodeId, attributes = [] } of marked(root as Node)) {
    if (!['card', 'pill'].includes(attributes[attributes.indexOf('data-keyway') + 1] ?? '')) continue
    const { object } = await session.send('DOM.resolveNode', { backendNodeId })
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: question.toString(),
      arguments: given.map(value => ({ value })),
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description)
    return result.value as R
  }
  throw new Error('No card is drawn.')
}

export async function part(page: Page, name: string): Promise<Part | undefined> {
  return (await parts(page)).find(one => one.name === name)
}

/** The card when it says something that matches, or undefined. */
export async function card(page: Page): Promise<Part | undefined> {
  return part(page, 'card')
}

export async function spotlight(page: Page): Promise<Part | undefined> {
  return part(page, 'spotlight')
}

/**
 * Presses a button of the card with the mouse, as a person would: after it has stood still where it is for a moment, and again when the
 * press did not count. It does not where the browser was too busy to say what was on the screen just then: the button is greyed out
 * for its half second once more, and comes back with nothing else said on the card.
 */
export async function pressCard(
  page: Page,
  text: string | RegExp,
  within = 'card',
  isWanted: Wanted = () => true,
): Promise<void> {
  const before = await pressSettled(page, text, within, isWanted)
  if (before === '') return
  for (let again = 0; again < 5; again++) {
    if (!(await isUnheard(page, text, within, before))) return
    if ((await pressSettled(page, text, within, all => said(all) === before)) === '') return
  }
}

/** Looked at until the press: what is drawn by then may not be what the press was for. */
type Wanted = (all: Part[]) => boolean | Promise<boolean>

/** What Keyway says on the page, wherever it stands. */
const said = (all: Part[]): string =>
  JSON.stringify(all.map(({ name, text, data }) => [name, text, data.step]))

const buttonsIn = (all: Part[], text: string | RegExp, within: string) =>
  all
    .filter(one => one.name === within)
    .flatMap(one => one.buttons)
    .filter(one => matches(one.name, text))

/** The one button that a page could lure a press onto. */
const guarded = 'Save to Keyway'

/**
 * After a press nothing is said but what was said before, and the button is greyed out; or, of the guarded one, it was for a moment that
 * nobody saw: such a press that counts is always answered.
 */
async function isUnheard(
  page: Page,
  text: string | RegExp,
  within: string,
  before: string,
): Promise<boolean> {
  const end = Date.now() + (matches(guarded, text) ? 5_000 : 1_200)
  while (Date.now() < end) {
    // The press may have led the page elsewhere, or closed it.
    const now = await parts(page).catch(() => [])
    if (said(now) !== before) return false
    if (!buttonsIn(now, text, within).some(one => !one.disabled)) return true
    await new Promise(done => setTimeout(done, 80))
  }
  return matches(guarded, text)
}

/**
 * The overlay takes a press only after it was wholly visible for 500 ms: so waits until nothing has moved for longer.
 *
 * @param isWanted presses only while it is
 * @returns what was said at the press; '' when it was not pressed
 */
async function pressSettled(
  page: Page,
  text: string | RegExp,
  within: string,
  isWanted: Wanted,
): Promise<string> {
  let last = ''
  let since = Date.now()
  const found = await poll(
    async () => {
      // The press before may have led the page elsewhere, or closed it.
      const all = await parts(page).catch(() => [])
      if (!(await isWanted(all))) return 'not wanted'
      const button = buttonsIn(all, text, within).find(one => !one.disabled)
      const place = JSON.stringify(button ?? null)
      if (place !== last) {
        last = place
        since = Date.now()
      }
      return button && Date.now() - since > 800 ? { box: button.box, all } : undefined
    },
    async () => {
      const seen = (await parts(page)).map(
        one =>
          `${one.name} "${one.text}" with buttons ${one.buttons.map(button => `"${button.name}"`).join(', ')}`,
      )
      return `a button ${text} on Keyway's ${within}; drawn now: ${seen.join(' | ') || 'nothing'}`
    },
  )
  if (found === 'not wanted') return ''
  const x = found.box.x + found.box.width / 2
  const y = found.box.y + found.box.height / 2
  await page.mouse.move(x - 3, y - 2)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.up()
  return said(found.all)
}

export function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.trim() === wanted : wanted.test(text)
}

function marked(node: Node): Node[] {
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(marked)
  return isMarked(node) ? [node, ...inside] : inside
}

const isMarked = ({ attributes = [] }: Node): boolean =>
  attributes.some((name, index) => index % 2 === 0 && name === 'data-keyway')

/** The document and the shadow roots, closed ones too, that have a marked element of their own. Each is asked once: tests ask often. */
function rootsWithMarks(root: Node): number[] {
  const inside: Node[] = []
  const hasMark = (node: Node): boolean => {
    inside.push(...(node.shadowRoots ?? []))
    // Every child is gone through, for the shadow roots in it.
    const below = (node.children ?? []).filter(hasMark).length > 0
    return below || isMarked(node)
  }
  const here = hasMark(root) ? [root.backendNodeId] : []
  return [...here, ...inside.flatMap(rootsWithMarks)]
}

/** Runs in the page, on a root: all that is marked in it. */
const lookThrough = `function () { return [...this.querySelectorAll('[data-keyway]')].map(one => (${look}).call(one)).filter(Boolean) }`

/** Runs in the page, on one marked element. */
function look(this: HTMLElement): Part | null {
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const box = boxOf(this)
  if (box.width === 0 || box.height === 0 || !this.checkVisibility({ visibilityProperty: true })) return null
  const scope = this.matches('button')
    ? [this]
    : [...this.querySelectorAll('button, a[href], [role="button"]')]
  return {
    name: this.dataset.keyway ?? '',
    text: this.innerText.replace(/\s+/g, ' ').trim(),
    box,
    data: { ...this.dataset } as Record<string, string>,
    buttons: scope
      .filter(button => button.checkVisibility({ visibilityProperty: true }))
      .map(button => ({
        name: (button.getAttribute('aria-label') ?? (button as HTMLElement).innerText)
          .replace(/\s+/g, ' ')
          .trim(),
        disabled: (button as HTMLButtonElement).disabled || button.getAttribute('aria-disabled') === 'true',
        box: boxOf(button),
      })),
  }
}
