/** Every way of the lists to show a key, walked with the guide and by the pull path: `npm run soak shown [-- --list second | --list drawn --seed 1 --count 70]`. */
import { launch } from '../../../browser/harness.ts'
import { poll } from '../../../browser/poll.ts'
import { card } from '../../../overlay/overlay.ts'
import { send, withVault } from '../../lock/vault-story.ts'
import { drawnList } from './drawn.ts'
import { firstList, type Shown } from './first-list.ts'
import {
  atGuideStep,
  byGuide,
  byPull,
  doThen,
  freshSecrets,
  isRight,
  makeKey,
  type Outcome,
  openPage,
  type World,
} from './on-page.ts'
import { secondList } from './second-list.ts'

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

export async function run({ seed }: { seed: number }): Promise<string> {
  const h = await launch()
  const world: World = { h, screen: await withVault(h) }
  const chosen = option('list')
  const drawn = () => drawnList(Number(option('seed') ?? seed), Number(option('count') ?? 70))
  const list = chosen === 'drawn' ? drawn() : chosen === 'second' ? secondList : firstList
  const only = option('only')
  const counts: Record<string, number> = {}
  const failed: string[] = []
  try {
    for (const shown of list.filter(
      ({ name }) => !only || only.split(',').some(part => name.includes(part)),
    )) {
      const results = await walk(world, shown).catch(error => {
        failed.push(`${shown.name}: ${error.message}`)
        if (Object.keys(counts).length === 0 && failed.length > 3) throw error
        return {}
      })
      for (const [way, outcome] of Object.entries(results)) {
        const key = `${shown.expect} ${way} ${outcome.what}`
        counts[key] = (counts[key] ?? 0) + 1
        const good = isRight(shown, outcome)
        if (!good) failed.push(`${shown.name} (${way})`)
        console.log(
          `${good ? 'ok ' : 'BAD'} ${way} ${shown.name}: expected ${shown.expect}, ${outcome.what} ${outcome.ms ?? ''} ${outcome.said.slice(0, 260)}`,
        )
      }
    }
    h.assertClean()
  } finally {
    await h.close()
  }
  return `${list.length} ways\n${Object.entries(counts)
    .sort()
    .map(([key, count]) => `    ${key}: ${count}`)
    .join('\n')}\n    not as expected: ${failed.length}\n      ${failed.join('\n      ')}`
}

async function walk(world: World, shown: Shown): Promise<Record<string, Outcome>> {
  const secrets = freshSecrets()
  const key = secrets[shown.secret ?? 'project']
  const page = await openPage(world, shown, secrets)
  await atGuideStep(world, page)
  await makeKey(page, () =>
    poll(async () => (await card(page))?.data.step !== 'open', 'the guide to see the form'),
  )
  const within = shown.expect.endsWith('none') ? 2_500 : 6_000
  const results: Record<string, Outcome> = {}
  if (shown.reveals) {
    // What is said before the person does what brings the key into sight.
    const before = await byGuide(world, page, key, 3_000)
    console.log(`    before, ${shown.name}: ${before.what} ${before.said.slice(0, 300)}`)
    if (before.what === 'wrong' || before.what === 'right') results['guide, too early'] = before
    await doThen(page, shown)
  }
  results.guide = await byGuide(world, page, key, within)
  await send(world.screen, 'screen.guideAct', { act: 'stop' })
  results.pull = await byPull(world, key, shown.expect === 'key' ? 2_000 : 600)
  return results
}
