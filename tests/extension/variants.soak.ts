/**
 * The four guides of the tour engine in every layout and variant of the practice platform, with real input: the spotlight on what
 * is meant (walkGuide holds it against the hidden marks), or the right sentence where it cannot be seen or pressed, and the end
 * of the guide in every case.
 */
import assert from 'node:assert/strict'
import { initialState } from '../practice/state.ts'
import { launch } from './harness.ts'
import { chooseDate, chooseProject, findRow, fitted, hardApart, type Variant } from './layouts.ts'
import { ask, walkGuide, withVault } from './walk.ts'
import { walks } from './walks.ts'

const four = ['create-key', 'set-up-billing', 'limit-spending', 'revoke-key']

const variants: Variant[] = [
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
    hands: { expiration: chooseDate },
  },
  {
    name: 'era D, expiration is a date',
    patch: { organization: { expirationWidget: 'date' } },
    guides: ['create-key'],
    hands: { expiration: chooseDate },
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
  {
    name: 'era C',
    patch: { era: 'C' },
    without: ['expiration', 'hard', 'auto-reload'],
    hands: { find: findRow },
  },
  {
    name: 'era C, native dialog',
    patch: { era: 'C', modal: 'native' },
    without: ['expiration', 'hard', 'auto-reload'],
    hands: { find: findRow },
  },
  {
    name: 'era B',
    patch: { era: 'B' },
    without: ['expiration', 'hard', 'edit', 'alert', 'auto-reload'],
    hands: { find: findRow, project: chooseProject },
  },
  {
    name: 'era A',
    patch: { era: 'A' },
    without: ['expiration', 'owner', 'project', 'hard', 'edit', 'alert', 'auto-reload'],
    hands: { find: findRow },
  },
]

export async function run(_: { seed: number }): Promise<string> {
  const failures: string[] = []
  let walked = 0
  for (const width of [1280, 375]) {
    const here = variants.filter(variant => (variant.width ?? 1280) === width)
    const h = await launch({ width })
    try {
      const screen = await withVault(h)
      for (const variant of here) {
        for (const id of variant.guides ?? four) {
          const label = `${variant.name}: ${id}`
          if (process.env.ONLY && !label.includes(process.env.ONLY)) continue
          const walk = walks.find(one => one.guide === id)
          assert.ok(walk)
          walked++
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
          if (process.env.LIST) console.log(`${label}, ${Date.now() - began} ms: ${outcome}`)
        }
      }
    } finally {
      await h.close()
    }
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} of ${walked} walks failed:\n${failures.join('\n')}`)
  return `${walked} walks of four guides over ${variants.length} layouts and variants`
}
