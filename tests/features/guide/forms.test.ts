// @vitest-environment happy-dom
/** Which form did the press open, and how did it go away? Told in a document without a browser: what is decided, not how it looks. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { pageWords } from '../../../src/features/guide/core/page-words.ts'
import { createDoubts } from '../../../src/features/guide/page/doubts.ts'
import { type Forms, followForms } from '../../../src/features/guide/page/forms.ts'
import { learnWords } from '../../../src/features/guide/page/reads-as.ts'
import { type Concept, sayings } from '../../../src/guides/concepts.ts'

learnWords(pageWords)

let ending = new AbortController()
let forms: Forms

const list = `
  <nav><button>Default project</button><input aria-label="Search"></nav>
  <main><select id="switcher"><option>Default project</option></select><h1>API keys</h1><button id="open">New token</button>
    <table><tr><td>Laptop</td><td><button id="row">Delete</button></td></tr></table>
    <div id="place"></div></main>`
const fields =
  '<input placeholder="Title"><select><option>All</option></select><button id="cancel">Cancel</button><button id="go">Go</button>'

const at = (id: string) => document.getElementById(id) as HTMLElement
const place = () => at('place')

const bubbling = { bubbles: true, composed: true }
/** Only a person's press counts; no browser makes one here. */
function press(element: Element, event: Event = new Event('pointerdown', bubbling)): void {
  Object.defineProperty(event, 'isTrusted', { value: true })
  element.dispatchEvent(event)
}

beforeEach(() => {
  Element.prototype.checkVisibility = function () {
    return this.isConnected && !this.closest('[hidden]')
  }
  document.elementsFromPoint = () => []
  ending.abort()
  ending = new AbortController()
  document.body.innerHTML = list
  const nameOf = (element: Element) =>
    ({ open: 'opener', row: 'rowDelete' })[element.closest('button')?.id ?? '']
  forms = followForms(
    () => null,
    nameOf,
    () => {},
    ending.signal,
  )
  forms.look(true)
})

test('what was copied from is where the person is, until they press elsewhere', () => {
  place().innerHTML = '<p>Your key</p><button id="copy">Copy</button><button id="done">I have it</button>'
  press(at('copy'))
  expect(forms.look(true)).toMatchObject({ copied: true })
  expect(forms.container()?.contains(at('done'))).toBe(true)
  expect(forms.container()?.contains(at('row'))).toBe(false)
  press(at('row'))
  expect(forms.container()).toBeNull()
})

test('a list that is drawn anew after a press is no question, however it begins', () => {
  press(at('row'))
  place().insertAdjacentHTML(
    'beforeend',
    '<div><button>Keep</button><button id="go">Delete it</button></div>',
  )
  expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'rowDelete' })
  press(at('go'))
  place().innerHTML = ''
  expect(forms.look(true)).toMatchObject({ form: 'sent' })
  press(at('open'))
  place().innerHTML = ['Phone', 'Car', 'Home', 'Desk', 'Boat']
    .map(one => `<p>${one} <button>End ${one}</button></p>`)
    .join('')
  expect(forms.look(true).form).toBeUndefined()
})

test.each([
  ['<div role="alert">Could not create the key. Please try again.</div>', 'closed'],
  ['<section aria-live="polite">De sleutel kon niet worden toegevoegd.</section>', 'closed'],
  ['<div role="status">Key created</div>', 'sent'],
  ['<p>Last payment failed</p>', 'sent'],
  ['<p>We could not create the key. Please try again.</p>', 'closed'],
  ['<p>Der Schlüssel wurde nicht gespeichert.</p>', 'closed'],
])('a form that went away beside %s was %s', (said, is) => {
  at('place').insertAdjacentHTML('beforebegin', '<p role="alert">Your last payment failed</p>')
  press(at('open'))
  place().innerHTML = fields
  forms.look(true)
  press(at('go'))
  place().innerHTML = said
  expect(forms.look(true).form).toBe(is)
})

