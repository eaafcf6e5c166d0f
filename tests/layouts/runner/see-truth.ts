/** Asks the page's own judge, `window.__truth`, in the page's world; and does by real input what a person would. */
import type { Page } from 'puppeteer-core'
import type { Clock } from './clock.ts'
import type { Box, Next, Truth } from './layout.ts'

type Judge = {
  next(): { purpose: string; value?: unknown; box?: Box } | null
  now(): unknown[]
  keys(): unknown[]
  find(purpose: string): unknown[]
  boxes?(purpose: string): (Box & { isControl?: boolean })[]
  meant(box: Box): { purpose: string; isRightNow: boolean }[]
  act(purpose?: string, value?: unknown): unknown
  isKeyInSight(): boolean
  isReached(): boolean
  happened(): Record<string, unknown>
}
type World = { __truth?: Judge }

/** What is so now, and what each of these boxes is. Undefined while the page loads or is none of the layout's. */
export async function readTruth(page: Page, boxes: Box[]): Promise<Truth | undefined> {
  try {
    return await page.evaluate(askJudge, boxes)
  } catch {
    // The document went while it was asked.
    return undefined
  }
}

/** Runs in the page. */
export function askJudge(boxes: Box[]): Truth | undefined {
  const judge = (window as unknown as World).__truth
  if (!judge) return undefined
  const next = judge.next()
  const text = (value: unknown): string =>
    typeof value === 'string'
      ? value
      : String(
          (value as { full?: string; purpose?: string })?.full ?? (value as { purpose?: string })?.purpose,
        )
  return {
    path: location.pathname,
    next: next && {
      purpose: next.purpose,
      ...(next.value !== undefined && next.value !== null && { value: String(next.value) }),
      ...(next.box && {
        box: { x: next.box.x, y: next.box.y, width: next.box.width, height: next.box.height },
      }),
    },
    now: judge.now().map(text),
    keys: judge.keys().map(text),
    isKeyInSight: judge.isKeyInSight(),
    isReached: judge.isReached(),
    happened: JSON.parse(JSON.stringify(judge.happened())),
    meant: boxes.map(box => {
      const meant = judge.meant(box).map(({ purpose, isRightNow }) => ({ purpose, isRightNow }))
      // The judge may mark more than the key (a list that holds it): what is drawn around the key itself shows the key.
      if (meant.length > 0) return meant
      const free = freeChoiceAt(box) ?? choiceWithin(box)
      if (free !== undefined) return [{ purpose: free, isRightNow: true }]
      return isAroundKey(box) ? [{ purpose: 'key-shown', isRightNow: true }] : meant
    }),
  }

  /** Where any of a group's choices will do, the judge marks the group and none of them: what is drawn around one is right. */
  function freeChoiceAt(box: Box): string | undefined {
    const isIn = (outer: Box) =>
      outer.x <= box.x + 6 &&
      outer.y <= box.y + 6 &&
      outer.x + outer.width >= box.x + box.width - 6 &&
      outer.y + outer.height >= box.y + box.height - 6
    const isGroup = (one: unknown) => (one as Element).matches?.('[role=radiogroup],[role=group]')
    return judge
      ?.now()
      .map(text)
      .find(
        purpose =>
          judge.find(purpose).some(isGroup) && judge.boxes?.(purpose).some(one => one.isControl && isIn(one)),
      )
  }

  /** A ring around a whole group of choices says to choose one's own: right where what is meant is one of them. */
  function choiceWithin(box: Box): string | undefined {
    const choices = '[type=radio],[role=radio],[aria-pressed]'
    const isDrawnAround = (one: Element) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      const apart = [left - box.x, top - box.y, width - box.width, height - box.height]
      return apart.every(by => Math.abs(by) < 14) && one.querySelectorAll(choices).length > 1
    }
    return judge
      ?.now()
      .map(text)
      .find(purpose =>
        judge.find(purpose).some(one => {
          let at = one instanceof Element ? one : ((one as { element?: Element }).element ?? null)
          if (!at?.matches(choices) && !at?.querySelector(choices)) return false
          while (at && !isDrawnAround(at)) at = at.parentElement
          return at !== null
        }),
      )
  }

  /** Is the smallest thing that holds the whole newest key, and hardly anything else, in this box? */
  function isAroundKey(box: Box): boolean {
    const key = judge?.isKeyInSight() ? String(judge.keys().map(text).at(-1)) : undefined
    if (key === undefined) return false
    const x = box.x + box.width / 2
    const y = box.y + box.height / 2
    let at = document.elementsFromPoint(x, y).find(one => !one.matches('[popover=manual]'))
    while (at?.shadowRoot?.elementFromPoint(x, y)) {
      const inner = at.shadowRoot.elementFromPoint(x, y)
      if (!inner || inner === at) break
      at = inner
    }
    const { left, top, width, height } = at?.getBoundingClientRect() ?? new DOMRect()
    const isSame = [left - box.x, top - box.y, width - box.width, height - box.height].every(
      by => Math.abs(by) < 12,
    )
    const says = at?.textContent?.trim() ?? ''
    return isSame && says.includes(key) && says.length < key.length + 40
  }
}

