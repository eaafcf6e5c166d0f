/** How sure is it which thing is meant? Told by what controls say, where they are, and what else is there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, grade, type Want } from '../../../src/features/guide/core/grade.ts'
import { type Concept, sayings } from '../../../src/guides/concepts.ts'

const control = (says: string, patch: Partial<Candidate> = {}): Candidate => ({
  kind: 'press',
  says,
  isOfForm: false,
  isPrimary: false,
  isWayOut: false,
  isFilled: false,
  inNavigation: false,
  isOfRow: false,
  ...patch,
})
const want = (like: Concept[], patch: Partial<Want> = {}): Want => ({
  role: 'button',
  like: sayings(...like),
  isInForm: false,
  isFormOpen: false,
  isInRow: false,
  isSaid: false,
  not: [],
  ...patch,
})
const isOfForm = { isOfForm: true }
const formWant = (like: Concept[], patch: Partial<Want> = {}) =>
  want(like, { isInForm: true, isFormOpen: true, ...patch })

test('what goes on in a form is told by its words, and never by being its only button', () => {
  const next = formWant(['close'], { isSaid: true })
  expect(grade(next, [control('Create', isOfForm)])).toEqual([])
  expect(grade(next, [control('Create', isOfForm), control('Done', isOfForm)])).toEqual([1])
  expect(grade(formWant(['close']), [control('Create', isOfForm)])).toEqual([0])
})

test('what only closes is no way on in a form, and is what ends the sight of a key', () => {
  const close = control('Close', { ...isOfForm, isWayOut: true })
  expect(grade(formWant(['close'], { leaves: true }), [control('Copy', isOfForm), close])).toEqual([1])
  expect(grade(formWant(['close']), [control('Copy', isOfForm), close])).toEqual([0])
})

describe('the button that opens the form', () => {
  const opener = want(['create', 'key'], { not: ['Create new admin key'] })
  test.each([
    ['New key', 'likely'],
    ['Generate token', 'likely'],
    ['Schlüssel erstellen', 'likely'],
    ['Créer une clé', 'likely'],
    ['新しいキーを作成', 'likely'],
    ['إنشاء مفتاح جديد', 'likely'],
    ['Anahtar oluştur', 'likely'],
    ['+ New', 'likely'],
    ['New project', 'missing'],
    ['Create new admin key', 'missing'],
    ['Search keys', 'missing'],
    ['News', 'missing'],
  ])('“%s”: %s', (says, status) => {
    const others = [
      control('Docs'),
      control('Delete', { isOfRow: true }),
      control('API keys', { inNavigation: true }),
    ]
    expect(grade(opener, [...others, control(says)])).toEqual(status === 'likely' ? [others.length] : [])
  })

  test('two that say it are told apart by the person, a dozen by nobody', () => {
    expect(grade(opener, [control('New key'), control('Create token')])).toEqual([0, 1])
    expect(
      grade(
        opener,
        Array.from({ length: 12 }, () => control('New key')),
      ),
    ).toEqual([])
  })

  test('is not looked for in or behind the form that is open', () => {
    const open = { ...opener, isFormOpen: true }
    expect(grade(open, [control('Create key', isOfForm), control('New key')])).toEqual([])
  })
})

describe('in the form', () => {
  test('its only main button sends it, whatever it says; a way out never does', () => {
    const buttons = [
      control('Cancel', { ...isOfForm, isWayOut: true }),
      control('Learn more', isOfForm),
      control('Weiter', { ...isOfForm, isPrimary: true }),
    ]
    expect(grade(formWant(['create']), buttons)).toEqual([2])
    expect(grade(formWant(['create']), [control('Cancel', { ...isOfForm, isWayOut: true })])).toEqual([])
  })

  test('the only field that is empty is the one to fill in; of two nobody knows', () => {
    const field = (says: string, isFilled: boolean) => control(says, { ...isOfForm, kind: 'field', isFilled })
    const name = formWant(['name'], { role: 'textbox' })
    expect(grade(name, [field('', false), field('x', true)])).toEqual([0])
    expect(grade(name, [field('', false), field('', false)])).toEqual([])
    expect(grade(name, [field('', false), field('Key title', false)])).toEqual([1])
  })

  test('what can be chosen stands in sight, or in a list that is called so or offers it', () => {
    const restricted = formWant(['restricted'], { role: 'radio', among: sayings('permissions') })
    const list = (says: string, offers = '') => control(says, { ...isOfForm, kind: 'pick', offers })
    const pills = [control('Full access', isOfForm), control('Custom', isOfForm), control('Create', isOfForm)]
    expect(grade(restricted, pills)).toEqual([1])
    expect(grade(restricted, [list('Project', 'Default project'), list('Scope', 'Full access')])).toEqual([1])
    expect(grade(restricted, [list(''), list('', 'Everything Limited')])).toEqual([1])
    expect(grade(restricted, [...pills, list('Access')])).toEqual([1])
    expect(grade(restricted, [list('Project'), list('Lifetime')])).toEqual([])
    expect(grade(formWant(['restricted'], { role: 'radio' }), [list('Access', 'Limited')])).toEqual([])
  })

  test('nothing is guessed while no form is open', () => {
    expect(grade(want(['create'], { isInForm: true }), [control('Create', { isPrimary: true })])).toEqual([])
  })
})

test('whatever is on a page: no way out, no navigation, no neighbour by name, no row but the right one', {
  tags: 'slow',
}, () => {
  const words = fc.constantFrom(
    'New key',
    'Create',
    'Cancel',
    'Key',
    'Delete key',
    'Name',
    'Search',
    '',
    'Generate',
  )
  const candidates = fc.array(
    fc.record<Candidate>({
      kind: fc.constantFrom('press', 'field', 'pick', 'toggle'),
      says: words,
      isOfForm: fc.boolean(),
      isPrimary: fc.boolean(),
      isWayOut: fc.boolean(),
      isFilled: fc.boolean(),
      inNavigation: fc.boolean(),
      isOfRow: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  const wants = fc
    .record({
      role: fc.constantFrom('button', 'textbox', 'combobox', 'radio', 'switch'),
      concept: fc.constantFrom<Concept[]>(['create', 'key'], ['name'], ['create'], ['revoke']),
      isInForm: fc.boolean(),
      isFormOpen: fc.boolean(),
      isInRow: fc.boolean(),
    })
    .map(({ concept, ...rest }) => want(concept, { ...rest, not: ['Create'] }))
  fc.assert(
    fc.property(wants, candidates, (wanted, all) => {
      const chosen = grade(wanted, all).map(at => all[at] as Candidate)
      for (const one of chosen) {
        expect(one.isWayOut || one.inNavigation || one.says === 'Create').toBe(false)
        expect(one.isOfRow && !wanted.isInRow).toBe(false)
        if (wanted.role === 'textbox') expect(one.kind).toBe('field')
        if (wanted.isInForm && !wanted.isInRow) expect(one.isOfForm).toBe(true)
      }
      expect(chosen.length).toBeLessThanOrEqual(5)
    }),
    { numRuns: 3_000, seed: 11 },
  )
})
