/** Many layouts in few browsers: each takes the next one from the list. Every walk is a line of JSON in out/layouts. */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { launch, root } from '../../browser/harness.ts'
import { openPanel, withVault } from '../../features/guide/walk.ts'
import type { Layout } from './layout.ts'
import { type Patience, patient } from './person.ts'
import type { Walk } from './record.ts'
import { type Place, walkLayout } from './walk-layout.ts'

export type RunOptions = {
  layouts: Layout[]
  /** File name in out/layouts, without its ending. */
  name: string
  /** Browsers at a time. */
  browsers: number
  /** How long a person waits for Keyway. */
  patience?: Patience
  /** The page's time passes as fast as it can. */
  isFast?: boolean
  /** Also write down what was in sight at each moment that needs a reason, beside the log. */
  isTraced?: boolean
  /** Told of every walk that ended. */
  ended?: (walk: Walk) => void
}

/** @returns the walks, in the order in which they ended, and the file that they are written to. */
export async function runLayouts(options: RunOptions): Promise<{ walks: Walk[]; log: string }> {
  const log = join(root, 'out', 'layouts', `${options.name}.jsonl`)
  mkdirSync(dirname(log), { recursive: true })
  writeFileSync(log, '')
  const trace = options.isTraced ? log.replace(/jsonl$/, 'txt') : undefined
  if (trace) writeFileSync(trace, '')
  const left = [...options.layouts]
  const walks: Walk[] = []
  const ended = (walk: Walk) => {
    walks.push(walk)
    appendFileSync(log, `${JSON.stringify(walk)}\n`)
    options.ended?.(walk)
  }
  const browsers = Math.max(1, Math.min(options.browsers, left.length))
  await Promise.all(
    Array.from({ length: browsers }, () =>
      walkFrom(left, { patience: options.patience ?? patient, isFast: options.isFast, trace }, ended),
    ),
  )
  return { walks, log }
}

async function walkFrom(
  left: Layout[],
  how: Pick<Place, 'patience' | 'isFast' | 'trace'>,
  ended: (walk: Walk) => void,
): Promise<void> {
  // What layouts make their own pages complain of is not what is measured here.
  const h = await launch({ expected: [/./] })
  try {
    const screen = await withVault(h)
    const place: Place = { h, screen, panel: await openPanel(h, screen), ...how }
    for (let layout = left.shift(); layout; layout = left.shift()) ended(await walkLayout(place, layout))
  } finally {
    await h.close()
  }
}