/** How the thing at the middle of this box takes what a person does. */
async function kindAt(page: Page, purpose: string, box: Box): Promise<'type' | 'press' | 'none'> {
  return page.evaluate(
    (purpose, box) => {
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const isOutside = middle.x < 0 || middle.y < 0 || middle.x > innerWidth || middle.y > innerHeight
      if (isOutside) {
        const [first] = (window as unknown as World).__truth?.find(purpose) ?? []
        const element =
          first instanceof Element ? first : (first as { element?: Element } | undefined)?.element
        element?.scrollIntoView({ block: 'center' })
        return 'none'
      }
      let { x, y } = middle
      let at = document.elementFromPoint(x, y)
      for (let depth = 0; at && depth < 6; depth++) {
        if (at.shadowRoot) at = at.shadowRoot.elementFromPoint(x, y) ?? at
        if (!(at instanceof HTMLIFrameElement)) continue
        const inside = at.contentDocument
        if (!inside) break
        const place = at.getBoundingClientRect()
        x -= place.x + at.clientLeft
        y -= place.y + at.clientTop
        at = inside.elementFromPoint(x, y)
      }
      if (!at || at.matches('div[popover=manual]')) return 'none'
      if (at.matches('select, input[type=date], input[type=range], input[type=month], option')) return 'none'
      if (at.matches('textarea, [contenteditable=true]')) return 'type'
      if (at.matches('input:not([type=radio], [type=checkbox], [type=button], [type=submit])')) return 'type'
      return 'press'
    },
    purpose,
    box,
  )
}

/** The same thing at the same place: where a menu opened, what is next may be called the same and be another thing. */
const sameNext = (a: Next, b: Next | undefined) =>
  b !== undefined &&
  a?.purpose === b?.purpose &&
  a?.value === b?.value &&
  (['x', 'y'] as const).every(side => Math.abs((a?.box?.[side] ?? 0) - (b?.box?.[side] ?? 0)) < 3)

/**
 * Does what `next` says with mouse and keys, as far as these can do it cheaply; the page's own `act()` does the rest (native lists,
 * dates, what lies under Keyway's card). @returns how it was done
 */
export async function perform(
  page: Page,
  next: NonNullable<Next>,
  clock: Clock,
): Promise<'mouse' | 'keys' | 'act'> {
  const still = async () => sameNext(next, (await readTruth(page, []))?.next)
  let box = next.box
  if (box) {
    let kind = await kindAt(page, next.purpose, box)
    if (kind === 'none') {
      // It may have been scrolled to meanwhile; what is next may be another thing by now.
      const now = (await readTruth(page, []))?.next
      if (now?.purpose === next.purpose) box = now.box ?? box
      kind = await kindAt(page, next.purpose, box)
    }
    const x = box.x + box.width / 2
    const y = box.y + box.height / 2
    if (kind !== 'none') {
      const isNext = await still()
      await page.mouse.click(x, y)
      if (kind === 'type' && next.value !== undefined) {
        await page.keyboard.down('Control')
        await page.keyboard.press('a')
        await page.keyboard.up('Control')
        await page.keyboard.sendCharacter(next.value)
        await page.keyboard.press('Tab')
      }
      // Nobody can tell of a field that is not next what is in it.
      const isTyped = isNext || kind === 'press' || next.value !== undefined
      for (let count = 0; isTyped && count < 3; count++) {
        if (!(await still())) return kind === 'type' ? 'keys' : 'mouse'
        await clock.wait(60)
      }
    }
  }
  await page
    .evaluate(
      (purpose, value) => void (window as unknown as World).__truth?.act(purpose, value),
      next.purpose,
      next.value,
    )
    .catch(() => {})
  return 'act'
}
