/**
 * Every cause from every place where a guide can be begun for it, in the browser: the guide, its page and the steps for this cause, and
 * no older success that ends it. ONLY=word plays the causes whose name holds it. Prints which places were come by for which cause.
 */
import type { Page } from 'puppeteer-core'
import { guides } from '../../../src/guides/index.ts'
import { clickMark, clickNamed, type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { initialState } from '../../practice/state.ts'
import { send, withVault } from '../lock/vault-story.ts'
import { printed, type Situation, situations } from './causes.ts'

type World = { h: Harness; screen: Page; keyId: string; situation: Situation }
type Start = {
  name: string
  isOnlyAfterCheck?: true
  isSearch?: true
  begin: (world: World) => Promise<void>
}

async function paste(screen: Page, field: string, text: string): Promise<void> {
  await poll(() => screen.$(field), `the field ${field}`)
  await screen.focus(field)
  await screen.evaluate(text => document.execCommand('insertText', false, text), text)
}

async function openAt(screen: Page, hash: string): Promise<void> {
  await screen.bringToFront()
  await screen.evaluate(hash => {
    location.hash = 'settings'
    location.hash = hash
  }, hash)
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
    name: 'key’s page',
    isOnlyAfterCheck: true,
    begin: async ({ screen, keyId }) => {
      await openAt(screen, `keys/${keyId}`)
      await showMe(screen)
    },
  },
  {
    name: 'failed call',
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
        await screen.waitForSelector(`.key-use [data-cause="${situation.cause}"]`)
      }
      await showMe(screen)
    },
  },
  {
    name: 'notification',
    isOnlyAfterCheck: true,
    begin: async ({ h, keyId, situation: { guide, cause } }) => {
      await h.inWorker(id => {
        const event: unknown = chrome.notifications.onClicked
        const { dispatch } = event as { dispatch(id: string): void }
        dispatch.call(event, id)
      }, `health:${guide}:${keyId}:${cause}`)
    },
  },
]

/** The steps that only this cause brings. */
const stepsFor = (guide: string, { cause }: Situation): string[] =>
  (guides.find(({ id }) => id === guide)?.steps ?? [])
    .filter(({ only }) => only && 'cause' in only && only.cause.includes(cause))
    .map(({ id }) => id)

async function walk(world: World, start: Start): Promise<void> {
  const { h, screen, situation } = world
  const guide = (start.isSearch && situation.inSearch) || situation.guide
  await start.begin(world)
  const tour = await poll(
    async () => {
      const { tour } = await h.session()
      const ids = tour?.steps.map(({ id }) => id) ?? []
      return tour?.guide === guide && stepsFor(guide, situation).every(id => ids.includes(id)) ? tour : null
    },
    async () => {
      const { tour } = await h.session()
      return `${guide} with ${stepsFor(guide, situation)}; there is ${tour?.guide} with ${tour?.steps.map(({ id }) => id)}`
    },
  )
  if (tour.kind === 'receipt') throw new Error(`${guide} began at its end`)
  await send(screen, 'screen.guideAct', { act: 'stop' })
  for (const page of await h.browser.pages())
    if (page.url().startsWith('https://platform.openai.com')) await page.close()
}

export async function run(_: { seed: number }): Promise<string> {
  const h = await launch()
  const failures: string[] = []
  let walked = 0
  try {
    const screen = await withVault(h)
    for (const situation of situations.filter(one => one.condition.includes(process.env.ONLY ?? ''))) {
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
        if (start.isOnlyAfterCheck && !situation.isSeenByCheck) {
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
          await send(screen, 'screen.guideAct', { act: 'stop' })
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
