/** The card above somebody else's page: what tour libraries are known to get wrong, each as a case, with real input. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { boxOf, isThere, press, standing } from '../browser/practice-page.ts'
import {
  atStep,
  begin,
  buttonOf,
  focused,
  lit,
  reveal,
  tellPage,
  view,
} from '../features/guide/on-keys-page.ts'
import { withVault } from '../features/guide/walk.ts'
import type { MarkName } from '../practice/marks.ts'
import { card, parts, pressCard, spotlight } from './overlay.ts'

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

describe.each(['radix', 'aria', 'focus-lock', 'native'] as const)('above a dialog of %s', modal => {
  test('mouse, touch and keys on the card leave the dialog open and the focus where it was', async () => {
    const scene = await begin(h, screen, { modal })
    const { page } = scene
    await atStep(scene, 'open')
    await press(page, 'create-opener')
    await standing(page, 'create-dialog')
    await atStep(scene, 'name')
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const type of [
        'pointerdown',
        'mousedown',
        'click',
        'touchstart',
        'keydown',
        'focusin',
        'focusout',
        'blur',
      ])
        document.addEventListener(
          type,
          event => {
            const related = (event as FocusEvent).relatedTarget
            for (const at of [event.target, related])
              if (at instanceof Element && at.matches('div[popover=manual]')) heard.push(type)
          },
          true,
        )
    })
    const before = await focused(page)

    // A card that still moves could let the press through to the page.
    await buttonOf(scene, 'Keep it as it is')
    const plain = await atStep(scene, 'name')
    await page.mouse.click(plain.box.x + 30, plain.box.y + 80)
    await pressCard(page, 'Keep it as it is')
    await atStep(scene, 'submit')
    expect(await isThere(page, 'create-dialog')).toBe(true)
    expect(await focused(page)).toBe(before)

    const back = await buttonOf(scene, 'Back')
    await page.touchscreen.tap(back.x, back.y)
    await atStep(scene, 'name')
    expect(await isThere(page, 'create-dialog')).toBe(true)
    expect(await focused(page)).toBe(before)

    await tellPage(scene, 'toPage.focusCard')
    await page.keyboard.press('Enter')
    await atStep(scene, 'submit')
    expect(await isThere(page, 'create-dialog')).toBe(true)
    await page.keyboard.press('Escape')
    await poll(async () => (await focused(page)) === before, 'the focus to be back in the dialog')
    expect(await isThere(page, 'create-dialog')).toBe(true)
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
    h.assertClean()
  })

  test('the card covers neither the target nor the dialog’s buttons', async () => {
    const scene = await begin(h, screen, { modal })
    const { page } = scene
    await atStep(scene, 'open')
    await press(page, 'create-opener')
    await atStep(scene, 'name')
    await lit(scene, 'key-name')
    for (const mark of ['key-name', 'owner-you', 'owner-service', 'create-submit', 'create-cancel'] as const)
      expect(await covered(page, mark), mark).toBe(0)
    await press(page, 'create-submit')
    await atStep(scene, 'save')
    await lit(scene, 'reveal-key')
    for (const mark of ['reveal-key', 'reveal-copy', 'reveal-done'] as const)
      expect(await covered(page, mark), mark).toBe(0)
    await page.setViewport({ width: 375, height: 780 })
    await lit(scene, 'reveal-key')
    await poll(async () => (await covered(page, 'reveal-key')) === 0, 'the key to be free at 375 px')
    await page.setViewport(h.viewport)
  })
})

async function covered(page: Page, mark: MarkName): Promise<number> {
  const [box, drawn] = [await boxOf(page, mark), await card(page)]
  return box && drawn ? overlap(box, drawn.box) : Number.NaN
}

type Box = { x: number; y: number; width: number; height: number }
const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

describe('what tour libraries get wrong', () => {
  test('the element comes later: the card says so, and points when it is there', async () => {
    const scene = await begin(h, screen, { showAfter: 2_500 })
    expect(await spotlight(scene.page)).toBeUndefined()
    await lit(scene, 'create-opener')
  })

  test('the element is not for this person: nothing is highlighted, the card says what to look for or why', async () => {
    const scene = await begin(h, screen, { person: { role: 'reader' } })
    await poll(
      async () => /look for|owner/i.test((await card(scene.page))?.text ?? ''),
      'a sentence about it',
    )
    expect(await spotlight(scene.page)).toBeUndefined()
  })

  test('two that look alike: the page’s main one is highlighted', async () => {
    const scene = await begin(h, screen)
    // The heading is drawn at once, the empty list when the keys have been asked for.
    await poll(() => isThere(scene.page, 'create-opener-empty'), 'the second opener, of the empty list')
    await lit(scene, 'create-opener')
  })

  test('the page replaces the element under the ring', async () => {
    const scene = await begin(h, screen)
    await lit(scene, 'create-opener')
    const { page } = scene
    const moved = await page.evaluate(() => {
      const old = (
        window as unknown as { __practice: { marked(name: string): HTMLElement } }
      ).__practice.marked('create-opener')
      const next = old.cloneNode(true) as HTMLElement
      next.style.marginTop = '70px'
      old.style.display = 'none'
      old.after(next)
      const { x, y } = next.getBoundingClientRect()
      return { x, y }
    })
    await poll(async () => {
      const ring = await spotlight(page)
      return (
        ring !== undefined && Math.abs(ring.box.x + 8 - moved.x) < 2 && Math.abs(ring.box.y + 8 - moved.y) < 2
      )
    }, 'the ring on the new node')
  })

  test('the box moves: by layout above it, by an animation, by scrolling, by the page’s own zoom', async () => {
    const scene = await begin(h, screen)
    const { page } = scene
    await lit(scene, 'create-opener')
    await page.evaluate(() => {
      const banner = document.createElement('div')
      banner.style.height = '90px'
      document.body.prepend(banner)
    })
    await lit(scene, 'create-opener')
    await page.evaluate(() => {
      const main = document.querySelector('main')
      main?.animate([{ transform: 'none' }, { transform: 'translateX(-60px)' }], {
        duration: 300,
        fill: 'forwards',
      })
    })
    await lit(scene, 'create-opener')
    await page.evaluate(() => {
      document.body.style.minHeight = '3000px'
      window.scrollTo(0, 70)
    })
    await lit(scene, 'create-opener')
    // Some sites make everything bigger by their own style, for people who ask for it.
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'))
    await lit(scene, 'create-opener')
  })

  test('the route changes: nothing is highlighted there, the way back is offered, and the guide goes on', async () => {
    const scene = await begin(h, screen)
    const { page } = scene
    await lit(scene, 'create-opener')
    await press(page, 'nav-usage')
    await poll(async () => (await view(h))?.state === 'wrong-page', 'the wrong page to be noticed')
    await poll(async () => (await spotlight(page)) === undefined, 'the light to go out')
    await pressCard(page, 'Go to API keys')
    await lit(scene, 'create-opener')
  })

  test('a page that Keyway does not know: the card says so and points at nothing', async () => {
    const scene = await begin(h, screen)
    await scene.page.goto('https://platform.openai.com/something-new')
    await poll(async () => (await view(h))?.state === 'unknown-page', 'the page to be called unknown')
    expect(await spotlight(scene.page)).toBeUndefined()
  })

  test('the content script is loaded twice: one card stays', async () => {
    const scene = await begin(h, screen)
    await lit(scene, 'create-opener')
    await h.inWorker(async () => {
      const files = ['src/entries/content/main.iife.js']
      const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
      if (tab?.id !== undefined) await chrome.scripting.executeScript({ target: { tabId: tab.id }, files })
    })
    await lit(scene, 'create-opener')
    await poll(
      async () => (await parts(scene.page)).filter(one => one.name === 'card').length === 1,
      'one card',
    )
    expect(await scene.page.$$eval('div[popover=manual]', all => all.length)).toBe(1)
  })

  test.each([
    ['removes the host', () => document.querySelector('div[popover=manual]')?.remove()],
    [
      'closes the popover',
      () => (document.querySelector('div[popover=manual]') as HTMLElement).hidePopover(),
    ],
    ['makes the host inert', () => document.querySelector('div[popover=manual]')?.setAttribute('inert', '')],
    [
      'hides the host by style',
      () =>
        document
          .querySelector('div[popover=manual]')
          ?.setAttribute('style', 'display:none!important;opacity:0!important'),
    ],
    [
      'opens a popover of its own on top',
      () => {
        const other = document.createElement('div')
        other.popover = 'auto'
        other.textContent = 'mine'
        document.body.append(other)
        other.showPopover()
      },
    ],
    [
      'opens a native modal dialog',
      () => {
        const other = document.createElement('dialog')
        other.textContent = 'mine'
        document.body.append(other)
        other.showModal()
      },
    ],
  ])('the page %s: the card comes back and takes a press', async (_, attack) => {
    const scene = await begin(h, screen)
    await atStep(scene, 'open')
    await scene.page.evaluate(attack)
    await pressCard(scene.page, 'Make the card small')
    await pressCard(scene.page, /Start a new key/)
    await atStep(scene, 'open')
  })

  test('a press on the card inside an auto popover leaves that open', async () => {
    const scene = await begin(h, screen)
    await atStep(scene, 'open')
    await scene.page.evaluate(() => {
      const menu = document.createElement('div')
      menu.id = 'menu'
      menu.popover = 'auto'
      menu.textContent = 'a menu of the page'
      document.body.append(menu)
      menu.showPopover()
    })
    await pressCard(scene.page, 'Make the card small')
    expect(await scene.page.$eval('#menu', menu => menu.matches(':popover-open'))).toBe(true)
    await scene.page.$eval('#menu', menu => (menu as HTMLElement).hidePopover())
    await poll(
      () => scene.page.$eval('div[popover=manual]', one => one.parentElement === document.documentElement),
      'the host back on <html>',
    )
  })

  test('a page that keeps removing the card wins: the card gives up, the panel goes on and says why', async () => {
    const scene = await begin(h, screen)
    await atStep(scene, 'open')
    await scene.page.evaluate(() => {
      setInterval(() => document.querySelector('div[popover=manual]')?.remove(), 30)
    })
    await poll(
      async () => {
        // Behind another tab the page's clock ticks once a second, and it does not fight any more.
        await scene.page.bringToFront()
        return /side panel/.test((await view(h))?.sentence ?? '')
      },
      async () =>
        `the panel to say why; ${JSON.stringify(await view(h)).slice(0, 200)} ${JSON.stringify((await view(h))?.sentence)} ${JSON.stringify((await h.session()).tourPage?.facts)}`,
    )
    expect(await card(scene.page)).toBeUndefined()
  })

  test('an update in mid-guide while a key is shown: the new content script goes on, and nobody is asked to reload', async () => {
    const scene = await begin(h, screen)
    await reveal(scene)
    await h.inWorker(async () => {
      const files = ['src/entries/content/main.iife.js']
      const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
      if (tab?.id !== undefined) await chrome.scripting.executeScript({ target: { tabId: tab.id }, files })
    })
    const drawn = await atStep(scene, 'save')
    expect(drawn.text).not.toMatch(/reload/i)
    expect(await isThere(scene.page, 'reveal-key')).toBe(true)
  })

  test('the card never takes the focus by itself, and its words are announced', async () => {
    const scene = await begin(h, screen)
    await atStep(scene, 'open')
    expect(await scene.page.evaluate(() => document.activeElement?.localName)).toBe('body')
  })

  test('dark by the page', async () => {
    const scene = await begin(h, screen, { theme: 'dark' })
    await lit(scene, 'create-opener')
    await h.screenshot(scene.page, 'overlay/dark')
  })

  test('at 375 px the card leaves its target free', async () => {
    const scene = await begin(h, screen)
    await scene.page.setViewport({ width: 375, height: 700, hasTouch: true })
    await lit(scene, 'create-opener')
    const drawn = await card(scene.page)
    const box = await boxOf(scene.page, 'create-opener')
    expect(drawn && box && overlap(drawn.box, box)).toBe(0)
    expect(drawn?.box.x).toBeGreaterThanOrEqual(0)
    expect((drawn?.box.x ?? 0) + (drawn?.box.width ?? 0)).toBeLessThanOrEqual(375)
    await h.screenshot(scene.page, 'overlay/375')
  })

  test('right-to-left', async () => {
    const scene = await begin(h, screen)
    await scene.page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await lit(scene, 'create-opener')
    await poll(async () => (await covered(scene.page, 'create-opener')) === 0, 'the card beside its target')
    await h.screenshot(scene.page, 'overlay/rtl')
  })
})

// What a page does to get such a press is in tests/attacks/clickjacking.browser.ts.
test('a press on “Save to Keyway” lets the key wait in the panel, unread by any screen, and leaves the dialog open', async () => {
  const scene = await begin(h, screen)
  const secret = await reveal(scene)
  await pressCard(scene.page, 'Save to Keyway')
  await poll(async () => (await h.session()).pending?.length === 1, 'the key to wait in the panel')
  expect(JSON.stringify(await h.session())).not.toContain(secret)
  expect(await isThere(scene.page, 'reveal-key')).toBe(true)
})
