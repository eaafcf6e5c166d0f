/**
 * How fast the popup paints and takes input, in a real browser: no key, 20 and 1,000 keys, locked; beside a file of the
 * extension with no script at all (manifest.json), its first paint and its load. Each number is the median of ten openings after two that do not count.
 */
import type { Page } from 'puppeteer-core'
import type { KeyRow } from '../../src/protocol/published.ts'
import type { SessionItems } from '../../src/protocol/storage-keys.ts'
import type { Bench, Line } from '../bench-line.ts'
import { launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'

const openings = 10
const warmUp = 2

type Times = { paint: number; ready: number }

export async function bench(): Promise<Bench> {
  const h = await launch(popupSize)
  try {
    // The welcome tab opens by itself and would hide ours: a hidden page never paints.
    await (await h.pageAt(/welcome\.html/)).close()
    const page = await h.newPage()
    await page.bringToFront()
    await page.setViewport(popupSize)
    const state = (items: Partial<SessionItems>) =>
      h.inWorker(async next => {
        await chrome.storage.session.clear()
        await chrome.storage.session.set(next)
      }, items)
    const empty = await median(page, `${h.base}manifest.json`, false)
    const rows: Bench['rows'] = []
    const lines: Line[] = []
    for (const [name, budget, items] of states()) {
      await state(items)
      const { paint, ready } = await median(page, h.base + h.paths.popup, true)
      // Like beside like: what Chrome needs for the first paint of any page of an extension comes well after its load.
      const beside = (measured: number) => ({ what: 'a file of the extension without a script', measured })
      if (/\d/.test(name))
        lines.push(
          {
            what: `popup, first paint, ${name}`,
            measured: paint,
            unit: 'ms',
            beside: beside(empty.paint),
            most: 60,
          },
          {
            what: `popup, ready, ${name}`,
            measured: ready,
            unit: 'ms',
            beside: beside(empty.ready),
            most: budget,
          },
        )
      rows.push({
        popup: name,
        'first paint ms': round(paint),
        'budget ': 60,
        'ready ms': round(ready),
        budget,
        'of the plain file’s paint': `${(paint / empty.paint).toFixed(1)} ×`,
        'of the plain file’s load': `${(ready / empty.ready).toFixed(1)} ×`,
      })
    }
    const plain = `a plain file of the extension is painted after ${round(empty.paint)} ms, loaded after ${round(empty.ready)} ms`
    return { title: `Popup (${plain})`, rows, lines }
  } finally {
    await h.close()
  }
}

const popupSize = { width: 380, height: 560 }

function states(): [string, number, Partial<SessionItems>][] {
  const open = { status: 'unlocked', inboxCount: 0 } as const
  return [
    ['locked', 120, { vault: { status: 'locked', inboxCount: 0 } }],
    ['no key', 120, { vault: open, rows: [] }],
    ['20 keys', 120, { vault: open, rows: many(20) }],
    ['1,000 keys', 150, { vault: open, rows: many(1000) }],
  ]
}

async function median(page: Page, url: string, marked: boolean): Promise<Times> {
  const seen: Times[] = []
  for (let i = 0; i < warmUp + openings; i++) {
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'load' })
    const times = await poll(
      () =>
        page.evaluate(wantsMark => {
          const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
          const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
          const ready = performance.getEntriesByName('keyway:ready')[0]?.startTime
          const end = wantsMark ? ready : load?.loadEventStart
          return paint !== undefined && end !== undefined ? { paint, ready: end } : undefined
        }, marked),
      'the first paint and the first view',
    )
    if (i >= warmUp) seen.push(times)
  }
  return { paint: middle(seen.map(one => one.paint)), ready: middle(seen.map(one => one.ready)) }
}

const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
const round = (value: number) => Math.round(value * 10) / 10

function many(count: number): KeyRow[] {
  const at = Date.now() - 60_000
  return Array.from({ length: count }, (_, i) => ({
    id: `k${i}`,
    provider: 'openai',
    kind: 'project',
    label: `Production-Chatbot-v${i}`,
    lastFour: String(i).padStart(4, '0'),
    environment: i % 2 ? 'Production' : 'Development',
    project: 'Default project',
    createdAt: at,
    verdict: {
      key: 'accepted',
      use: i % 5 ? 'ready' : 'blocked',
      cause: i % 5 ? 'ok' : 'no_credit',
      says: '',
      at,
      since: at,
    },
  }))
}
