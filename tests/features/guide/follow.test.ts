/** Where a person is in a guide, told by what the page shows. */
import { describe, expect, test } from 'vitest'
import { applyAct } from '../../../src/features/guide/core/apply-act.ts'
import { begin, follow } from '../../../src/features/guide/core/follow.ts'
import type { TourView } from '../../../src/features/guide/core/tour.ts'
import { fixPermissionDenied } from '../../../src/guides/fix-permission-denied.ts'
import { giveToApp } from '../../../src/guides/give-to-app.ts'
import { setUpBilling } from '../../../src/guides/set-up-billing.ts'
import { dialogOpen, found, keysPage, missing, page, small, walk } from './guide-world.ts'

const empty = page({ elements: { opener: found } })
const filled = { ...found, filled: true }

describe('a proof', () => {
  const proving = {
    ...small,
    steps: small.steps.map(step => (step.id === 'check' ? { ...step, proof: true as const } : step)),
  }
  const atProof = () => {
    const person = walk(proving)
    person.knows({ made: { saved: true } })
    person.remembers({ step: 'check' })
    return person
  }

  test('is not said, and left out it is none', () => {
    const person = atProof()
    expect(person.shows(empty)).toMatchObject({ step: 'check', can: { skip: true } })
    expect(person.view().button).toBeUndefined()
    expect(person.says({ act: 'done' }).step).toBe('check')
    expect(person.says({ act: 'skip' })).toMatchObject({ kind: 'receipt', title: 'The end, not verified' })
  })

  test('is given by what is so', () => {
    const person = atProof()
    const verdict = { key: 'accepted', use: 'ready', cause: 'ok', at: 5 } as const
    expect(person.knows({ made: { saved: true, verdict } })).toMatchObject({ kind: 'receipt', title: 'Done' })
  })
})

describe('going forward', () => {
  test('opening the page, then the dialog, moves on by what is so', () => {
    const person = walk(small)
    expect(person.shows(page({ url: 'https://platform.openai.com/home' })).step).toBe('page')
    expect(person.shows(empty)).toMatchObject({ step: 'open', n: 2, of: 8, state: 'ready', target: 'opener' })
    expect(person.shows(dialogOpen()).step).toBe('name')
  })

  test('typing does not move on while the person is still in the field', () => {
    const person = walk(small)
    person.shows(dialogOpen())
    expect(person.shows(dialogOpen({ name: { ...filled, focused: true } })).step).toBe('name')
    expect(person.shows(dialogOpen({ name: filled })).step).toBe('project')
  })

  test('what is right already but worth a look waits for the person', () => {
    const person = walk(small)
    expect(person.shows(dialogOpen({ name: filled })).step).toBe('project')
    expect(person.says({ act: 'done' }).step).toBe('date')
  })

  test('a finished part is recognised and passed over', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled, date: filled }))
    expect(person.says({ act: 'done' }).step).toBe('submit')
  })

  test('a control that this layout lacks is passed over, but only once the page has come to rest', () => {
    const person = walk(small)
    const lacking = dialogOpen({ name: filled, date: missing })
    person.shows({ ...lacking, settled: false })
    expect(person.says({ act: 'done' }).step).toBe('date')
    expect(person.shows(lacking).step).toBe('submit')
  })

  test('to the receipt, which leaves out what is not known', () => {
    const person = walk(small)
    const before = small.steps.slice(
      0,
      small.steps.findIndex(({ id }) => id === 'save'),
    )
    person.remembers({ step: 'save', finished: before.map(({ id }) => id) })
    person.shows(page({ keyShown: true }))
    person.knows({ made: { saved: false } })
    const made = {
      saved: true,
      label: 'Try-v1',
      verdict: { key: 'accepted', use: 'ready', cause: 'ok', at: 1 },
    } as const
    const end = person.knows({ made })
    expect(end.kind).toBe('receipt')
    expect(end.receipt).toEqual([
      { label: 'Made', text: 'Key Try-v1.' },
      { label: 'Expires', text: 'Never' },
    ])
  })
})

