/** Pictures of guides for people to look at: page with card, and side panel, at the first step and at the one with the longest words. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { guides } from '../../src/guides/index.ts'
import { ask, openPanel, panelShows, subjectFor, withVault } from '../features/guide/walk.ts'
import { walks } from '../features/guide/walks.ts'
import { parts } from '../overlay/overlay.ts'
import { initialState } from '../practice/state.ts'
import { type Harness, launch, root } from './harness.ts'
import { drawMiniatures } from './miniatures.ts'
import { poll } from './poll.ts'

/** @returns what was written, in words */
export async function writeMiniatures(): Promise<string> {
  const h = await launch()
  try {
    const drawn = await drawMiniatures(h)
    const file = join(root, 'public/miniatures.json')
    const text = `${JSON.stringify(drawn)}\n`
    writeFileSync(file, text)
    const steps = Object.keys(drawn.steps).length
    return `${steps} steps on ${Object.keys(drawn.scenes).length} pages, ${text.length} bytes, to public/miniatures.json`
  } finally {
    await h.close()
  }
}

export async function take(words: string[], say: (line: string) => void): Promise<number> {
  let count = 0
  for (const dark of [false, true]) {
    const h = await launch({ dark })
    try {
      const screen = await withVault(h)
      for (const walk of walks) {
        if (words.length > 0 && !words.some(word => walk.guide.includes(word))) continue
        h.practice?.set(initialState())
        h.practice?.set({ theme: dark ? 'dark' : 'light', ...walk.scene })
        const keyId = await subjectFor(walk, h, screen)
        const panel = await openPanel(h, screen)
        const page = await h.platform(walk.start)
        await page.bringToFront()
        const start = () => ask(screen, 'screen.startGuide', { guide: walk.guide, ...(keyId && { keyId }) })
        await start()
        await settle(h, page, panel)
        const name = `guides/${walk.guide}${dark ? '-dark' : ''}`
        await shoot(h, page, panel, `${name}-first`)
        count += 2
        for (const step of hardest(walk.guide)) {
          await start()
          if (!(await goTo(h, screen, step))) continue
          await settle(h, page, panel)
          await shoot(h, page, panel, `${name}-hardest`)
          count += 2
          break
        }
        await ask(screen, 'screen.guideAct', { act: 'stop' })
        await page.close()
      }
    } finally {
      await h.close()
    }
    say(`  ${dark ? 'dark' : 'light'}: done`)
  }
  return count
}

/** The steps with the most words first: some cannot be come by without doing what stands before them. */
function hardest(id: string): string[] {
  const steps = guides.find(guide => guide.id === id)?.steps ?? []
  const length = (step: (typeof steps)[number]) => Object.values(step.words).join('').length
  return steps.toSorted((a, b) => length(b) - length(a)).map(step => step.id)
}

/** By going on without doing. @returns false when the guide does not come by it here. */
async function goTo(h: Harness, screen: Page, step: string): Promise<boolean> {
  for (let count = 0; count < 40; count++) {
    const view = await poll(async () => (await h.session()).tour, 'the guide')
    if (view.step === step) return true
    if (view.kind === 'receipt' || view.step === 'test' || view.step === 'prove') return false
    const option = view.kind === 'choice' ? view.choice?.options[0]?.id : undefined
    await ask(screen, 'screen.guideAct', option ? { act: 'choose', option } : { act: 'skip' })
  }
  return false
}

async function settle(h: Harness, page: Page, panel: Page): Promise<void> {
  let last = ''
  await poll(
    async () => {
      const now = `${JSON.stringify(await parts(page))} ${(await h.session()).tour?.state}`
      const same = now === last && !now.endsWith('waiting')
      last = now
      return same
    },
    'card and light to stand still',
    { every: 400 },
  )
  const view = (await h.session()).tour
  if (view) await panelShows(panel, view, view.guide)
}

async function shoot(h: Harness, page: Page, panel: Page, name: string): Promise<void> {
  await h.screenshot(page, name)
  await h.screenshot(panel, `${name}-panel`)
}