test.each([
  ['<div role="alert">Something went wrong</div>', 'closed'],
  ['<div role="alert">Saved</div>', 'sent'],
])('a form that went away, and %s later, was %s', (said, is) => {
  press(at('open'))
  place().innerHTML = fields
  forms.look(true)
  press(at('go'))
  place().innerHTML = ''
  expect(forms.look(true).form).toBe('sent')
  place().innerHTML = said
  expect(forms.look(false).form).toBe(is)
  // What the page says of what the person does next is about that.
  press(at('row'))
  expect(forms.look(true).form).toBeUndefined()
})

test('a form that fails twice in the same words failed twice', () => {
  place().insertAdjacentHTML('beforebegin', '<p role="alert" id="said"></p>')
  const said = at('said')
  for (const announce of [() => undefined, () => said.replaceChildren(), () => said.remove()]) {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    press(at('go'))
    announce()
    forms.look(false)
    place().innerHTML = ''
    said.textContent = 'Something went wrong'
    at('place').before(said)
    expect(forms.look(true).form).toBe('closed')
  }
})

test('a failure that is announced inside of a component is heard', () => {
  const part = document.createElement('div')
  place().before(part)
  press(at('open'))
  place().innerHTML = fields
  forms.look(true)
  press(at('go'))
  place().innerHTML = ''
  part.attachShadow({ mode: 'open' }).innerHTML = '<div role="status">Your card was declined.</div>'
  expect(forms.look(true).form).toBe('closed')
})

test('a button of the form that is none of the guide’s is told to be another one', () => {
  press(at('open'))
  place().innerHTML = fields
  expect(forms.look(true)).toMatchObject({ pressed: 'opener' })
  press(at('go'))
  expect(forms.look(true)).toMatchObject({ pressed: 'other' })
})

test('the button that brought the form is not pressed again, also where the form lies around it', () => {
  place().innerHTML = '<div><div id="row-place"></div><button id="add">Add row</button></div>'
  forms.look(true)
  press(at('add'))
  at('row-place').innerHTML = fields
  expect(forms.look(true).form).toBe('open')
  expect(forms.isOpener(at('add'))).toBe(true)
  expect(forms.isOpener(at('go'))).toBe(false)
})

test('a button under something that came up since it was pressed is not pressed again', () => {
  press(at('open'))
  document.body.insertAdjacentHTML('beforeend', '<div id="veil"></div>')
  expect(forms.isOpener(at('open'))).toBe(false)
  document.elementsFromPoint = () => [at('veil'), at('open')]
  expect(forms.isOpener(at('open'))).toBe(true)
  expect(forms.isOpener(at('switcher'))).toBe(false)
})

test('what unfolds at a press without a field is a menu, whatever draws it, and no question', () => {
  const links = '<a href="#a">Fine-grained</a><a href="#b">Classic</a>'
  place().innerHTML = `<details open><summary role="button" id="sum">Generate</summary><div id="inside"></div></details>`
  forms.look(true)
  press(at('sum'))
  at('inside').innerHTML = links
  expect(forms.look(true).form).toBeUndefined()
  place().innerHTML = ''
  press(at('open'))
  place().innerHTML = links
  expect(forms.look(true).form).toBe('open')
})

test('a switcher that shows another choice since the form was sent is no part of it', () => {
  press(at('open'))
  place().insertAdjacentHTML('beforeend', `<div role="dialog">${fields}</div>`)
  expect(forms.look(true)).toMatchObject({ form: 'open' })
  press(at('go'))
  document.querySelector('[role=dialog]')?.remove()
  at('switcher').innerHTML = '<option>Chatbot</option>'
  expect(forms.look(true)).toMatchObject({ form: 'sent' })
})

