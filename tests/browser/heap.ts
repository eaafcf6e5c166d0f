/** What JavaScript still remembers: the texts in a heap snapshot, which is taken after all garbage has been collected. */
import type { CDPSession, Target } from 'puppeteer-core'

/**
 * Which of these texts stand in the heap of this page or worker? Pages of one extension share a process, and often a heap. Texts that
 * were put together from pieces are found by their pieces only.
 */
export async function inHeap(target: Target, texts: Record<string, string>): Promise<string[]> {
  const session = await target.createCDPSession()
  try {
    const strings = await stringsOf(session)
    return Object.entries(texts)
      .filter(([, text]) => strings.includes(text))
      .map(([name]) => name)
  } finally {
    await session.detach().catch(() => {})
  }
}

/** All texts of the heap, as the snapshot's JSON writes them. */
async function stringsOf(session: CDPSession): Promise<string> {
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, exposeInternals: true })
  await session.send('HeapProfiler.disable')
  const snapshot = chunks.join('')
  return snapshot.slice(snapshot.indexOf('"strings":['))
}
