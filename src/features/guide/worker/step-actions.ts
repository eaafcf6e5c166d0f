/** What the button and the link of a step do: test a key, ask for its permissions, open a screen or a page. */
import type { Guide } from '../../../guides/guide.ts'
import { t } from '../../../i18n/t.ts'
import { fail, type Reply } from '../../../protocol/failure.ts'
import { keysOf, wants } from '../core/conditions.ts'
import { linkTo, type PageFamily, pageOf } from '../core/platform-pages.ts'
import type { Running, TourView } from '../core/tour.ts'
import { keyOf, placeFor } from './known-facts.ts'
import type { GuidePorts } from './ports.ts'

export const noGuide = fail('no_guide', t('No guide is running.'))

export function createStepActions(ports: GuidePorts) {
  const { session } = ports

  async function carryOut(
    guide: Guide,
    view: TourView | null,
    progress: Running,
    tabId: number | undefined,
  ): Promise<Reply> {
    const action = view?.action
    if (action === undefined) return { ok: true }
    // A page offers its key by `page.offerKey`, from the very document that shows it.
    if (action === 'save-key') return tabId === undefined ? ports.takeKey() : { ok: true }
    const key = keyToTest(guide, progress)
    if (action === 'test' && key !== undefined) {
      const done = doneOf(guide, progress)
      ports.test(
        key,
        wants(done, question => 'key' in question && question.key === 'rejected'),
      )
    }
    if (action === 'ask-rights' && progress.madeId !== undefined) void askRights(progress.madeId)
    if (action === 'vault') {
      if ((await session.get('vault'))?.status === 'none') ports.openScreen('welcome')
      else ports.openScreen('dashboard', '#security')
    }
    const rows = await session.get('rows')
    const id = keyOf(progress)
    // A locked vault has no rows to show; its page opens at the key once it is unlocked.
    const isListed = rows === undefined || rows.some(row => row.id === id)
    const place = placeFor(action, isListed ? id : undefined, progress.subjectId)
    if (place !== undefined) ports.openScreen('dashboard', place)
    return { ok: true }
  }

  /** Takes some seconds, and the guide goes on meanwhile. The answer is read from session storage. */
  async function askRights(id: string): Promise<void> {
    await session.set('rights', { id, answers: {}, note: (await ports.readCardWords()).asking })
    const reply = await ports.askRights(id)
    if (!reply.ok) await session.set('rights', { id, answers: {}, note: reply.message })
  }

  async function leadTo(view: TourView | null, tabId: number | undefined): Promise<Reply> {
    if (!view?.link) return noGuide
    const tab = tabId ?? (await ports.activePlatformTab())?.tabId ?? (await session.get('tourPage'))?.tabId
    // Only a page that guides work on replaces the platform's tab: /docs leads off the platform, and the guide's page would be gone.
    if (tab === undefined || isAt(['other', 'elsewhere'], view.link.url)) ports.openTab(view.link.url)
    else ports.goTo(tab, view.link.url)
    return { ok: true }
  }

  /**
   * The page where the work begins: brought to the front where it is open in the person's window, else opened. No page that
   * is open is replaced: something may be under way on it. @returns whether there is such a page.
   */
  async function leadToStart(guide: Guide, view: TourView, { step: id }: Running): Promise<boolean> {
    const ahead = view.steps.slice(view.steps.findIndex(step => step.id === id)).map(step => step.id)
    const status = (await session.get('vault'))?.status ?? 'none'
    const hasVault = status === 'unlocked' || status === 'locked'
    // The step that makes or unlocks the vault is skipped when there is a vault already.
    const steps = guide.steps.filter(
      step => ahead.includes(step.id) && !(step.action === 'vault' && hasVault),
    )
    // The first step is done elsewhere: in Keyway’s own window, or in the person’s program.
    if (steps[0]?.elsewhere || steps[0]?.action) return false
    const pages = steps.find(step => step.page)?.page ?? []
    const url = pages.map(linkTo).find(link => link !== undefined)?.url
    if (url === undefined) return false
    const active = await ports.activePlatformTab()
    // A platform page with an unknown address may be the right one: the guide looks at what is on it.
    if (active && isAt([...pages, 'other'], active.url)) return true
    const front = await ports.frontWindow()
    const open = (await ports.platformTabs()).find(
      tab => isAt(pages, tab.url) && (tab.windowId === undefined || tab.windowId === front),
    )
    if (open) ports.showTab(open.tabId)
    else ports.openTab(url)
    return true
  }

  return { carryOut, leadTo, leadToStart }
}

const isAt = (pages: (PageFamily | 'other' | 'elsewhere')[], url: string) => pages.includes(pageOf(url))

const doneOf = (guide: Guide, { step }: Running) => guide.steps.find(({ id }) => id === step)?.done

/** The key that the step’s condition asks about: testing the new key would not prove that the old one is revoked. */
function keyToTest(guide: Guide, progress: Running): string | undefined {
  const { madeId, subjectId } = progress
  const keys = keysOf(doneOf(guide, progress))
  return keys.has('subject') && !keys.has('new') ? subjectId : (madeId ?? subjectId)
}
