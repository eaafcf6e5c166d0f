/** A guide running on the practice platform's keys page, and the ways to press, touch and type on what Keyway draws there. */
import type { Page } from 'puppeteer-core'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { boxOf, press, standing } from '../../browser/practice-page.ts'
import { card, type Part, parts, spotlight } from '../../overlay/overlay.ts'
import type { MarkName } from '../../practice/marks.ts'
import type { Patch } from '../../practice/state.ts'
import { ask, stayOn } from './walk.ts'

export type Scene = { h: Harness; screen: Page; page: Page }

/** Closes what was open, sets the scene, and starts the guide on a fresh page, the keys page unless another is named. */
export async function begin(
  h: Harness,
  screen: Page,
  patch: Patch = {},
  guide = 'create-key',
  path = '/api-keys',
): Promise<Scene> {
  await ask(screen, 'screen.guideAct', { act: 'stop' })
  for (const old of await h.browser.pages())
    if (old.url().startsWith('https://platform.openai.com')) await old.close()
  for (const key of (await h.session()).pending ?? []) await ask(screen, 'screen.discard', { id: key.id })
  h.practice?.reset(patch)
  const page = await h.platform(path)
  await page.bringToFront()
  await ask(screen, 'screen.startGuide', { guide })
  await stayOn(h, page)
  return { h, screen, page }
}

export async function atStep({ page, h }: Scene, step: string): Promise<Part> {
  return poll(
    async () => {
      const now = await card(page)
      return now?.data.step === step ? now : undefined
    },
    async () =>
      `the step “${step}”; drawn: ${(await parts(page)).map(one => `${one.name} ${one.data.step ?? ''} “${one.text}”`).join(' | ')}; view: ${JSON.stringify((await view(h)) ?? null).slice(0, 300)}`,
  )
}

export const view = async (h: Harness): Promise<TourView | null | undefined> => (await h.session()).tour

export async function lit({ page }: Scene, name: MarkName): Promise<void> {
  await poll(
    async () => {
      const [ring, box] = [await spotlight(page), await boxOf(page, name)]
      if (!ring || !box) return false
      const gaps = [box.x - ring.box.x, box.y - ring.box.y, ring.box.x + ring.box.width - box.x - box.width]
      return gaps.every(gap => Math.abs(gap - 8) < 2)
    },
    async () =>
      `the spotlight on “${name}” at ${JSON.stringify(await boxOf(page, name))}; it is at ${JSON.stringify((await spotlight(page))?.box)}`,
  )
}

/** Straight to the key that is shown once. */
export async function reveal(scene: Scene): Promise<string> {
  await atStep(scene, 'open')
  await press(scene.page, 'create-opener')
  await standing(scene.page, 'create-submit')
  await press(scene.page, 'create-submit')
  await standing(scene.page, 'reveal-key')
  await atStep(scene, 'save')
  return scene.h.practice?.state.keys.at(-1)?.secret ?? ''
}

/** Where a button of Keyway's is in this moment, be it on its way. @returns its middle */
export async function placeOf({ page }: Scene, name: string): Promise<{ x: number; y: number } | undefined> {
  const box = (await parts(page))
    .flatMap(part => (part.name === 'spotlight' ? [] : part.buttons))
    .find(one => one.name === name)?.box
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export async function buttonOf({ page }: Scene, name: string | RegExp): Promise<{ x: number; y: number }> {
  let last = ''
  const box = await poll(async () => {
    const button = (await parts(page))
      .flatMap(part => (part.name === 'spotlight' ? [] : part.buttons))
      .find(one => (typeof name === 'string' ? one.name === name : name.test(one.name)))
    const place = JSON.stringify(button?.box)
    const still = place === last
    last = place
    return still ? button?.box : undefined
  }, `a button ${name} of Keyway’s`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** What the page's own scripts have the focus on. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.outerHTML.replace(/ (id|aria-\w+|style|data-[\w-]+)="[^"]*"/g, '') ?? '',
  )

export async function tellPage({ h, page }: Scene, name: string): Promise<void> {
  await h.inWorker(
    async (name, url) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` })
      if (tab?.id !== undefined)
        await chrome.tabs.sendMessage(tab.id, { name, payload: {} }).catch(() => undefined)
    },
    name,
    page.url(),
  )
}
