/**
 * One process that keeps vitest loaded and runs test files against changed source files, nothing written to disk.
 * In: `{ files: [{ path, text }], tests }` (the other sources as they are). Out: `{ failed }`: the first test that failed, or null.
 * A process of its own, because an endless loop in a changed source can only be ended from outside.
 */
import { join } from 'node:path'
import { createVitest } from 'vitest/node'

const root = join(import.meta.dirname, '../..')
/** Texts of changed sources by their paths. */
let changed = new Map()

/** The order in which they were asked for: the one that is most likely to notice comes first. */
class AsAsked {
  shard(files) {
    return files
  }
  sort(files) {
    return files
  }
}

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // As vitest.config.ts has it.
    alias: { 'webextension-polyfill': join(root, 'tests/fake-browser.ts') },
    pool: 'threads',
    maxWorkers: 1,
    sequence: { sequencer: AsAsked },
    bail: 1,
    // The tags are said in vitest.config.ts, which this one does without.
    strictTags: false,
    silent: true,
    reporters: [{}],
    // As everywhere: whether one hangs is judged by the patience of who asks, not by how busy the machine is.
    testTimeout: 300_000,
  },
  {
    logLevel: 'silent',
    plugins: [
      {
        name: 'changed-sources',
        enforce: 'pre',
        transform: (_, id) => {
          const code = changed.get(id.split('?')[0])
          return code === undefined ? undefined : { code, map: null }
        },
      },
    ],
  },
)
const [project] = vitest.projects

process.on('message', async ({ files, tests }) => {
  const before = [...changed.keys()]
  changed = new Map(files.map(({ path, text }) => [join(root, path), text]))
  for (const file of new Set([...before, ...changed.keys()])) vitest.invalidateFile(file)
  // What earlier runs have left would be handed over again, and counted for `bail`.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    tests.map(test => project.createSpecification(join(root, test))),
  )
  const asked = testModules.filter(one => tests.includes(one.relativeModuleId))
  const broken = asked.find(one => !one.ok())
  const [first] = broken ? [...broken.children.allTests('failed')] : []
  const test = broken?.relativeModuleId
  const failed = broken
    ? {
        test,
        name: first?.fullName ?? 'cannot be loaded',
        message: message(first?.result().errors ?? broken.errors()),
      }
    : unhandledErrors.length > 0
      ? { test: tests[0], name: 'an error outside of any test', message: message(unhandledErrors) }
      : null
  // Nobody may be said not to notice who was not asked.
  const ran = asked.filter(one => !one.children.allTests('passed').next().done)
  process.send(
    failed || ran.length === tests.length ? { failed } : { error: 'Not all of the tests have run.' },
  )
})
process.on('disconnect', () => process.exit(0))
process.send({ ready: true })

const message = errors => String(errors[0]?.message ?? '').slice(0, 300)
