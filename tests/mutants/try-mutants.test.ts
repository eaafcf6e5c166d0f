/**
 * The run that makes mistakes can tell a test that notices from one that does not. Too slow for `npm run check`.
 *
 * @module-tag slow
 */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { allMutants, isExplained, tryMutants } from './mutants.ts'
import { loadedBy } from './related.ts'
import { createRunner } from './runner.ts'
import { targets } from './targets.ts'

it('a mistake is noticed by a test about it, and by no other test', async () => {
  const [mutant] = allMutants([{ path: 'src/protocol/senders.ts' }]).filter(({ key }) =>
    key.includes('→ url.origin'),
  )
  const files = mutant ? [mutant] : []
  const runner = await createRunner()
  try {
    const about = ['tests/protocol/messages.test.ts']
    expect(await runner.run({ files, tests: about })).toMatchObject({ test: about[0] })
    expect(await runner.run({ files, tests: ['tests/i18n/time.test.ts'] })).toBeNull()
    // And it is gone with the next run.
    expect(await runner.run({ files: [], tests: about })).toBeNull()
    // A test that is marked as slow can be asked, too.
    expect(await runner.run({ files: [], tests: ['tests/features/health/faults.test.ts'] })).toBeNull()
  } finally {
    runner.stop()
  }
})

it('six mistakes at the gate of the messages are noticed by the tests of it; all by all: `npm run soak mutants`', async () => {
  const all = allMutants([...(targets.messages ?? []), ...(targets.senders ?? [])]).filter(
    mutant => !isExplained({ mutant, by: null }),
  )
  const sample = Array.from({ length: 6 }, (_, i) => all[Math.floor((i * all.length) / 6)]).filter(
    one => one !== undefined,
  )
  const root = join(import.meta.dirname, '../..')
  const about = [
    'tests/protocol/messages.test.ts',
    'tests/platform/receive.test.ts',
    'tests/features/guide/page-rights.test.ts',
  ]
  const aboutIt = new Map(about.map(test => [test, loadedBy(root, test)]))
  const results = await tryMutants(sample, 1, undefined, aboutIt)
  expect(results).toHaveLength(6)
  expect(results.filter(({ by }) => by === null).map(({ mutant }) => mutant.key)).toEqual([])
})
