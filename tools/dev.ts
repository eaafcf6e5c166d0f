/** A browser that gets every new build at once. Loaded by dev.mjs. */
import { join } from 'node:path'
import { type Harness, launch, root } from '../tests/browser/harness.ts'

let running: Harness | undefined

export async function open(): Promise<void> {
  running = await launch({ headless: false, profile: join(root, 'out/profile') })
  await running.platform('/api-keys')
}

/** Loads the extension anew; the platform's pages too, because a content script of the old build is an orphan. */
export async function reload(): Promise<void> {
  await running?.inWorker(() => chrome.runtime.reload())
  // Targets, not pages: a page that is just being opened or closed cannot be asked for its address.
  for (const target of running?.browser.targets() ?? []) {
    if (!target.url().startsWith('https://platform.openai.com')) continue
    const page = await target.page()
    await page?.reload().catch(() => {})
  }
}

export function whenClosed(done: () => void): void {
  running?.browser.once('disconnected', done)
}

export async function stop(): Promise<void> {
  await running?.close()
}
