/**
 * Layouts by chance, told as facts: the form has the name that the guide knows, another, or none; what is in it is found for certain,
 * loosely, or not at all; the key comes into sight or stays hidden. Whatever comes, a person can always go on, nothing that was not
 * seen is claimed, and a sent form leads nowhere back.
 *
 * @module-tag slow
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardOf } from '../../../src/features/guide/core/card/card-content.ts'
import { cardWords } from '../../../src/features/guide/core/card-words.ts'
import { isThere, isUsable } from '../../../src/features/guide/core/conditions.ts'
import { dialogsIn } from '../../../src/features/guide/core/form.ts'
import {
  type ElementFact,
  formNext,
  lackingField,
  otherTab,
  type PageFacts,
  type TourView,
  unknownSender,
} from '../../../src/features/guide/core/tour.ts'
import type { Guide } from '../../../src/guides/guide.ts'
import { guides } from '../../../src/guides/index.ts'
import { readLocalItem } from '../../../src/platform/local-items.ts'
import type { LocalItems } from '../../../src/protocol/storage-keys.ts'
import { runs } from '../../runs.ts'
import { found, missing, page, walk } from './guide-world.ts'

const guideOf = (id: string): Guide => guides.find(one => one.id === id) as Guide
const keysPage = 'https://platform.openai.com/api-keys'
const unknownPage = 'https://platform.openai.com/credentials/new'

/** Past the vault and the way to the page. */
function atOpen(id = 'create-key') {
  const person = walk(guideOf(id))
  person.shows(page({ elements: { opener: found } }))
  return person
}

const pressed = { pressed: 'opener', elements: { opener: found } }

/** The dialogs that a guide's steps are done in, and the targets that stand in each. */
function formsOf(guide: Guide): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const { when, target } of guide.steps) {
    const [dialog] = dialogsIn(when)
    if (dialog !== undefined && target !== undefined)
      forms.set(dialog, [...(forms.get(dialog) ?? []), target])
  }
  return forms
}

test('while a form closes, one thing beside it that another form has, too, does not lead into that one', () => {
  const loose: ElementFact = { status: 'found', loose: true, filled: true }
  let tried = 0
  for (const guide of guides)
    for (const [open, own] of formsOf(guide))
      for (const [other, parts] of formsOf(guide)) {
        const of = guide.steps.findLast(({ when }) => dialogsIn(when).includes(open))
        const opener = guide.steps.find(({ done }) => dialogsIn(done).includes(open))?.target
        if (other === open || !of || !opener) continue
        for (const part of parts.filter(name => !own.includes(name))) {
          const person = walk(guide)
          person.remembers({ step: of.id, form: { of: open }, pressed: true })
          const view = person.shows(
            page({ settled: false, form: 'open', formAfter: opener, elements: { [part]: loose } }),
          )
          expect([guide.id, part, person.progress().form?.of]).toEqual([guide.id, part, open])
          expect(parts, `${guide.id}: ${part}`).not.toContain(view.wants)
          tried++
        }
      }
  expect(tried).toBeGreaterThan(10)
})

describe('the row of the key that is to end', () => {
  const revoking = (rowGone: boolean) => {
    const person = walk(guideOf('revoke-key'), { subjectId: 'k' })
    const subject = { saved: true, lastFour: 'Ab12' }
    person.knows({ subject, subjectRow: 'r1' })
    person.shows(page({ elements: { rowDelete: found }, rows: { r1: 'Ab12', r2: 'Cd34' } }))
    // The question was asked in a way that nobody knows, and answered; the person says so.
    person.knows({ subjectRow: null, ...(rowGone && { isRowGone: true }) })
    person.shows(page({ elements: { rowDelete: missing, confirm: missing }, rows: { r2: 'Cd34' } }))
    return person.says({ act: 'done' })
  }

  test('was there and is gone: that is what the question was for', () => {
    expect(revoking(true).step).toBe('prove')
  })

  test('may go by the first press, without a question', () => {
    const person = walk(guideOf('revoke-key'), { subjectId: 'k' })
    const subject = { saved: true, lastFour: 'Ab12' }
    person.knows({ subject, subjectRow: 'r1' })
    person.shows(page({ elements: { rowDelete: found }, rows: { r1: 'Ab12', r2: 'Cd34' } }))
    person.shows(page({ elements: { rowDelete: missing, confirm: missing }, rows: { r2: 'Cd34' } }))
    expect(person.knows({ subjectRow: null, isRowGone: true }).step).toBe('prove')
    expect(person.progress().unverified).toBeUndefined()
  })

  test('that was never told apart says nothing by not being there', () => {
    expect(revoking(false).step).toBe('confirm')
  })

  test('is remembered on the disk without the address of its page, which names the project', () => {
    const person = walk(guideOf('revoke-key'), { subjectId: 'k' })
    person.knows({ subject: { saved: true, lastFour: 'Ab12' }, subjectRow: 'r1' })
    const url = 'https://platform.openai.com/settings/proj_Xy12/api-keys'
    person.shows(page({ url, elements: { rowDelete: found }, rows: { r1: 'Ab12', r2: 'Cd34' } }))
    expect(person.progress().rowSeen).toMatch(/^1 \w+$/)
    expect(JSON.stringify(person.progress())).not.toMatch(/proj_|openai\.com/)
  })
})

