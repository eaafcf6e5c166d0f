/**
 * Every guide from every place that offers it, to its end: it runs, the platform's tab is at the first page that it needs, and the walk
 * goes on in that tab. For each cause: causes.soak.ts. ONLY=word plays those whose name holds it, as a regular expression.
 */
import type { Page } from 'puppeteer-core'
import { isAboutKey } from '../../../src/features/guide/core/conditions.ts'
import { linkTo, pageOf } from '../../../src/features/guide/core/platform-pages.ts'
import { clickMark, type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { initialState } from '../../practice/state.ts'
import { send, withVault } from '../lock/vault-story.ts'
import { type Place, places } from './places.ts'
import { guideOf, openPanel, type Walk, walkGuide } from './walk.ts'
import { walks } from './walks.ts'

const platformTabs = async (h: Harness) =>
  (await h.browser.pages()).filter(page => page.url().startsWith('https://platform.openai.com'))

/** Begins it there, says which key is meant where it is asked, and finds the tab that it leads to. */
async function begin(
  h: Harness,
  screen: Page,
  place: Place,
  walk: Walk,
  keyId: string | undefined,
): Promise<Page> {
  const guide = guideOf(walk.guide)
  await place.begin({ h, screen, guide, keyId })
  const running = () =>
    poll(
      async () => {
        const { tour } = await h.session()
        return tour?.guide === guide.id && tour
      },
      async () => `${guide.id} to run; there is ${(await h.session()).tour?.guide}`,
    )
  const tour = await running()
  // The vault is open, so the step that makes it is behind; what is first done elsewhere opens nothing.
  const applying = guide.steps.filter(({ id }) => tour.steps.some(step => step.id === id) && id !== 'vault')
  const [first] = applying
  const pages = applying.find(({ page }) => page)?.page ?? []
  const leads = !first?.elsewhere && !first?.action && pages.some(page => linkTo(page))
  const itsTab = async () =>
    (await platformTabs(h)).find(page => pages.some(one => one === pageOf(page.url())))
  if (leads)
    await poll(
      itsTab,
      async () => `${pages} to be open; there is ${(await platformTabs(h)).map(page => page.url())}`,
    )
  if (tour.asksKey && walk.subject) {
    if (!isAboutKey(guide)) throw new Error(`${guide.id} asks for a key and is about none`)
    await clickMark(await openPanel(h, screen), '[data-keyway="guide-key"] button')
    await poll(async () => !(await h.session()).tour?.asksKey, 'the key to be known')
  }
  // The page of the guide before stays open beside it.
  const page = (leads && (await itsTab())) || (await platformTabs(h))[0]
  if (!page) return h.platform(walk.start)
  // The tab may not be in front yet, or not loaded: until it speaks the guide knows its address alone, or another page's.
  await page.bringToFront()
  if (leads)
    await poll(
      async () => (await h.session()).tour?.state !== 'wrong-page',
      async () => `the guide on ${page.url()}; it is at ${JSON.stringify((await h.session()).tour?.state)}`,
    )
  return page
}

async function leave(h: Harness, screen: Page): Promise<void> {
  await send(screen, 'screen.guideAct', { act: 'stop' })
  for (const page of await platformTabs(h)) await page.close()
  // What was walked before is not offered again.
  await h.inWorker(() => chrome.storage.local.remove('guidesDone'))
  for (const { id } of (await h.session()).rows ?? []) await send(screen, 'screen.remove', { id })
}

export async function run(): Promise<string> {
  const h = await launch()
  const failures: string[] = []
  let walked = 0
  try {
    const screen = await withVault(h)
    for (const walk of walks)
      for (const place of places.filter(({ offers }) => offers.includes(walk.guide))) {
        const name = `${walk.guide} from ${place.name}`
        if (place.isEmpty && walk.subject) continue
        if (!new RegExp(process.env.ONLY ?? '').test(name)) continue
        const began = Date.now()
        let outcome = 'ok'
        try {
          h.practice?.set(initialState())
          await walkGuide(h, screen, {
            ...walk,
            // A place that offers it for a key has one.
            ...(place.about && { about: place.about(walk.guide) }),
            begin: keyId => begin(h, screen, place, walk, keyId),
          })
          h.assertClean()
          walked++
        } catch (error) {
          outcome = error instanceof Error ? error.message : String(error)
          failures.push(`${name}: ${outcome}`)
          h.complaints.list.length = 0
        }
        await leave(h, screen)
        console.log(`  ${((Date.now() - began) / 1000).toFixed(0)} s, ${name}: ${outcome}`)
      }
    h.assertClean()
  } finally {
    await h.close()
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return `${walked} walks: every guide from every place that offers it, to its end`
}
