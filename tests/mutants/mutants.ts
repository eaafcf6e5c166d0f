/** Makes the mistakes, one at a time, and asks the tests: who notices? For the long run and for the sample in `npm test`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { equivalent } from './equivalent-mutants.ts'
import { type Mutant, mutantsOf, withProbes } from './mutate.ts'
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

/** For each source, for each of its tests: the functions of the source that the test runs. */
type Reached = Map<string, Map<string, Set<number>>>
/** How long each test takes here and now without any mistake, in ms. */
type Took = Map<string, number>

/**
 * Runs each test once without any mistake, and notes which functions of the sources run meanwhile: a test that never comes to a mistake
 * need not be asked about it. Throws when a test fails.
 */
async function lookWhoReaches(
  paths: string[],
  runners: Awaited<ReturnType<typeof createRunner>>[],
  all: Map<string, Set<string>>,
): Promise<{ reached: Reached; took: Took }> {
  const testsFor = new Map(
    paths.map(path => [path, testsOf(all, path).filter(one => !leftOut.includes(one))]),
  )
  const folder = mkdtempSync(join(tmpdir(), 'keyway-mutants-'))
  const reached: Reached = new Map(paths.map(path => [path, new Map()]))
  const took: Took = new Map()
  const waiting = [...new Set([...testsFor.values()].flat())]
  let last = 0
  try {
    await Promise.all(
      runners.map(async runner => {
        for (let test = waiting.shift(); test; test = waiting.shift()) {
          const notes = join(folder, String(++last))
          writeFileSync(notes, '')
          const mine = paths.filter(path => testsFor.get(path)?.includes(test ?? ''))
          const files = mine.map((path, at) => ({
            path,
            text: withProbes(path, readFileSync(join(root, path), 'utf8'), within => note(notes, at, within)),
          }))
          const began = Date.now()
          const failed = await runner.run({ files, tests: [test] })
          took.set(test, Date.now() - began)
          if (failed) throw new Error(`Without any mistake ${test} fails: ${failed.name}. ${failed.message}`)
          const lines = new Set(readFileSync(notes, 'utf8').split('\n'))
          for (const [at, path] of mine.entries())
            reached
              .get(path)
              ?.set(
                test,
                new Set(
                  [...lines]
                    .filter(line => line.startsWith(`${at}.`))
                    .map(line => Number(line.split('.')[1])),
                ),
              )
        }
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
  // The quick ones come first: what one of them notices need not wait for the others.
  const quickFirst = [...took].sort(([, one], [, other]) => one - other).map(([test]) => test)
  for (const [path, tests] of testsFor)
    reached.set(
      path,
      new Map(
        quickFirst
          .filter(test => tests.includes(test))
          .map(test => [test, reached.get(path)?.get(test) ?? new Set()]),
      ),
    )
  return { reached, took }
}

/** All of them have to pass where nobody notices: what only takes long on a busy machine must not count as noticed. */
const patienceFor = (tests: string[], took: Took): number =>
  tests.reduce((sum, test) => sum + 10 * (took.get(test) ?? 0), 120_000)

/** Runs in a thread of its own, so what it has seen goes through a file; each function is noted once. */
const note = (file: string, at: number, within: number): string =>
  `((globalThis.__seen ??= new Set()).has('${at}.${within}') || (__seen.add('${at}.${within}'), process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(file)}, '${at}.${within}\\n')))`

/**
 * @param workers processes at a time
 * @param asked the tests that may be asked, with all that each of them loads; every unit test when left out
 * @returns for each mutant the test that has noticed it, or null. Throws when a test fails without any mistake.
 */
export async function tryMutants(
  mutants: Mutant[],
  workers: number,
  onResult: (result: Result) => void = () => undefined,
  asked = unitTests(root),
): Promise<Result[]> {
  const runners = await Promise.all(Array.from({ length: workers }, createRunner))
  try {
    const { reached, took } = await lookWhoReaches(
      [...new Set(mutants.map(({ path }) => path))],
      runners,
      asked,
    )
    const noticed = new Map<string, string[]>()
    const waiting = [...mutants]
    const results: Result[] = []
    await Promise.all(
      runners.map(async runner => {
        for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
          const { path, within } = mutant
          const known = [...(reached.get(path) ?? [])]
            .filter(([, functions]) => within === undefined || functions.has(within))
            .map(([test]) => test)
          // Who noticed one is likely to notice the next.
          const first = (noticed.get(path) ?? []).filter(test => known.includes(test))
          const tests = [...new Set([...first, ...known])]
          const failed =
            tests.length > 0 ? await runner.run({ files: [mutant], tests }, patienceFor(tests, took)) : null
          if (failed) noticed.set(path, [...new Set([failed.test, ...(noticed.get(path) ?? [])])])
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