describe('a person who does it their own way is followed', () => {
  test('ahead: what they passed and nobody saw is not said to be done', () => {
    const person = walk(giveToApp)
    person.says({ act: 'choose', option: 'mine' })
    person.shows(page({ elements: { opener: found } }))
    const inDialog = person.shows(page({ dialogs: ['Create new secret key'], elements: { name: found } }))
    const states = ({ steps }: TourView) => Object.fromEntries(steps.map(({ id, state }) => [id, state]))
    expect(states(inDialog)).toMatchObject({
      vault: 'done',
      project: 'unverified',
      limit: 'unverified',
      'limit-save': 'unverified',
      open: 'done',
      name: 'now',
    })
    const shown = person.shows(page({ keyShown: true, elements: { reveal: found } }))
    expect(states(shown)).toMatchObject({ open: 'done', name: 'unverified', create: 'done', save: 'now' })
  })

  test('ahead: straight to the key being shown', () => {
    const person = walk(small)
    person.shows(empty)
    expect(person.shows(page({ keyShown: true, anyDialog: true, elements: { reveal: found } })).step).toBe(
      'save',
    )
  })

  test('ahead: into a later field of the dialog', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    expect(
      person.shows(dialogOpen({ name: filled, date: { ...found, focused: true, filled: false } })).step,
    ).toBe('date')
  })

  test('back: the dialog was closed, so it is to be opened again and filled in again', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    person.says({ act: 'done' })
    expect(person.shows(empty).step).toBe('open')
    expect(person.shows(dialogOpen()).step).toBe('name')
  })

  test('back: into an earlier field, and forward again when it is left', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    person.says({ act: 'done' })
    expect(person.shows(dialogOpen({ name: { ...filled, focused: true } })).step).toBe('name')
    expect(person.shows(dialogOpen({ name: filled })).step).toBe('date')
  })

  test('a press that goes into a switch and turns it on is no visit to it', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    expect(person.says({ act: 'done' }).step).toBe('date')
    const pressed = dialogOpen({ name: filled, date: { ...filled, focused: true } })
    expect(person.shows(pressed).step).toBe('submit')
    expect(person.shows(pressed).step).toBe('submit')
  })

  test('a focus that stays where it was is no step back', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    const inProject = dialogOpen({ name: filled, project: { ...found, focused: true } })
    person.shows(inProject)
    expect(person.says({ act: 'done' }).step).toBe('date')
    expect(person.shows({ ...inProject, texts: ['something'] }).step).toBe('date')
  })

  test.each([
    ['in a moment: it was so before they went on', 300, 'date'],
    ['later: they went back into it', 3_000, 'project'],
  ])('a field of the step before in which the person is heard to be, %s', (_, after, step) => {
    const typed = { name: { ...found, filled: true } }
    const at = (now: number, facts = dialogOpen(typed)) => ({
      facts,
      world: { vault: 'unlocked' as const },
      now,
    })
    const before = follow(small, { ...begin(small, 0), step: 'project' }, at(1_000))
    const said = applyAct(small, before, { act: 'done' }, at(5_000))
    expect([before.step, said.step]).toEqual(['project', 'date'])
    const inIt = dialogOpen({ ...typed, project: { ...found, focused: true } })
    expect(follow(small, said, at(5_000 + after, inIt)).step).toBe(step)
  })

  test('Back is obeyed although the step is done, until the person goes on', () => {
    const person = walk(small)
    person.shows(dialogOpen({ name: filled }))
    expect(person.says({ act: 'back' })).toMatchObject({ step: 'name' })
    expect(person.shows(dialogOpen({ name: filled, submit: found })).step).toBe('name')
    expect(person.says({ act: 'done' }).step).toBe('project')
  })

  test('skipping goes on', () => {
    const person = walk(small)
    person.shows(dialogOpen())
    expect(person.says({ act: 'skip' }).step).toBe('project')
  })
})

