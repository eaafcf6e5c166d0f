// @vitest-environment happy-dom
/** Which field of a form is still waited for, and is all that a page asks for to sign in? */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import { checkedOf, filledOf, gateOf, lackingIn } from '../../../src/features/guide/page/form-fields.ts'
import {
  chooseTile,
  isOpenTab,
  tabAmong,
  tabsOf,
  tilesIn,
} from '../../../src/features/guide/page/page-controls.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { sayings } from '../../../src/guides/concepts.ts'

learnWords(pageWords)

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return this.isConnected && !this.closest('[hidden]')
  }
})

const go = '<button>Create</button>'
const off = '<button disabled>Create</button>'

describe('the field that is waited for', () => {
  const forms: [what: string, html: string, is: 'lacking' | 'blank' | 'choice' | undefined][] = [
    ['a field that has to be filled in', `<input required id="it">${go}`, 'lacking'],
    ['one that says so to a screen reader', `<input aria-required="true" id="it">${go}`, 'lacking'],
    ['one with a star', `<label>Expires * <input id="it"></label>${go}`, 'lacking'],
    ['one that was refused', `<input value="x" aria-invalid="true" id="it">${go}`, 'lacking'],
    ['a list with nothing picked', `<button role="combobox" id="it">Select type</button>${go}`, 'blank'],
    [
      'a native one too, whatever its value',
      `<select id="it"><option value="0">Choose…</option></select>${go}`,
      'blank',
    ],
    ['an empty one after a filled one', `<input value="x"><input id="it">${go}`, 'blank'],
    ['the one that has to be, before the one that may', `<input><input required id="it">${go}`, 'lacking'],
    ['a box to tick while the button is off', `<input type="checkbox" id="it">${off}`, 'blank'],
    ['no box to tick while the button can be pressed', `<input type="checkbox">${go}`, undefined],
    [
      'nothing where all is filled in',
      `<input value="x"><select><option>All</option></select>${go}`,
      undefined,
    ],
    ['none that may stay empty', `<label>Note (optional) <input></label>${go}`, undefined],
    [
      'none at “None”, which is the level of a right',
      `<select><option>None</option><option>Write</option></select><button role="combobox">None ▾</button>${go}`,
      undefined,
    ],
    [
      'one at “None” that may not stay there',
      `<button role="combobox" aria-required="true" id="it">None</button>${go}`,
      'lacking',
    ],
    [
      'one with nothing picked, after one at “None”',
      `<select><option>None</option></select><button role="combobox" id="it">None selected</button>${go}`,
      'blank',
    ],
    [
      'a choice of which nothing is chosen, while the button is off',
      `<div role="group" id="it"><button aria-pressed="false">30 days</button><button aria-pressed="false">Never</button></div>${off}`,
      'choice',
    ],
    [
      'no choice of which something is chosen',
      `<div role="group"><button aria-pressed="true">30 days</button><button aria-pressed="false">Never</button></div>${off}`,
      undefined,
    ],
    [
      'no list of which something is picked, because a later part of the form, in the list of its parts, is off',
      `<ol><li><button>1. Name</button></li><li><button disabled>2. Rights</button></li></ol><button role="combobox">Atlas</button>${go}`,
      undefined,
    ],
    ['none to search with', `<input type="search">${go}`, undefined],
    [
      'a choice of which nothing is chosen, though the button can be pressed',
      `<div role="radiogroup" id="it"><label><input type="radio" name="a"> Me</label><label><input type="radio" name="a"> A bot</label></div>${go}`,
      'choice',
    ],
    [
      'a box to agree with, though the button can be pressed',
      `<label><input type="checkbox" id="it"> I understand that this cannot be undone</label>${go}`,
      'blank',
    ],
    [
      'a library’s list that is made of a field, with a word for nothing beside it',
      `<div><span><input role="combobox" readonly id="it"></span><span class="x-select-placeholder">Weise eins zu</span></div>${go}`,
      'blank',
    ],
    [
      'none such of which something is picked',
      `<div><span><input role="combobox" type="search" readonly></span><span class="x-select-item">Harbour</span></div>${go}`,
      undefined,
    ],
    [
      'a list that says of its words that they only hold the place',
      `<button role="combobox" data-placeholder id="it">Pick a duration</button>${go}`,
      'blank',
    ],
    [
      'boxes side by side that only the pointer tells, though the button can be pressed',
      `<div id="it"><div style="cursor:pointer"><b>Me</b></div><div style="cursor:pointer"><b>A bot</b></div></div>${go}`,
      'choice',
    ],
    [
      'none of the rows of a list, which can be pressed, too',
      `<ul><li><div style="cursor:pointer">A</div><div style="cursor:pointer">B</div></li></ul>${go}`,
      undefined,
    ],
    ['no box that stands alone', `<div><div style="cursor:pointer">Me</div></div>${go}`, undefined],
    [
      'no boxes that have a role, of which one is chosen',
      `<div role="radiogroup"><div role="radio" aria-checked="true" style="cursor:pointer">Never</div><div role="radio" aria-checked="false" style="cursor:pointer">30 days</div></div>${go}`,
      undefined,
    ],
    ['no boxes that nobody presses', `<div><div>Me</div><div>A bot</div></div>${go}`, undefined],
  ]
  test.each(forms)('%s', (_, html, is) => {
    document.body.innerHTML = `<div id="form">${html}</div>`
    const form = document.getElementById('form') as Element
    const lacking = lackingIn(form, () => false)
    expect(lacking?.is).toBe(is)
    expect(lacking?.field.id).toBe(is && 'it')
  })

  describe('of several things to choose from is all of them, and none before the others', () => {
    /** As libraries draw them: how one is said to be chosen, and what is around it. */
    const options: ((label: string, name: string) => string)[] = [
      (label, name) => `<label><input type="radio" name="${name}"> ${label}</label>`,
      (label, name) =>
        `<label><div><span><span><input type="radio" required name="${name}"></span></span></div><b>${label}</b></label>`,
      label => `<div role="radio" aria-checked="false" tabindex="0">${label}</div>`,
      label => `<button aria-pressed="false">${label}</button>`,
      label => `<div style="cursor:pointer"><b>${label}</b></div>`,
    ]
    const drawn = fc.record({
      option: fc.nat(options.length - 1),
      labels: fc.uniqueArray(fc.constantFrom('Website', 'Lab', 'Night import', 'Default project'), {
        minLength: 2,
      }),
      isNamed: fc.boolean(),
      isOff: fc.boolean(),
      before: fc.constantFrom('', '<label>Name <input value="x"></label>', '<p>Read the terms</p>'),
    })

    test('however deep their cards are, and whatever marks them', () => {
      fc.assert(
        fc.property(drawn, ({ option, labels, isNamed, isOff, before }) => {
          const group = labels.map(label => options[option]?.(label, 'project')).join('')
          const other = options
            .slice(0, option === 4 ? 0 : 1)
            .map(one => one('Never', 'expiry') + one('30 days', 'expiry'))
          document.body.innerHTML = `<div id="form">${before}<div><div id="it"${isNamed && option < 3 ? ' role="radiogroup"' : ''}>${group}</div></div><div>${other}</div>${isOff ? off : go}</div>`
          const form = document.getElementById('form') as Element
          expect(lackingIn(form, () => false)).toMatchObject({ is: 'choice', field: { id: 'it' } })
          const [, second] = document.querySelectorAll('#it :is(input,[role=radio],[aria-pressed]),#it>div')
          if (second?.matches('input')) (second as HTMLInputElement).checked = true
          else if (second?.matches('[aria-pressed]')) second.setAttribute('aria-pressed', 'true')
          else if (second?.matches('[role=radio]')) second.setAttribute('aria-checked', 'true')
          else return
          expect(lackingIn(form, () => false)?.field.id).not.toBe('it')
        }),
        { numRuns: 100 },
      )
    })
  })

  test('is none because the button is off that was just pressed: the page works', () => {
    document.body.innerHTML = `<div id="form"><button aria-haspopup="menu">Harbour</button>${off}</div>`
    const form = document.getElementById('form') as Element
    const [, sent] = form.getElementsByTagName('button')
    expect(lackingIn(form, () => false)?.is).toBe('blank')
    expect(lackingIn(form, () => false, sent)).toBeUndefined()
  })

  test('beside a key is a box to tick while the button that leaves it is off, and never a field of the form that stayed', () => {
    const lackingBeside = (html: string) => {
      document.body.innerHTML = `<div id="form"><input>${html}</div>`
      return lackingIn(document.getElementById('form') as Element, () => false, null, true)?.field.id
    }
    expect(lackingBeside('<input type="checkbox" id="it"><button disabled>Close</button>')).toBe('it')
    expect(lackingBeside('<input type="checkbox" id="it"><button>Close</button>')).toBeUndefined()
  })

  test('is no box that the guide has a step for', () => {
    document.body.innerHTML = `<div id="form"><input type="checkbox" id="known"><input type="checkbox" id="it">${off}</div>`
    const lacking = lackingIn(document.getElementById('form') as Element, ({ id }) => id === 'known')
    expect(lacking?.field.id).toBe('it')
  })

  test('is no group of boxes of which one was pressed, also once they are drawn anew', () => {
    const boxes = '<div><div style="cursor:pointer">Me</div><div style="cursor:pointer">A bot</div></div>'
    document.body.innerHTML = `<div id="form">${boxes}${go}</div>`
    const form = document.getElementById('form') as Element
    expect(lackingIn(form, () => false)?.is).toBe('choice')
    document.addEventListener('pointerdown', chooseTile, { once: true })
    form.querySelector('[style]')?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(lackingIn(form, () => false)).toBeUndefined()
    const [first, second] = tilesIn(form)
    expect([first, second].map(one => one && checkedOf(one))).toEqual([true, false])
    form.innerHTML = boxes + go
    expect(lackingIn(form, () => false)).toBeUndefined()
  })

  test('is no row of buttons without a role, one of which gives up', () => {
    const buttons = ['Cancelar', 'Crear clave', 'Otra vez']
      .map(text => `<div style="cursor:pointer">${text}</div>`)
      .join('')
    document.body.innerHTML = `<div id="form"><input value="x"><div>${buttons}</div></div>`
    expect(lackingIn(document.getElementById('form') as Element, () => false)).toBeUndefined()
  })

  test('is none of which the person said that it may stay empty', () => {
    document.body.innerHTML = `<div id="form"><input id="a"><input id="b">${go}</div>`
    const lacking = lackingIn(document.getElementById('form') as Element, ({ id }) => id === 'a')
    expect(lacking?.field.id).toBe('b')
  })
})

