/** Layouts of the platform, drawn at random from a seed, to find out what guides and capture assume. They may be tuned on. */
import type { Layout } from '../runner/layout.ts'
import { drawPlan, makesKey } from './draw.ts'
import type { Plan } from './plan.ts'
import { renderPage } from './render.ts'

/** The layouts 0 to `count` - 1 of a seed. A longer list begins with the shorter one. */
export const drawnLayouts = (seed: number, count: number): Layout[] =>
  Array.from({ length: count }, (_, index) => layoutOf(drawPlan(seed, index)))

export function layoutOf(plan: Plan): Layout {
  const { paths } = plan
  return {
    id: plan.id,
    task: plan.task,
    describe: describePlan(plan),
    address: paths.start,
    paths: [...new Set([paths.start, paths.away, ...paths.old, ...paths.old.map(path => `${path}/new`)])],
    alsoOpen: plan.distractions.includes('second-tab') ? ['/home'] : [],
    given: plan.given,
    outcome: outcomeOf(plan),
    render: () => renderPage(plan),
  }
}

function outcomeOf({ situation, task, reveal }: Plan): Layout['outcome'] {
  if (situation === 'not-allowed' || situation === 'policy') return 'blocked'
  if (makesKey(task)) return reveal.form === 'copy-only' ? 'key-by-copy-only' : 'key-in-sight'
  if (task === 'revoke-key') return 'ended'
  return task === 'monitor-usage' ? 'seen' : 'changed'
}

const isSharedTail = ({ rows, given }: Plan): boolean =>
  rows.keys.filter(({ lastFour }) => lastFour === given.key?.lastFour).length > 1

function describePlan(plan: Plan): string {
  const { reveal, rows, timing } = plan
  const widgets = plan.stages
    .flatMap(stage => ('fields' in stage ? stage.fields : []))
    .map(one => `${one.purpose} ${one.widget}`)
  return [
    plan.task,
    `language: ${plan.language}${plan.isTranslated ? ' by machine' : ''}`,
    `form: ${plan.container}${plan.isWizard ? ' in steps' : ''}, opened by ${plan.opener}, ${plan.pressable}s, labels ${plan.labelling}`,
    makesKey(plan.task) &&
      `key: ${reveal.form} in ${reveal.place}${reveal.isTwice ? ' twice' : ''}${reveal.order === 'alone' ? '' : `, ${reveal.order} of several`}`,
    widgets.length > 0 && `fields: ${widgets.join(', ')}`,
    plan.given.key &&
      `ending a key: ${rows.shape} of ${rows.keys.length}, ${rows.action}, ${plan.confirm} in ${plan.ending}${isSharedTail(plan) ? ', another ends alike' : ''}`,
    plan.habits.length > 0 && `habits: ${plan.habits.join(', ')}`,
    plan.rows.reach !== 'all' && `a row by: ${plan.rows.reach}`,
    `timing: ${timing.delay} ms${timing.skeleton ? ', skeleton' : ''}${timing.optimistic ? ', optimistic' : ''}${timing.redraws ? ', redraws' : ''}`,
    plan.distractions.length > 0 && `beside it: ${plan.distractions.join(', ')}`,
    `situation: ${plan.situation}`,
    plan.isLoaded && 'every page loads anew',
  ]
    .filter(Boolean)
    .join('; ')
}
