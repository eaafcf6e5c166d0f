/** One key in the place of another that Keyway wrote there before: whether that can be done without a look first. Pure. */
import { valueIn } from '../dot-env.ts'
import type { GoodPlan } from '../encrypted/plan.ts'
import type { Warning } from '../project-plan.ts'
import { readText } from '../text-file.ts'

/** What the person was told when the first key was written there; nothing about the file itself. */
const known: readonly Warning['code'][] = ['no_git', 'also_on']

/**
 * @param file the one that holds the key; it has to be there, and no other file may come or grow
 * @returns false where the person has to see the change before it is made
 */
export const isPlainSwap = ({ changes, warnings }: GoodPlan, file: string): boolean =>
  warnings.every(({ code }) => known.includes(code)) &&
  changes.some(({ name }) => name === file) &&
  changes.every(({ change }) => change === 'replaced' || change === 'same')

/**
 * Does a plain `.env` still hold one of these keys? Another one was put there by somebody else, and would be lost.
 * @param tails the last four characters of each key
 */
export function holdsOneOf(env: Uint8Array | undefined, name: string, tails: readonly string[]): boolean {
  const file = readText(env, '.env')
  const value = 'ok' in file ? undefined : valueIn(file, name)
  return value !== undefined && tails.some(tail => tail.length === 4 && value.endsWith(tail))
}