test('a box that keeps a component’s button off is told, also where the button is in a shadow root of its own', () => {
  document.body.innerHTML =
    '<div id="form"><input type="checkbox" id="it" aria-label="I have read the rules"><x-button>Create</x-button></div>'
  const root = document.querySelector('x-button')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = '<button disabled><slot></slot></button>'
  const lacking = lackingIn(document.getElementById('form') as Element, () => false)
  expect(lacking).toMatchObject({ is: 'blank', field: { id: 'it' } })
})

test('a button is told by what is written on it, though its name is in another language', () => {
  document.body.innerHTML =
    '<div id="form"><input type="checkbox" id="it"><button aria-label="Schließen" disabled>OK</button></div>'
  expect(lackingIn(document.getElementById('form') as Element, () => false)?.field.id).toBe('it')
})

test('once a code is typed it is still to be sent', () => {
  document.body.innerHTML = '<div id="form"><input placeholder="Code"><button>Prüfen</button></div>'
  const form = document.getElementById('form') as Element
  expect(gateOf(form)).toBe('phone')
  const [field] = document.getElementsByTagName('input')
  if (field) field.value = '123456'
  expect(gateOf(form)).toBe('phone')
})

describe('a picker that shows words of its own', () => {
  const picker = (id: string, text: string) => `<button id="${id}" aria-haspopup="menu">${text}</button>`
  const show = (html: string) => {
    document.body.innerHTML = `<div id="form">${html}</div>`
    return document.getElementById('form') as Element
  }

  test('is what keeps the button off, until it can be pressed or the person says no', () => {
    const form = show(picker('it', 'Un projet, s’il vous plaît') + off)
    expect(lackingIn(form, () => false)).toMatchObject({ is: 'blank', field: { id: 'it' } })
    expect(lackingIn(form, ({ id }) => id === 'it')).toBeUndefined()
    const it = document.getElementById('it') as Element
    it.textContent = 'Harbour'
    document.querySelector('[disabled]')?.removeAttribute('disabled')
    expect(lackingIn(form, () => false)).toBeUndefined()
  })

  test.each([
    ['one of two', picker('a', 'Personne') + picker('b', 'Rien') + off],
    ['in a form that can be sent', picker('a', 'Personne') + go],
  ])('is not asked about when it is %s', (_, html) => {
    expect(lackingIn(show(html), () => false)).toBeUndefined()
  })
})