describe('a key that was closed unsaved', () => {
  test('is told, with the guide that ends it, and then starts again', () => {
    const person = walk(small)
    person.shows(page({ keyShown: true, anyDialog: true, elements: { reveal: found } }))
    expect(person.shows(empty)).toMatchObject({ kind: 'detour', step: 'save-lost', fix: 'revoke-key' })
    expect(person.forgets().step).toBe('save-lost')
    expect(person.says({ act: 'done' }).step).toBe('open')
  })

  test('is shown once more: then nothing is lost; nor when the person makes the next one without a word', () => {
    const person = walk(small)
    const shown = page({ keyShown: true, anyDialog: true, elements: { reveal: found } })
    person.shows(shown)
    person.shows(empty)
    expect(person.shows(shown)).toMatchObject({ kind: 'step', step: 'save' })
  })

  test('is not told of a document that nobody has looked at yet', () => {
    const person = walk(small)
    person.shows(page({ keyShown: true, anyDialog: true, elements: { reveal: found } }))
    expect(person.shows(page({ settled: false, unseen: true })).step).toBe('save')
    expect(person.shows(empty).step).toBe('save-lost')
  })

  test('is not told when it was saved before', () => {
    const person = walk(small)
    person.shows(page({ keyShown: true, anyDialog: true, elements: { reveal: found } }))
    person.knows({ made: { saved: false } })
    expect(person.shows(empty).step).toBe('check')
  })
})

describe('detours', () => {
  test('stand in front while they last, then the guide goes on where it was', () => {
    const person = walk(small)
    person.shows(empty)
    const banner = page({ elements: { opener: { ...found, disabled: true }, 'detour-phone': found } })
    expect(person.shows(banner)).toMatchObject({ kind: 'detour', step: 'phone', target: 'detour-phone' })
    expect(person.shows(empty)).toMatchObject({ kind: 'step', step: 'open' })
  })

  test('that are none are passed by as long as the step lasts, and the step is not', () => {
    const person = walk(small)
    person.shows(empty)
    const banner = page({ elements: { opener: { ...found, disabled: true }, 'detour-phone': found } })
    expect(person.shows(banner)).toMatchObject({ step: 'phone', can: { skip: true } })
    expect(person.says({ act: 'skip' })).toMatchObject({ kind: 'step', step: 'open', state: 'disabled' })
    expect(person.forgets().step).toBe('open')
    expect(person.progress()).not.toMatchObject({ skips: true })
    person.says({ act: 'skip' })
    expect(person.shows({ ...dialogOpen(), ...banner, dialogs: ['Make it'] })).toMatchObject({
      step: 'phone',
    })
  })
})

describe('a target that is not simply there', () => {
  const cases = [
    ['not there yet', page({ settled: false, elements: { opener: missing } }), 'waiting', /still working/],
    ['missing', page({ elements: { opener: missing } }), 'missing', /Not in sight.*a button “Open”/],
    ['ambiguous', page({ elements: { opener: { status: 'ambiguous' } } }), 'ambiguous', /look alike/],
    ['out of sight', page({ elements: { opener: { status: 'hidden' } } }), 'hidden', /Not in sight/],
    ['greyed out', page({ elements: { opener: { ...found, disabled: true } } }), 'disabled', /Ask an owner/],
    [
      'on another page',
      page({ url: 'https://platform.openai.com/usage' }),
      'wrong-page',
      /the page “API keys”/,
    ],
    [
      'on an unknown page',
      page({ url: 'https://platform.openai.com/nowhere' }),
      'unknown-page',
      /does not know this page/,
    ],
    [
      'on a known address with another heading',
      page({ heading: 'other', elements: { opener: missing } }),
      'unknown-page',
      /Not in sight/,
    ],
    ['with no page of the platform open', null, 'wrong-page', /No tab shows platform.openai.com/],
  ] as const
  test.each(cases)('%s has its own sentence', (_, facts, state, sentence) => {
    const person = walk(small)
    person.remembers({ step: 'open', finished: ['page'] })
    const view = person.shows(facts)
    expect(view.state).toBe(state)
    expect(view.sentence).toMatch(sentence)
    expect(view.target).toBeUndefined()
  })

  test('the way to it is lit instead, when there is one', () => {
    const person = walk(small)
    const home = { url: 'https://platform.openai.com/home', elements: { menu: missing, more: found } }
    expect(person.shows(page(home))).toMatchObject({ state: 'via', target: 'more' })
  })

  test('the wrong page has a link to the right one', () => {
    const person = walk(small)
    person.remembers({ step: 'name', finished: ['page', 'open'] })
    expect(person.shows(page({ url: 'https://platform.openai.com/usage' })).link?.url).toBe(keysPage)
  })
})

