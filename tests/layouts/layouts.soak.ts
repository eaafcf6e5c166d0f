/**
 * Walks guides on many drawn layouts and prints what came of it.
 * `npm run soak layouts -- --seed 1 --count 60`, `--held-out` for those that nothing is tuned on, `--browsers 2`,
 * `--trace` writes down what was in sight where something went wrong (not for held-out layouts that are still to be judged on),
 * `--log FILE` adds up an earlier run again, `--only word` for layouts whose description holds it, `--from 20` to begin later in the list.
 */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../browser/harness.ts'
import { drawnLayouts } from './generator/layouts.ts'
import { handMade } from './hand-made/layouts.ts'
import { heldOut } from './held-out/layouts.ts'
import type { Layout } from './runner/layout.ts'
import type { Walk } from './runner/record.ts'
import { runLayouts } from './runner/run-layouts.ts'
import { asTable, byPart, scoreOf } from './runner/score.ts'

export async function run({ seed }: { seed: number }): Promise<string> {
  const { values } = parseArgs({
    args: firstOption < 0 ? [] : process.argv.slice(firstOption),
    options: {
      seed: { type: 'string' },
      count: { type: 'string', default: '60' },
      from: { type: 'string', default: '0' },
      only: { type: 'string', default: '' },
      browsers: { type: 'string', default: '1' },
      log: { type: 'string' },
      trace: { type: 'boolean', default: false },
      fast: { type: 'boolean', default: false },
      'held-out': { type: 'boolean', default: false },
      'hand-made': { type: 'boolean', default: false },
    },
  })
  if (values.log) {
    const lines = readFileSync(values.log, 'utf8').trim().split('\n')
    return report(lines.map(line => JSON.parse(line) as Walk))
  }
  const chosen = Number(values.seed ?? seed)
  const draw = values['hand-made'] ? handMade : values['held-out'] ? heldOut : drawnLayouts
  const kind = values['hand-made'] ? 'made' : values['held-out'] ? 'held-out' : 'drawn'
  const layouts: Layout[] = draw(chosen, Number(values.count))
    .slice(Number(values.from))
    .filter(({ describe }) => describe.includes(values.only))
  const began = Date.now()
  const { walks, log } = await runLayouts({
    layouts,
    name: `${kind}-${chosen}`,
    browsers: Number(values.browsers),
    isTraced: values.trace,
    isFast: values.fast,
    ended: tell,
  })
  const seconds = (Date.now() - began) / 1000
  return `${report(walks)} in ${seconds.toFixed(0)} s, ${(seconds / Math.max(1, walks.length)).toFixed(1)} s each, ${((60 * walks.length) / seconds).toFixed(1)} layouts a minute; ${relative(root, log)}`
}

const firstOption = process.argv.findIndex(word => word.startsWith('--'))

function report(walks: Walk[]): string {
  console.log(`\n${asTable(scoreOf(walks))}\n`)
  console.log(byPart(walks, partsOf))
  return `${walks.length} layouts`
}

function tell({ layout, end, ms, events, error }: Walk): void {
  const count = (is: string) => events.filter(event => event.is === is).length
  console.log(
    `  ${(ms / 1000).toFixed(1).padStart(5)} s  ${end.padEnd(10)} ${count('stuck')} stuck  ${layout.id} ${layout.task}${error ? `: ${error}` : ''}`,
  )
}

/** What layouts have in common, from their one line of words. */
function partsOf({ layout: { task, describe } }: Walk): string[] {
  const parts = describe
    .split('; ')
    .flatMap(part =>
      /^(language|form|key|beside it|situation):/.test(part) ? [part.replace(/, opened.*/, '')] : [],
    )
  return [`task: ${task}`, ...parts]
}
