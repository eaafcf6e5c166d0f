/** A person's hands on the practice pages. What is what there is told by the pages' hidden marks, which the extension cannot see. */
import type { ElementHandle, Page } from 'puppeteer-core'
import type { Box } from '../overlay/overlay.ts'
import type { MarkName } from '../practice/marks.ts'
import { words } from './harness.ts'
import { poll } from './poll.ts'

type Marked = { __practice: { allMarked(name: string): Element[] } }

/** @param row words of the row it stands in, when there are several of its kind. */
export async function marked(
  page: Page,
  name: MarkName,
  row = '',
): Promise<ElementHandle<Element> | undefined> {
  const handle = await page.evaluateHandle(
    (name: string, row: string) =>
      (window as unknown as Marked).__practice
        .allMarked(name)
        .find(one => row === '' || one.closest('tr, li, [role=row]')?.textContent?.includes(row)) ?? null,
    name,
    row,
  )
  return (handle.asElement() as ElementHandle<Element> | null) ?? undefined
}

export async function isThere(page: Page, name: MarkName): Promise<boolean> {
  const element = await marked(page, name)
  return element !== undefined && (await element.isVisible())
}

export async function boxOf(page: Page, name: MarkName, row = ''): Promise<Box | undefined> {
  const box = await (await marked(page, name, row))?.boundingBox()
  return box ?? undefined
}

/** Waits until it is there and stands still. */
export async function standing(page: Page, name: MarkName, row = ''): Promise<Box> {
  let last = ''
  return poll(
    async () => {
      const box = await boxOf(page, name, row)
      const place = JSON.stringify(box)
      if (place === last) return box
      last = place
      return undefined
    },
    async () => `“${name}” to stand still on ${page.url()}; the page says: ${await words(page)}`,
  )
}

/** A real press at the middle of it: whatever lies there gets it, Keyway's own card too. */
export async function press(page: Page, name: MarkName, row = ''): Promise<void> {
  const element = await poll(() => marked(page, name, row), `“${name}” on the practice page ${page.url()}`)
  await element.evaluate(one => one.scrollIntoView({ block: 'nearest' }))
  const box = await standing(page, name, row)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

export async function type(page: Page, name: MarkName, text: string): Promise<void> {
  await press(page, name)
  await page.keyboard.type(text)
}

/** Presses Tab until it has the focus. */
export async function tabToMarked(page: Page, name: MarkName): Promise<void> {
  const element = await poll(() => marked(page, name), `“${name}” on the practice page ${page.url()}`)
  await poll(async () => {
    for (let count = 0; count < 80; count++) {
      if (await element.evaluate(one => one === document.activeElement)) return true
      await page.keyboard.press('Tab')
    }
    return false
  }, `“${name}” to be reached by Tab`)
}