test('what came in the way is no form of the guide’s, however it was sent', () => {
  const person = atOpen()
  const phone = { formAfter: 'detour-phone', pressed: 'detour-phone' } as const
  person.shows(page({ form: 'open', dialogs: ['Verify your phone number'], ...phone }))
  expect(person.progress().form).toBeUndefined()
  const view = person.shows(page({ form: 'sent', elements: { opener: found }, ...phone }))
  expect(view).toMatchObject({ step: 'open', target: 'opener' })
})

describe('a list that is paged or searched', () => {
  const form = { form: 'open', formAfter: 'other' } as const
  const paged = (rows: Record<string, string>, subjectRow: string | null) => {
    const person = walk(guideOf('revoke-key'), { subjectId: 'k' })
    person.knows({ subject: { saved: true, lastFour: 'Ab12' }, subjectRow })
    const elements = { rowDelete: missing, confirm: missing }
    person.shows(page({ elements, rows }))
    return person.shows(page({ ...form, elements, rows })).step
  }

  test('asks nothing about a key that none of its rows is', () => {
    expect(paged({ r1: 'Cd34', r2: 'Ef56' }, null)).toBe('find')
  })

  test('may ask about one of two that end alike, or where no row shows how it ends', () => {
    expect(paged({ r1: 'Ab12', r2: 'Ab12' }, '')).toBe('confirm')
    expect(paged({}, null)).toBe('confirm')
  })
})

test('where something covers the button since it was pressed, the words are about what came up', () => {
  const person = atOpen()
  const hidden = { elements: { opener: { status: 'hidden' as const } } }
  expect(person.shows(page(hidden)).sentence).toContain('Not in sight')
  expect(person.shows(page({ ...hidden, pressed: 'opener' })).sentence).toContain('choose what came up')
})

test.each(['create-key', 'project-key', 'service-account-key'])(
  'the end of %s says that the project was not seen, and which key it is all the same',
  id => {
    const person = walk(guideOf(id))
    person.remembers({ madeId: 'm', ended: true, choices: { environment: 'staging' } })
    const made = { saved: true, label: 'Laptop', lastFour: 'Ab12' }
    const { receipt = [] } = person.knows({
      made: { ...made, verdict: { key: 'accepted', use: 'ready', cause: 'ok', at: 1 } },
    })
    expect(receipt.find(({ label }) => label === 'Project')?.text).toContain('Not seen by Keyway')
    expect(receipt.some(({ text }) => text.includes('Laptop'))).toBe(true)
  },
)

test('no key after a form was sent: the words say what may have happened', () => {
  const person = atOpen()
  person.remembers({ step: 'submit', form: { of: 'Create new secret key', sent: true } })
  const elements = { submit: missing, eye: missing, copy: missing }
  const { sentence } = person.shows(page({ form: 'sent', elements }))
  expect(sentence).toContain('open the form again')
})

describe('a form that was sent and is gone', () => {
  const billing = 'https://platform.openai.com/settings/organization/billing/overview'
  const nothing = (id: string) =>
    Object.fromEntries(Object.keys(guideOf(id).targets).map(name => [name, missing]))

  test('needs one word for all that it asked for, and nothing of that is claimed', () => {
    const person = walk(guideOf('set-up-billing'))
    const at = (patch: Partial<PageFacts>) =>
      person.shows(page({ url: billing, elements: nothing('set-up-billing'), ...patch }))
    let view = at({})
    for (let count = 0; count < 9 && view.step !== 'card'; count++) view = person.says({ act: 'done' })
    at({ form: 'sent' })
    view = person.says({ act: 'done' })
    expect(view.step).toBe('wait')
    expect(person.progress().unverified).toEqual(expect.arrayContaining(['card', 'auto-reload', 'confirm']))
  })

  test('may ask at once for what the known one asks for in two: the button between is not waited for', () => {
    const person = walk(guideOf('set-up-billing'))
    const form = { form: 'open', formAfter: 'addPayment', pressed: 'addPayment' } as const
    const amount = { ...found, status: 'likely' as const, filled: true }
    const at = (patch: Partial<PageFacts>) =>
      person.shows(page({ url: billing, elements: { ...nothing('set-up-billing'), amount }, ...patch }))
    person.shows(page({ url: billing, elements: nothing('set-up-billing') }))
    person.remembers({ step: 'card', form: { of: 'What best describes you?' }, unverified: ['who'] })
    expect(at({ ...form, lacking: 'blank' }).step).toBe('card')
    expect(at(form).step).toBe('amount')
    expect(person.progress().unverified).toContain('card')
  })

  test('says nothing of a step that is no part of it', () => {
    const person = walk(guideOf('rotate-key'), { subjectId: 'k' })
    person.knows({ subject: { saved: true, lastFour: 'Ab12' }, made: { saved: true }, subjectRow: null })
    person.remembers({ step: 'deploy', madeId: 'm' })
    person.shows(page({ elements: nothing('rotate-key'), form: 'sent', formAfter: 'opener' }))
    expect(person.says({ act: 'done' }).step).toBe('find-old')
  })
})

test('what comes next is looked for before it is passed over as missing', () => {
  const person = walk(guideOf('set-up-billing'))
  person.shows(page({ url: 'https://platform.openai.com/settings/organization/billing/overview' }))
  const names = (view: TourView) => view.watch.targets.flatMap(({ name, like }) => (like ? name : []))
  let view = person.view()
  for (let count = 0; count < 9 && view.step !== 'card'; count++) view = person.says({ act: 'done' })
  expect(names(view)).toContain('amount')
})

