/** Each place where a guide can be begun leads to its page on the platform, with what it is about. No tab is opened by the test. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clickNamed, type Harness, launch, shows } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { ask, guideOf, openPanel } from './walk.ts'

let h: Harness
beforeAll(async () => {
  h = await launch()
})
afterAll(async () => {
  h.assertClean()
  await h.close()
})

const platformTabs = () =>
  h.browser
    .targets()
    .filter(target => target.type() === 'page' && target.url().startsWith('https://platform.openai.com/'))

/** The tab that came by itself; closed again, so that the next start finds none. */
async function opened(address: RegExp, step: string): Promise<void> {
  const page = await h.pageAt(address)
  await poll(
    async () => (await h.session()).tour?.steps.some(({ id }) => id === step),
    async () => `the step “${step}”; there are ${(await h.session()).tour?.steps.map(({ id }) => id)}`,
  )
  expect(platformTabs()).toHaveLength(1)
  await page.close()
}

test('an error explained without a vault: the guide shows the steps for this very error', async () => {
  const page = await h.extensionPage(`${h.paths.dashboard}#explain`)
  // Pasted, as people do.
  await poll(() => page.$('textarea'), 'the field')
  await page.focus('textarea')
  await page.evaluate(
    text => document.execCommand('insertText', false, text),
    "openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota, please check your plan and billing details.', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}}",
  )
  await clickNamed(page, 'Show me how to fix it')
  await opened(/\/settings\/organization\/billing/, 'pay')
  await page.close()
})

test('the list of guides: the page is opened, and a tab that is there is brought forward instead of a second one', async () => {
  const page = await h.extensionPage(`${h.paths.dashboard}#guides/set-up-billing`)
  await clickNamed(page, 'Walk me through it')
  const platform = await h.pageAt(/\/settings\/organization\/billing/)
  await page.bringToFront()
  await clickNamed(page, 'Walk me through it')
  await poll(() => platform.evaluate(() => document.visibilityState === 'visible'), 'the tab in front')
  await opened(/\/settings\/organization\/billing/, 'card')
  await page.close()
})

test('a notification that is pressed while there is nothing else to see', async () => {
  // No protocol presses a notification: the browser's event is sent to the worker.
  await h.inWorker(() => {
    const event: unknown = chrome.notifications.onClicked
    const { dispatch } = event as { dispatch(id: string): void }
    dispatch.call(event, 'health:fix-billing:k1:')
  })
  await opened(/\/settings\/organization\/billing/, 'pay-perhaps')
})

test('begun far down the side panel, a guide and each of its steps begin at their head, with the keyboard there', async () => {
  const screen = await h.extensionPage(h.paths.dashboard)
  const panel = await openPanel(h, screen)
  await panel.setViewport({ width: 320, height: 400 })
  await ask(screen, 'screen.guideAct', { act: 'stop' })
  await clickNamed(panel, 'All guides')
  const begins = (title: string) =>
    poll(
      () =>
        panel.evaluate(title => {
          const head = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0
          const first = document.querySelector('main :is(h1, h2, p)')?.getBoundingClientRect().top ?? -1
          const at = document.activeElement
          return first >= head && at?.localName === title && innerHeight < document.body.scrollHeight
        }, title),
      () =>
        panel.evaluate(
          title =>
            `the head in sight and the keyboard at ${title}; it is at ${document.activeElement?.outerHTML.slice(0, 80)}, scrolled by ${scrollY}`,
          title,
        ),
    )
  const pressFarDown = async (words: string) => {
    const focus = (words: string) => {
      scrollTo(0, document.body.scrollHeight)
      const button = [...document.querySelectorAll('button')].find(one => one.textContent.includes(words))
      button?.focus()
      return button !== undefined
    }
    await poll(() => panel.evaluate(focus, words), words)
    await panel.keyboard.press('Enter')
  }
  await pressFarDown(guideOf('spend-less').title)
  await shows(panel, '.step')
  await begins('h1')
  const [first, second] = guideOf('spend-less').steps
  await pressFarDown(first?.button ?? '')
  await poll(async () => (await h.session()).tour?.step === second?.id, 'the next step')
  await begins('h1')
  await pressFarDown('Stop the guide')
  await shows(panel, '.guide-list')
  await begins('main')
  await screen.close()
})
