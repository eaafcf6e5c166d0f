/** Adds up walks and prints the sums as a table. Pure. */
import type { Event, Walk } from './record.ts'

export const measures = [
  'layouts',
  'steps',
  'right',
  'likely right',
  'wrong, certain',
  'wrong, likely',
  'told again',
  'lost with a way on',
  'words only',
  'stuck',
  'left by “I have done this”',
  'left by the step’s own button',
  'left by Skip',
  'left by asking',
  'done on their own',
  'led to no page',
  'keys shown',
  'captured by card',
  'captured by pull',
  'captured by paste',
  'keys missed',
  'non-keys captured',
  'receipts',
  'receipts that claim too much',
  'refused, and said so',
  'ended without receipt',
] as const
export type Measure = (typeof measures)[number]
export type Score = Record<Measure, number>

export const emptyScore = (): Score => Object.fromEntries(measures.map(name => [name, 0])) as Score

export function scoreOf(walks: Walk[]): Score {
  const sum = emptyScore()
  for (const walk of walks) addWalk(sum, walk)
  sum.steps =
    sum.right +
    sum['likely right'] +
    sum['wrong, certain'] +
    sum['wrong, likely'] +
    sum['told again'] +
    sum['lost with a way on'] +
    sum['words only'] +
    sum.stuck
  return sum
}

function addWalk(sum: Score, { events, end }: Walk): void {
  sum.layouts++
  for (const event of events) for (const name of measuresOf(event)) sum[name]++
  if (isMissed(events)) sum['keys missed']++
  if (end === 'refused') sum['refused, and said so']++
  else if (end !== 'receipt') sum['ended without receipt']++
}

const isMissed = (events: Event[]): boolean =>
  events.some(({ is }) => is === 'key-shown') && !events.some(({ is }) => is === 'key-captured')

function measuresOf(event: Event): Measure[] {
  switch (event.is) {
    case 'pointed':
      if (event.verdict === 'right') return [event.kind === 'certain' ? 'right' : 'likely right']
      if (event.verdict === 'again') return ['told again']
      return [event.kind === 'certain' ? 'wrong, certain' : 'wrong, likely']
    case 'lost':
      return ['lost with a way on']
    case 'told':
      return ['words only']
    case 'stuck':
      return ['stuck']
    case 'pressed':
      if (event.way === 'said') return ['left by “I have done this”']
      if (event.way === 'kept') return ['left by the step’s own button']
      if (event.way === 'skip') return ['left by Skip']
      return event.way === 'yes' || event.way === 'no' ? ['left by asking'] : []
    case 'did':
      return event.onTheirOwn ? ['done on their own'] : []
    case 'astray':
      return ['led to no page']
    case 'key-shown':
      return ['keys shown']
    case 'key-offered':
      return event.asked ? ['left by asking'] : []
    case 'key-captured':
      return [`captured by ${event.path}`]
    case 'non-key-captured':
      return ['non-keys captured']
    case 'page-at-end':
      return []
    case 'receipt':
      return event.claims && !event.isReached ? ['receipts', 'receipts that claim too much'] : ['receipts']
  }
}

export function asTable(score: Score): string {
  const width = Math.max(...measures.map(name => name.length))
  const share = (count: number) =>
    score.steps > 0 ? `${((100 * count) / score.steps).toFixed(1)} %`.padStart(8) : ''
  const ofSteps = new Set<Measure>(measures.slice(2, 14))
  return measures
    .map(
      name =>
        `${name.padEnd(width)}${String(score[name]).padStart(7)}${ofSteps.has(name) ? share(score[name]) : ''}`,
    )
    .join('\n')
}

/** One line for each part that layouts have in common: what goes wrong where. */
export function byPart(walks: Walk[], partsOf: (walk: Walk) => string[]): string {
  const groups = new Map<string, Walk[]>()
  for (const walk of walks)
    for (const part of partsOf(walk)) groups.set(part, [...(groups.get(part) ?? []), walk])
  const shown: Measure[] = [
    'layouts',
    'right',
    'wrong, certain',
    'told again',
    'lost with a way on',
    'stuck',
    'keys shown',
    'keys missed',
    'ended without receipt',
  ]
  const rows = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([part, some]) => [part, ...shown.map(name => String(scoreOf(some)[name]))])
  const all = [['part', ...shown], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  return all
    .map(row =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
