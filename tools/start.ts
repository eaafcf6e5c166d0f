/** The two ways to see Keyway at work: a browser for a person, or the journey played without one. Loaded by start.mjs. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Harness, launch, root } from '../tests/browser/harness.ts'
import { play, steps } from '../tests/entries/journey.ts'

type Say = (line: string) => void
type Options = { live: boolean; keepProfile: boolean; headless: boolean; say: Say }

let running: Harness | undefined
let stopping: Promise<void> | undefined

/** Ends browser and practice platform; several may ask for it at the same time. */
export function stop(): Promise<void> {
  stopping ??= running?.close() ?? Promise.resolve()
  return stopping
}

const keptProfile = join(root, 'out/profile')

/** Opens a browser with Keyway for a person, and waits until it is closed. */
export async function open({ live, keepProfile, say }: Options): Promise<void> {
  running = await launch({
    headless: false,
    ...(live && { practice: null }),
    ...(keepProfile && { profile: keptProfile }),
  })
  const h = running
  await h.platform('/api-keys').catch(error => {
    if (!live) throw error
    say('platform.openai.com could not be reached: look at your connection, then load the page again.')
  })
  const welcome = await h.surface('src/entries/welcome/welcome.html')
  await welcome?.bringToFront()
  for (const page of await h.browser.pages()) if (page.url() === 'about:blank') await page.close()
  say(
    live
      ? 'The browser is open on the real platform.openai.com: what you create and buy there is real.'
      : 'The browser is open on the practice platform: nothing there is real, try everything.',
  )
  say('Begin on the welcome page. Close the browser, or press Ctrl-C here, to end.')
  await new Promise<void>(done => h.browser.once('disconnected', () => done()))
  await stop()
}

/** Plays the journey without a display. @returns how many steps failed. */
export async function playJourney({ keepProfile, say }: Options): Promise<number> {
  const shots = join(root, 'out/journey')
  await rm(shots, { recursive: true, force: true })
  await mkdir(shots, { recursive: true })
  // The journey begins with an installation: a profile that was kept is only kept, not gone on with.
  if (keepProfile) await rm(keptProfile, { recursive: true, force: true })
  running = await launch({ headless: true, notesHosts: true, ...(keepProfile && { profile: keptProfile }) })
  const h = running
  let passed = 0
  try {
    await play(
      h,
      ({ n, name, why }) => {
        // A step that is cut off by Ctrl-C has not failed.
        if (stopping) return
        if (why === undefined) passed++
        say(why === undefined ? `ok ${n} ${name}` : `failed ${n} ${name}: ${why}`)
      },
      'journey',
    )
  } catch {
    // It is told already.
  }
  if (stopping) {
    // Ctrl-C has ended the browser under the journey: what was cut off has neither passed nor failed.
    await stopping
    throw new Error(`Stopped after ${passed} of ${steps.length} steps.`)
  }
  await stop()
  // One that broke off early may have asked nobody at all.
  const foreign = passed < steps.length ? [] : h.foreignHosts()
  if (foreign.length > 0) say(`failed: the browser asked hosts that are none of ours: ${foreign.join(', ')}`)
  const failed = (passed < steps.length ? 1 : 0) + (foreign.length > 0 ? 1 : 0)
  say(`${passed} of ${steps.length} steps passed, ${failed} failed. Pictures: out/journey/`)
  return failed
}
