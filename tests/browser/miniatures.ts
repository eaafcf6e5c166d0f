/**
 * The drawn miniatures of guide steps: boxes of the practice platform's pages at a quarter of their size, and where on them each target of
 * a guide stands. Drawn by screens from these numbers: no picture of a real page is shown, and both themes come from one drawing.
 */
import type { Page } from 'puppeteer-core'
import type { Miniatures } from '../../src/features/guide/screen/miniature/miniature-data.ts'
import { guides } from '../../src/guides/index.ts'
import { usualMarks } from '../features/guide/walk.ts'
import { walks } from '../features/guide/walks.ts'
import type { MarkName } from '../practice/marks.ts'
import { initialState, type Patch } from '../practice/state.ts'
import type { Harness } from './harness.ts'
import { poll } from './poll.ts'
import { press, type } from './practice-page.ts'

export const size = { width: 1280, height: 800 }

type Scene = {
  id: string
  path: string
  state?: Patch
  /** What is pressed to come there; a pair is typed. */
  do?: (MarkName | [MarkName, string])[]
}

const organization = '/settings/organization'
const oneKey: Patch = { keys: [{ name: 'Laptop' }] }

/** The first that shows a target is the one it is drawn on. */
const scenes: Scene[] = [
  { id: 'home', path: '/home' },
  { id: 'signed-out', path: '/', state: { person: { signedIn: false } } },
  { id: 'keys', path: '/api-keys', state: oneKey },
  { id: 'no-keys', path: '/api-keys', state: { keys: [] } },
  { id: 'new-key', path: '/api-keys', do: ['create-opener'] },
  { id: 'restricted', path: '/api-keys', do: ['create-opener', 'permissions-restricted'] },
  { id: 'shown-key', path: '/api-keys', do: ['create-opener', ['key-name', 'Laptop'], 'create-submit'] },
  { id: 'revoke', path: '/api-keys', state: oneKey, do: ['key-delete'] },
  { id: 'edit-key', path: '/api-keys', state: oneKey, do: ['key-edit'] },
  { id: 'billing', path: `${organization}/billing/overview` },
  {
    id: 'trial',
    path: `${organization}/billing/overview`,
    state: { billing: { plan: 'trial', card: null } },
  },
  { id: 'payment-methods', path: `${organization}/billing/payment-methods` },
  { id: 'limits', path: `${organization}/limits` },
  { id: 'edit-limit', path: `${organization}/limits`, do: ['limit-edit'] },
  { id: 'projects', path: `${organization}/projects` },
  { id: 'new-project', path: `${organization}/projects`, do: ['project-create'] },
  { id: 'usage', path: '/usage' },
  { id: 'security', path: '/settings/profile/security' },
  { id: 'organization', path: `${organization}/general` },
  { id: 'data-controls', path: `${organization}/data-controls` },
]

export async function drawMiniatures(h: Harness): Promise<Miniatures> {
  const page = await h.newPage()
  await page.setViewport(size)
  const drawn: Miniatures = { scenes: {}, targets: {}, steps: {} }
  for (const scene of scenes) {
    h.practice?.set(initialState())
    h.practice?.set({ theme: 'light', ...scene.state })
    await page.goto(`https://platform.openai.com${scene.path}`, { waitUntil: 'load' })
    await page.bringToFront()
    for (const act of scene.do ?? [])
      if (typeof act === 'string') await press(page, act)
      else await type(page, ...act)
    await rest(page)
    drawn.scenes[scene.id] = await page.evaluate(boxesOf)
    for (const [mark, box] of Object.entries(await page.evaluate(markedBoxes, wanted())))
      drawn.targets[mark] ??= [scene.id, ...box]
  }
  await page.close()
  for (const guide of guides)
    for (const step of guide.steps) {
      const walk = walks.find(one => one.guide === guide.id)
      const marks = step.target ? (walk?.marks?.[step.target] ?? usualMarks[step.target]) : undefined
      const mark = [marks ?? []].flat().find(one => one in drawn.targets)
      if (mark) drawn.steps[`${guide.id}/${step.id}`] = mark
    }
  const used = new Set(Object.values(drawn.steps))
  drawn.targets = Object.fromEntries(Object.entries(drawn.targets).filter(([mark]) => used.has(mark)))
  const shown = new Set(['no-keys', ...Object.values(drawn.targets).map(([scene]) => scene)])
  drawn.scenes = Object.fromEntries(Object.entries(drawn.scenes).filter(([id]) => shown.has(id)))
  return drawn
}

