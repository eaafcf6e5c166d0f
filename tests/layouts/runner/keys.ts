/** How a shown key comes into the vault: offered by the card, taken from the panel, or pasted; and which text really came there. */
import type { Page } from 'puppeteer-core'
import { poll } from '../../browser/poll.ts'
import { ask } from '../../features/guide/walk.ts'
import type { Practice } from '../../practice/server.ts'

type Path = 'card' | 'pull' | 'paste'
export type Taken = { path: Path; ok: boolean; why: string; asked: boolean }

const panelSays = (panel: Page) =>
  panel.evaluate(() => ({
    isWaiting: document.querySelector('form.pending') !== null,
    masks: [...document.querySelectorAll<HTMLElement>('[data-keyway=which-key] button')].map(
      one => one.innerText,
    ),
    failure: [...document.querySelectorAll<HTMLElement>('[role=alert]')]
      .map(one => one.innerText)
      .join(' ')
      .trim(),
  }))

/** Presses a button of the panel by its words. */
const pressPanel = (panel: Page, wanted: string): Promise<boolean> =>
  panel.evaluate(wanted => {
    const button = [...document.querySelectorAll('button')].find(one =>
      new RegExp(wanted).test(one.innerText),
    )
    button?.click()
    return button !== undefined
  }, wanted)

async function isWaiting(panel: Page): Promise<boolean> {
  return (await panelSays(panel)).isWaiting
}

/** The pull path: "Take the key shown on the page", and of several the one that the page really made. */
export async function takeByPanel(panel: Page, key: string, wait: Wait): Promise<Taken> {
  await pressPanel(panel, '^Take (?:the|another) key shown')
  return answerOfPanel('pull', panel, key, wait)
}

/** Lets time pass, the page's too: it is the page that is read. */
export type Wait = () => Promise<void>

/** What the panel says to a key that was offered: it waits there to be saved, several are to be chosen from, or there is none. */
export async function answerOfPanel(
  path: 'card' | 'pull',
  panel: Page,
  key: string,
  wait: Wait,
): Promise<Taken> {
  const ask = async () => {
    await wait()
    return panelSays(panel)
  }
  const after = await poll(
    async () => {
      const now = await ask()
      // What a press on the card led to, the card says.
      const hasFailed = path === 'pull' && now.failure !== ''
      return (now.isWaiting || now.masks.length > 0 || hasFailed) && now
    },
    'the panel to answer',
    { within: 2_500 },
  ).catch(() => panelSays(panel))
  if (after.masks.length === 0)
    return { path, ok: after.isWaiting, why: after.failure.slice(0, 120), asked: false }
  const mask = after.masks.find(one => one.trim().endsWith(key.slice(-4)))
  if (mask === undefined) return { path, ok: false, why: `offers ${after.masks.join(', ')}`, asked: true }
  await pressPanel(panel, `^${mask.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  const chosen = async () => (await ask()).isWaiting
  const ok = await poll(chosen, 'the chosen key', { within: 2_500 }).catch(() => false)
  return { path, ok, why: ok ? '' : 'the choice was not taken', asked: true }
}

export async function paste(screen: Page, key: string, label: string): Promise<Taken> {
  const reply = await ask(screen, 'screen.paste', { text: key, about: { label } })
  return { path: 'paste', ok: reply.ok === true, why: reply.ok ? '' : String(reply.code), asked: false }
}

/** "Save to the vault", for whatever waits there. */
export async function commit(panel: Page): Promise<boolean> {
  await panel.evaluate(() => document.querySelector<HTMLElement>('[data-keyway=commit]')?.click())
  return poll(async () => !(await isWaiting(panel)), 'the key to be saved', { within: 8_000 }).catch(
    () => false,
  )
}

/** Every saved key is tested at once: what the API was asked with is what was saved. */
export function secretsAsked(practice: Practice, since: number): string[] {
  const said = practice.requests
    .slice(since)
    .filter(({ host }) => host.endsWith('api.openai.com'))
    .map(({ headers }) => headers.authorization?.replace(/^Bearer /, '') ?? '')
  return [...new Set(said.filter(text => text !== ''))]
}

/** Nothing of the last walk is left: no key, none that waits. */
export async function emptyVault(screen: Page): Promise<void> {
  const ids = await screen.evaluate(async () => {
    const { rows = [], pending = [] } = (await chrome.storage.session.get(['rows', 'pending'])) as {
      rows?: { id: string }[]
      pending?: { id: string }[]
    }
    return { rows: rows.map(({ id }) => id), pending: pending.map(({ id }) => id) }
  })
  for (const id of ids.pending) await ask(screen, 'screen.discard', { id })
  for (const id of ids.rows) await ask(screen, 'screen.remove', { id })
}