test('where the button of an open form is not in sight, the words ask for what the form still lacks', () => {
  const person = walk(guideOf('create-key'))
  person.shows(page(pressed))
  const elements = Object.fromEntries(Object.keys(guideOf('create-key').targets).map(name => [name, missing]))
  person.shows(page({ form: 'open', formAfter: 'opener', elements }))
  person.remembers({ step: 'submit' })
  const view = person.shows(page({ form: 'open', formAfter: 'opener', elements }))
  expect(view).toMatchObject({ step: 'submit', state: 'missing' })
  expect(view.sentence).toMatch(/^Fill in or choose what the form asks for/)
})

test('on a page that nobody knows the words still say what to look for', () => {
  const view = walk(guideOf('create-key')).shows(
    page({ heading: 'other', elements: { opener: missing, menu: missing } }),
  )
  expect(view.sentence).toContain('a button “Create new secret key”')
})

describe('a form that has not the name that the guide knows', () => {
  const forms: [string, Partial<PageFacts>][] = [
    [
      'a dialog of another name, opened by the press pointed at',
      { form: 'open', formAfter: 'opener', anyDialog: true },
    ],
    ['a drawer without a role', { form: 'open', formAfter: 'opener' }],
    ['a part of the page, opened by a button that nobody knew', { form: 'open', formAfter: 'other' }],
    ['a page of its own at an address nobody knows', { url: unknownPage, form: 'open' }],
    [
      'one that was always there',
      {
        elements: {
          opener: found,
          name: { ...found, loose: true, filled: false },
          submit: { ...found, loose: true },
        },
      },
    ],
  ]
  test.each(forms)('%s is the form', (_, facts) => {
    const person = atOpen()
    person.shows(page(pressed))
    const view = person.shows(page(facts))
    expect(view.step).not.toBe('open')
    expect(view.state).not.toBe('unknown-page')
  })

  test('what only came up with a press elsewhere in the navigation is not', () => {
    const person = atOpen()
    expect(person.shows(page({ form: 'open', elements: { opener: found } })).step).toBe('open')
  })

  test('one thing alone that looks like a part of it is not', () => {
    const person = atOpen()
    const view = person.shows(page({ elements: { opener: found, name: { ...found, loose: true } } }))
    expect(view).toMatchObject({ step: 'open', target: 'opener' })
  })

  test('what is right but for its place is pointed at only in the form that it belongs to', () => {
    const person = atOpen()
    const inForm = { name: { ...found, loose: true as const, filled: false }, owner: missing }
    const view = person.shows(page({ form: 'open', formAfter: 'opener', elements: inForm }))
    expect(view).toMatchObject({ step: 'name', state: 'ready', target: 'name' })
  })
})

test('what a layout lacks is passed over, but not in a form of other words: there the person says', () => {
  const lacks = { name: missing, submit: found }
  const named = atOpen()
  const known = page({ dialogs: ['Create new secret key'], elements: lacks })
  expect(named.shows(known).step).toBe('submit')
  const other = atOpen()
  other.shows(page(pressed))
  const view = other.shows(page({ form: 'open', formAfter: 'opener', elements: lacks }))
  expect(view).toMatchObject({ step: 'name', state: 'missing', button: 'Keep it as it is' })
})

test('a page of the guide at an address nobody knows asks nobody to sign in', () => {
  const person = atOpen()
  const view = person.shows(page({ url: unknownPage, elements: { opener: found, 'detour-log-in': found } }))
  expect(view).toMatchObject({ kind: 'step', step: 'open', target: 'opener' })
})

test('a form that is still open is not left by a word that says it was sent', () => {
  const person = atOpen()
  person.shows(page({ dialogs: ['Create new secret key'], elements: { submit: missing } }))
  let view = person.says({ act: 'done' })
  for (let count = 0; count < 9 && view.step !== 'submit'; count++) view = person.says({ act: 'done' })
  expect(person.says({ act: 'done' })).toMatchObject({ step: 'submit' })
})

test('in what is only taken for the form a word leads on: the same is not asked again and again', () => {
  const person = walk(guideOf('set-up-billing'))
  const billing = { url: 'https://platform.openai.com/settings/organization/billing/overview' }
  person.shows(page({ ...billing, elements: { addPayment: found } }))
  for (let count = 0; count < 9 && person.progress().step !== 'open'; count++) person.says({ act: 'done' })
  const form = page({ ...billing, form: 'open', formAfter: 'addPayment', elements: { individual: missing } })
  for (let count = 0; count < 9 && person.progress().step !== 'who'; count++) person.shows(form)
  expect(person.progress().step).toBe('who')
  person.says({ act: 'done' })
  expect(person.shows(form).step).not.toBe('who')
  expect(person.shows({ ...form, elements: { individual: found } }).step).toBe('who')
})

test('what the person has looked at, or seen and said, is not asked again because the next step is not here yet', () => {
  const person = walk(guideOf('give-to-app'))
  person.says({ act: 'choose', option: guideOf('give-to-app').choices[0]?.options[0]?.id ?? '' })
  for (let count = 0; count < 9 && person.progress().step !== 'open'; count++) person.says({ act: 'done' })
  person.shows(page(pressed))
  const inForm = (status: ElementFact['status']) => ({ status, loose: true as const })
  const form = page({
    form: 'open',
    formAfter: 'opener',
    elements: { projectPicker: inForm('found'), permissionAll: inForm('found'), submit: inForm('missing') },
  })
  const steps: string[] = []
  for (let count = 0; count < 9; count++) {
    steps.push(person.shows(form).step)
    person.says({ act: 'done' })
  }
  expect(steps).toEqual(
    [...new Set(steps)].concat(steps.slice(new Set(steps).size).map(() => steps.at(-1) ?? '')),
  )
})

