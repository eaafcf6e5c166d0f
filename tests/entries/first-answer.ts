/**
 * A newcomer who was told by an app to paste a key: from the first screen, by the question whether a key is needed, to the app's own key under
 * a hard limit, copied for the app; and on to a first answer. Counted.
 */
import type { Page } from 'puppeteer-core'
import type { TourView } from '../../src/features/guide/core/tour.ts'
import { clickMark, clickNamed, type Harness, launch, says, shows } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { isThere, press, type } from '../browser/practice-page.ts'
import { keyOf, settled } from '../features/guide/walk.ts'
import { fourWords } from '../features/lock/vault-story.ts'
import { card, pressCard } from '../overlay/overlay.ts'
import { Counter, type Row, readCard } from './counter.ts'

type Hand = (page: Page, view: TourView) => Promise<unknown>

const say: Hand = (page, view) => pressCard(page, view.button ?? '')
const typed =
  (mark: Parameters<typeof type>[1], text: string): Hand =>
  async page => {
    await type(page, mark, text)
    await page.keyboard.press('Tab')
  }

/** What a person does on the platform's page at each step of the guide. */
const hands: Record<string, Hand> = {
  runs: page => pressCard(page, /^On my own computer/),
  project: page => press(page, 'project-create'),
  'project-name': typed('project-name', 'WritingApp'),
  'project-create': page => press(page, 'project-submit'),
  limit: page => press(page, 'limit-edit'),
  'limit-amount': typed('limit-amount', '5'),
  'limit-hard': page => press(page, 'limit-hard'),
  'limit-save': page => press(page, 'limit-save'),
  open: async page =>
    press(page, (await isThere(page, 'create-opener-empty')) ? 'create-opener-empty' : 'create-opener'),
  name: typed('key-name', 'WritingApp-MyLaptop'),
  'choose-project': say,
  permissions: say,
  create: page => press(page, 'create-submit'),
  save: page => pressCard(page, /Save/),
  close: page => press(page, 'reveal-done'),
  give: say,
}

export async function keyForAnApp(): Promise<Row[]> {
  const h = await launch()
  try {
    const count = new Counter()
    const welcome = count.follow(await h.pageAt(/welcome\.html/))
    await welcome.bringToFront()
    await says(welcome, 'Do I need a key at all?')
    await count.screen('welcome', welcome)
    count.decided()
    await clickNamed(welcome, 'Do I need a key at all?')
    const panel = count.follow(await h.panel())
    await chooseApp(count, panel)
    await clickNamed(panel, 'Make a key for an app')
    await makeVault(h, count, welcome, panel)
    const page = count.follow(await h.pageAt(/^https:\/\/platform\.openai\.com/))
    await walk(h, count, page, panel)
    const rows = [
      count.row('a key for an app under a hard limit, copied for it, from the installed extension'),
    ]

    await untilAnswer(h, count, panel)
    rows.push(count.row('… until the first answer of a model'))
    return rows
  } finally {
    await h.close()
  }
}

/** From the guide's receipt by “Try it” to what a model answers. */
export async function untilAnswer(h: Harness, count: Counter, panel: Page): Promise<void> {
  await panel.bringToFront()
  await says(panel, 'Your key works.')
  await count.screen('panel, receipt', panel)
  await clickMark(panel, '[data-keyway="try-it"]')
  const screen = count.follow(await h.pageAt(/dashboard\.html/))
  await screen.bringToFront()
  await poll(() => screen.$('[data-keyway="call"]'), 'the call', { within: 30_000 })
  await count.screen('try it', screen)
  await clickMark(screen, '[data-keyway="call"]')
  await poll(
    () => screen.$eval('[data-keyway="answer"]', one => one.textContent || undefined).catch(() => undefined),
    'the answer',
    { within: 30_000 },
  )
}

/** The guide “Do you need a key?”: it is in the panel only, for no page has to do with it. */
async function chooseApp(count: Counter, panel: Page): Promise<void> {
  await says(panel, 'What do you want to do?')
  await count.screen('panel', panel)
  count.decided()
  await clickNamed(panel, /^Use an app that asks for a key/)
  for (const [title, button] of [
    ['Yes: you need a key', 'Understood'],
    ['What you need for an app', 'I have that'],
  ] as const) {
    await says(panel, title)
    await count.screen('panel', panel)
    await clickNamed(panel, button)
  }
  await says(panel, 'What next?')
  await count.screen('panel', panel)
}

async function makeVault(h: Harness, count: Counter, welcome: Page, panel: Page): Promise<void> {
  const view = await poll(
    async () => {
      const { tour } = await h.session()
      return tour?.guide === 'give-to-app' && tour
    },
    async () => `the guide; there is ${(await h.session()).tour?.guide}`,
  )
  await count.screen('panel', panel)
  if (view.kind === 'choice') {
    count.decided()
    await clickNamed(panel, /^On my own computer/)
  }
  await welcome.bringToFront()
  await clickNamed(welcome, 'I need my first key')
  await fourWords(welcome)
  await count.screen('protection', welcome)
  await clickMark(welcome, '[data-keyway="make-vault"]')
  await says(welcome, 'Save your recovery code', 60_000)
  await count.screen('protection', welcome)
  await clickNamed(welcome, 'I have saved it')
  await clickMark(welcome, '[data-keyway="continue-guide"]')
}

/** Reads each card, does what it says, and ends at the receipt. */
async function walk(h: Harness, count: Counter, page: Page, panel: Page): Promise<void> {
  await page.bringToFront()
  let last = ''
  for (;;) {
    const view = await settled(h, 'give-to-app', last)
    last = keyOf(view)
    if (view.step === 'check') continue
    if (view.step === 'commit') {
      await shows(panel, '[data-keyway="commit"]')
      await count.screen('panel', panel)
      await clickMark(panel, '[data-keyway="commit"]')
      await page.bringToFront()
      continue
    }
    await readCard(count, page, view.step)
    if (view.kind === 'receipt') return
    if (view.kind === 'choice') count.decided()
    if (view.state !== 'wrong-page') await hands[view.step]?.(page, view)
    else if (view.step !== 'limit') {
      // A page that is still loading is not where it is going to be.
      const goTo = `Go to ${view.link?.label}`
      if (await isOffered(h, page, goTo, last)) await pressCard(page, goTo)
    } else {
      // The project in the list, then “Limits” in its menu: the practice platform has the page, but not that way to it.
      count.pressed(2)
      await page.goto(`https://platform.openai.com/settings/${h.practice?.state.projects.at(-1)?.id}/limits`)
    }
  }
}

/** @returns false when the guide has moved on by itself */
const isOffered = async (h: Harness, page: Page, button: string, last: string): Promise<boolean> =>
  (await poll(async () => {
    if ((await card(page))?.text.includes(button)) return 'offered'
    const { tour } = await h.session()
    return tour && keyOf(tour) !== last && 'moved on'
  }, `“${button}”, or another step`)) === 'offered'
