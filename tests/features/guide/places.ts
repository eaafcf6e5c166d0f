/** The places in our screens where a guide can be begun, which guides each offers, and what a person presses there. */
import type { Page } from 'puppeteer-core'
import { journey } from '../../../src/features/guide/screen/journey-parts.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { clickMark, clickNamed, type Harness } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { send } from '../lock/vault-story.ts'
import { openAt, paste } from './begin.ts'
import { printed, situations } from './causes.ts'
import { openPanel } from './walk.ts'

export type Scene = { h: Harness; screen: Page; guide: Guide; keyId?: string | undefined }

export type Place = {
  name: string
  offers: readonly string[]
  /** What is noted of the key for which it offers the guide; without it the place is about no key, or about any. */
  about?: (guide: string) => { rotateBy?: number; usedIn?: string[]; environment?: string }
  /** There is no key in the vault yet. */
  isEmpty?: true
  begin: (scene: Scene) => Promise<void>
}

const all = guides.map(({ id }) => id)
const day = 86_400_000
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const onTheWay = journey({ status: 'unlocked', inboxCount: 0 }, [])

/** As a tab: the popup itself would close with the guide that it begins. */
async function inPopup({ h }: Scene, act: (popup: Page) => Promise<void>): Promise<Page> {
  const popup = await h.extensionPage(h.paths.popup)
  await popup.bringToFront()
  await act(popup)
  await poll(async () => (await h.session()).tour, 'the guide')
  return popup
}

const explained = (guide: string) =>
  situations.find(
    one => one.guide === guide && ['rate_limited', 'organization_unverified'].includes(one.condition),
  )

export const places: readonly Place[] = [
  {
    name: 'its page',
    offers: all,
    begin: async ({ screen, guide }) => {
      await openAt(screen, `guides/${guide.id}`)
      await clickNamed(screen, 'Walk me through it')
    },
  },
  {
    name: 'the panel’s search',
    offers: all,
    begin: async ({ h, screen, guide: { title } }) => {
      const panel = await openPanel(h, screen)
      await paste(panel, 'input[type="search"]', title)
      await clickNamed(panel, new RegExp(`^${literally(title)}`))
    },
  },
  {
    name: 'the way in the panel',
    offers: onTheWay.flatMap(({ guide, state }) => (guide && state !== 'done' ? [guide] : [])),
    isEmpty: true,
    begin: async ({ h, screen, guide }) => {
      const panel = await openPanel(h, screen)
      await clickNamed(panel, 'Every step of the way')
      const part = onTheWay.find(one => one.guide === guide.id)
      await clickMark(panel, `[data-part="${part?.id}"] button`)
    },
  },
  {
    name: 'what comes after another guide',
    offers: all.filter(id => before(id)),
    begin: async ({ h, screen, guide: { id, title }, keyId }) => {
      const panel = await openPanel(h, screen)
      await send(screen, 'screen.startGuide', { guide: before(id) ?? '', ...(keyId && { keyId }) })
      await poll(async () => {
        const { tour } = await h.session()
        if (tour?.kind === 'receipt') return true
        const [first] = tour?.kind === 'choice' ? (tour.choice?.options ?? []) : []
        await send(screen, 'screen.guideAct', first ? { act: 'choose', option: first.id } : { act: 'skip' })
        return false
      }, 'the end of the guide before')
      await clickNamed(panel, title)
    },
  },
  {
    name: 'the check-up',
    offers: ['limit-spending', 'rotate-key', 'create-key', 'project-key'],
    about: guide =>
      ({
        'rotate-key': { rotateBy: Date.now() - day },
        'create-key': { usedIn: ['web shop', 'nightly job'] },
        'project-key': { environment: 'development, production' },
      })[guide] ?? {},
    begin: async ({ screen, guide }) => {
      await openAt(screen, 'checkup')
      const finding = { 'rotate-key': 'overdue', 'create-key': 'shared', 'project-key': 'environments' }[
        guide.id
      ]
      await clickMark(screen, `[data-finding="${finding ?? 'limit'}"] .line-act button`)
    },
  },
  {
    name: 'what is due, in the overview',
    offers: ['rotate-key'],
    about: () => ({ rotateBy: Date.now() + 10 * day }),
    begin: async ({ screen }) => {
      await openAt(screen, 'overview')
      await clickMark(screen, '.due-list button')
    },
  },
  {
    name: 'the day that comes near, on the key’s page',
    offers: ['rotate-key'],
    about: () => ({ rotateBy: Date.now() + 10 * day }),
    begin: async ({ screen, keyId }) => {
      await openAt(screen, `keys/${keyId}`)
      await clickNamed(screen, 'Show me how to replace it')
    },
  },
  {
    name: 'the popup’s row',
    offers: ['fix-billing', 'fix-permission-denied'],
    begin: async scene => {
      const popup = await inPopup(scene, async popup => {
        await clickMark(popup, '[data-keyway="key-row"] [data-keyway="more"]')
        await clickNamed(popup, 'How to fix it', 'menuitem')
      })
      await popup.close()
    },
  },
  {
    name: 'the deletion of the key',
    offers: ['revoke-key'],
    begin: async ({ screen, keyId }) => {
      await openAt(screen, `keys/${keyId}`)
      await clickNamed(screen, /^More for/)
      await clickNamed(screen, 'Delete…', 'menuitem')
      await clickNamed(screen, 'Show me how to revoke it')
    },
  },
  {
    name: 'the ways to add a key',
    offers: ['create-key', 'restrict-key', 'service-account-key'],
    begin: async ({ screen, guide }) => {
      await openAt(screen, 'keys/add/guide')
      await clickNamed(screen, `Guide me: ${guide.title}`)
    },
  },
  {
    name: 'the list without keys',
    offers: ['create-key'],
    isEmpty: true,
    begin: async ({ screen }) => {
      await openAt(screen, 'keys')
      await clickNamed(screen, 'Guide me to my first key')
    },
  },
  {
    name: 'the popup without keys',
    offers: ['create-key'],
    isEmpty: true,
    begin: async scene => {
      const popup = await inPopup(scene, popup => clickNamed(popup, 'Guide me to a key'))
      await poll(() => popup.isClosed(), 'the popup to close itself')
    },
  },
  {
    name: 'cost without an admin key',
    offers: ['monitor-usage'],
    begin: async ({ screen }) => {
      await openAt(screen, 'usage')
      await clickNamed(screen, 'Show me usage on the platform instead')
    },
  },
  {
    name: 'a key found in a text',
    offers: ['key-compromised'],
    begin: async ({ h, screen }) => {
      await openAt(screen, 'scan')
      await paste(screen, 'main textarea', `OPENAI_API_KEY=${h.practice?.state.keys[0]?.secret}`)
      await clickNamed(screen, 'Scan the text')
      await clickNamed(screen, 'It was published: what now?')
    },
  },
  {
    name: 'an explained error',
    offers: all.filter(explained),
    begin: async ({ screen, guide }) => {
      const situation = explained(guide.id)
      await openAt(screen, 'explain')
      if (situation) await paste(screen, 'main textarea', printed(situation))
      await clickNamed(screen, 'Show me how to fix it')
    },
  },
]

/** A guide that names this one at its end, and that a person may skip through. */
function before(guide: string): string | undefined {
  return guides.find(({ next, steps }) => next.includes(guide) && !steps.some(({ proof }) => proof))?.id
}