test('a button that is off is not all there is to say where something on the page probably mends it', () => {
  const person = atOpen()
  const off = { ...found, disabled: true }
  expect(person.shows(page({ elements: { opener: off } }))).toMatchObject({
    state: 'disabled',
  })
  expect(person.view().target).toBeUndefined()
  const view = person.shows(page({ elements: { opener: off, 'detour-phone': { status: 'likely' } } }))
  expect(view).toMatchObject({ step: 'open', state: 'likely', target: 'detour-phone' })
  expect(view.sentence).toContain('greyed out')
  expect(
    person.shows(page({ elements: { opener: found, 'detour-phone': { status: 'likely' } } })).target,
  ).toBe('opener')
})

test('a notice that money is needed stands in front of nothing that can be used', () => {
  const person = walk(guideOf('limit-spending'))
  const url = 'https://platform.openai.com/settings/organization/limits'
  const notice = { url, texts: ['Payment method needed'] }
  expect(person.shows(page({ ...notice, elements: { edit: missing } }))).toMatchObject({ kind: 'detour' })
  expect(person.shows(page({ ...notice, elements: { edit: { ...found, disabled: true } } })).kind).toBe(
    'detour',
  )
  expect(person.shows(page({ ...notice, elements: { edit: found } }))).toMatchObject({
    step: 'edit',
    state: 'ready',
  })
})

test('on a page of which no word is known nothing that a guide is for is passed over as absent', () => {
  const person = walk(guideOf('monitor-usage'))
  const url = 'https://platform.openai.com/usage'
  const nothing = { period: missing, groupBy: missing, export: missing }
  person.shows(page({ url, elements: nothing }))
  const steps = [person.progress().step]
  for (let count = 0; count < 3; count++) {
    person.says({ act: 'done' })
    person.shows(page({ url, elements: nothing }))
    steps.push(person.progress().step)
  }
  expect(steps).toContain('by-key')
  const known = walk(guideOf('monitor-usage'))
  known.shows(page({ url, elements: { ...nothing, period: found } }))
  for (let count = 0; count < 2; count++) known.says({ act: 'done' })
  known.shows(page({ url, elements: { ...nothing, period: found } }))
  expect(known.progress().step).not.toBe('by-key')
})

describe('a field of the form that the guide has no step for', () => {
  const inForm = (patch: Partial<PageFacts> = {}) =>
    page({
      dialogs: ['Create new secret key'],
      elements: { submit: found, owner: missing, name: missing, project: missing },
      ...patch,
    })
  function atSubmit() {
    const person = atOpen()
    person.shows(inForm())
    let view = person.says({ act: 'done' })
    for (let count = 0; count < 8 && view.step !== 'submit'; count++) view = person.says({ act: 'done' })
    expect(view).toMatchObject({ step: 'submit', state: 'ready', target: 'submit' })
    return person
  }

  test('is pointed at before the button, and the button when it is filled in', () => {
    const person = atSubmit()
    const view = person.shows(inForm({ lacking: 'lacking' }))
    expect(view).toMatchObject({ step: 'submit', state: 'lacking', target: lackingField })
    expect(person.shows(inForm())).toMatchObject({ step: 'submit', state: 'ready', target: 'submit' })
  })

  test.each([
    ['may stay empty where the button can be pressed', found, 'blank'],
    ['has to be filled in where the button is off', { ...found, disabled: true }, 'lacking'],
    ['comes first too where the button is not known', missing, 'blank'],
  ])('that does not say so %s', (_, submit, state) => {
    const person = atSubmit()
    const view = person.shows(
      inForm({ lacking: 'blank', elements: { submit, owner: missing, name: missing, project: missing } }),
    )
    expect(view).toMatchObject({ step: 'submit', state, target: lackingField })
  })

  test('or in what stands behind one of its other tabs is what the words ask for', () => {
    const person = atSubmit()
    const elements = { submit: missing }
    expect(person.shows(inForm({ elements, hasTab: 'several' })).sentence).toContain('tabs')
    expect(person.shows(inForm({ elements })).sentence).not.toContain('tabs')
  })

  test('is pointed at where the step’s own thing cannot be seen: it may come once that is filled in', () => {
    const person = walk(guideOf('restrict-key'))
    person.shows(page({ elements: { opener: found } }))
    person.says({ act: 'choose', option: guideOf('restrict-key').choices[0]?.options[0]?.id ?? '' })
    for (let count = 0; count < 9 && person.progress().step !== 'restricted'; count++)
      person.says({ act: 'done' })
    const form = { dialogs: ['Create new secret key'], elements: { restricted: missing } }
    expect(person.shows(page({ ...form, lacking: 'blank' }))).toMatchObject({
      step: 'restricted',
      state: 'blank',
      target: lackingField,
    })
    expect(person.shows(page(form))).toMatchObject({ step: 'restricted', state: 'missing' })
  })

  test('what would be passed over when it is absent is looked for by its meaning before', () => {
    const person = walk(guideOf('limit-spending'))
    const { watch } = person.shows(page({ url: 'https://platform.openai.com/settings/organization/limits' }))
    const steps = guideOf('limit-spending').steps
    const ahead = steps.slice(0, 4).filter(({ optional }) => optional)
    expect(ahead.length).toBeGreaterThan(0)
    for (const { target } of ahead)
      expect(watch.targets.find(({ name }) => name === target)?.like, target).toEqual(
        guideOf('limit-spending').targets[target ?? '']?.like,
      )
  })

  test('is not spoken of while a field of the guide is what comes next', () => {
    const person = atOpen()
    const name = { ...found, filled: false }
    const view = person.shows(
      inForm({ lacking: 'lacking', elements: { name, owner: missing, submit: found } }),
    )
    expect(view).toMatchObject({ step: 'name', state: 'ready', target: 'name' })
  })
})

