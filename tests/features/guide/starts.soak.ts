/**
 * Every guide, begun where all of them are offered: from its page in the dashboard, and from the panel's search. It runs, and the platform's
 * tab is at the first page that it needs. For each cause: causes.soak.ts; from there to the end: guides.soak.ts.
 */
import type { Page } from 'puppeteer-core'
import { linkTo, pageOf } from '../../../src/features/guide/core/platform-pages.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { clickNamed, type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send, withVault } from '../lock/vault-story.ts'
import { openAt, paste } from './begin.ts'
import { openPanel } from './walk.ts'

type Start = { name: string; begin: (h: Harness, screen: Page, guide: Guide) => Promise<void> }

const starts: readonly Start[] = [
  {
    name: 'its page',
    begin: async (_, screen, { id }) => {
      await openAt(screen, `guides/${id}`)
      await clickNamed(screen, 'Walk me through it')
    },
  },
  {
    name: 'the panel’s search',
    begin: async (h, screen, { title }) => {
      const panel = await openPanel(h, screen)
      await paste(panel, 'input[type="search"]', title)
      await clickNamed(panel, new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`))
    },
  },
]

const platformTabs = async (h: Harness) =>
  (await h.browser.pages()).filter(page => page.url().startsWith('https://platform.openai.com'))

async function play(h: Harness, screen: Page, guide: Guide, { begin }: Start): Promise<void> {
  await begin(h, screen, guide)
  const tour = await poll(
    async () => {
      const { tour } = await h.session()
      return tour?.guide === guide.id && tour
    },
    async () => `${guide.id} to run; there is ${(await h.session()).tour?.guide}`,
  )
  // The vault is open, so the step that makes it is behind; what is first done elsewhere opens nothing.
  const applying = guide.steps.filter(({ id }) => tour.steps.some(step => step.id === id) && id !== 'vault')
  const [first] = applying
  const pages = applying.find(({ page }) => page)?.page ?? []
  const leads = !first?.elsewhere && !first?.action && pages.some(page => linkTo(page))
  if (!leads) return
  await poll(
    async () => (await platformTabs(h)).some(page => pages.some(one => one === pageOf(page.url()))),
    async () => `${pages} to be open; there is ${(await platformTabs(h)).map(page => page.url())}`,
  )
}

export async function run(): Promise<string> {
  const h = await launch()
  let begun = 0
  try {
    const screen = await withVault(h)
    for (const guide of guides)
      for (const start of starts) {
        await play(h, screen, guide, start).catch((error: Error) => {
          throw new Error(`${guide.id} from ${start.name}: ${error.message}`)
        })
        begun++
        await send(screen, 'screen.guideAct', { act: 'stop' })
        for (const page of await platformTabs(h)) await page.close()
      }
    h.assertClean()
  } finally {
    await h.close()
  }
  return `${begun} beginnings: every guide from its page and from the panel's search`
}