describe('a card’s own field in a frame of another site', () => {
  const frame = '<iframe id="it" title="Card number" sandbox=""></iframe>'
  test.each<[string, string, number, boolean]>([
    ['is what keeps the button off', `${frame}<button disabled>Pay</button>`, 46, true],
    ['says nothing where the button can be pressed', `${frame}<button>Pay</button>`, 46, false],
    ['that nobody sees is none', `${frame}<button disabled>Pay</button>`, 1, false],
    [
      'comes after what can be seen to be empty',
      `${frame}<input id="other"><button disabled>Pay</button>`,
      46,
      false,
    ],
  ])('%s', (_, html, height, is) => {
    // In no document: what stands in the frame is not loaded.
    Element.prototype.checkVisibility = () => true
    const form = document.createElement('div')
    form.innerHTML = html
    const it = form.querySelector('iframe') as HTMLIFrameElement
    Object.defineProperty(it, 'offsetHeight', { value: height })
    Object.defineProperty(it, 'contentDocument', { value: null })
    expect(lackingIn(form, () => false)?.field === it).toBe(is)
    expect(lackingIn(form, field => field === it)?.field === it).toBe(false)
  })
})

test('while a form is open its own tabs count, and no others', () => {
  const tab = (id: string) => `<button role="tab" aria-selected="false" id="${id}">${id}</button>`
  document.body.innerHTML = `${tab('usage')}<div id="form">${tab('permissions')}</div><div id="other"></div>`
  const ids = (id: string) => tabsOf(document.getElementById(id)).map(one => one.id)
  expect(ids('form')).toEqual(['permissions'])
  expect(ids('other')).toEqual([])
  expect(tabsOf(null).map(one => one.id)).toEqual(['usage', 'permissions'])
})