test('a form that was sent on a page of unknown address is sent, and nobody has to sign in', () => {
  const person = atOpen()
  const url = unknownPage
  person.shows(page({ url, ...pressed }))
  person.shows(
    page({ url, form: 'open', formAfter: 'opener', elements: { submit: { ...found, loose: true } } }),
  )
  expect(person.progress().isPart).toBe(true)
  const view = person.shows(page({ url, form: 'sent', formAfter: 'opener', elements: { eye: found } }))
  expect(person.progress().form?.sent).toBe(true)
  expect(view.kind).toBe('step')
  expect(view.target).toBe('eye')
})

describe('what may come in a later part of the form', () => {
  const inPart = (patch: Partial<PageFacts> = {}) =>
    page({ form: 'open', formAfter: 'opener', elements: { name: missing }, ...patch })
  const goesOn = (patch: Partial<ElementFact> = {}) =>
    inPart({ elements: { name: missing, [formNext]: { status: 'likely', ...patch } } })

  test('is looked for there once the rest is filled in', () => {
    const person = atOpen('rotate-key')
    for (let count = 0; count < 5 && person.progress().step !== 'name'; count++) {
      person.shows(page(pressed))
      person.shows(inPart())
      person.says({ act: 'done' })
    }
    const view = person.shows(inPart())
    expect(view).toMatchObject({ step: 'name', state: 'missing' })
    expect(view.watch.targets.map(({ name }) => name)).toContain(formNext)
    expect(person.shows(goesOn())).toMatchObject({ state: 'likely', target: formNext })
    expect(person.shows({ ...goesOn(), lacking: 'blank' })).toMatchObject({ target: lackingField })
    expect(person.shows(goesOn({ disabled: true })).target).toBeUndefined()
    const here = person.shows(inPart({ elements: { name: { ...found, loose: true, filled: false } } }))
    expect(here).toMatchObject({ state: 'ready', target: 'name' })
    expect(here.watch.targets.map(({ name }) => name)).not.toContain(formNext)
  })
})

describe('a form of which the guide knows nothing', () => {
  const atStart = () => {
    const person = walk(guideOf('verify-organization'))
    const url = 'https://platform.openai.com/settings/organization/general'
    person.shows(page({ url, elements: { start: found } }))
    for (let count = 0; count < 4 && person.progress().step !== 'start'; count++) person.says({ act: 'done' })
    const shows = (patch: Partial<PageFacts>) =>
      person.shows(page({ url, elements: { start: missing }, ...patch }))
    shows({ elements: { start: found } })
    return { person, shows }
  }
  const open = { form: 'open', formAfter: 'start', pressed: 'start' } as const

  test('that came of the step’s own press is filled in, and sent by its one button', () => {
    const { shows } = atStart()
    expect(shows({ ...open, lacking: 'blank' })).toMatchObject({ state: 'blank', target: lackingField })
    const view = shows(open)
    expect(view.watch.targets.map(({ name }) => name)).toContain(unknownSender)
    const likely = { start: missing, [unknownSender]: { status: 'likely' as const } }
    expect(shows({ ...open, elements: likely })).toMatchObject({ state: 'likely', target: unknownSender })
    const off = { start: missing, [unknownSender]: { status: 'likely' as const, disabled: true } }
    expect(shows({ ...open, elements: off }).target).toBeUndefined()
  })

  test('that was sent is done, though what opened it is there again', () => {
    const { person, shows } = atStart()
    shows(open)
    shows({ ...open, form: 'sent', elements: { start: found } })
    expect(person.progress().step).not.toBe('start')
  })

  test('is none that comes once a key was left: the page beneath it is there again, with its “Delete”', () => {
    const person = walk(guideOf('create-key'))
    const saved = { saved: true, verdict: { key: 'accepted', use: 'ready', cause: 'ok', at: 9e9 } } as const
    person.knows({ made: saved })
    person.remembers({ step: 'close', madeId: 'm' })
    const close = { ...found, loose: true as const }
    person.shows(page({ keyShown: true, elements: { close } }))
    const view = person.shows(
      page({
        form: 'open',
        formAfter: 'close',
        pressed: 'close',
        settled: false,
        elements: { close: missing },
      }),
    )
    expect(view.watch.targets.map(({ name }) => name)).not.toContain(unknownSender)
  })

  test('that came of something else is none of the guide’s', () => {
    const { shows } = atStart()
    const likely = { start: missing, [unknownSender]: { status: 'likely' as const } }
    const view = shows({ form: 'open', formAfter: 'other', elements: likely })
    expect(view.target).toBeUndefined()
    expect(view.watch.targets.map(({ name }) => name)).not.toContain(unknownSender)
  })
})

test('the only other tab is asked about, the one that is called like it is led to', () => {
  const person = walk(guideOf('revoke-key'))
  expect(person.shows(page({ hasTab: 'only' }))).toMatchObject({ state: 'likely', target: otherTab })
  expect(person.shows(page({ hasTab: 'named' }))).toMatchObject({ state: 'via', target: otherTab })
  expect(person.shows(page({ hasTab: 'only', settled: false })).target).toBeUndefined()
})