test('what came behind a sign-in, and the site’s own switches, are no form', () => {
  press(at('open'))
  place().innerHTML = fields
  expect(forms.look(true).form).toBe('open')
  forms.startAnew()
  expect(forms.look(true).form).toBeUndefined()
  press(at('open'))
  place().innerHTML = `${fields}<nav><select><option>Default project</option></select></nav>`
  expect(forms.look(true).form).toBeUndefined()
})

test('what came up with parts to turn to has not come up by itself', () => {
  press(at('row'))
  place().innerHTML = '<div role="dialog"><button>✕</button></div>'
  forms.look(true)
  expect(forms.isDoubtful()).toBe(true)
  place().innerHTML =
    '<div role="dialog"><button>✕</button><button role="tab" aria-selected="true">Summary</button></div>'
  forms.look(true)
  expect(forms.isDoubtful()).toBe(false)
})

describe('a form', () => {
  test.each([
    ['in a dialog', `<div role="dialog">${fields}</div>`],
    ['in a drawer without a role', `<div class="drawer"><div>${fields}</div></div>`],
    ['in the page itself', fields],
  ])('%s is the one that the press brought', (_, html) => {
    press(at('open'))
    expect(forms.look(true)).toEqual({ pressed: 'opener' })
    place().innerHTML = html
    expect(forms.look(true)).toEqual({ form: 'open', formAfter: 'opener', pressed: 'opener' })
    expect(forms.container()?.contains(at('go'))).toBe(true)
    expect(forms.container()?.contains(at('open'))).toBe(false)
  })

  test('that the page draws anew stays the same form', () => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    const html = document.body.innerHTML
    document.body.innerHTML = html
    expect(forms.look(true)).toMatchObject({ form: 'open' })
    expect(forms.container()?.contains(at('go'))).toBe(true)
  })

  test.each([
    ['its button', () => press(at('go')), 'sent'],
    ['“Cancel”', () => press(at('cancel')), 'closed'],
    ['a press beside it', () => press(at('open')), 'closed'],
    ['nothing that was seen', () => {}, 'closed'],
  ])('that goes away by %s', (_, how, form) => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    how()
    place().innerHTML = ''
    // Something may come in its place: only a page at rest tells that it is over.
    expect(forms.look(false)).toMatchObject({ form: 'open' })
    expect(forms.look(true)).toMatchObject({ form })
  })

  test('is sent by the answer to a question that came up over it', () => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    press(at('go'))
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div role="dialog"><h2>Sure?</h2><button>No</button><button id="sure">Go</button></div>',
    )
    expect(forms.look(true)).toMatchObject({ form: 'open' })
    expect(forms.container()?.contains(at('sure'))).toBe(true)
    press(at('sure'))
    document.querySelector('[role=dialog]')?.remove()
    place().innerHTML = ''
    expect(forms.look(true)).toMatchObject({ form: 'sent' })
  })

  test('has the button that sends it, and not only buttons to choose with or to explain', () => {
    press(at('open'))
    place().innerHTML = `<div><div><label>Title <button aria-label="About the title">?</button></label><input>
      <button aria-pressed="true">All</button><button aria-pressed="false">Some</button></div><div><button id="go">Go</button></div></div>`
    forms.look(true)
    expect(forms.container()?.contains(at('go'))).toBe(true)
  })

  test('is none that a list is whose new row has a box to tick', () => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    press(at('go'))
    place().innerHTML = ''
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<ul><li><input type="checkbox" aria-label="Select row"> New</li></ul>',
      )
    expect(forms.look(true)).toMatchObject({ form: 'sent' })
  })

  test('may ask by nothing but tabs', () => {
    press(at('open'))
    place().innerHTML =
      '<button role="tab" aria-selected="false">Me</button><button role="tab" aria-selected="false">A company</button><button>Cancel</button><button id="go">Start</button>'
    expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'opener' })
    expect(forms.isDoubtful()).toBe(false)
  })

  test('is none that another tab of the page brought', () => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML('afterbegin', '<button role="tab" id="tab">Keys</button>')
    forms.look(true)
    press(at('tab'))
    place().innerHTML = '<button>New</button><button>Import</button>'
    expect(forms.look(true).form).toBeUndefined()
    expect(forms.container()).toBeNull()
  })

  test('is none that a link of the way around the site brought', () => {
    document.querySelector('nav')?.insertAdjacentHTML('beforeend', '<a href="/keys" id="link">Keys</a>')
    forms.look(true)
    press(at('link'))
    place().innerHTML = fields
    expect(forms.look(true).form).toBeUndefined()
  })

  test('that stood there all along is one from when a person goes into a field of it', () => {
    place().innerHTML = `<form><input id="title"><select><option>All</option></select><button id="go">Go</button></form>`
    forms.look(true)
    expect(forms.look(true).form).toBeUndefined()
    press(at('title'))
    expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'other' })
    expect(forms.container()?.contains(at('go'))).toBe(true)
    expect(forms.container()?.contains(at('open'))).toBe(false)
    press(at('go'))
    place().innerHTML = ''
    expect(forms.look(true)).toMatchObject({ form: 'sent' })
  })

  test('is none by a press on what chooses or searches beside it', () => {
    press(document.querySelector('nav input') as Element)
    expect(forms.look(true).form).toBeUndefined()
  })

  test('may be a bubble that asks, though it calls itself a hint', () => {
    press(at('row'))
    place().innerHTML =
      '<div role="tooltip"><p>Delete it?</p><button id="no">No</button><button id="yes">Yes</button></div>'
    expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'rowDelete' })
  })

  test('was brought by one button, which is not the one to press now', () => {
    expect(forms.isOpener(at('open'))).toBe(false)
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    expect(forms.isOpener(at('open'))).toBe(true)
    expect(forms.isOpener(at('go'))).toBe(false)
  })

  test('that only shows a key now is over: a field to read is none to fill in', () => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    press(at('go'))
    place().innerHTML = '<input readonly value="•••"><button>Show</button><button>Done</button>'
    expect(forms.look(true)).toMatchObject({ form: 'sent' })
  })

  test('without a field is a question that the press on a target brought, and is over when it is answered', () => {
    press(at('row'))
    place().innerHTML = '<p>Sure?</p><button id="cancel">Keep it</button><button id="go">Delete</button>'
    expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'rowDelete' })
    press(at('go'))
    // The list is empty now, which brings another button.
    place().innerHTML = '<button>Create your first key</button>'
    expect(forms.look(true)).toMatchObject({ form: 'sent' })
  })

  test('is none when a field comes alone and nothing near it can send it', () => {
    press(document.querySelector('h1') as Element)
    document.body.insertAdjacentHTML('beforeend', '<div><p>A word</p><input></div>')
    expect(forms.look(true).form).toBeUndefined()
    expect(forms.container()).toBeNull()
  })

  test('is one when its button was there before, beside the field', () => {
    press(at('open'))
    place().innerHTML = '<input placeholder="Title">'
    expect(forms.look(true).form).toBe('open')
    expect(forms.container()?.contains(at('open'))).toBe(true)
  })

  test('is none that a press in the navigation brought, nor one that was there before', () => {
    press(document.querySelector('nav button') as Element)
    place().innerHTML = fields
    expect(forms.look(true)).toEqual({ form: 'open' })
  })
})