/** Every mark that a step of a guide points to. */
const wanted = (): string[] => [
  ...new Set(
    guides.flatMap(guide => {
      const own = walks.find(one => one.guide === guide.id)?.marks ?? {}
      return guide.steps.flatMap(({ target }) => (target ? (own[target] ?? usualMarks[target] ?? []) : []))
    }),
  ),
]

async function rest(page: Page): Promise<void> {
  let last = ''
  await poll(async () => {
    const now = JSON.stringify(await page.evaluate(boxesOf))
    const same = now === last
    last = now
    return same
  }, 'the page to stand still')
}

/** Runs in the page: what is drawn of it, back to front, in units of four CSS pixels. */
function boxesOf(): [string, number, number, number, number][] {
  const unit = 4
  const [right, bottom] = [innerWidth, innerHeight]
  const shown = (element: Element) => {
    const { width, height, left, top } = element.getBoundingClientRect()
    return (
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      width > 2 &&
      height > 2 &&
      left < right &&
      top < bottom
    )
  }
  const boxes: [string, number, number, number, number][] = []
  const add = (kind: string, { left, top, width, height }: DOMRect) => {
    const x = Math.max(0, Math.round(left / unit))
    const y = Math.max(0, Math.round(top / unit))
    const w = Math.min(Math.round(right / unit) - x, Math.round(width / unit))
    const h = Math.min(Math.round(bottom / unit) - y, Math.round(height / unit))
    const box: [string, number, number, number, number] = [kind, x, y, Math.max(1, w), Math.max(1, h)]
    if (w > 0 && h > 0 && !boxes.some(one => JSON.stringify(one) === JSON.stringify(box))) boxes.push(box)
  }
  const drawIn = (within: Element, without: Element | null) => {
    const controls = 'button, [role="button"], input, select, textarea, [role="combobox"], [role="switch"]'
    for (const element of within.querySelectorAll(`nav, aside, ${controls}`)) {
      if (!shown(element) || without?.contains(element)) continue
      const kind = element.matches('nav, aside')
        ? 'n'
        : element.matches('input, select, textarea, [role="combobox"]')
          ? 'f'
          : 'b'
      add(kind, element.getBoundingClientRect())
    }
    const texts = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim() || !shown(parent) || without?.contains(parent)) continue
      if (parent.closest('script, style, select, option')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const line of range.getClientRects())
        if (line.left < right && line.top < bottom && line.width > 4)
          // A word is a bar in the middle of its line.
          add(
            parent.closest('h1, h2, h3') ? 'h' : 't',
            new DOMRect(line.left, line.top + line.height * 0.32, line.width, line.height * 0.36),
          )
    }
  }
  const dialog = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], dialog[open]')]
    .filter(shown)
    .at(-1)
  const root = document.body
  drawIn(root, dialog ?? null)
  if (dialog) {
    boxes.push(['s', 0, 0, Math.round(right / unit), Math.round(bottom / unit)])
    add('d', dialog.getBoundingClientRect())
    drawIn(dialog, null)
  }
  return boxes
}

/** Runs in the page: where each of these marks stands, if it is in sight. */
function markedBoxes(names: string[]): Record<string, [number, number, number, number]> {
  const { allMarked } = (window as unknown as { __practice: { allMarked(name: string): Element[] } })
    .__practice
  const found: Record<string, [number, number, number, number]> = {}
  const dialog = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], dialog[open]')]
    .filter(one => one.checkVisibility({ visibilityProperty: true }))
    .at(-1)
  for (const name of names) {
    // What lies under a dialog cannot be pressed.
    const element = allMarked(name).find(
      one => one.checkVisibility({ visibilityProperty: true }) && (!dialog || dialog.contains(one)),
    )
    if (!element) continue
    const { left, top, width, height } = element.getBoundingClientRect()
    if (left < 0 || top < 0 || left + width > innerWidth + 1 || top + height > innerHeight + 1) continue
    found[name] = [left, top, width, height].map(each => Math.round(each / 4)) as [
      number,
      number,
      number,
      number,
    ]
  }
  return found
}
