/** What many browser tests begin with: a vault that is open, keys in it, and messages as our own screens send them. */
import type { Page } from 'puppeteer-core'
import type { Replies, Request, RequestName } from '../../../src/protocol/messages.ts'
import type { Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'

export const passphrase = 'drowsy anvil kiosk thimble'

/** Sends as the screen that this page is. What locks an open vault has the screen loaded anew: then that is waited for. */
export async function send<N extends RequestName>(
  page: Page,
  name: N,
  payload: Request<N>,
): Promise<Replies[N] | undefined> {
  const isLeft = ['screen.lock', 'screen.startOver'].includes(name) && (await isOpenScreen(page))
  const reply = page.evaluate(message => chrome.runtime.sendMessage(message), {
    name,
    payload,
  } as object) as Promise<Replies[N] | undefined>
  if (!isLeft) return reply
  // The reply may go with the page that asked for it.
  const answer: unknown = await (reply as Promise<unknown>).catch(() => ({ ok: true }))
  await poll(
    () => page.evaluate(() => !('isBefore' in globalThis) && document.readyState === 'complete'),
    'the screen to be loaded anew',
  )
  return answer as Replies[N] | undefined
}

/** Marks the page, so that the one after it can be told from it. */
const isOpenScreen = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const { vault } = (await chrome.storage.session.get('vault')) as { vault?: { status: string } }
    const isOpen = vault?.status === 'unlocked' && document.getElementById('root') !== null
    if (isOpen) Object.assign(globalThis, { isBefore: true })
    return isOpen
  })

/** A dashboard tab with a fresh, open vault. */
export async function withVault(h: Harness): Promise<Page> {
  // The welcome tab opens by itself; a page behind another draws no frame and takes no press.
  await h.pageAt(/welcome\.html/)
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
