/**
 * Small mistakes in what people trust, one at a time: each must be noticed by a unit test, or stand in equivalent-mutants.ts with a
 * reason. MUTANTS=seal,commit tries only the sources whose path holds one of the words, PART=2/4 every fourth mistake, FROM=489 those from
 * the 489th on.
 */
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { equivalent } from './equivalent-mutants.ts'
import { allMutants, isExplained, type Result, tryMutants } from './mutants.ts'
import { testsOf, unitTests } from './related.ts'
import { leftOut, type Target, targets } from './targets.ts'

export async function run(): Promise<string> {
  const words = (process.env.MUTANTS ?? '').split(',')
  const chosen = Object.values(targets)
    .flat()
    .filter(({ path }) => words.some(word => path.includes(word)))
  mkdirSync(out, { recursive: true })
  rmSync(join(out, 'outcomes.jsonl'), { force: true })
  const [part = 1, parts = 1] = (process.env.PART ?? '').split('/').filter(Boolean).map(Number)
  const from = Number(process.env.FROM ?? 1)
  const mutants = allMutants(chosen).filter((_, at) => at % parts === part - 1 && at >= from - 1)
  console.log(`  ${mutants.length} mistakes in ${chosen.length} sources`)
  const workers = Number(process.env.MUTANT_WORKERS ?? 2)
  // Most are noticed by the tests that are about them: only about the others all are asked, which takes far longer.
  const near = await tryMutants(
    mutants,
    workers,
    result => result.by !== null && report(result),
    nearest(chosen),
  )
  const left = near.filter(({ by }) => by === null).map(({ mutant }) => mutant)
  console.log(`  ${left.length} left to ask all tests about`)
  const rest = left.length > 0 ? await tryMutants(left, workers, report) : []
  const results = [...near.filter(({ by }) => by !== null), ...rest]
  for (const { path } of chosen)
    console.log(
      `  ${line(
        path,
        results.filter(({ mutant }) => mutant.path === path),
      )}`,
    )

  const survived = results.filter(result => result.by === null && !isExplained(result))
  const keys = new Set(mutants.map(({ key }) => key))
  const idle =
    process.env.MUTANTS || parts > 1 || from > 1 ? [] : Object.keys(equivalent).filter(key => !keys.has(key))
  const noticed = results.filter(result => result.by !== null && isExplained(result))
  const wrong = [
    ...survived.map(({ mutant }) => `${mutant.path}:${mutant.line} nobody notices: ${mutant.key}`),
    ...noticed.map(
      ({ mutant, by }) => `${mutant.path}:${mutant.line} is explained, but ${by} notices: ${mutant.key}`,
    ),
    ...idle.map(key => `equivalent-mutants.ts explains what is not there any more: ${key}`),
  ]
  if (wrong.length > 0) throw new Error(`${wrong.length} to look at:\n${wrong.join('\n')}`)
  return line(`${results.length} mistakes`, results)
}

/** The twenty tests for each source that load the least beside it: they are about it. */
function nearest(chosen: Target[]): Map<string, Set<string>> {
  const all = unitTests(join(import.meta.dirname, '../..'))
  const near = chosen.flatMap(({ path }) =>
    testsOf(all, path)
      .filter(test => !leftOut.includes(test))
      .slice(0, 20),
  )
  return new Map([...all].filter(([test]) => near.includes(test)))
}

/** Every outcome, for who wants to see which test notices what. */
const out = join(import.meta.dirname, '../../out/mutants')

const report = (result: Result): void => {
  const { path, line, key } = result.mutant
  appendFileSync(join(out, 'outcomes.jsonl'), `${JSON.stringify({ path, line, key, by: result.by })}\n`)
  if (result.by === null && !isExplained(result)) console.log(`  ${path}:${line} ${key}`)
}

const line = (title: string, results: Result[]): string => {
  const lived = results.filter(({ by }) => by === null)
  const explained = lived.filter(isExplained).length
  return `${title}: ${results.length} tried, ${results.length - lived.length} noticed, ${explained} explained, ${lived.length - explained} survived`
}
