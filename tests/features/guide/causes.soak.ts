/**
 * Every cause from every place where a guide can be begun for it, in the browser: the guide, its page and the steps for this cause, and
 * no older success that ends it. ONLY=word|word plays the causes whose name holds one of them. Prints which places were come by for which cause.
 */
import type { Page } from 'puppeteer-core'
import { isAboutKey } from '../../../src/features/guide/core/conditions.ts'
import { presentStatus } from '../../../src/features/health/core/present-status.ts'
import { guides } from '../../../src/guides/index.ts'
import { outcomes } from '../../../src/providers/answers/causes.ts'
import { clickMark, clickNamed, type Harness, launch, shows } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { initialState } from '../../practice/state.ts'
import { passphrase, send, withVault } from '../lock/vault-story.ts'
import { openAt, paste } from './begin.ts'
import { causesOf, printed, type Situation, situations } from './causes.ts'
import { guideOf, openPanel } from './walk.ts'

type World = { h: Harness; screen: Page; keyId: string; situation: Situation }
type Start = {
  name: string
  isOnlyAfterCheck?: true
  isSearch?: true
  /** The guide knows which key is meant. */
  knowsKey?: true
  /** Where it cannot occur: what is not asked, or not listed. */
  isNever?: (situation: Situation) => boolean
  begin: (world: World) => Promise<void>
}

const showMe = (screen: Page) => clickNamed(screen, 'Show me how to fix it')

const starts: readonly Start[] = [
  {
    name: 'explained error',
    begin: async ({ screen, situation }) => {
      await openAt(screen, 'explain')
      await paste(screen, 'main textarea', printed(situation))
      await showMe(screen)
    },
  },
  {
    name: 'explained error, the key chosen in the panel',
    knowsKey: true,
    // Only guides about a key ask which.
    isNever: ({ guide }) => !isAboutKey(guideOf(guide)),
    begin: async ({ h, screen, situation }) => {
      await openPanel(h, screen)
      await openAt(screen, 'explain')
      await paste(screen, 'main textarea', printed(situation))
      await showMe(screen)
      const panel = await h.panel()
      await clickMark(panel, '[data-keyway="guide-key"] button')
    },
  },
  {
    name: 'error in the panel’s search',
    isSearch: true,
    begin: async ({ h, screen, situation }) => {
      const panel = await openPanel(h, screen)
      await paste(panel, 'input[type="search"]', printed(situation))
      await poll(() => panel.$('kbd'), 'what Enter takes')
      await clickMark(panel, '.guide-list button')
    },
  },
  {
    name: 'error in the search',
    isSearch: true,
    begin: async ({ screen, situation }) => {
      await openAt(screen, 'guides')
      await paste(screen, 'main input[type="search"]', printed(situation))
      await poll(() => screen.$('main kbd'), 'what Enter takes')
      await screen.keyboard.press('Enter')
      await clickNamed(screen, 'Walk me through it')
    },
  },
  {
    name: 'panel’s list of keys that need the person',
    isOnlyAfterCheck: true,
    // A key that works but for one thing waits for nobody.
    isNever: ({ cause }) =>
      !['rejected', 'needs'].includes(
        presentStatus({ ...outcomes[cause], cause, says: '' }, { provider: 'openai' }).tone,
      ),
    knowsKey: true,
    begin: async ({ h, screen }) => showMe(await openPanel(h, screen)),
  },
  {
    name: 'popup’s row',
    isOnlyAfterCheck: true,
    knowsKey: true,
    begin: ({ h }) =>
      inPopup(h, async popup => {
        await clickMark(popup, '[data-keyway="key-row"] [data-keyway="more"]')
        await clickNamed(popup, 'How to fix it', 'menuitem')
      }),
  },
  {
    name: 'popup’s details',
    isOnlyAfterCheck: true,
    knowsKey: true,
    begin: ({ h }) =>
      inPopup(h, async popup => {
        await clickMark(popup, '[data-row-name]')
        await showMe(popup)
      }),
  },
  {
    name: 'key’s page',
    isOnlyAfterCheck: true,
    knowsKey: true,
    begin: async ({ screen, keyId }) => {
      await openAt(screen, `keys/${keyId}`)
      await showMe(screen)
    },
  },
  {
    name: 'failed call',
    knowsKey: true,
    begin: async ({ h, screen, keyId, situation }) => {
      await openAt(screen, `keys/${keyId}/call`)
      await poll(() => screen.$('.key-use'), 'the tab')
      // The models are asked first, without a press; what forbids everything is met there.
      await poll(
        async () =>
          (await screen.$('[data-keyway="call"]')) ??
          (await screen.$(`.key-use [data-cause="${situation.cause}"]`)),
        'the call, or why there is none',
      )
      if (!(await screen.$(`.key-use [data-cause="${situation.cause}"]`))) {
        h.practice?.set({ api: { condition: situation.condition } })
        await clickMark(screen, '[data-keyway="call"]')
        await shows(screen, `.key-use [data-cause="${situation.cause}"]`)
      }
      await showMe(screen)
    },
  },
  {
    name: 'notification',
    isOnlyAfterCheck: true,
    knowsKey: true,
    begin: pressNotification,
  },
  {
    name: 'notification, while locked',
    isOnlyAfterCheck: true,
    knowsKey: true,
    begin: async world => {
      const { h, screen, situation } = world
      await send(screen, 'screen.lock', {})
      await pressNotification(world)
      await poll(async () => (await h.session()).tour?.guide === situation.guide, 'the guide, while locked')
      // What was wrong then is not believed: the key is asked about once the vault is open.
      await send(screen, 'screen.unlock', { passphrase })
    },
  },
]

