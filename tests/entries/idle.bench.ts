/**
 * What Keyway costs while nobody uses it: the platform's page in two browsers for the same ten minutes, one with Keyway and an open vault of
 * twenty keys, one without; no guide runs. The time of the page's main thread by Chrome's own count, its heap, and how often the worker is woken.
 * `IDLE_MINUTES` sets another time. No debugger holds the worker: one that is held never sleeps.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core'
import { findBrowser } from '../../tools/browser.mjs'
import type { Bench } from '../bench-line.ts'
import { root } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { type Practice, startPractice } from '../practice/server.ts'

const minutes = Number(process.env.IDLE_MINUTES ?? 10)
const keys = 20

export async function bench(): Promise<Bench> {
  const practice = await startPractice()
  const profiles = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'keyway-idle-')))
  const [one = '', other = ''] = profiles
  const browsers = await Promise.all([start(one, practice, [join(root, 'dist')]), start(other, practice, [])])
  try {
    const [withKeyway, without] = browsers
    const screen = await openVault(withKeyway, practice)
    const wakes = await countStarts(screen)
    const pages = [await idlePage(withKeyway), await idlePage(without)] as const
    // The page's own start is not what this is about.
    await pause(20_000)
    // What is left over from it is collected before, so that no collecting falls into the time that is measured.
    await Promise.all(pages.map(heapOf))
    const before = await Promise.all(pages.map(busyOf))
    const startsBefore = wakes()
    await pause(minutes * 60_000)
    const after = await Promise.all(pages.map(busyOf))
    const starts = wakes() - startsBefore
    const busy = [0, 1].map(at => ((after[at] ?? 0) - (before[at] ?? 0)) / minutes)
    const heap = await Promise.all(pages.map(heapOf))
    const [ours = 0, theirs = 0] = busy
    const beside = (measured: number) => ({ what: 'the page without Keyway', measured })
    return {
      title: `An idle page of the platform for ${minutes} minutes, no guide running`,
      rows: [
        { what: 'with Keyway', 'main thread, ms a minute': round(ours), 'heap MB': round(heap[0] ?? 0) },
        { what: 'without', 'main thread, ms a minute': round(theirs), 'heap MB': round(heap[1] ?? 0) },
        { what: 'the worker was woken', times: starts },
      ],
      lines: [
        {
          what: `idle page for ${minutes} minutes, main thread`,
          measured: round(ours),
          unit: 'ms a minute',
          beside: beside(round(theirs)),
        },
        {
          what: 'idle page, heap after it',
          measured: round(heap[0] ?? 0),
          unit: 'MB',
          beside: beside(round(heap[1] ?? 0)),
        },
        { what: 'idle, the worker is woken', measured: (starts * 60) / minutes, unit: 'an hour', most: 12 },
      ],
    }
  } finally {
    await Promise.all(browsers.map(browser => browser.close()))
    await practice.close()
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function start(profile: string, { port }: Practice, extensions: string[]): Promise<Browser> {
  return puppeteer.launch({
    executablePath: (await findBrowser()) ?? '',
    pipe: true,
    enableExtensions: extensions,
    acceptInsecureCerts: true,
    userDataDir: profile,
    targetFilter: target => target.type() !== 'service_worker',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--host-resolver-rules=MAP platform.openai.com 127.0.0.1:${port}, MAP api.openai.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    ],
  })
}

/** @returns the welcome page, to speak and to watch from */
async function openVault(browser: Browser, practice: Practice): Promise<Page> {
  const target = await browser.waitForTarget(one => one.url().includes('welcome.html'))
  const screen = await target.asPage()
  const ask = (name: string, payload: object) =>
    screen.evaluate(message => chrome.runtime.sendMessage(message), { name, payload } as object) as Promise<{
      ok: boolean
    }>
  const made = await poll(
    () =>
      ask('screen.createVault', { passphrase: 'heron gravel lantern ostrich walk', watchWhileLocked: false }),
    'the vault',
  )
  const records = Array.from({ length: keys }, (_, n) => ({
    provider: 'openai',
    label: `Key ${n}`,
    secret: practice.addKey({ createdAt: Date.now() - 3_600_000 }).secret,
    createdAt: Date.now() - 48 * 3_600_000,
  }))
  const saved = await ask('screen.import', { records })
  if (!made.ok || !saved.ok) throw new Error(`The vault was not made: ${JSON.stringify([made, saved])}`)
  return screen
}

async function idlePage(browser: Browser): Promise<CDPSession> {
  const page = await browser.newPage()
  await page.goto('https://platform.openai.com/api-keys', { waitUntil: 'load' })
  await page.bringToFront()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  return session
}

/** Main-thread time so far in milliseconds. */
async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** The heap in MB, after all garbage is collected. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** Counts how often the extension's worker began to run, as Chrome tells a page. */
async function countStarts(screen: Page): Promise<() => number> {
  const session = await screen.createCDPSession()
  let starts = 0
  let last = ''
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      if (runningStatus === 'starting' && last !== 'starting') starts++
      last = runningStatus
    }
  })
  await session.send('ServiceWorker.enable')
  // Silence would look like a worker that sleeps.
  await poll(() => last !== '', 'Chrome to tell of the worker')
  return () => starts
}

const pause = (milliseconds: number) => new Promise(done => setTimeout(done, milliseconds))
const round = (value: number): number => Math.round(value * 100) / 100
