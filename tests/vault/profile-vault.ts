/** A vault in a real browser's profile: opens it, uses it, ends the browser rudely, and asks what is left. */
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { type Harness, launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { passphrase, send } from '../features/lock/vault-story.ts'

/** A browser on this profile, and a screen of ours in it. The platform is not needed: nothing is asked of anybody. */
export async function openProfile(profile: string): Promise<{ h: Harness; screen: Page }> {
  const h = await launch({ profile, expected: [/./] })
  const screen = await h.extensionPage(h.paths.dashboard)
  await poll(async () => (await h.session()).vault !== undefined, 'the worker to publish')
  return { h, screen }
}

/** Opens what is there, or makes a vault when there is none. */
export async function unlocked(screen: Page): Promise<void> {
  const made = await send(screen, 'screen.createVault', { passphrase, watchWhileLocked: false })
  if (made?.ok) return
  const opened = await send(screen, 'screen.unlock', { passphrase })
  if (!opened?.ok) throw new Error(`The vault does not open: ${JSON.stringify(opened)}`)
}

/** Every key in the list: label and secret, by id. */
export async function contents(h: Harness, screen: Page): Promise<Map<string, string>> {
  const rows = (await h.session()).rows ?? []
  const found = new Map<string, string>()
  for (const { id, label } of rows) {
    const pulled = await send(screen, 'screen.pull', { id, reason: 'write' })
    found.set(id, pulled?.ok ? `${label} ${pulled.secret}` : `${label}: ${pulled?.code}`)
  }
  return found
}

export const databases = (h: Pick<Harness, 'profile' | 'id'>) => ({
  local: join(h.profile, 'Default/Local Extension Settings', h.id),
  mirror: join(h.profile, `Default/IndexedDB/chrome-extension_${h.id}_0.indexeddb.leveldb`),
})
