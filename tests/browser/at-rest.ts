/** A page whose animations have ended, so that what is measured on it is what a person goes on seeing. */
import type { Page } from 'puppeteer-core'
import { poll } from './poll.ts'

/** So long by the page's own clock, and two more frames drawn: a page that stood still meanwhile has shown nothing of what was done to it. */
export const shownFor = (page: Page, milliseconds: number): Promise<void> =>
  page.evaluate(
    milliseconds =>
      new Promise<void>(done =>
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), milliseconds),
      ),
    milliseconds,
  )

/** What never ends by itself, as a turning wheel or what follows a scrollbar, is not waited for. */
export const atRest = (page: Page): Promise<boolean> =>
  poll(
    () =>
      page.evaluate(
        () =>
          !document.getAnimations().some(({ playState, effect }) => {
            const end = effect?.getComputedTiming().endTime
            return playState === 'running' && typeof end === 'number' && Number.isFinite(end)
          }),
      ),
    () => `the animations on ${page.url()} to end; a page behind another tab draws none of them`,
  )
