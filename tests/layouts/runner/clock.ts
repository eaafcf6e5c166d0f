/**
 * Time as a walk has it. The real one; or one of the page's own, which passes as fast as the page can keep up: whoever waits
 * lets it pass, and between two waits it stands still. The extension's worker and panel keep real time.
 */
import type { CDPSession, Page } from 'puppeteer-core'

export type Clock = {
  /** Milliseconds. */
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Milliseconds between two looks. */
  pause: number
}

const really = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds))

export const realClock: Clock = { now: Date.now, wait: really, pause: 50 }

/** Frames are drawn in real time: one of them is in each wait, or so many milliseconds, where the page draws none. */
const frame = 17
/** A page that is just loaded anew may not tell that its time has passed. */
const longest = 500

const drawn = (session: CDPSession) =>
  session
    .send('Runtime.evaluate', {
      expression: 'new Promise(done => requestAnimationFrame(() => done()))',
      awaitPromise: true,
    })
    .catch(() => {})

/** @see https://chromedevtools.github.io/devtools-protocol/tot/Emulation/#method-setVirtualTimePolicy */
/** @param caughtUp waits until the extension has answered what the page told it: it keeps real time */
export async function fastClock(page: Page, caughtUp: () => Promise<unknown>): Promise<Clock> {
  const session = await page.createCDPSession()
  let now = Date.now()
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'pause' })
  return {
    now: () => now,
    pause: 115,
    async wait(milliseconds) {
      now += milliseconds
      const passed = new Promise<void>(done =>
        session.once('Emulation.virtualTimeBudgetExpired', () => done()),
      )
      await session
        .send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: milliseconds })
        .then(() => Promise.race([passed, really(longest)]))
        .catch(() => {})
      await Promise.all([Promise.race([drawn(session), really(frame)]), caughtUp()])
    },
  }
}