describe('a form that stays where it is', () => {
  const standing = (text = '') =>
    `<section><h2>New token</h2><input id="title" value="${text}"><button id="cancel">Cancel</button><button id="go">Create</button></section>`
  const title = () => at('title') as HTMLInputElement
  /** A name is typed, then this is pressed. */
  function typeAndPress(last: string) {
    place().innerHTML = standing()
    press(title())
    forms.look(true)
    title().value = 'Laptop'
    press(at(last))
  }

  test('was sent when what was typed in it is gone after its button was pressed', () => {
    typeAndPress('go')
    expect(forms.look(true).form).toBe('open')
    title().value = ''
    expect(forms.look(true).form).toBe('sent')
    expect(forms.container()).toBeNull()
  })

  test('was not, where it was given up, or emptied by hand', () => {
    for (const last of ['cancel', 'title']) {
      typeAndPress(last)
      title().value = ''
      expect(forms.look(true).form).toBe('open')
    }
  })

  test('was not, where the page refused it and what was typed is deleted by keyboard then', () => {
    typeAndPress('go')
    expect(forms.look(true).form).toBe('open')
    press(title(), new KeyboardEvent('keydown', { key: 'Backspace', ...bubbling }))
    title().value = ''
    expect(forms.look(true).form).toBe('open')
  })

  test('keeps its button unlit for the while in which the page may be at work', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    place().innerHTML = standing('Laptop')
    press(at('go'))
    expect([at('go'), at('cancel')].map(forms.isBusy)).toEqual([true, false])
    vi.advanceTimersByTime(3_000)
    expect(forms.isBusy(at('go'))).toBe(false)
    vi.useRealTimers()
  })
})

