/** What a running guide costs on pages that flap, lie or are too much: milliseconds of the main thread in each frame, Keyway's own. */
import type { CDPSession, Page } from 'puppeteer-core'
import freshDist from '../../browser/fresh-dist.ts'
import { launch } from '../../browser/harness.ts'
import { flood } from './flood.ts'
import { begin } from './on-keys-page.ts'
import { ask, withVault } from './walk.ts'

type Row = Record<string, string | number>

const pages = [
  { what: 'the practice page as it is', dialogs: 0, letters: 0 },
  { what: '20 dialogs', dialogs: 20, letters: 0 },
  { what: '2,000 dialogs', dialogs: 2_000, letters: 0 },
  { what: '10 MB of text', dialogs: 0, letters: 10_000_000 },
]

export async function bench(): Promise<{ title: string; rows: Row[] }> {
  freshDist()
  const h = await launch()
  try {
    const screen = await withVault(h)
    const rows: Row[] = []
    for (const { what, ...size } of pages) {
      const { page } = await begin(h, screen)
      await page.evaluate(flood, size)
      const withGuide = await perFrame(page)
      await ask(screen, 'screen.guideAct', { act: 'stop' })
      const without = await perFrame(page)
      rows.push({
        what: `${what}, changing in every frame`,
        'ms per frame with a guide': round(withGuide),
        'without one': round(without),
        'Keyway’s own': round(Math.max(0, withGuide - without)),
      })
    }
    return { title: 'A guide on pages that are too much', rows }
  } finally {
    await h.close()
  }
}

/** Once the first looks are over. */
async function perFrame(page: Page): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  await page.evaluate(flap, 120)
  const before = await busy(session)
  await page.evaluate(flap, 240)
  const after = await busy(session)
  await session.detach()
  return ((after - before) * 1000) / 240
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Runs in the page: something else is there in each frame. */
async function flap(frames: number): Promise<void> {
  const main = document.querySelector('main') ?? document.body
  for (let frame = 0; frame < frames; frame++) {
    const part = main.appendChild(document.createElement('button'))
    part.textContent = `Create new secret key ${frame}`
    await new Promise(requestAnimationFrame)
    part.remove()
  }
}

const round = (value: number) => Math.round(value * 100) / 100
