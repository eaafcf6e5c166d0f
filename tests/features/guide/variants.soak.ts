/**
 * The four guides of the tour engine in every layout and variant of the practice platform, with real input: the spotlight on what
 * is meant (walkGuide holds it against the hidden marks), or the right sentence where it cannot be seen or pressed, and the end
 * of the guide in every case. Two browsers at a time (WORKERS=n), some ten minutes; ONLY=word plays those whose name holds it.
 */
import assert from 'node:assert/strict'
import { launch } from '../../browser/harness.ts'
import { initialState } from '../../practice/state.ts'
import { chooseDateThenCreate, fitted, hardApart, layouts, type Variant } from './layouts.ts'
import { ask, walkGuide, withVault } from './walk.ts'
import { walks } from './walks.ts'

const four = ['create-key', 'set-up-billing', 'limit-spending', 'revoke-key']

const today: Variant[] = [
  { name: 'era D, react-aria', patch: { modal: 'aria' } },
  { name: 'era D, react-focus-lock', patch: { modal: 'focus-lock' } },
  { name: 'era D, native dialog', patch: { modal: 'native' } },
  { name: 'era D, dark', patch: { theme: 'dark' } },
  { name: 'era D, sidebar folded up', patch: { sidebar: 'collapsed' } },
  { name: 'era D, API Keys under More', patch: { underMore: ['API Keys', 'Usage'] }, guides: ['create-key'] },
  { name: 'era D, 375 pixels', patch: {}, width: 375 },
  { name: 'era D, other wordings', patch: { wording: 1 } },
  { name: 'era D, third wordings', patch: { wording: 2 } },
  {
    name: 'era D, expiration is a select',
    patch: { organization: { expirationWidget: 'select' } },
    guides: ['create-key'],
    hands: { submit: chooseDateThenCreate },
  },
  {
    name: 'era D, expiration is a date',
    patch: { organization: { expirationWidget: 'date' } },
    guides: ['create-key'],
    hands: { submit: chooseDateThenCreate },
  },
  {
    name: 'era D, expiration required',
    patch: { organization: { expiration: 'required' } },
    guides: ['create-key'],
  },
  {
    name: 'era D, limits in two dialogs',
    patch: { organization: { limitsDialog: 'split' } },
    guides: ['limit-spending'],
    without: ['hard'],
    hands: { 'hard-apart': hardApart },
  },
  {
    name: 'era D, keys that are there already',
    patch: { keys: [{ name: 'Old' }, { name: 'Older' }] },
    guides: ['create-key'],
  },
]

/** What can be so in every layout: dialogs of each library, dark, narrow, folded, keys that are there already. */
const looks: Omit<Variant, 'hands' | 'without'>[] = [
  { name: '', patch: {} },
  { name: ', native dialog', patch: { modal: 'native' } },
  { name: ', react-aria', patch: { modal: 'aria' }, guides: ['create-key', 'set-up-billing'] },
  { name: ', react-focus-lock', patch: { modal: 'focus-lock' }, guides: ['create-key'] },
  { name: ', dark', patch: { theme: 'dark' }, guides: ['create-key'] },
  { name: ', 375 pixels', patch: {}, width: 375, guides: ['create-key', 'set-up-billing', 'limit-spending'] },
  {
    name: ', keys that are there already',
    patch: { keys: [{ name: 'Old' }, { name: 'Older' }] },
    guides: ['create-key'],
  },
  { name: ', data that comes late', patch: { showAfter: 1_500 }, guides: ['create-key', 'limit-spending'] },
]

const older: Variant[] = layouts
  .filter(({ patch }) => patch.era !== undefined)
  .flatMap(layout =>
    looks.map(look => ({
      ...layout,
      ...look,
      name: layout.name + look.name,
      patch: { ...layout.patch, ...look.patch },
    })),
  )

type Job = { label: string; guide: string; variant: Variant }

const jobs: Job[] = [...today, ...older]
  .flatMap(variant =>
    (variant.guides ?? four).map(guide => ({ label: `${variant.name}: ${guide}`, guide, variant })),
  )
  .filter(({ label }) => !process.env.ONLY || label.includes(process.env.ONLY))

export async function run(_: { seed: number }): Promise<string> {
  const failures: string[] = []
  for (const width of [1280, 375]) {
    const left = jobs.filter(({ variant }) => (variant.width ?? 1280) === width)
    const browsers = Math.min(Number(process.env.WORKERS ?? 2), left.length)
    await Promise.all(Array.from({ length: browsers }, () => walkAll(left, width, failures)))
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${jobs.length} walks failed:\n${failures.join('\n')}`)
  return `${jobs.length} walks of four guides over ${new Set(jobs.map(({ variant }) => variant)).size} layouts and variants`
}

/** Takes jobs from the list until it is empty, in a browser and on a practice platform of its own. */
async function walkAll(left: Job[], width: number, failures: string[]): Promise<void> {
  const h = await launch({ width })
  try {
    const screen = await withVault(h)
    for (let job = left.shift(); job; job = left.shift()) {
      const { label, variant, guide } = job
      const walk = walks.find(one => one.guide === guide)
      assert.ok(walk)
      const began = Date.now()
      let outcome = 'ok'
      try {
        h.practice?.set(initialState())
        h.practice?.set(variant.patch)
        await walkGuide(h, screen, fitted(walk, variant))
        h.assertClean()
      } catch (error) {
        outcome = error instanceof Error ? error.message : String(error)
        failures.push(`${label}: ${outcome}`)
        await ask(screen, 'screen.guideAct', { act: 'stop' }).catch(() => {})
      }
      // Told once, with the walk it happened in.
      h.complaints.list.length = 0
      console.log(`  ${((Date.now() - began) / 1000).toFixed(0)} s, ${label}: ${outcome}`)
    }
  } finally {
    await h.close()
  }
}
