/** Every guide, walked with real input on the newest layout, from its first step to its receipt. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guides } from '../../../src/guides/index.ts'
import { type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { press } from '../../browser/practice-page.ts'
import { pressCard } from '../../overlay/overlay.ts'
import { initialState } from '../../practice/state.ts'
import { ask, openPanel, panelShows, walkGuide, withVault } from './walk.ts'
import { isForProblem, walks } from './walks.ts'

const never = (): never => {
  throw new Error('No guide is running.')
}

describe('every guide, walked on the practice platform', () => {
  let h: Harness
  let screen: Page

  beforeAll(async () => {
    h = await launch()
    screen = await withVault(h)
  })
  afterAll(() => h?.close())

  test('has a walk', () => {
    expect(walks.map(({ guide }) => guide).sort()).toEqual(guides.map(({ id }) => id).sort())
  })

  // Those for what has gone wrong are walked beside these, in `problems.browser.ts`.
  for (const walk of walks.filter(({ guide }) => !isForProblem(guide)))
    test(walk.guide, async () => {
      h.practice?.set(initialState())
      await walkGuide(h, screen, walk)
      h.assertClean()
    })

  test('create-key for chat only leads to the smallest permission, and asks the key itself', async () => {
    const [usual, rows] = ['create-key', 'restrict-key'].map(id => walks.find(({ guide }) => guide === id))
    h.practice?.set(initialState())
    await walkGuide(h, screen, {
      guide: 'create-key',
      start: '/api-keys',
      marks: { ...rows?.marks },
      hands: {
        ...usual?.hands,
        open: async ({ page, view }) => {
          if (view.choice?.chosen === undefined) await pressCard(page, /^Chat and text only/)
          else await press(page, 'create-opener')
        },
        compare: ({ page }) => pressCard(page, 'Check permissions'),
      },
      through: ['open', 'restricted', 'list-models', 'capabilities', 'submit', 'save', 'compare'],
      unseen: ['list-models', 'capabilities', 'responses'],
    })
    expect(h.practice?.state.keys.at(-1)).toMatchObject({ permissions: 'restricted' })
    h.assertClean()
  })

  test('two windows: the guide follows the one that is worked in, and the other does not pull at it', async () => {
    h.practice?.set(initialState())
    const first = await h.platform('/api-keys')
    await first.bringToFront()
    const other = await h.inWorker(async () => {
      const made = await chrome.windows.create({ url: 'https://platform.openai.com/usage', focused: false })
      return made?.id ?? 0
    })
    const second = await h.pageAt(/\/usage$/)
    const focus = (page: Page) =>
      Promise.all([
        page.bringToFront(),
        h.inWorker(async url => {
          const [tab] = await chrome.tabs.query({ url })
          if (tab?.windowId) await chrome.windows.update(tab.windowId, { focused: true })
        }, `${page.url()}*`),
      ])
    const shows = async () => (await h.session()).tour
    await focus(first)
    await ask(screen, 'screen.startGuide', { guide: 'create-key' })
    await poll(async () => (await shows())?.state === 'ready', 'the step on the keys page')
    // From here on every view is kept.
    await screen.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      chrome.storage.session.onChanged.addListener(({ tour }) => {
        if (tour) seen.push((tour.newValue as { state?: string } | undefined)?.state ?? 'none')
      })
    })
    // Things happen in the other window, which is in sight too.
    await second.evaluate(() => history.pushState(null, '', '/home'))
    await second.reload()
    await press(first, 'create-opener')
    await poll(async () => (await shows())?.step === 'name', 'the next step')
    const seen = await screen.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
    expect(seen.filter(state => state === 'wrong-page' || state === 'none')).toEqual([])
    await panelShows(await openPanel(h, screen), (await shows()) ?? never(), 'two windows')
    // The person goes over to the other window: now that one counts.
    await focus(second)
    await second.reload()
    await poll(async () => (await shows())?.state === 'wrong-page', 'the guide in the other window')
    await ask(screen, 'screen.guideAct', { act: 'stop' })
    await first.close()
    await h.inWorker(id => chrome.windows.remove(id), other)
    h.assertClean()
  })
})