test.each(['create-key', 'limit-spending', 'revoke-key'])(
  '%s: a page that only asks to sign in, whatever it is called, is told as that, and the guide goes on after it',
  id => {
    const person = walk(guideOf(id))
    const before = person.shows(page())
    const view = person.shows(page({ heading: 'other', gate: 'sign-in' }))
    expect(view).toMatchObject({ kind: 'detour', title: 'Sign in first' })
    expect(person.shows(page()).step).toBe(before.step)
  },
)

test('a phone that is asked for after the form was sent is told as that, whatever it is called', () => {
  const person = atOpen()
  person.shows(page(pressed))
  person.shows(page({ form: 'open', formAfter: 'opener', elements: { submit: { ...found, loose: true } } }))
  const view = person.shows(
    page({ form: 'sent', anyDialog: true, gate: 'phone', elements: { submit: missing } }),
  )
  expect(view).toMatchObject({ kind: 'detour', title: 'Confirm that it is you' })
  expect(person.shows(page({ keyShown: true, elements: { reveal: found } })).step).toBe('save')
})

test('a missing payment that is begun from the list, for no key, goes through every cause', () => {
  const titles = walk(guideOf('fix-billing'))
    .view()
    .steps.map(({ id }) => id)
  expect(titles).toEqual(
    expect.arrayContaining(['balance-perhaps', 'pay-perhaps', 'limit-perhaps', 'see-it-work']),
  )
})

test('whoever has a project for the app already is not asked to name and to create one', () => {
  const person = walk(guideOf('give-to-app'))
  person.says({ act: 'choose', option: 'mine' })
  person.shows(page({ elements: { projectName: missing, submitProject: missing } }))
  expect(person.view().step).toBe('project')
  expect(person.says({ act: 'done' }).step).toBe('limit')
  expect(person.progress().unverified).toEqual(expect.arrayContaining(['project-name', 'project-create']))
})

test.each(['create-key', 'rotate-key', 'revoke-key', 'key-compromised', 'stop-using'])(
  '%s: a code that the site sent, by whatever way, is told as that',
  id => {
    const person = walk(guideOf(id), { subjectId: 'k' })
    person.shows(page())
    const view = person.shows(page({ anyDialog: true, gate: 'phone' }))
    expect(view).toMatchObject({ kind: 'detour', step: 'code' })
    expect(view.words.do).toContain('code')
  },
)

test('a key that was only copied, and is saved by pasting: what it was copied from is closed before the guide goes on', () => {
  const person = walk(guideOf('service-account-key'))
  const saved = { saved: true, verdict: { key: 'accepted', use: 'ready', cause: 'ok', at: 9e9 } } as const
  person.knows({ made: saved })
  person.remembers({ step: 'close', madeId: 'm', form: { of: 'Create new secret key', sent: true } })
  const close = { ...found, loose: true as const }
  expect(person.shows(page({ copied: true, elements: { close } }))).toMatchObject({
    step: 'close',
    state: 'ready',
    target: 'close',
  })
  // Its button is called in a way that nobody knows: then it is probably that one.
  expect(person.shows(page({ copied: true, elements: { close: { status: 'likely' } } })).state).toBe('likely')
  expect(person.shows(page({ copied: true, elements: { close: missing } })).step).toBe('place')
})

describe('a key that is shown, and a box to tick before it can be left', () => {
  const leaving = (close: ElementFact) => {
    const person = atOpen()
    person.knows({ made: { saved: true }, shownKey: 'made' })
    person.remembers({ step: 'close', madeId: 'm' })
    return person.shows(page({ keyShown: true, lacking: 'blank', elements: { reveal: found, close } }))
  }

  test('is shown the box, not the button that is off', () => {
    expect(leaving({ ...found, disabled: true })).toMatchObject({ state: 'lacking', target: lackingField })
  })

  test('is not pointed at for certain while it is off, also where nothing says why', () => {
    const person = atOpen()
    person.knows({ made: { saved: true }, shownKey: 'made' })
    person.remembers({ step: 'close', madeId: 'm' })
    const elements = { reveal: found, close: { ...found, disabled: true } }
    expect(person.shows(page({ keyShown: true, elements })).state).toBe('disabled')
  })

  test('is left where it stands, when it is part of the page and nothing closes it', () => {
    const leaving = () => {
      const person = atOpen()
      person.knows({ made: { saved: true }, shownKey: 'made' })
      person.remembers({ step: 'close', madeId: 'm' })
      return person
    }
    const person = leaving()
    expect(person.shows(page({ keyShown: true, elements: { reveal: found, close: missing } })).step).toBe(
      'check',
    )
    const inDialog = { keyShown: true, anyDialog: true, elements: { reveal: found, close: missing } }
    expect(leaving().shows(page(inDialog)).step).toBe('close')
  })

  test('is left by what may close something else on the page, and then that is asked', () => {
    const leaving = (guide: Guide, anyDialog: boolean, close: ElementFact) => {
      const person = walk(guide)
      person.knows({ made: { saved: true }, shownKey: 'made' })
      person.remembers({ step: 'close', madeId: 'm' })
      return person.shows(page({ keyShown: true, anyDialog, elements: { close } })).state
    }
    const making = guides.filter(guide => leaving(guide, false, found) === 'ready')
    expect(making.length).toBeGreaterThan(3)
    for (const guide of making) {
      expect([guide.id, leaving(guide, false, { ...found, loose: true })]).toEqual([guide.id, 'likely'])
      expect([guide.id, leaving(guide, true, { ...found, loose: true })]).toEqual([guide.id, 'ready'])
    }
  })

  test('is not asked for where the button is on', () => {
    expect(leaving(found)).toMatchObject({ step: 'close', state: 'ready', target: 'close' })
  })
})

