/**
 * From an older format to today's. Everything is written anew beside the old, read back and opened, under roots of the new
 * version; then the header turns over; only the next look through everything sweeps the old. Whatever fails before the turn
 * leaves the old vault as it was, and it is opened to be read only.
 */

import { replaceHeader } from '../unlocking.ts'
import type { Inner, Step } from '../vault-state.ts'
import { commit } from './commit.ts'
import { formatVersion, signHeader, withSettings } from './header.ts'
import { emptyManifest, type Scope } from './manifest.ts'
import type { Part } from './names.ts'
import { everything } from './rotate.ts'

/**
 * From version 1 to 2, from 2 to 3 … Version 2 changed the header alone, which holds the settings that protect since then: records stay
 * as they were.
 */
export const formatSteps: readonly Step[] = [{}]

export const newestVersion = (steps: readonly Step[]): number =>
  formatVersion + steps.length - formatSteps.length

/** The version that records of this format have in their place. */
const recordVersion = (version: number): number => (version === 2 ? 1 : version)

/** Throws what a step throws. */
const throughSteps = (version: number, steps: readonly Step[]) => (part: Part, value: unknown) =>
  steps.slice(version - 1).reduce((so, step) => (step[part] ? step[part](so) : so), value)

/** For a scope: the version, and how its parts are read today. What a step cannot read is as good as damaged. */
export function formatOf(version: number, steps: readonly Step[]): Pick<Scope, 'version' | 'upgrade'> {
  const written = recordVersion(version)
  if (written >= recordVersion(newestVersion(steps))) return { version: written }
  const through = throughSteps(version, steps)
  const upgrade = (part: Part, value: unknown) => {
    try {
      return through(part, value)
    } catch {
      return undefined
    }
  }
  return { version: written, upgrade }
}

/** Throws, with nothing changed, when anything cannot be read, written or read back. */
export async function migrate(inner: Inner): Promise<void> {
  const { scope: old, stores, random } = inner
  const header = withSettings(inner.header, inner.firstSettings)
  const version = newestVersion(inner.steps)
  if (inner.header.version === version) return
  const raised = { ...header, version, revision: header.revision + 1 }
  if (!old.upgrade) return replaceHeader(inner, stores, await signHeader(raised, old.keys))
  const { upgrade: _, ...same } = old
  const scope: Scope = { ...same, version }
  const manifest = { ...emptyManifest(), generation: inner.manifest.generation }
  // Nothing is left behind in silence: here a step that fails ends it.
  const strict = { ...inner, scope: { ...old, upgrade: throughSteps(inner.header.version, inner.steps) } }
  const mirrored = await commit(stores, scope, manifest, await everything(strict), random)
  // A mirror that did not take everything keeps the old vault, whole, until the next look through everything.
  await replaceHeader(
    inner,
    mirrored ? stores : { primary: stores.primary },
    await signHeader(raised, scope.keys),
    {
      scope,
      manifest,
    },
  )
}