describe('a form whose button was pressed', () => {
  const button = '<button class="go">Create key</button>'
  const open = () => {
    press(at('open'))
    place().innerHTML = `<input id="title" value="Laptop"><button>Cancel</button>${button}`
    forms.look(true)
  }
  const go = () => place().querySelector('.go') as Element
  const byPress = () => press(go())
  const byEnter = () => press(at('title'), new KeyboardEvent('keydown', { key: 'Enter', ...bubbling }))

  test('is at work, also by Enter in a field, and also where the page draws its button anew', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    fc.assert(
      fc.property(fc.constantFrom(byPress, byEnter), fc.boolean(), fc.nat(2_500), (send, isAnew, after) => {
        open()
        expect(forms.isBusy(go())).toBe(false)
        send()
        if (isAnew) go().outerHTML = button
        vi.advanceTimersByTime(after)
        expect(forms.isBusy(go())).toBe(true)
        expect(forms.isBusy(at('open'))).toBe(false)
        vi.advanceTimersByTime(3_000)
        expect(forms.isBusy(go())).toBe(false)
        place().replaceChildren()
        forms.look(true)
      }),
    )
    vi.useRealTimers()
  })

  test('is not sent by Enter in a field of another part of the page', () => {
    open()
    const [search] = document.querySelectorAll('[aria-label=Search]')
    press(search as Element, new KeyboardEvent('keydown', { key: 'Enter', ...bubbling }))
    expect(forms.isBusy(go())).toBe(false)
  })

  test('stays open when something is pressed that came up since, wherever the page draws it', () => {
    open()
    document.body.insertAdjacentHTML('beforeend', '<div><button id="portal">30 days</button></div>')
    forms.look(true)
    press(at('portal'))
    expect(forms.look(true)).toMatchObject({ form: 'open', formAfter: 'opener' })
  })
})

