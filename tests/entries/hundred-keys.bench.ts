/** A hundred keys in the built extension: how long a look at all of them takes, and what worker, popup and page hold in memory then. */
import type { CDPSession } from 'puppeteer-core'
import type { Bench } from '../bench-line.ts'
import { launch } from '../browser/harness.ts'
import { poll } from '../browser/poll.ts'
import { send, withVault } from '../features/lock/vault-story.ts'

const count = 100

export async function bench(): Promise<Bench> {
  const h = await launch()
  try {
    const screen = await withVault(h)
    const empty = await heapOf(await (await h.extensionPage('manifest.json')).createCDPSession())
    const records = Array.from({ length: count }, (_, n) => ({
      provider: 'openai',
      label: `Key ${n}`,
      secret: h.practice?.addKey({ createdAt: Date.now() - 3_600_000 }).secret ?? '',
      createdAt: Date.now() - 48 * 3_600_000,
    }))
    const settled = () =>
      poll(
        async () => {
          const { checks, rows = [] } = await h.session()
          return (
            rows.length === count &&
            rows.every(row => row.verdict) &&
            checks?.running.length === 0 &&
            !checks.waiting
          )
        },
        'all keys to be checked',
        { within: 120_000 },
      )
    const saved = await send(screen, 'screen.import', { records })
    if (!saved?.ok) throw new Error(JSON.stringify(saved))
    await settled()
    const from = performance.now()
    await send(screen, 'screen.testAll', {})
    await poll(async () => ((await h.session()).checks?.running.length ?? 0) > 0, 'the checks to begin')
    await settled()
    const sweep = performance.now() - from

    const target = h.browser.targets().find(one => one.type() === 'service_worker')
    const worker = target ? await heapOf(await target.createCDPSession()) : 0
    const popup = await heapOf(await (await h.extensionPage(h.paths.popup)).createCDPSession())
    return {
      title: `${count} keys in the built extension`,
      rows: [
        { what: 'all tested, ms', measured: Math.round(sweep) },
        { what: 'heap of the worker, MB', measured: worker },
        { what: 'heap of the popup, MB', measured: popup },
        { what: 'heap of an empty page of the extension, MB', measured: empty },
      ],
      lines: [
        { what: `${count} keys tested`, measured: sweep, unit: 'ms' },
        { what: `worker with ${count} keys, heap`, measured: worker, unit: 'MB' },
        {
          what: `popup with ${count} keys, heap`,
          measured: popup,
          unit: 'MB',
          beside: { what: 'a file of the extension without a script', measured: empty },
        },
      ],
    }
  } finally {
    await h.close()
  }
}

/** After all garbage is collected. Pages of one extension may share a heap. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return Math.round(usedSize / 1e4) / 100
}
