/** The layouts of the practice platform as walks meet them: what is not there in one, and what a person does instead. */
import assert from 'node:assert/strict'
import { marked, press, type } from '../../browser/practice-page.ts'
import { pressCard } from '../../overlay/overlay.ts'
import type { Era, Patch } from '../../practice/state.ts'
import { type Hand, rowOf, type Walk } from './walk.ts'

export type Variant = {
  name: string
  patch: Patch
  guides?: string[]
  /** Steps that this variant does not have. */
  without?: string[]
  width?: number
  hands?: Record<string, Hand>
}

/** The expiration where it is no menu. */
export const chooseDateThenCreate: Hand = async ({ page }) => {
  const field = await marked(page, 'key-expiration')
  assert.ok(field)
  if (await field.evaluate(one => one instanceof HTMLSelectElement)) await field.select('30')
  else await type(page, 'key-expiration', '12312026')
  await press(page, 'create-submit')
}

/** In older layouts the row's buttons have no names: the card says what to look for, and the person finds it, by keyboard here. */
const inRow =
  (name: 'key-delete' | 'key-edit'): Hand =>
  async ({ h, page }) => {
    const button = await marked(page, name, rowOf(name, h))
    assert.ok(button)
    await button.focus()
    await page.keyboard.press('Enter')
  }
export const findRow = inRow('key-delete')

/** Until 2025 no project was chosen beforehand. */
export const chooseProject: Hand = async ({ h, page, view }) => {
  const field = await marked(page, 'key-project')
  assert.ok(field)
  await field.select(h.practice?.state.selectedProject ?? '')
  await pressCard(page, view.button ?? '')
}

/** The guide has no step for it: the card says that the button waits for a project, and the person chooses one. */
const chooseThenCreate: Hand = async walker => {
  const { h, page } = walker
  const field = await marked(page, 'key-project')
  if (field) await field.select(h.practice?.state.selectedProject ?? '')
  await press(page, 'create-submit')
}

/** Until 2026 no key had an end. */
const createAsItIs: Hand = ({ page }) => press(page, 'create-submit')

const editRow = inRow('key-edit')

/** What only one guide's step means by its name. */
const handsOf: Partial<Record<Era, Record<string, Record<string, Hand>>>> = {
  A: { 'create-key': { submit: createAsItIs } },
  B: {
    'fix-permission-denied': { edit: editRow },
    'create-key': { submit: chooseThenCreate },
    'project-key': { project: chooseProject },
    'service-account-key': { project: chooseProject },
    'restrict-key': { responses: chooseProject, create: chooseThenCreate },
    'rotate-key': { create: chooseThenCreate },
    'key-compromised': { create: chooseThenCreate },
    'give-to-app': { create: chooseThenCreate },
  },
  C: { 'fix-permission-denied': { edit: editRow }, 'create-key': { submit: createAsItIs } },
}

export const hardApart: Hand = async ({ page, view }) => {
  await press(page, 'hard-limit-edit')
  await press(page, 'limit-hard')
  await press(page, 'limit-save')
  await pressCard(page, view.button ?? '')
}

/** The newest first. */
export const layouts: Variant[] = [
  { name: 'era D', patch: {} },
  {
    name: 'era C',
    patch: { era: 'C' },
    without: ['hard', 'auto-reload'],
    hands: { find: findRow, 'find-old': findRow },
  },
  {
    name: 'era B',
    patch: { era: 'B' },
    without: ['hard', 'edit', 'alert', 'auto-reload'],
    hands: { find: findRow, 'find-old': findRow },
  },
  {
    name: 'era A',
    patch: { era: 'A' },
    without: ['owner', 'project', 'hard', 'edit', 'alert', 'auto-reload'],
    hands: { find: findRow, 'find-old': findRow },
  },
]

/** Steps that one guide does not have in an old layout. */
const withoutOf: Partial<Record<Era, Record<string, string[]>>> = {
  // The month was turned by two arrows without names.
  A: { 'monitor-usage': ['open'] },
}

export function fitted(walk: Walk, { without = [], patch, hands: more }: Variant): Walk {
  const scene = { ...walk.scene, ...patch } as Patch
  const hands = { ...walk.hands, ...more, ...handsOf[patch.era ?? 'D']?.[walk.guide] }
  for (const step of without) delete hands[step]
  const left = [...without, ...(withoutOf[patch.era ?? 'D']?.[walk.guide] ?? [])]
  return {
    ...walk,
    scene,
    hands,
    through: walk.through.filter(step => !left.includes(step)),
    // What the end would stand on and is not on the page was not seen, and the end says so.
    unseen: [...(walk.unseen ?? []), ...without],
  }
}
