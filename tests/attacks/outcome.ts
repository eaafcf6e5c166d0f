/**
 * What became of an attack, as one row: how often it was tried and how often it landed. A test calls `report` once per attack; it
 * writes the row for `npm run attacks` to print, and fails when anything landed, or when the positive control (the same attack
 * with the guard removed) did not land and so would have proven nothing.
 */
import { appendFileSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'

export type Attacker =
  | 'page'
  | 'script in the page'
  | 'compromised content script'
  | 'other extension'
  | 'disk reader'
  | 'disk writer'
  | 'provider'
  | 'imported file'
  | 'somebody else’s folder'
  | 'company administrator'
  | 'thief of an unlocked computer'

export type Outcome = {
  attack: string
  attacker: Attacker
  /** What it is after: "the saved key", "a press on Save". */
  asset: string
  tries: number
  landed: number
  /** The same attack with the guard removed: it has to land, else the attack is not one. In a sample it may stand for its family. */
  control?: { tries: number; landed: number } | undefined
}

const out = join(import.meta.dirname, '../../out/attacks')

export function report(outcome: Outcome): void {
  mkdirSync(out, { recursive: true })
  const { testPath, currentTestName } = expect.getState()
  // As vitest's report names it, which joins with spaces.
  const of = { file: basename(testPath ?? ''), test: currentTestName?.replaceAll(' > ', ' ') }
  appendFileSync(join(out, 'outcomes.jsonl'), `${JSON.stringify({ ...of, ...outcome })}\n`)
  if (outcome.control || isFull)
    expect(outcome.control?.landed, `${outcome.attack}: the control has to land`).toBeGreaterThan(0)
  expect(outcome.landed, `${outcome.attack}: landed`).toBe(0)
}

const isFull = process.env.ATTACKS === 'full'

/** How often to repeat: few in `npm test`, more in `npm run attacks` (100 for what depends on timing, 3 for the rest). */
export const tries = (sample: number, full: number): number => (isFull ? full : sample)

/** All of a kind in `npm run attacks`, every so-manieth in `npm test`. */
export const sampleOf = <T>(all: T[], every: number): T[] => all.filter((_, at) => isFull || at % every === 0)

/** What `npm test` leaves to `npm run attacks`: another attack of its kind is in the sample. */
export const onlyInFull = <T>(all: readonly T[]): T[] => (isFull ? [...all] : [])

/**
 * The positive control of an attack: always in `npm run attacks`, and in `npm test` once for each family of attacks that are carried
 * out and judged alike.
 */
export function controls() {
  const seen = new Set<string>()
  return async <T>(family: string, control: () => Promise<T>): Promise<T | undefined> => {
    if (seen.has(family) && !isFull) return undefined
    seen.add(family)
    return control()
  }
}