describe('what a target probably is', () => {
  const target = (role: string, like: Concept[], dialog?: string[]) => ({
    name: 'x',
    is: [{ role, ...(dialog && { within: { dialog } }) }],
    like: sayings(...like),
  })

  test('is asked, and what the person says counts, also when it is drawn anew', () => {
    const doubts = createDoubts()
    const opener = target('button', ['create', 'key'])
    const guess = () => doubts.guess(opener, null, undefined, new Set())
    expect(guess()).toEqual({ elements: [at('open')], isCertain: false })
    doubts.answer('x', at('open'), true)
    document.body.innerHTML = list
    expect(guess()).toEqual({ elements: [at('open')], isCertain: true })
  })

  test('is not asked again once it was refused', () => {
    const doubts = createDoubts()
    doubts.answer('x', at('open'), false)
    expect(doubts.guess(target('button', ['create', 'key']), null, undefined, new Set())).toBeNull()
  })

  test('is asked about again when something was done in the form: it may only have come too early', () => {
    const doubts = createDoubts()
    const guess = () => doubts.guess(target('button', ['create', 'key']), null, undefined, new Set())
    doubts.answer('x', at('open'), false)
    doubts.acted()
    expect(guess()?.elements).toEqual([at('open')])
    doubts.answer('x', at('open'), false)
    expect(guess()).toBeNull()
  })

  test('may be drawn as what unfolds a part of the page, or opens a menu', () => {
    for (const more of ['aria-expanded="false" aria-controls="place"', 'aria-haspopup="menu"']) {
      document.body.innerHTML = `<main><button id="open" ${more}>New token</button></main>`
      const guess = createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set())
      expect(guess?.elements).toEqual([at('open')])
    }
  })

  test('of what opens a form is the empty field, where the form stands on the page all along', () => {
    document.body.innerHTML = `<main><h1>Tokens</h1><section><h2>Issue a token</h2>${'<div><label>Purpose <input></label></div>'}<div><button>+ Add a line</button><button id="go">Create token</button></div></section></main>`
    const guess = () => createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set())
    const field = document.querySelector('input') as HTMLInputElement
    expect(guess()?.elements).toEqual([field])
    field.value = 'Laptop'
    expect(guess()?.elements).toEqual([at('go')])
  })

  test('is no field of another part of the page, which has a button of its own', () => {
    const part = (field: string, button: string) =>
      `<section><h2>x</h2><div><label>${field} <input></label></div>${button}</section>`
    document.body.innerHTML = `<main><h1>Tokens</h1><div><section><button id="open">New token</button></section>${part('Coupon', '<button>Redeem</button>')}</div></main>`
    const guess = createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set())
    expect(guess?.elements).toEqual([at('open')])
  })

  test.each([
    '<input type="search" aria-label="Jump to">',
    '<input placeholder="Filter by keyword">',
    '<input readonly>',
  ])('is not what searches, or only shows something, for being the only one that is empty: %s', field => {
    document.body.innerHTML = `<div id="form"><input id="own" value="x">${field}<button>Go</button></div>`
    const guess = () =>
      createDoubts().guess(target('textbox', ['name'], ['d']), at('form'), undefined, new Set())
    expect(guess()).toBeNull()
    document.getElementById('own')?.setAttribute('value', '')
    expect(guess()?.elements).toEqual([at('own')])
  })

  test('is not asked by order alone once two were refused, and is by its words', () => {
    document.body.innerHTML = `<div id="form"><input><button id="a" type="submit">Go</button><button>Other</button><button>Cancel</button></div>`
    const doubts = createDoubts()
    const confirm = target('button', ['revoke'], ['d'])
    const guess = () => doubts.guess(confirm, at('form'), undefined, new Set())?.elements
    for (const label of ['Go', 'Send', 'Post']) {
      at('a').textContent = label
      expect(guess()).toEqual(label === 'Post' ? undefined : [at('a')])
      doubts.answer('x', at('a'), false)
    }
    at('a').textContent = 'Revoke'
    expect(guess()).toEqual([at('a')])
  })

  test('is nothing of the way around the site, also where that lies in what is taken for the form', () => {
    document.body.innerHTML = `<div id="form"><nav><a href="/all">All projects</a></nav><label>Title <input></label><button id="go">Go</button></div>`
    const guess = createDoubts().guess(target('button', ['all'], ['d']), at('form'), undefined, new Set())
    expect(guess?.elements).not.toEqual([document.querySelector('nav a')])
  })

  test.each([
    ['Save', 'Save & New', 'Save and notify the team'],
    ['SAVE', 'Save and add another', 'Save and continue editing'],
    ['Create', 'Create another one', 'Create & add to .env'],
    ['作成', '作成して続ける', 'キャンセル'],
    ['Создать', 'Создать и добавить ещё', 'Создать и закрыть'],
  ])('is “%s”, and not “%s” or “%s”, which do the same and more', (...labels) => {
    document.body.innerHTML = `<div id="form"><input value="x">${[...labels]
      .reverse()
      .map(label => `<button>${label}</button>`)
      .join('')}</div>`
    const guess = createDoubts().guess(target('button', ['create'], ['d']), at('form'), undefined, new Set())
    expect(guess?.elements.map(({ textContent }) => textContent)).toEqual([labels[0]])
  })

  test('is any choice that there is, also where one begins with the words of another', () => {
    document.body.innerHTML =
      '<div id="form"><label><input type="radio" name="r" id="read"> Read</label><label><input type="radio" name="r" id="both"> Read and write</label></div>'
    const among = { ...target('radio', [], ['d']), like: [['write']] }
    const guess = createDoubts().guess(among, at('form'), undefined, new Set())
    expect(guess?.elements).toEqual([at('both')])
  })

  test('is no button that ends something, only for being alone, where nothing is asked', () => {
    const confirm = target('button', ['revoke'], ['d'])
    const guess = (html: string) => {
      document.body.innerHTML = `<div id="form">${html}<button id="go">Go on</button></div>`
      return createDoubts().guess(confirm, at('form'), undefined, new Set())?.elements
    }
    expect(guess('<h1>Laptop</h1>')).toBeUndefined()
    expect(guess('<p>Sure?</p><button>Cancel</button>')).toEqual([at('go')])
    // What only empties a form is no answer to a question.
    for (const empties of ['Clear', 'Reset', 'Zurücksetzen', '清空'])
      expect(guess(`<p>Laptop</p><button>${empties}</button>`), empties).toBeUndefined()
  })

  test('is an item of the menu that is open, of a row only of its own', () => {
    const ends = target('button', ['revoke'])
    const draw = (open: string) => {
      document.body.innerHTML = `<main>${['a', 'b'].map(id => `<div id="${id}"><button aria-haspopup="menu" aria-label="More" aria-expanded="${id === open}"></button></div>`).join('')}</main><div role="menu"><div role="menuitem">Rename</div><div role="menuitem" id="item">Revoke</div></div>`
    }
    const guess = () => createDoubts().guess(ends, null, at('a'), new Set())
    draw('a')
    expect(guess()?.elements).toEqual([at('item')])
    draw('b')
    expect(guess()).toBeNull()
  })

  test('is an item of the menu that is open, also where a shadow root draws it', () => {
    document.body.innerHTML = '<main><button aria-haspopup="menu">New</button><x-menu></x-menu></main>'
    const root = document.querySelector('x-menu')?.attachShadow({ mode: 'open' })
    if (root) root.innerHTML = '<div role="menu"><div role="menuitem">Create a key</div></div>'
    const guess = createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set())
    expect(guess?.elements).toEqual([root?.querySelector('[role=menuitem]')])
  })

  test('is nothing that something in front shuts off', () => {
    const guess = (isBehind: (one: Element) => boolean) =>
      createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set(), isBehind)
    expect(guess(() => false)?.elements).toEqual([at('open')])
    expect(guess(one => one === at('open'))).toBeNull()
  })

  test('is no menu without a word, for the heading beside it', () => {
    document.body.innerHTML =
      '<main><div><b>New key</b><button aria-haspopup="menu"><svg></svg></button></div></main>'
    const guess = createDoubts().guess(target('button', ['create', 'key']), null, undefined, new Set())
    expect(guess).toBeNull()
  })

  test('in the form is looked for there only', () => {
    press(at('open'))
    place().innerHTML = fields
    forms.look(true)
    const guess = (...given: Parameters<typeof target>) =>
      createDoubts().guess(target(...given), forms.container(), undefined, new Set())
    expect(guess('button', ['create'], ['d'])?.elements).toEqual([at('go')])
    expect(guess('textbox', ['name'], ['d'])?.elements).toEqual([document.querySelector('main input')])
  })
})
