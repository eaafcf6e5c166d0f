/** What many browser tests begin with: a vault that is open, keys in it, and messages as our own screens send them. */
import type { Page } from 'puppeteer-core'
import type { Replies, Request, RequestName } from '../../../src/protocol/messages.ts'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'

export const passphrase = 'drowsy anvil kiosk thimble'

/** The words that a screen suggests. They are drawn a moment after the field for them. */
export const fourWords = (page: Page): Promise<string> =>
  poll(async () => {
    const shown = await page.$('[data-keyway="words"]')
    const text = await shown?.evaluate(words => words.textContent.trim())
    return text?.split(/\s+/).length === 4 ? text : undefined
  }, 'four words to be suggested')

/** Sends as the screen that this page is. What locks an open vault has the screen loaded anew: then that is waited for. */
export async function send<N extends RequestName>(
  page: Page,
  name: N,
  payload: Request<N>,
): Promise<Replies[N] | undefined> {
  const message: object = { name, payload }
  const sent = () =>
    page.evaluate(message => chrome.runtime.sendMessage(message), message) as Promise<Replies[N] | undefined>
  if (!['screen.lock', 'screen.startOver'].includes(name) || !(await isOpenScreen(page))) return sent()
  // The reply may go with the page that asked for it.
  return whileItLocks(page, () => sent().catch(() => ({ ok: true }) as Replies[N]))
}

/** Does what locks the vault, and waits until the screen that showed it has been loaded anew: before that, it may go at any moment. */
export async function whileItLocks<T>(screen: Page, act: () => Promise<T>): Promise<T> {
  await screen.evaluate(() => Object.assign(globalThis, { isBefore: true }))
  const answer = await act()
  await poll(
    () =>
      screen
        .evaluate(() => !('isBefore' in globalThis) && document.readyState === 'complete')
        .catch(() => false),
    'the screen to be loaded anew',
  )
  // A page that has just been loaded need not have the keyboard: then it shows no ring.
  await screen.bringToFront()
  return answer
}

const isOpenScreen = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { vault } = (await chrome.storage.session.get('vault')) as { vault?: { status: string } }
    return vault?.status === 'unlocked' && document.getElementById('root') !== null
  })

/** A dashboard tab with a fresh, open vault. */
export async function withVault(h: Harness): Promise<Page> {
  const screen = await h.extensionPage(h.paths.dashboard)
  await screen.bringToFront()
  const made = await send(screen, 'screen.createVault', { passphrase, watchWhileLocked: false })
  if (!made?.ok) throw new Error(`The vault was not made: ${JSON.stringify(made)}`)
  return screen
}

/** Pastes a key of the practice platform into the vault. */
export async function withKey(
  h: Harness,
  screen: Page,
  label = 'Bot',
): Promise<{ id: string; secret: string }> {
  const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
  const saved = await send(screen, 'screen.paste', { text: secret, about: { label } })
  if (!saved?.ok) throw new Error(`The key was not saved: ${JSON.stringify(saved)}`)
  return { id: saved.id, secret }
}

/** What is on the clipboard, as any page in front may ask that the person has allowed to. */
export async function clipboard(h: Harness): Promise<string> {
  const page = await reader(h)
  return page.evaluate(() => navigator.clipboard.readText())
}

export async function putOnClipboard(h: Harness, text: string): Promise<void> {
  const page = await reader(h)
  await page.evaluate(text => navigator.clipboard.writeText(text), text)
}

async function reader(h: Harness): Promise<Page> {
  const open = (await h.browser.pages()).find(one => one.url().startsWith('https://platform.openai.com'))
  const page = open ?? (await h.platform('/usage'))
  await h.browser
    .defaultBrowserContext()
    .overridePermissions('https://platform.openai.com', ['clipboard-read', 'clipboard-sanitized-write'])
  await page.bringToFront()
  return page
}
