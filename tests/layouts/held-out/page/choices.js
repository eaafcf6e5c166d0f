/** One of several: native and library selects, radios, pills, cards, comboboxes whose list stands elsewhere. */
import { freshId, h, ui, watch } from './kit.js'
import { mark } from './marks.js'

/**
 * `options` are `{ value, text }`; `wanted` is what a knowing person chooses, or undefined when any will do.
 * Gives the control and what names it when it is a group.
 */
export function choice(kind, { purpose, options, read, choose, wanted, name }) {
  const todo = () => wanted !== undefined && read() !== wanted
  const textOf = value => options.find(one => one.value === value)?.text
  const settings = { purpose, options, read, choose, wanted, name, todo, textOf }
  const make = {
    select: nativeSelect,
    radios: nativeRadios,
    switch: twoWaySwitch,
    listbox: fromList,
    combobox: typeAhead,
    menu: fromList,
  }[kind]
  return make ? make(settings, kind) : flatChoice(settings, kind)
}

function nativeSelect({ purpose, options, read, choose, wanted, name, todo }) {
  const element = h(
    'select',
    { 'aria-label': name, onchange: () => choose(element.value) },
    !read() && h('option', { value: '' }, '…'),
    options.map(one => h('option', { value: one.value }, one.text)),
  )
  watch(element, () => {
    element.value = read() || ''
  })
  return mark(element, purpose, { todo, value: wanted })
}

function nativeRadios({ purpose, options, read, choose, wanted, name, todo }) {
  const group = freshId()
  const element = h('div', { role: 'radiogroup', 'aria-label': name })
  for (const one of options) {
    const input = h('input', {
      type: 'radio',
      name: group,
      value: one.value,
      onchange: () => choose(one.value),
    })
    watch(input, () => {
      input.checked = read() === one.value
    })
    const label = h('label', { class: 'choice' }, input, h('span', {}, one.text))
    element.append(label)
    if (one.value === wanted) mark(input, purpose, { todo, also: [label, element] })
  }
  if (wanted === undefined) mark(element, purpose)
  return element
}

function flatChoice({ purpose, options, read, choose, wanted, name, todo }, kind) {
  const isRadio = kind === 'aria-radios' || kind === 'cards'
  const element = h('div', { role: isRadio ? 'radiogroup' : 'group', 'aria-label': name, class: 'pills' })
  for (const one of options) {
    const state = isRadio ? 'aria-checked' : 'aria-pressed'
    const press = () => choose(one.value)
    const item = isRadio
      ? h(
          'div',
          { role: 'radio', tabindex: 0, onclick: press, onkeydown: event => event.key === ' ' && press() },
          kind === 'cards' ? h('strong', {}, one.text) : one.text,
        )
      : h('button', { type: 'button', class: 'press', onclick: press }, one.text)
    watch(item, () => item.setAttribute(state, String(read() === one.value)))
    element.append(item)
    if (one.value === wanted) mark(item, purpose, { todo, also: [element] })
  }
  if (wanted === undefined) mark(element, purpose)
  return element
}

function twoWaySwitch({ purpose, options, read, choose, name, todo }) {
  const [off, on] = options
  const toggle = h('button', {
    type: 'button',
    role: 'switch',
    'aria-label': on.text,
    onclick: () => choose(read() === on.value ? off.value : on.value),
  })
  watch(toggle, () => toggle.setAttribute('aria-checked', String(read() === on.value)))
  const element = h('div', { class: 'choice', 'aria-label': name }, toggle, h('span', {}, on.text))
  mark(toggle, purpose, { todo, also: [element] })
  return element
}

/** The list stands at the end of the body, or beside the control where a body would lie behind it. */
function showList(control, list) {
  hideList()
  const root = control.getRootNode()
  if (control.closest('dialog, [popover]') || root instanceof ShadowRoot) control.after(list)
  else {
    const place = control.getBoundingClientRect()
    const view = control.ownerDocument.defaultView
    list.style.left = `${place.left + view.scrollX}px`
    list.style.top = `${place.bottom + view.scrollY + 2}px`
    control.ownerDocument.body.append(list)
  }
  ui.list = list
  const leave = event => {
    if (!list.isConnected) return void control.ownerDocument.removeEventListener('pointerdown', leave, true)
    if (!event.composedPath().includes(list) && !event.composedPath().includes(control)) hideList()
  }
  control.ownerDocument.addEventListener('pointerdown', leave, true)
}

export function hideList() {
  ui.list?.remove()
  ui.list = null
}

function listOf({ purpose, options, read, choose, wanted, name }, isMenu, shown = options) {
  const list = h('div', { role: isMenu ? 'menu' : 'listbox', class: 'options', 'aria-label': name })
  for (const one of shown) {
    const isChosen = String(read() === one.value)
    const item = h(
      'div',
      {
        role: isMenu ? 'menuitemradio' : 'option',
        [isMenu ? 'aria-checked' : 'aria-selected']: isChosen,
        tabindex: -1,
        onclick: () => {
          hideList()
          choose(one.value)
        },
      },
      one.text,
    )
    list.append(item)
    if (one.value === wanted) mark(item, `${purpose}-option`, { todo: () => true, also: [list] })
  }
  return list
}

function fromList(settings, kind) {
  const { purpose, read, name, todo, textOf } = settings
  const isMenu = kind === 'menu'
  const shown = h('span', {})
  const element = h(
    'button',
    {
      type: 'button',
      class: 'press',
      role: isMenu ? undefined : 'combobox',
      'aria-haspopup': isMenu ? 'menu' : 'listbox',
      'aria-expanded': 'false',
      'aria-label': isMenu ? undefined : name,
      onclick: () => (ui.list?.isConnected ? hideList() : showList(element, listOf(settings, isMenu))),
    },
    shown,
    ' ▾',
  )
  watch(element, () => {
    shown.textContent = textOf(read()) ?? '…'
  })
  return mark(element, purpose, { todo: () => todo() && !ui.list?.isConnected })
}

function typeAhead(settings) {
  const { purpose, options, read, name, todo, textOf } = settings
  const open = () => {
    const typed = element.value === textOf(read()) ? '' : element.value.toLowerCase()
    const near = options.filter(one => one.text.toLowerCase().includes(typed))
    showList(element, listOf(settings, false, near))
  }
  const element = h('input', {
    type: 'text',
    role: 'combobox',
    'aria-haspopup': 'listbox',
    'aria-label': name,
    autocomplete: 'off',
    onclick: open,
    oninput: open,
  })
  watch(element, () => {
    element.value = textOf(read()) ?? ''
  })
  return mark(element, purpose, { todo: () => todo() && !ui.list?.isConnected })
}

/** A menu of things to do, behind the control that opens it. */
export function actionMenu(control, items) {
  const list = h('div', { role: 'menu', class: 'options' })
  for (const one of items) {
    const item = h(
      'div',
      {
        role: 'menuitem',
        tabindex: -1,
        onclick: () => {
          hideList()
          one.press()
        },
      },
      one.text,
    )
    list.append(item)
    if (one.purpose) mark(item, one.purpose, { todo: one.todo ?? (() => true), isRight: one.isRight })
  }
  showList(control, list)
}