test('a heading that can be written in is filled in by its text, whatever marks its placeholder', () => {
  document.body.innerHTML =
    '<h2 contenteditable="true" role="textbox" data-placeholder="Untitled">Laptop</h2><button data-placeholder>Choose one</button><h2 contenteditable></h2>And more'
  expect([...document.body.children].map(filledOf)).toEqual([true, false, false])
})

test.each<[string, string, string | undefined]>([
  ['is called like it', '<i>Usage</i><b>Team</b><b>API keys</b>', 'named'],
  ['is the only other one', '<i>Usage</i><b>Team</b>', 'only'],
  ['is one of several', '<i>Usage</i><b>Team</b><b>Billing</b>', 'several'],
  ['is one of two that are called like it', '<i>Usage</i><b>Old keys</b><b>API keys</b>', 'several'],
  ['held nothing of the guide’s', '<i>Usage</i><b data-no>Team</b>', undefined],
  ['is open', '<i>API keys</i>', undefined],
])('the tab behind which it may be %s', (_, html, is) => {
  document.body.innerHTML = html.replace(
    /<(i|b)(.*?)>(.*?)<.../g,
    (_, tag, more, text) => `<button role="tab" aria-selected="${tag === 'i'}"${more}>${text}</button>`,
  )
  const closed = tabsOf(null).filter(tab => !isOpenTab(tab))
  expect(tabAmong(closed, sayings('key'), tab => !tab.hasAttribute('data-no'))?.is).toBe(is)
})

test.each<[string, string, boolean]>([
  ['a field for the password', '<input type="email"><input type="password"><button>Log in</button>', true],
  ['one button in a language of its own', '<h1>Sitzung abgelaufen</h1><button>Anmelden</button>', true],
  ['a way to sign in beside much else', `<button>Log in</button>${'<button>More</button>'.repeat(9)}`, false],
  [
    'a link to the settings for signing in',
    '<a href="/x">Login</a><a href="/y">Keys</a><button>New</button>',
    false,
  ],
  [
    'one button beside a survey, notices and a foot',
    `<main><button>Log in</button></main><div role="dialog">${'<button>1</button>'.repeat(7)}</div><aside><button>Dismiss</button></aside><footer><a href="/t">Terms</a></footer>`,
    true,
  ],
  ['a form for money', '<input type="email"><button>Continue</button>', false],
])('%s: signs in', (_, html, is) => {
  document.body.innerHTML = html
  expect(gateOf(null)).toBe(is ? 'sign-in' : undefined)
})

test.each<[string, string, 'phone' | 'password' | undefined]>([
  [
    'a number, as its title says',
    '<h2>Verify your phone</h2><input aria-label="Number" value="555">',
    'phone',
  ],
  ['the password once more', '<input type="password"><button>Confirm</button>', 'password'],
  [
    'nothing: a key stands masked in it',
    '<input type="password" readonly value="x"><button>Done</button>',
    undefined,
  ],
  ['a number', '<input aria-label="Your phone"><button>Text me</button>', 'phone'],
  [
    'a number with its country',
    '<select><option>+1</option></select><input type="tel"><button>Go</button>',
    'phone',
  ],
  ['the code that was sent', '<input placeholder="Code"><button>Prüfen</button>', 'phone'],
  [
    'nothing: it shows what was typed before',
    '<input aria-label="Your code" value="x1"><button>Done</button>',
    undefined,
  ],
  ['the name of a key', '<input aria-label="Name"><button>Create</button>', undefined],
  ['much beside a number', '<input type="tel"><input><input><button>Go on</button>', undefined],
])('a form that asks for %s', (_, html, gate) => {
  document.body.innerHTML = `<div id="form">${html}</div>`
  expect(gateOf(document.getElementById('form'))).toBe(gate)
})
