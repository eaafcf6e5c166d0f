/**
 * Time as a walk has it. The real one; or one of the page's own, which passes as fast as the page can keep up: whoever waits
 * lets it pass, and between two waits it stands still. The extension's worker and panel keep real time.
 */
import type { Page } from 'puppeteer-core'

export type Clock = {
  /** Milliseconds. */
  now(): number
  wait(milliseconds: number): Promise<void>
}

const really = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

export const realClock: Clock = { now: Date.now, wait: really }

/** Frames are drawn in real time: at least so many milliseconds of it are in each wait. */
const frame = 17
/** A page that is just loaded anew may not tell that its time has passed. */
const longest = 500

/** @see https://chromedevtools.github.io/devtools-protocol/tot/Emulation/#method-setVirtualTimePolicy */
/** @param caughtUp waits until the extension has answered what the page told it: it keeps real time */
export async function fastClock(page: Page, caughtUp: () => Promise<unknown>): Promise<Clock> {
  const session = await page.createCDPSession()
  let now = Date.now()
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause' })
  return {
    now: () => now,
    async wait(milliseconds) {
      now += milliseconds
      const passed = new Promise<void>(done =>
        session.once('Emulation.virtualTimeBudgetExpired', () => done()),
      )
      await session
        .send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: milliseconds })
        .then(() => Promise.race([passed, really(longest)]))
        .catch(() => {})
      await Promise.all([really(frame), caughtUp()])
    },
  }
}
