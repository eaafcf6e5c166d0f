/** The run that makes mistakes can tell a test that notices from one that does not. Too slow for `npm run check`. */
import { expect, it } from 'vitest'
import { allMutants, isExplained, tryMutants } from './mutants.ts'
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
  } finally {
    runner.stop()
  }
}, 60_000)

it('ten mistakes at the gate of the messages are noticed', async () => {
  const all = allMutants([...(targets.messages ?? []), ...(targets.senders ?? [])]).filter(
    mutant => !isExplained({ mutant, by: null }),
  )
  const sample = Array.from({ length: 10 }, (_, i) => all[Math.floor((i * all.length) / 10)]).filter(
    one => one !== undefined,
  )
  const results = await tryMutants(sample, 1)
  expect(results).toHaveLength(10)
  expect(results.filter(({ by }) => by === null).map(({ mutant }) => mutant.key)).toEqual([])
}, 120_000)