describe('words', () => {
  test('suggest by what the person chose', () => {
    const person = walk(small)
    expect(person.shows(dialogOpen()).words.do).toBe('Type “Try-v1”.')
    const view = person.says({ act: 'choose', option: 'work' })
    expect(view.words.do).toBe('Type “Work-v1”.')
    expect(view.choice).toMatchObject({ chosen: 'work' })
    expect(person.says({ act: 'choose', option: 'nonsense' }).choice).toMatchObject({ chosen: 'work' })
  })
})

test('who pays can be said, and said again, and what is pointed at follows', () => {
  const person = walk(setUpBilling)
  const who = page({
    url: 'https://platform.openai.com/settings/organization/billing/overview',
    dialogs: ['What best describes you?'],
    elements: { individual: found, company: found },
  })
  person.shows(who)
  expect(person.says({ act: 'done' })).toMatchObject({ step: 'who', target: 'individual' })
  expect(person.says({ act: 'choose', option: 'company' })).toMatchObject({
    step: 'who-company',
    target: 'company',
    words: { do: expect.stringContaining('“Company”') },
    choice: { chosen: 'company' },
  })
  expect(person.says({ act: 'choose', option: 'me' })).toMatchObject({ step: 'who', target: 'individual' })
  person.says({ act: 'choose', option: 'company' })
  expect(person.shows({ ...who, dialogs: [], texts: ['Card information'] }).step).toBe('card')
})

test('the form that the answer brings is the card’s, though it has no name', () => {
  const person = walk(setUpBilling)
  const url = 'https://platform.openai.com/settings/organization/billing/overview'
  const who = page({
    url,
    dialogs: ['What best describes you?'],
    elements: { individual: found, company: found },
  })
  person.shows(who)
  person.says({ act: 'done' })
  person.says({ act: 'choose', option: 'company' })
  const texts = ['Card information', 'Name on card']
  const form = page({ url, form: 'open', formAfter: 'company', anyDialog: true, lacking: 'blank', texts })
  const continueGreyed = {
    individual: missing,
    company: missing,
    amount: missing,
    continue: { ...found, disabled: true },
  }
  for (let count = 0; count < 3; count++)
    expect(person.shows({ ...form, elements: continueGreyed })).toMatchObject({ step: 'card' })
})

describe('“Permission denied” begun from the list, by somebody of whom no key is known', () => {
  test.each([
    ['scope', 'edit'],
    ['model', 'model'],
    ['verified', 'verified'],
    ['organization', 'organization'],
  ])('asks what the error says: %s leads to its own step', (answer, step) => {
    const person = walk(fixPermissionDenied)
    expect(person.shows(page())).toMatchObject({ kind: 'choice', step: 'says' })
    expect(person.says({ act: 'choose', option: answer })).toMatchObject({ kind: 'step', step })
  })

  test('asks nothing when the error was explained', () => {
    const person = walk(fixPermissionDenied, { cause: 'model_unavailable' })
    expect(person.shows(page())).toMatchObject({ kind: 'step', step: 'model' })
  })
})
