/** What the overlay and the content script cost, in real Chromium; beside driver.js on the same page in the same run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'puppeteer-core'
import type { Bench, Line } from '../bench-line.ts'
import freshDist from '../browser/fresh-dist.ts'
import { type Harness, launch, root } from '../browser/harness.ts'
import { standing } from '../browser/practice-page.ts'
import { atStep, begin } from '../features/guide/on-keys-page.ts'
import { withVault } from '../features/guide/walk.ts'
import { bundle } from '../locator/in-browser.ts'
import type { Who } from './frames-page.ts'

type Row = Record<string, string | number>

export async function bench(): Promise<Bench> {
  freshDist()
  const h = await launch()
  try {
    const [scrolled, loaded] = [await frames(h), await script(h)]
    return {
      title: 'Overlay and content script',
      rows: [...scrolled, ...loaded],
      lines: linesOf(scrolled, loaded),
    }
  } finally {
    await h.close()
  }
}

function linesOf(scrolled: Row[], loaded: Row[]): Line[] {
  const cost = (name: string) =>
    Number(scrolled.find(({ what }) => what === `scrolling, ${name}`)?.['main thread ms per frame'])
  const keyway = cost('keyway')
  const overlay = (other: string): Line => ({
    what: 'a frame of scrolling, with the overlay',
    measured: keyway,
    unit: 'ms a frame',
    beside: { what: other === 'nobody' ? 'without Keyway' : other, measured: cost(other) },
  })
  return [
    overlay('nobody'),
    overlay('driver.js'),
    ...['no guide', 'guide running'].map(
      (state, at): Line => ({
        what: `content script at load, ${state}`,
        measured: Number(loaded.find(({ what }) => String(what).endsWith(state))?.['main thread ms p50']),
        unit: 'ms',
        most: at === 0 ? 15 : 50,
      }),
    ),
  ]
}

const rounds = 5
const who = ['nobody', 'keyway', 'driver.js', 'driver.js refreshed'] as const

/** 240 frames of scrolling in a scroller inside a scroller; the highlight has to follow. */
async function frames(h: Harness): Promise<Row[]> {
  const page = await h.newPage()
  await page.evaluateOnNewDocument(await bundle(join(import.meta.dirname, 'frames-page.ts'), 'follow'))
  await page.bringToFront()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  const seen = Object.fromEntries(who.map(name => [name, [] as Frames[]]))
  for (let round = 0; round < rounds; round++)
    for (const name of who) {
      await page.goto(`data:text/html,${encodeURIComponent(nested)}`)
      const before = await busy(session)
      const intervals = await page.evaluate(scroll, name)
      seen[name]?.push({ intervals, busy: (await busy(session)) - before })
    }
  await page.close()
  return who.map(name => {
    const all = seen[name] ?? []
    const intervals = all.flatMap(one => one.intervals).sort((a, b) => a - b)
    return {
      what: `scrolling, ${name}`,
      'frame p50 ms': round(quantile(intervals, 0.5)),
      'frame p95 ms': round(quantile(intervals, 0.95)),
      'frames over 25 ms': intervals.filter(interval => interval > 25).length,
      'main thread ms per frame': round(median(all.map(one => (one.busy * 1000) / one.intervals.length))),
    }
  })
}

type Frames = { intervals: number[]; busy: number }

const nested = `<!doctype html><body style="margin:0;font:16px sans-serif">
<div id="outer" style="height:700px;overflow:auto"><div style="height:300px"></div>
<div id="inner" style="height:420px;overflow:auto;margin:20px;border:1px solid"><div style="height:200px"></div>
${'<p>A line of text that has to be painted.</p>'.repeat(40)}<button id="target" style="padding:12px 30px">The box</button>
${'<p>A line of text that has to be painted.</p>'.repeat(200)}</div><div style="height:2000px"></div></div></body>`

/** Runs in the page. */
async function scroll(name: Who): Promise<number[]> {
  const target = document.querySelector('#target') as HTMLElement
  const inner = document.querySelector('#inner') as HTMLElement
  target.scrollIntoView({ block: 'center' })
  const { follow } = window as unknown as { follow: { start(who: string, target: Element): () => void } }
  const stop = follow.start(name, target)
  const frame = () => new Promise<number>(done => requestAnimationFrame(done))
  for (let wait = 0; wait < 20; wait++) await frame()
  const intervals: number[] = []
  let last = await frame()
  for (let count = 0; count < 240; count++) {
    inner.scrollTop += count % 60 < 30 ? 5 : -5
    const now = await frame()
    intervals.push(now - last)
    last = now
  }
  stop()
  return intervals
}

async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
}

/** Main thread time of the content script in a second and a half from the start of the navigation, by the profiler. */
async function script(h: Harness): Promise<Row[]> {
  const file = readFileSync(join(root, 'dist/src/entries/content/main.iife.js'))
  const screen = await withVault(h)
  const without: number[] = []
  const withGuide: number[] = []
  for (let round = 0; round < rounds; round++) {
    await begin(h, screen)
    await stopAll(h)
    without.push(await load(h, false))
  }
  for (let round = 0; round < rounds; round++) {
    const scene = await begin(h, screen)
    await atStep(scene, 'open')
    withGuide.push(await load(h, true))
  }
  return [
    { what: 'content script, whole', 'gzip kB': round(gzipSync(file, { level: 9 }).length / 1000) },
    {
      what: 'content script at load, no guide',
      'main thread ms p50': round(median(without)),
      most: round(Math.max(...without)),
    },
    {
      what: 'content script at load, guide running',
      'main thread ms p50': round(median(withGuide)),
      most: round(Math.max(...withGuide)),
    },
  ]
}

async function stopAll(h: Harness): Promise<void> {
  await h.inWorker(() => chrome.storage.local.remove('tour'))
  await h.inWorker(async () => {
    await chrome.storage.session.set({ tour: null })
    await chrome.storage.local.set({ settings: { offerDeclined: true } })
  })
}

async function load(h: Harness, guide: boolean): Promise<number> {
  const page = (await h.browser.pages()).find(one =>
    one.url().startsWith('https://platform.openai.com'),
  ) as Page
  const session = await page.createCDPSession()
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 100 })
  await session.send('Profiler.start')
  await page.reload({ waitUntil: 'load' })
  await standing(page, 'create-opener')
  if (guide) await new Promise(done => setTimeout(done, 800))
  const { profile } = await session.send('Profiler.stop')
  const ours = new Set(
    profile.nodes.filter(node => /\/content\/\w+\.iife\.js/.test(node.callFrame.url)).map(node => node.id),
  )
  const deltas = profile.timeDeltas ?? []
  const time = (profile.samples ?? []).reduce(
    (sum, id, at) => sum + (ours.has(id) ? (deltas[at] ?? 0) : 0),
    0,
  )
  await session.detach()
  return time / 1000
}

const round = (value: number): number => Math.round(value * 100) / 100
const quantile = (sorted: number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0
const median = (values: number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
