/** What happens to a guide around the page: a tab that was there before Keyway, the shortcut, how the person has the browser set. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../tools/browser.mjs'
import { startPractice } from '../practice/server.ts'
import { type Harness, launch, root } from './harness.ts'
import { atStep, begin, focused, lit } from './on-keys-page.ts'
import { card, parts } from './overlay.ts'
import { poll } from './poll.ts'
import { boxOf, isThere } from './practice-page.ts'
import { withVault } from './walk.ts'

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
}, 90_000)
afterAll(() => h?.close())

test('the shortcut’s command brings the focus to the card, and again back to where it was', async () => {
  const scene = await begin(h, screen)
  await atStep(scene, 'open')
  const before = await focused(scene.page)
  // No protocol presses a shortcut of the browser’s own: this is the event that Chrome gives the worker for it.
  const command = () =>
    h.inWorker(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://platform.openai.com/*' })
      const event = chrome.commands.onCommand as unknown as { dispatch(...given: unknown[]): void }
      event.dispatch('focus-card', tab)
    })
  await command()
  await poll(async () => /keyway-guide/.test(await focused(scene.page)), 'the focus on the card')
  await command()
  await poll(async () => (await focused(scene.page)) === before, 'the focus back where it was')
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

test('a tab that was open before Keyway came: it is there without a reload', async () => {
  const practice = await startPractice()
  const profile = mkdtempSync(join(tmpdir(), 'keyway-profile-'))
  const browser = await puppeteer.launch({
    executablePath: (await findBrowser()) ?? '',
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--host-resolver-rules=MAP platform.openai.com 127.0.0.1:${practice.port}, MAP api.openai.com 127.0.0.1:${practice.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  })
  try {
    const page = await browser.newPage()
    await page.goto('https://platform.openai.com/api-keys', { waitUntil: 'load' })
    await poll(() => isThere(page, 'create-opener'), 'the page')
    expect(await page.$('keyway-guide')).toBeNull()
    await browser.installExtension(join(root, 'dist'))
    await page.bringToFront()
    await poll(async () => (await parts(page)).some(part => part.name === 'pill'), 'the offer of a guide')
  } finally {
    await browser.close()
    await practice.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