describe('a form that was sent', () => {
  const open = page({ form: 'open', formAfter: 'opener', elements: { submit: { ...found, loose: true } } })

  test('does not lead back to its opener when no key is in sight: the card says how to bring it into sight', () => {
    const person = atOpen()
    person.shows(page(pressed))
    person.shows(open)
    const view = person.shows(
      page({ form: 'sent', elements: { opener: found, submit: missing, eye: { status: 'likely' } } }),
    )
    expect(view).toMatchObject({ step: 'submit', state: 'likely', target: 'eye', action: 'open-panel' })
    expect(view.words.do).toContain('“Copy”')
    expect(person.forgets().step).toBe('submit')
    // It comes into sight after all.
    expect(person.shows(page({ keyShown: true, elements: { reveal: found } })).step).toBe('save')
  })

  test('leads back when it was closed by “Cancel”', () => {
    const person = atOpen()
    person.shows(page(pressed))
    person.shows(open)
    expect(person.shows(page({ form: 'closed', elements: { opener: found, submit: missing } })).step).toBe(
      'open',
    )
  })

  test('is what the key that was pasted meanwhile came from', () => {
    const person = atOpen()
    person.shows(page(pressed))
    person.shows(open)
    person.shows(page({ form: 'sent', elements: { opener: found, submit: missing, close: missing } }))
    const made = { saved: true, label: 'x', lastFour: 'abcd' }
    expect(person.knows({ made }).step).toBe('check')
  })
})

describe('what was not seen is not claimed', () => {
  test('“It is revoked already” ends in no receipt that says so', () => {
    const person = walk(guideOf('revoke-key'))
    person.shows(page({ elements: { rowDelete: missing } }))
    // The question may be one that nobody knows: it is passed by the person's word only, and nothing leads back.
    expect(person.says({ act: 'done' })).toMatchObject({ step: 'confirm', button: 'I have done this' })
    expect(person.shows(page({ elements: { rowDelete: found } })).step).toBe('confirm')
    const end = person.says({ act: 'done' })
    expect(end).toMatchObject({ kind: 'receipt', title: 'The end, not verified' })
    expect(end.receipt?.[0]).toMatchObject({
      label: 'Not verified',
      text: expect.stringContaining('Confirm it'),
    })
    expect(JSON.stringify(end.receipt)).not.toContain('Ended')
    expect(end.steps.map(({ state }) => state)).toEqual(['unverified', 'unverified'])
  })

  test('a press on a button that is greyed out, and stays so, sends nothing, whatever is said of it', () => {
    const person = walk(guideOf('set-up-billing'))
    const form = { of: 'What best describes you?' }
    person.remembers({ step: 'confirm', form, targetSeen: true, wasHere: true })
    const open = { form: 'open', formAfter: 'addPayment', pressed: 'confirm' } as const
    const url = 'https://platform.openai.com/settings/organization/billing/overview'
    person.shows(page({ url, ...open, elements: { confirm: { ...found, disabled: true } } }))
    person.says({ act: 'done' })
    expect(person.progress().unverified).toContain('confirm')
  })

  test('a form that was given up before the person says that it is done was not seen to be sent', () => {
    const person = walk(guideOf('create-project'))
    const url = 'https://platform.openai.com/settings/organization/projects'
    const submit = { submit: found, name: { status: 'found' as const, filled: true } }
    person.shows(page({ url, elements: { create: found } }))
    expect(person.shows(page({ url, dialogs: ['Create a new project'], elements: submit })).step).toBe(
      'create',
    )
    const gone = { create: found, name: missing, submit: missing }
    expect(person.shows(page({ url, form: 'closed', elements: gone })).step).toBe('create')
    const { steps } = person.says({ act: 'done' })
    expect(steps.find(({ id }) => id === 'create')?.state).toBe('unverified')
  })

  test('a walk in which everything was seen ends as done', () => {
    const person = walk(guideOf('revoke-key'))
    person.shows(page({ elements: { rowDelete: found } }))
    person.shows(page({ dialogs: ['Revoke secret key'], elements: { confirm: found } }))
    expect(person.shows(page())).toMatchObject({ kind: 'receipt', title: 'Done' })
  })

  test.each(['set-up-billing', 'monitor-usage', 'limit-spending'])(
    '%s passed on a page that shows none of it says that nothing was verified',
    id => {
      const person = walk(guideOf(id))
      const nothing = Object.fromEntries(Object.keys(guideOf(id).targets).map(name => [name, missing]))
      let view = person.shows(page({ url: 'https://platform.openai.com/nowhere', elements: nothing }))
      for (let count = 0; count < 40 && view.kind !== 'receipt'; count++) view = person.says({ act: 'done' })
      expect(view).toMatchObject({ kind: 'receipt', title: 'The end, not verified' })
      expect(view.words.do).toBe('This guide ends here.')
    },
  )
})

test('whatever a person left open outlives the worker', () => {
  const everything = {
    ...walk(guideOf('create-key')).progress(),
    subjectId: 's',
    madeId: 'm',
    madeSaved: true,
    subjectGone: true,
    held: 'back',
    focus: 'name',
    targetSeen: true,
    waiver: true,
    skips: true,
    passes: true,
    lost: 'save',
    ended: true,
    unverified: ['a'],
    wasHere: true,
    pressed: true,
    wasFilled: true,
    isPart: true,
    rowSeen: '3 1x2y3z',
    form: { of: 'x', sent: true },
    cause: 'ok',
  } satisfies Required<NonNullable<LocalItems['tour']>>
  // What is claimed of a key is never believed from the disk.
  const { madeSaved: _, subjectGone: __, ...place } = everything
  expect(readLocalItem('tour', JSON.parse(JSON.stringify(everything)))).toEqual(place)
})

