/** May one key replace another that Keyway wrote into a file before, without showing the person the change first? Pure. */
import { valueIn } from '../dot-env.ts'
import type { GoodPlan } from '../encrypted/plan.ts'
import type { Warning } from '../project-plan.ts'
import { readText } from '../text-file.ts'

/** Notes that the person has already seen when the first key was written, and that say nothing about the file itself. */
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
 * Does a plain `.env` still hold one of these keys? If it holds another one, somebody else put it there, and replacing it would lose it.
 * @param tails the last four characters of each key
 */
export function holdsOneOf(env: Uint8Array | undefined, name: string, tails: readonly string[]): boolean {
  const file = readText(env, '.env')
  const value = 'ok' in file ? undefined : valueIn(file, name)
  return value !== undefined && tails.some(tail => tail.length === 4 && value.endsWith(tail))
}
