/** Guides for what has gone wrong, walked with real input from their first step to their receipt; and what gets in the way of any guide. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, launch } from '../../browser/harness.ts'
import { poll } from '../../browser/poll.ts'
import { pressCard } from '../../overlay/overlay.ts'
import { initialState } from '../../practice/state.ts'
import { allDetours, force } from './detours.ts'
import { ask, stayOn, subjectFor, walkGuide, withVault } from './walk.ts'
import { answersAgain, isForProblem, walks } from './walks.ts'

let h: Harness
let screen: Page

beforeAll(async () => {
  h = await launch()
  screen = await withVault(h)
})
afterAll(() => h?.close())

for (const walk of walks.filter(({ guide }) => isForProblem(guide)))
  test(walk.guide, async () => {
    h.practice?.set(initialState())
    await walkGuide(h, screen, walk)
    h.assertClean()
  })

test.each(walks.filter(({ guide }) => guide.startsWith('fix-')))(
  '$guide is not done before the test is green',
  async walk => {
    h.practice?.set(initialState())
    if (walk.scene) h.practice?.set(walk.scene)
    const bad = { ...walk, subject: { condition: 'invalid_api_key', ...walk.subject } }
    const keyId = await subjectFor(bad, h, screen)
    const page = await h.platform(walk.start)
    await page.bringToFront()
    await ask(screen, 'screen.startGuide', { guide: walk.guide, ...(keyId && { keyId }) })
    await stayOn(h, page)
    const at = () => poll(async () => (await h.session()).tour, 'the guide')
    for (let count = 0; count < 20 && (await at()).step !== 'test'; count++)
      await ask(screen, 'screen.guideAct', { act: 'skip' })
    await ask(screen, 'screen.guideAct', { act: 'done' })
    expect(await at()).toMatchObject({ step: 'test', kind: 'step' })
    const asked = async () => (await h.session()).rows?.find(({ id }) => id === keyId)?.verdict?.at ?? 0
    const before = await asked()
    await pressCard(page, 'Test now')
    await poll(async () => (await asked()) > before, 'the answer, which is still bad')
    expect(await at()).toMatchObject({ step: 'test', kind: 'step' })
    answersAgain(h)
    h.practice?.set({ billing: { credit: 10 } })
    await pressCard(page, 'Test now')
    await poll(async () => (await at()).kind === 'receipt', 'the receipt, once it is green')
    await ask(screen, 'screen.guideAct', { act: 'stop' })
    await page.close()
  },
)

// Each kind once, by the guide that meets it first; every guide with every detour is in `npm run soak guides`.
const sample = allDetours().filter(
  ([, detour], index, all) => all.findIndex(([, other]) => other === detour) === index,
)
test.each(sample)('%s goes on after “%s”', async (guide, detour) => {
  await force(h, screen, guide, detour)
  h.assertClean()
})