/** One look at a page, drawn at random for a guide: what is there, how surely, and what the person did. */
const looks = (guide: Guide): fc.Arbitrary<PageFacts> => {
  const names = Object.keys(guide.targets).filter(name => name !== 'detour-log-in')
  const dialogs = guide.steps.flatMap(
    ({ when }) => JSON.stringify(when ?? {}).match(/(?<="dialog":\[")[^"]+/g) ?? [],
  )
  const fact: fc.Arbitrary<ElementFact> = fc.record(
    {
      status: fc.constantFrom<ElementFact['status']>(
        'found',
        'found',
        'likely',
        'several',
        'ambiguous',
        'hidden',
        'missing',
      ),
      loose: fc.constant(true as const),
      filled: fc.boolean(),
      checked: fc.boolean(),
      disabled: fc.boolean(),
    },
    { requiredKeys: ['status'] },
  )
  return fc
    .record({
      url: fc.constantFrom(keysPage, keysPage, unknownPage, 'https://platform.openai.com/usage'),
      settled: fc.constantFrom(true, true, false),
      elements: fc.dictionary(fc.constantFrom('none', ...names), fact, { maxKeys: 5 }),
      dialogs: fc.constantFrom([], [], dialogs.slice(0, 1)),
      anyDialog: fc.boolean(),
      keyShown: fc.constantFrom(false, false, false, true),
      form: fc.constantFrom<PageFacts['form']>(undefined, undefined, 'open', 'sent', 'closed'),
      formAfter: fc.constantFrom(undefined, 'other', ...names),
      pressed: fc.constantFrom(undefined, ...names),
    })
    .map(({ form, formAfter, pressed, dialogs, ...rest }) =>
      page({
        ...rest,
        dialogs,
        anyDialog: rest.anyDialog || dialogs.length > 0,
        ...(form && { form }),
        ...(form && formAfter && { formAfter }),
        ...(pressed && { pressed }),
      }),
    )
}

const acts = fc.constantFrom<'done' | 'skip' | 'back' | 'look'>(
  'done',
  'skip',
  'back',
  'look',
  'look',
  'look',
  'look',
)

/** A press that is a lie in no state: an answer to a question, the end, or leaving out what stands in front. */
const hasWayOn = (view: TourView): boolean => {
  const { choice, buttons } = cardOf(view, { ...cardWords, direction: 'ltr' })
  const wanted = view.kind === 'receipt' ? 'stop' : 'skip'
  return choice?.asked === true || buttons.some(({ act }) => act === wanted)
}

/** Is what is lit there, and is it to be pressed or filled in now? */
function isLit(guide: Guide, { target, state }: TourView, { elements, lacking, hasTab }: PageFacts): boolean {
  if (target === lackingField) return lacking !== undefined
  if (target === otherTab) return hasTab !== undefined
  const fact = elements[target ?? '']
  if (state === 'several') return fact?.status === state
  // Of a field that shows a key nothing is to be changed.
  return guide.targets[target ?? '']?.says === 'key' ? isThere(fact) : isUsable(fact)
}

/** Words that lead on whatever the page looks like, and claim nothing of it. */
const leads = [
  /do what (?:the page|it) asks for first/,
  /what else the page asks for/,
  /ill in or choose what/,
  /Keyway points as soon as it is there/,
  /Keyway waits a few seconds to see whether/,
  /also in the site’s menu/,
]

test.each(guides.map(guide => [guide.id, guide] as const))(
  '%s: however its evidence comes and goes, there is a way on, and the end claims nothing that was not seen',
  (_, guide) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(looks(guide), acts), { minLength: 5, maxLength: 25 }), turns => {
        const person = walk(guide)
        for (const choice of guide.choices)
          if (choice.with === undefined) person.says({ act: 'choose', option: choice.options[0]?.id ?? '' })
        for (const [facts, said] of turns) {
          let view = person.shows(facts)
          const before = person.progress()
          if (said !== 'look') view = person.says({ act: said })
          const where = `${view.step} ${view.state} “${view.sentence}”`
          expect(hasWayOn(view), where).toBe(true)
          // What is lit can be used, and where nothing is lit the words say what to do, in whatever state the page is.
          if (view.target !== undefined) expect(isLit(guide, view, facts), where).toBe(true)
          else if (view.kind === 'step' && view.wants !== undefined && view.elsewhere === undefined)
            expect(
              leads.some(words => words.test(view.sentence ?? '')),
              where,
            ).toBe(true)
          if (view.kind === 'receipt' && (person.progress().unverified ?? []).length > 0) {
            expect(view.words.do).not.toBe(guide.summary)
            if (guide.achieved === undefined) expect(view.title).toBe('The end, not verified')
          }
          // A form that was sent leads nowhere back by itself.
          if (said === 'look' && person.progress().form?.sent && before.form?.sent) {
            const order = guide.steps.map(({ id }) => id)
            expect(order.indexOf(person.progress().step)).toBeGreaterThanOrEqual(order.indexOf(before.step))
          }
        }
      }),
      { numRuns: runs(60), seed: 7 },
    )
  },
)
