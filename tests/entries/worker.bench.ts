/** The worker: how large it is, and how long a killed one takes to its first answer. Medians of ten; the budget stands beside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { storeFiles } from '../../tools/store-files.mjs'
import { zipped } from '../../tools/zip.mjs'
import type { Bench } from '../bench-line.ts'
import { launch, root } from '../browser/harness.ts'
import { contentScript, type Manifest, withChunks } from '../house/built.ts'

const rounds = 10

export async function bench(): Promise<Bench> {
  const dist = join(root, 'dist')
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
  const gzip = (files: string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  const worker = gzip(withChunks(dist, manifest.background.service_worker))
  const content = gzip(withChunks(dist, contentScript))
  const zip = zipped(await storeFiles()).length

  const h = await launch()
  try {
    const page = await h.pageAt(/welcome\.html/)
    // A message with nothing to do: what it takes is the worker's start and one look into storage.
    const ask = () =>
      page.evaluate(async () => {
        const from = performance.now()
        await chrome.runtime.sendMessage({ name: 'screen.guideAct', payload: { act: 'stop' } })
        return performance.now() - from
      })
    const cold: number[] = []
    const warm: number[] = []
    for (let round = 0; round < rounds; round++) {
      await h.killWorker()
      cold.push(await ask())
      warm.push(await ask())
    }
    return {
      lines: [
        { what: 'content script, gzip', measured: kB(content), unit: 'kB', most: 30 },
        { what: 'worker, gzip', measured: kB(worker), unit: 'kB', most: 95 },
        { what: 'zip for the store', measured: kB(zip), unit: 'kB', most: 900 },
        {
          what: 'killed worker to its first answer',
          measured: median(cold),
          unit: 'ms',
          beside: { what: 'running worker', measured: median(warm) },
          most: 60,
        },
      ],
      title: 'The worker and the content script',
      rows: [
        { what: 'worker, gzip kB', measured: kB(worker), budget: 40 },
        { what: 'content script, gzip kB', measured: kB(content), budget: 25 },
        { what: 'killed worker to first answer, ms', measured: median(cold), budget: 60 },
        { what: 'running worker to answer, ms', measured: median(warm), budget: '' },
      ],
    }
  } finally {
    await h.close()
  }
}

const kB = (bytes: number) => Math.round(bytes / 100) / 10
const median = (numbers: number[]) => Math.round((numbers.sort((a, b) => a - b)[rounds / 2] ?? 0) * 10) / 10
