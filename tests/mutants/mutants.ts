/** Makes the mistakes, one at a time, and asks the tests: who notices? For the long run and for the sample in `npm test`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { equivalent } from './equivalent-mutants.ts'
import { type Mutant, mutantsOf } from './mutate.ts'
import { testsOf, unitTests } from './related.ts'
import { createRunner } from './runner.ts'
import { leftOut, type Target } from './targets.ts'

const root = join(import.meta.dirname, '../..')

export type Result = { mutant: Mutant; by: string | null }

/** All mutants of these sources, in the order of the files and of their lines. */
export function allMutants(targets: Target[]): Mutant[] {
  return targets.flatMap(({ path, only }) => {
    if (!existsSync(join(root, path))) throw new Error(`${path} is not there: say in targets.ts where it is.`)
    return mutantsOf(path, readFileSync(join(root, path), 'utf8'), only)
  })
}

/**
 * @param workers processes at a time
 * @returns for each mutant the test that has noticed it, or null. Throws when a test fails without any mistake.
 */
export async function tryMutants(
  mutants: Mutant[],
  workers: number,
  onResult: (result: Result) => void = () => undefined,
): Promise<Result[]> {
  const all = unitTests(root)
  const related = new Map(
    [...new Set(mutants.map(({ path }) => path))].map(path => [
      path,
      testsOf(all, path).filter(test => !leftOut.includes(test)),
    ]),
  )
  const runners = await Promise.all(Array.from({ length: workers }, createRunner))
  try {
    for (const test of new Set([...related.values()].flat())) {
      const failed = await runners[0]?.run({ tests: [test] })
      if (failed) throw new Error(`Without any mistake ${test} fails: ${failed.name}. ${failed.message}`)
    }
    const waiting = [...mutants]
    const results: Result[] = []
    await Promise.all(
      runners.map(async runner => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          const tests = related.get(mutant.path) ?? []
          const failed = tests.length > 0 ? await runner.run({ ...mutant, tests }) : null
          // Who noticed one is likely to notice the next.
          if (failed) related.set(mutant.path, [failed.test, ...tests.filter(test => test !== failed.test)])
          const result = { mutant, by: failed && `${failed.test}: ${failed.name}` }
          results.push(result)
          onResult(result)
        }
      }),
    )
    return results
  } finally {
    for (const runner of runners) runner.stop()
  }
}

export const isExplained = ({ mutant }: Result): boolean => Object.hasOwn(equivalent, mutant.key)
