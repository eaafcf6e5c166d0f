/**
 * The held-out layouts: pages of the platform as they might look one day, drawn at random from tables of their own.
 * Nothing here may be used to tune guides, capture or locator; see README.md.
 */
import { drawPlan, taskAt } from './draw.ts'
import type { Given, Task } from './plan.ts'
import { renderPage } from './render.ts'

export type { Given, Task } from './plan.ts'

/** What an honest walk can reach. `blocked`: the page refuses, and says why. */
export type Outcome = 'key-in-sight' | 'key-by-copy-only' | 'ended' | 'changed' | 'seen' | 'blocked'

export type Layout = {
  id: string
  seed: number
  index: number
  task: Task
  /** What was drawn, in one line of words. */
  describe: string
  /** The path on https://platform.openai.com that the page starts at. */
  address: string
  /** Every path that this one document answers; each is to be served with what `render()` gives. */
  paths: string[]
  /** Further paths of the console to open in tabs of their own before the walk. */
  alsoOpen: string[]
  given: Given
  outcome: Outcome
  /** Whole page, script inside, nothing loaded from elsewhere. */
  render(): string
  /** How an outside judge asks the page what is right: `window[truth.at]` with these functions. See README.md. */
  truth: { at: '__truth'; functions: readonly string[] }
}

export const truthFunctions = [
  'now',
  'next',
  'find',
  'boxes',
  'meant',
  'act',
  'keys',
  'isKeyInSight',
  'notKeys',
  'happened',
  'isReached',
] as const

/** The layouts 0 to `count` - 1 of a seed. A longer set begins with the shorter one. */
export function heldOut(seed: number, count: number): Layout[] {
  return Array.from({ length: count }, (_, index) => layout(seed, index))
}

function layout(seed: number, index: number): Layout {
  const task = taskAt(seed, index)
  const plan = drawPlan(seed, index, task)
  return {
    id: plan.id,
    seed,
    index,
    task,
    describe: describePlan(plan),
    address: plan.paths.start,
    paths: [...new Set(Object.values(plan.paths))],
    alsoOpen: plan.seed % 6 === 0 ? [plan.paths.main] : [],
    given: plan.given,
    outcome: outcomeOf(plan),
    render: () => renderPage(plan),
    truth: { at: '__truth', functions: truthFunctions },
  }
}

function outcomeOf(plan: ReturnType<typeof drawPlan>): Outcome {
  if (plan.situation === 'not-allowed' || plan.situation === 'policy') return 'blocked'
  if (makesKey(plan.task)) return plan.reveal.form === 'copy-only' ? 'key-by-copy-only' : 'key-in-sight'
  if (plan.task === 'revoke-key') return 'ended'
  return plan.task === 'monitor-usage' ? 'seen' : 'changed'
}

function makesKey(task: Task): boolean {
  return /-key$|^give|^key-/.test(task) && task !== 'revoke-key'
}

function describePlan(plan: ReturnType<typeof drawPlan>): string {
  const { reveal, rows, timing, widgets } = plan
  const parts = [
    plan.task,
    `${plan.language}${plan.machineTranslated ? ' by machine' : ''}`,
    `form: ${plan.container}${plan.wizard ? ' in steps' : ''}, opened from ${plan.opener}, ${plan.pressable}s, labels ${plan.labelling}`,
    makesKey(plan.task) && `key: ${reveal.form} in ${reveal.place}${reveal.twice ? ' twice' : ''}`,
    makesKey(plan.task) &&
      `owner ${widgets.owner}, project ${widgets.project}, permissions ${widgets.permissions}, expiry ${widgets.expiry}`,
    plan.given.key && `ending a key: ${rows.shape} of ${rows.keys.length}, ${rows.action}, ${plan.confirm}`,
    `timing: ${timing.delay} ms${timing.skeleton ? ', skeleton' : ''}${timing.optimistic ? ', optimistic' : ''}${timing.redraws ? ', redraws' : ''}${timing.failsOnce ? ', fails once' : ''}`,
    plan.distractions.length > 0 && `beside it: ${plan.distractions.join(', ')}`,
    `situation: ${plan.situation}`,
    plan.navigation === 'loads' && 'every page loads anew',
    plan.closesOutside && 'a press outside closes it',
  ]
  return parts.filter(Boolean).join('; ')
}
