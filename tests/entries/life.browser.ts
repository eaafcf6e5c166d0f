/** What happens to a guide around the page: a tab that was there before Keyway, the shortcut, how the person has the browser set. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../tools/browser.mjs'
import { type Harness, launch, root } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { boxOf, isThere, press, standing } from '../browser/practice-page.ts'
import { atStep, begin, focused, lit } from '../features/guide/on-keys-page.ts'
import { ask, withVault } from '../features/guide/walk.ts'
import { card, type Part, parts } from '../overlay/overlay.ts'
import { startPractice } from '../practice/server.ts'

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

/** No protocol presses a shortcut of the browser’s own: this is the event that Chrome gives the worker for it. */
const shortcut = (name: string) =>
  h.inWorker(async command => {
    const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
    const event = chrome.commands.onCommand as unknown as { dispatch(...given: unknown[]): void }
    event.dispatch(command, tab)
    return tab?.id
  }, name)

test('the shortcut’s command for the side panel asks Chrome to open it beside the tab in front', async () => {
  await begin(h, screen)
  // Chrome opens it at a real key press alone, so what it is asked for is looked at.
  await h.inWorker(() => {
    chrome.sidePanel.open = async where => void Object.assign(self, { askedToOpen: where })
  })
  const tabId = await shortcut('open-panel')
  expect(await h.inWorker(() => (self as unknown as { askedToOpen: unknown }).askedToOpen)).toEqual({ tabId })
})

test('the shortcut’s command brings the focus to the card, and again back to where it was', async () => {
  const scene = await begin(h, screen)
  await atStep(scene, 'open')
  const before = await focused(scene.page)
  const command = () => shortcut('focus-card')
  await command()
  await poll(async () => /popover="manual"/.test(await focused(scene.page)), 'the focus on the card')
  await command()
  await poll(async () => (await focused(scene.page)) === before, 'the focus back where it was')
})

test('the same guide is begun once more on a page that has not changed: it finds its place again', async () => {
  const scene = await begin(h, screen)
  await lit(scene, 'create-opener')
  for (let again = 0; again < 2; again++) {
    await ask(screen, 'screen.startGuide', { guide: 'create-key' })
    await poll(async () => (await h.session()).tour?.state === 'ready', 'the guide to know the page again')
    await lit(scene, 'create-opener')
  }
})

describe('as the person has set the browser', () => {
  const settings: [string, { name: string; value: string }[]][] = [
    ['forced colours', [{ name: 'forced-colors', value: 'active' }]],
    ['reduced motion', [{ name: 'prefers-reduced-motion', value: 'reduce' }]],
  ]
  test.each(settings)('%s: card and light are there, the target is free', async (name, features) => {
    const scene = await begin(h, screen)
    const protocol = await scene.page.createCDPSession()
    await protocol.send('Emulation.setEmulatedMedia', { features })
    await lit(scene, 'create-opener')
    await free(scene.page)
    await h.screenshot(scene.page, `overlay/${name}`)
  })

  test('200 % zoom: the page is half as wide and high, and the target is free', async () => {
    const scene = await begin(h, screen)
    await scene.page.setViewport({ width: 640, height: 430, deviceScaleFactor: 2 })
    await lit(scene, 'create-opener')
    await free(scene.page)
    await h.screenshot(scene.page, 'overlay/zoomed')
  })
})

/** The card is whole on the screen and does not lie on what it points at. */
async function free(page: Page): Promise<void> {
  await poll(
    async () => {
      const [drawn, box] = [(await card(page))?.box, await boxOf(page, 'create-opener')]
      const view = page.viewport()
      if (!drawn || !box || !view) return false
      const apart =
        drawn.x + drawn.width <= box.x ||
        box.x + box.width <= drawn.x ||
        drawn.y + drawn.height <= box.y ||
        box.y + box.height <= drawn.y
      return (
        apart &&
        drawn.x >= 0 &&
        drawn.y >= 0 &&
        drawn.x + drawn.width <= view.width &&
        drawn.y + drawn.height <= view.height
      )
    },
    async () => `card and target apart; card ${JSON.stringify((await card(page))?.box)}`,
  )
}

/** A browser of its own, that no debugger holds the worker of: one that is reloaded begins by itself. */
async function withBrowser(story: (browser: Browser) => Promise<void>): Promise<void> {
  const practice = await startPractice()
  const profile = mkdtempSync(join(tmpdir(), 'keyway-profile-'))
  const browser = await puppeteer.launch({
    executablePath: (await findBrowser()) ?? '',
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    targetFilter: target => target.type() !== 'service_worker',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--host-resolver-rules=MAP platform.openai.com 127.0.0.1:${practice.port}, MAP api.openai.com 127.0.0.1:${practice.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  })
  try {
    await story(browser)
  } finally {
    await browser.close()
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

async function keysPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.goto('https://platform.openai.com/api-keys', { waitUntil: 'load' })
  await poll(() => isThere(page, 'create-opener'), 'the page')
  return page
}

test('a tab that was open before Keyway came: it is there without a reload', () =>
  withBrowser(async browser => {
    const page = await keysPage(browser)
    expect(await page.$('div[popover=manual]')).toBeNull()
    await browser.installExtension(join(root, 'dist'))
    await page.bringToFront()
    await poll(async () => (await parts(page)).some(part => part.name === 'pill'), 'the offer of a guide')
  }))

test('an update while a key is shown: the old copy goes without a word, the new one goes on', () =>
  withBrowser(async browser => {
    const id = await browser.installExtension(join(root, 'dist'))
    const screen = await browser.newPage()
    await screen.goto(`chrome-extension://${id}/src/entries/welcome/welcome.html`, { waitUntil: 'load' })
    const passphrase = 'four words that hold'
    const made = await ask(screen, 'screen.createVault', { passphrase, watchWhileLocked: true })
    expect(made).toMatchObject({ ok: true })
    const page = await keysPage(browser)
    await ask(screen, 'screen.startGuide', { guide: 'create-key' })
    await drawn(page, 'open')
    await press(page, 'create-opener')
    await standing(page, 'create-submit')
    await press(page, 'create-submit')
    await standing(page, 'reveal-key')
    await drawn(page, 'save')

    const before = await page.$('div[popover=manual]')
    await browser.installExtension(join(root, 'dist'))
    await poll(
      async () => !(await before?.evaluate(one => one.isConnected).catch(() => false)),
      'the old copy to bow out',
    )
    await page.bringToFront()
    const now = await drawn(page, 'save')
    expect(now.text).not.toMatch(/reload/i)
    expect(await isThere(page, 'reveal-key')).toBe(true)
    expect(await page.$$eval('div[popover=manual]', all => all.length)).toBe(1)
  }))

/** The card of this step, without asking the worker. */
const drawn = (page: Page, step: string): Promise<Part> =>
  poll(
    async () => {
      const now = await card(page)
      return now?.data.step === step ? now : undefined
    },
    async () => `the step “${step}”; drawn: ${JSON.stringify(await parts(page)).slice(0, 300)}`,
  )
