/** Looking about at a key that is shown once, by Tab and by a press that is taken back, makes the guide say that it is saved: in four kinds of dialog. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { begin as beginGuide, follow } from '../../src/features/guide/core/follow.ts'
import type { PageFacts } from '../../src/features/guide/core/tour.ts'
import { guides } from '../../src/guides/index.ts'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { boxOf, isThere, standing } from '../browser/practice-page.ts'
import { unguarded } from '../features/guide/claims.ts'
import { atStep, begin, reveal, type Scene, tellPage, view } from '../features/guide/on-keys-page.ts'
import { withVault } from '../features/lock/vault-story.ts'
import { card } from '../overlay/overlay.ts'
import { report, sampleOf, tries } from './outcome.ts'

let h: Harness
let screen: Page
beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

const modals = ['radix', 'aria', 'focus-lock', 'native'] as const
const claims = /in your vault|saved|sealed/i

const ways: Record<string, (scene: Scene) => Promise<void>> = {
  'Tab as far as “Done”': async ({ page }) => {
    for (let presses = 0; presses < 6; presses++) {
      if (await isFocused(page, 'reveal-done')) return
      await page.keyboard.press('Tab')
    }
    throw new Error('Tab did not reach “Done”.')
  },
  '“Done” pressed and dragged off': async ({ page }) => {
    const box = await standing(page, 'reveal-done')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    const key = await standing(page, 'reveal-key')
    await page.mouse.move(key.x + 20, key.y - 20, { steps: 4 })
    await page.mouse.up()
  },
}

async function isFocused(page: Page, mark: 'reveal-done'): Promise<boolean> {
  const box = await boxOf(page, mark)
  const active = await page.evaluate(() => {
    const { x, y } = document.activeElement?.getBoundingClientRect() ?? { x: -1, y: -1 }
    return { x, y }
  })
  return box !== undefined && box.x === active.x && box.y === active.y
}

/** What the page reported when “Done” was visited; the worker has it last. */
const visitSeen = (h: Harness): Promise<PageFacts> =>
  poll(async () => {
    const facts = (await h.session()).tourPage?.facts as PageFacts | undefined
    return facts?.elements.close?.focused ? facts : undefined
  }, 'the visit to “Done” to be reported')

const guide = guides.find(({ id }) => id === 'create-key')
const landsUnguarded = (facts: PageFacts): boolean => {
  if (!guide) throw new Error('There is no such guide.')
  const free = unguarded(guide)
  const at = { ...beginGuide(free, 0), step: 'save' }
  return follow(free, at, { facts, world: { vault: 'unlocked' }, now: 1 }).step === 'close'
}

test('a walk over “Done” never makes the card say that the key is saved, and leaves Save within reach', async () => {
  const outcome = { tries: 0, landed: 0 }
  const control = { tries: 0, landed: 0 }
  // One of the ways in the first kind of dialog and the other in the last, or all in all.
  for (const [at, modal] of sampleOf([...modals.entries()], modals.length - 1))
    for (const [name, walk] of Object.entries(ways).filter((_, way) => tries(way === at % 2 ? 1 : 0, 1) > 0))
      for (let again = 0; again < tries(1, 3); again++) {
        const scene = await begin(h, screen, { modal })
        await reveal(scene)
        await walk(scene)
        control.tries++
        if (landsUnguarded(await visitSeen(h))) control.landed++
        outcome.tries++
        // The worker answers each report before it takes the next: what it shows now has the visit in it.
        const text = (await card(scene.page))?.text ?? ''
        if ((await view(h))?.step !== 'save' || claims.test(text)) outcome.landed++
        expect((await h.session()).pending ?? [], `${modal}, ${name}`).toEqual([])
        await atStep(scene, 'save')
        await tellPage(scene, 'toPage.focusCard')
        // A press on Save counts once the card has stood in sight for a moment.
        await poll(async () => {
          if ((await h.session()).pending?.length === 1) return true
          if ((await view(h))?.step === 'save') await scene.page.keyboard.press('Enter')
          return false
        }, `${modal}, ${name}: the key to wait in the panel`)
        expect(await isThere(scene.page, 'reveal-key'), `${modal}, ${name}: the dialog stays open`).toBe(true)
        await atStep(scene, 'commit')
        expect((await card(scene.page))?.text).not.toMatch(/in your vault/)
      }
  h.assertClean()
  report({
    attack: 'a look at “Done” makes the card say “in your vault”',
    attacker: 'page',
    asset: 'the key that is shown once',
    ...outcome,
    control,
  })
})