/** No protocol presses a notification: the browser's event is sent to the worker. */
async function pressNotification({ h, keyId, situation: { guide } }: World): Promise<void> {
  await h.inWorker(id => {
    const event: unknown = chrome.notifications.onClicked
    const { dispatch } = event as { dispatch(id: string): void }
    dispatch.call(event, id)
  }, `health:${guide}:${keyId}:`)
}

/** As a tab: the popup itself would close with the guide that it begins. */
async function inPopup(h: Harness, act: (popup: Page) => Promise<void>): Promise<void> {
  const popup = await h.extensionPage(h.paths.popup)
  await popup.bringToFront()
  await act(popup)
  await poll(async () => (await h.session()).tour, 'the guide')
  await popup.close()
}

/** The steps that only this cause brings. */
const stepsFor = (guide: string, { cause }: Situation): string[] =>
  (guides.find(({ id }) => id === guide)?.steps ?? [])
    .filter(({ only }) => causesOf(only).includes(cause))
    .map(({ id }) => id)

async function walk(world: World, start: Start): Promise<void> {
  const { h, situation } = world
  const guide = (start.isSearch && situation.inSearch) || situation.guide
  await start.begin(world)
  const subject = async () => ((await h.local()) as { tour?: { subjectId?: string } }).tour?.subjectId
  const tour = await poll(
    async () => {
      const { tour } = await h.session()
      const ids = tour?.steps.map(({ id }) => id) ?? []
      if (tour?.guide !== guide || (start.knowsKey && (await subject()) !== world.keyId)) return null
      return stepsFor(guide, situation).every(id => ids.includes(id)) ? tour : null
    },
    async () => {
      const { tour } = await h.session()
      const ids = tour?.steps.map(({ id }) => id)
      return `${guide} with ${stepsFor(guide, situation)} for ${start.knowsKey ? world.keyId : 'any key'}; there is ${tour?.guide} with ${ids} for ${await subject()}`
    },
  )
  if (tour.kind === 'receipt') throw new Error(`${guide} began at its end`)
  await leave(world)
}

async function leave({ h, screen }: World): Promise<void> {
  await send(screen, 'screen.guideAct', { act: 'stop' })
  if ((await h.session()).vault?.status === 'locked') await send(screen, 'screen.unlock', { passphrase })
  for (const page of await h.browser.pages())
    if (page.url().startsWith('https://platform.openai.com')) await page.close()
}

export async function run(_: { seed: number }): Promise<string> {
  const h = await launch()
  const failures: string[] = []
  let walked = 0
  try {
    const screen = await withVault(h)
    for (const situation of situations.filter(one =>
      new RegExp(process.env.ONLY ?? '').test(one.condition),
    )) {
      h.practice?.set(initialState())
      const secret = h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? ''
      const saved = await send(screen, 'screen.paste', {
        text: secret,
        about: { label: situation.condition },
      })
      if (!saved?.ok) throw new Error(`The key was not saved: ${JSON.stringify(saved)}`)
      const world: World = { h, screen, keyId: saved.id, situation }
      const verdict = async () => (await h.session()).rows?.find(({ id }) => id === saved.id)?.verdict
      await poll(async () => (await verdict())?.cause === 'ok', 'the key to work')
      // From here on something is wrong.
      h.practice?.set({
        keys: (h.practice.state.keys ?? []).map(key => ({ ...key, condition: situation.condition })),
      })
      if (situation.isSeenByCheck) {
        await send(screen, 'screen.test', { id: saved.id })
        await poll(
          async () => (await verdict())?.cause === situation.cause,
          async () => `${situation.cause}; it is ${(await verdict())?.cause}`,
        )
      }
      const line: string[] = []
      for (const start of starts) {
        if ((start.isOnlyAfterCheck && !situation.isSeenByCheck) || start.isNever?.(situation)) {
          line.push('–')
          continue
        }
        try {
          await walk(world, start)
          walked++
          line.push(start.name)
        } catch (error) {
          failures.push(
            `${situation.condition}, ${start.name}: ${error instanceof Error ? error.message : error}`,
          )
          line.push(`${start.name}: FAILED`)
          await leave(world)
        }
        h.practice?.set({ api: { condition: null } })
      }
      console.log(`${situation.condition}: ${line.join(', ')}`)
      await send(screen, 'screen.remove', { id: saved.id })
    }
    h.assertClean()
  } finally {
    await h.close()
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  return `causes: ${walked} beginnings, each with the steps for its cause`
}
