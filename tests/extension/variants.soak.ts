/**
 * The four guides of the tour engine in every layout and variant of the practice platform, with real input: the spotlight on what
 * is meant (walkGuide holds it against the hidden marks), or the right sentence where it cannot be seen or pressed, and the end
 * of the guide in every case.
 */
import assert from 'node:assert/strict'
import { initialState, type Patch } from '../practice/state.ts'
import { launch } from './harness.ts'
import { pressCard } from './overlay.ts'
import { marked, press, type } from './practice-page.ts'
import { ask, type Hand, type Walk, walkGuide, withVault } from './walk.ts'
import { walks } from './walks.ts'

type Variant = {
  name: string
  patch: Patch
  guides?: string[]
  /** Steps that this variant does not have. */
  without?: string[]
  width?: number
  hands?: Record<string, Hand>
}

const four = ['create-key', 'set-up-billing', 'limit-spending', 'revoke-key']

/** The expiration where it is no menu. */
const chooseDate: Hand = async ({ page, view }) => {
  const field = await marked(page, 'key-expiration')
  assert.ok(field)
  if (await field.evaluate(one => one instanceof HTMLSelectElement)) await field.select('30')
  else await type(page, 'key-expiration', '12312026')
  await pressCard(page, view.button ?? '')
}

/** In older layouts the row's buttons have no names: the card says what to look for, and the person finds it, by keyboard here. */
const findRow: Hand = async ({ page }) => {
  const button = await marked(page, 'key-delete')
  assert.ok(button)
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Until 2025 no project was chosen beforehand. */
const chooseProject: Hand = async ({ h, page, view }) => {
  const field = await marked(page, 'key-project')
  assert.ok(field)
  await field.select(h.practice?.state.selectedProject ?? '')
  await pressCard(page, view.button ?? '')
}

const hardApart: Hand = async ({ page, view }) => {
  await press(page, 'hard-limit-edit')
  await press(page, 'limit-hard')
  await press(page, 'limit-save')
  await pressCard(page, view.button ?? '')
}

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

function fitted(walk: Walk, { without = [], patch, hands: more }: Variant): Walk {
  const scene = { ...walk.scene, ...patch } as Patch
  const hands = { ...walk.hands, ...more }
  for (const step of without) delete hands[step]
  return { ...walk, scene, hands, through: walk.through.filter(step => !without.includes(step)) }
}
