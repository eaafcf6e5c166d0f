/**
 * From an older format to today's. Everything is written anew beside the old, read back and opened, under roots of the new
 * version; then the head turns over; only the next look through everything sweeps the old. Whatever fails before the turn
 * leaves the old vault as it was, and it is opened to be read only.
 */

import { turnHead } from '../unlocking.ts'
import type { Inner, Step } from '../vault-state.ts'
import { commit } from './commit.ts'
import { formatVersion, signHead } from './header.ts'
import { emptyManifest, type Scope } from './manifest.ts'
import type { Part } from './names.ts'
import { everything } from './rotate.ts'

/** From version 1 to 2, from 2 to 3 … There has been one version only (November 2026). */
export const formatSteps: readonly Step[] = []

export const newestVersion = (steps: readonly Step[]): number =>
  formatVersion + steps.length - formatSteps.length

/** Throws what a step throws. */
const throughSteps = (version: number, steps: readonly Step[]) => (part: Part, value: unknown) =>
  steps.slice(version - 1).reduce((so, step) => (step[part] ? step[part](so) : so), value)

/** For a scope: the version, and how its parts are read today. What a step cannot read is as good as damaged. */
export function formatOf(version: number, steps: readonly Step[]): Pick<Scope, 'version' | 'upgrade'> {
  if (version >= newestVersion(steps)) return { version }
  const through = throughSteps(version, steps)
  const upgrade = (part: Part, value: unknown) => {
    try {
      return through(part, value)
    } catch {
      return undefined
    }
  }
  return { version, upgrade }
}

/** Throws, with nothing changed, when anything cannot be read, written or read back. */
export async function migrate(inner: Inner): Promise<void> {
  const { scope: old, head, twin, random } = inner
  if (!old.upgrade) return
  const { upgrade: _, ...same } = old
  const scope: Scope = { ...same, version: newestVersion(inner.steps) }
  const manifest = { ...emptyManifest(), generation: inner.manifest.generation }
  // Nothing is left behind in silence: here a step that fails ends it.
  const strict = { ...inner, scope: { ...old, upgrade: throughSteps(old.version, inner.steps) } }
  const mirrored = await commit(twin, scope, manifest, await everything(strict), random)
  const next = await signHead({ ...head, version: scope.version, revision: head.revision + 1 }, scope.keys)
  // A mirror that did not take everything keeps the old vault, whole, until the next look through everything.
  await turnHead(inner, mirrored ? twin : { primary: twin.primary }, next, { scope, manifest })
}
