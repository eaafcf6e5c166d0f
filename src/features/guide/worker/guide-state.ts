/** The running guide: its data from the package, its progress from storage, what is known now, and the way to save it. */
import type { Guide } from '../../../guides/guide.ts'
import type { Now } from '../core/follow.ts'
import type { Running } from '../core/tour.ts'
import { readKeysKnown, remember, withCause, withClaims, withoutClaims, worldOf } from './known-facts.ts'
import type { GuidePorts } from './ports.ts'

export function createRunningGuide(ports: GuidePorts) {
  const { local, session } = ports
  // A cache that ends with the worker.
  const read = new Map<string, Guide>()

  async function guideOf(id: string): Promise<Guide | null> {
    const cached = read.get(id)
    if (cached) return cached
    const guide = await ports.readGuide(id)
    if (guide) read.set(id, guide)
    return guide
  }

  async function running(): Promise<{ guide: Guide; progress: Running } | null> {
    const progress = await local.get('tour')
    const guide = progress ? await guideOf(progress.guide) : null
    if (!progress || !guide) return null
    return { guide, progress: withClaims(progress, await session.get('tourClaims')) }
  }

  async function now(guide: Guide, progress: Running): Promise<Now & { progress: Running }> {
    const facts = (await session.get('tourPage'))?.facts ?? null
    const keys = await readKeysKnown(session)
    const remembered = withCause(guide, remember(progress, keys, facts), keys)
    return {
      facts,
      world: worldOf(keys, facts, remembered, guide),
      now: ports.now(),
      progress: remembered,
    }
  }

  async function keep(progress: Running): Promise<void> {
    const { madeId, madeSaved, subjectId, subjectGone } = progress
    await session.set('tourClaims', {
      ...(madeId !== undefined && madeSaved !== undefined && { madeId, madeSaved }),
      ...(subjectId !== undefined && subjectGone && { subjectId, subjectGone }),
    })
    const place = withoutClaims(progress)
    if (JSON.stringify(place) !== JSON.stringify(await local.get('tour'))) await local.set('tour', place)
  }

  return { guideOf, running, now, keep }
}
