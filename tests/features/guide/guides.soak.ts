/**
 * Every guide in every layout that has its pages, from its first step to its receipt, and every detour of every guide, by real
 * input. ONLY=word plays those whose name holds it, as a regular expression. One line for each as it ends.
 */
import type { Page } from 'puppeteer-core'
import { guides } from '../../../src/guides/index.ts'
import { type Harness, launch } from '../../browser/harness.ts'
import { initialState, type Patch } from '../../practice/state.ts'
import { allDetours, force } from './detours.ts'
import { fitted, layouts, type Variant } from './layouts.ts'
import { ask, walkGuide, withVault } from './walk.ts'
import { walks } from './walks.ts'

type Task = { name: string; run(h: Harness, screen: Page): Promise<unknown> }

const walking = (variant: Variant): Task[] =>
  guides
    .filter(guide => guide.eras.includes(variant.patch.era ?? 'D'))
    .map(({ id }) => ({
      name: `${variant.name}: ${id}`,
      run: async (h, screen) => {
        const walk = walks.find(one => one.guide === id)
        if (!walk) throw new Error(`There is no walk for ${id}.`)
        h.practice?.set(initialState())
        h.practice?.set(variant.patch)
        await walkGuide(h, screen, fitted(walk, variant))
      },
    }))

/** Banners for the phone and rules of the organization are of certain years. */
const looks: [string, Patch, (detour: string) => boolean][] = [
  ['era D', {}, () => true],
  ['era C', { era: 'C' }, detour => ['signed-out', 'no-rights'].includes(detour)],
  ['era B', { era: 'B' }, detour => ['signed-out', 'no-rights', 'phone'].includes(detour)],
]

const detouring: Task[] = looks.flatMap(([name, look, has]) =>
  allDetours()
    .filter(([, detour]) => has(detour))
    .map(([guide, detour]) => ({
      name: `${name}: ${guide}, ${detour}`,
      run: (h, screen) => force(h, screen, guide, detour, look),
    })),
)

export async function run(_: { seed: number }): Promise<string> {
  const all = [...layouts.flatMap(walking), ...detouring]
  const tasks = all.filter(({ name }) => new RegExp(process.env.ONLY ?? '').test(name))
  const failures: string[] = []
  const h = await launch()
  try {
    const screen = await withVault(h)
    for (const [index, task] of tasks.entries()) {
      const began = Date.now()
      let outcome = 'ok'
      try {
        await task.run(h, screen)
        h.assertClean()
      } catch (error) {
        outcome = error instanceof Error ? error.message : String(error)
        failures.push(`${task.name}: ${outcome}`)
        await ask(screen, 'screen.guideAct', { act: 'stop' }).catch(() => {})
      }
      const seconds = ((Date.now() - began) / 1000).toFixed(0)
      console.log(`  ${index + 1} of ${tasks.length}, ${seconds} s, ${task.name}: ${outcome}`)
    }
  } finally {
    await h.close()
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${tasks.length} failed:\n${failures.join('\n')}`)
  return `${tasks.length} walks and detours: every guide in every layout that has its pages`
}
