/** Fields, each drawn in one of several ways. A field tells its value and marks what stands for it. */
import { mark } from './judge.js'
import { foreignName, h, has, newId, say, word, world } from './kit.js'

/** Ties words to a control as the plan says, and marks the whole as the field's. */
function withLabel(field, control, parts = []) {
  const { labelling } = world.plan
  const text = word(field.term)
  const id = newId()
  const focusable = control.matches('input, textarea, select, button, [role=combobox]')
  if (focusable && !control.id) control.id = id
  const words = [
    say(text),
    ...(has('explains') ? [h('small', {}, ' ', say(explained))] : []),
    ...(has('hints') ? [hint(text)] : []),
  ]
  let label = h('div', { class: 'label' }, ...words)
  if (!focusable) {
    // A group is named by itself, or by what stands before it, or by nothing.
    if (labelling === 'aria-label') control.setAttribute('aria-label', text)
    else if (labelling !== 'loose') {
      label.id = id
      control.setAttribute('aria-labelledby', id)
    }
  } else if (labelling === 'for') label = h('label', { class: 'label', for: control.id }, ...words)
  else if (labelling === 'labelledby') {
    label.id = newId()
    control.setAttribute('aria-labelledby', label.id)
  } else if (labelling === 'aria-label') control.setAttribute('aria-label', foreignName(text) ?? text)
  else if (['floating', 'overlaid'].includes(labelling) && isWritten(control))
    return afterIt(field, control, labelling, parts)
  else if (labelling === 'placeholder' && isWritten(control)) {
    control.setAttribute('placeholder', text)
    label = null
  } else if (labelling === 'wrapped' && control.matches('input, textarea, select'))
    return mark(field.purpose, h('label', { class: 'field' }, h('span', {}, ...words), control, ...parts), {
      isControl: false,
    })
  if (!focusable) mark(field.purpose, control, { isControl: false })
  return mark(field.purpose, h('div', { class: 'field' }, label, control, ...parts), { isControl: false })
}

const explained = 'You can change this at any time.'

const isWritten = control => control.matches('input:not([type=date], [type=checkbox]), textarea')

const hint = text => h('button', { type: 'button', class: 'hint', 'aria-label': `About “${text}”` }, '?')

/** The label stands behind the field in the tree, and is drawn over it until something is written there. */
function afterIt(field, control, labelling, parts) {
  const text = word(field.term)
  control.setAttribute('placeholder', ' ')
  const label =
    labelling === 'floating'
      ? h('label', { class: 'over', for: control.id }, say(text))
      : h('span', { class: 'over' }, say(text))
  return mark(field.purpose, h('div', { class: 'field floats' }, control, label, ...parts), {
    isControl: false,
  })
}

const tell = (control, type) => control.dispatchEvent(new Event(type, { bubbles: true, composed: true }))

/** @returns {any} `{ field, element, get, isOpen }` */
export function makeField(field, values, changed) {
  if (values[field.purpose] === undefined) values[field.purpose] = field.first
  const set = value => {
    values[field.purpose] = value
    changed(field)
  }
  const get = () => values[field.purpose]
  get.later = value => {
    values[field.purpose] = value
  }
  const made = (makers[field.widget] ?? makers.text)(field, get, set)
  return { field, get, isOpen: () => false, ...made }
}

function textField(field, get, set, attributes = {}) {
  const control =
    field.widget === 'textarea' ? h('textarea', { rows: 2 }) : h('input', { type: 'text', ...attributes })
  control.value = get()
  if (has('checks-late')) {
    control.addEventListener('input', () => get.later(control.value))
    control.addEventListener('blur', () => set(control.value))
  } else control.addEventListener('input', () => set(control.value))
  mark(field.purpose, control, {
    act(value) {
      control.focus()
      control.value = value
      tell(control, 'input')
      tell(control, 'change')
      control.blur()
    },
  })
  return { element: withLabel(field, control) }
}

function toggle(field, get, set) {
  const isSwitch = field.widget === 'switch'
  const control = isSwitch
    ? h('button', { type: 'button', role: 'switch', class: 'switch', 'aria-checked': get() === 'on' })
    : h('input', { type: 'checkbox' })
  if (!isSwitch) control.checked = get() === 'on'
  control.addEventListener('click', () => {
    const isOn = isSwitch ? control.getAttribute('aria-checked') !== 'true' : control.checked
    if (isSwitch) control.setAttribute('aria-checked', String(isOn))
    set(isOn ? 'on' : 'off')
  })
  mark(field.purpose, control, { act: value => get() !== value && control.click() })
  return { element: withLabel(field, control) }
}

/** The option that is wanted stands for the field as much as the whole does. */
function option(field, control, value) {
  if (value === field.wanted) mark(field.purpose, control)
  return control
}

function radios(field, get, set) {
  const name = newId()
  const rows = field.options.map(value => {
    const input = h('input', { type: 'radio', name, value })
    input.checked = get() === value
    input.addEventListener('change', () => set(value))
    option(field, input, value)
    const row = h(
      'label',
      { class: 'option' },
      input,
      say(value),
      has('explains') && h('small', {}, ' ', explained),
    )
    return value === field.wanted ? mark(field.purpose, row) : row
  })
  const group =
    world.plan.labelling === 'loose'
      ? h('div', { class: 'options' }, ...rows)
      : h('fieldset', { class: 'options' }, ...rows)
  return { element: withLabel(field, group) }
}

function ownRadios(field, get, set, roles) {
  const all = field.options.map(value => {
    const one = h('button', { type: 'button', class: 'pill', role: roles.item }, say(value))
    one.setAttribute(roles.state, String(get() === value))
    one.addEventListener('click', () => {
      for (const other of all) other.setAttribute(roles.state, String(other === one))
      set(value)
    })
    return option(field, one, value)
  })
  return { element: withLabel(field, h('div', { class: 'options', role: roles.group }, ...all)) }
}

/** Tiles that can be pressed, with a heading and a line about each; which is chosen shows in the drawing, and to nobody else. */
function tiles(field, get, set) {
  const all = field.options.map(value => {
    const isBare = field.widget === 'bare-tiles'
    const one = h(
      'div',
      { class: 'tile', tabindex: isBare ? null : '0' },
      h('b', {}, say(value)),
      h('small', {}, explained),
    )
    one.classList.toggle('chosen', get() === value)
    one.addEventListener('click', () => {
      for (const other of all) other.classList.toggle('chosen', other === one)
      set(value)
    })
    return option(field, one, value)
  })
  return { element: withLabel(field, h('div', { class: 'options' }, ...all)) }
}

function nativeList(field, get, set) {
  const all = get() === '' ? ['', ...field.options] : field.options
  const control = h('select', {}, ...all.map(value => h('option', { value }, value || '–')))
  control.value = get()
  control.addEventListener('change', () => set(control.value))
  mark(field.purpose, control, {
    act(value) {
      control.value = value
      tell(control, 'input')
      tell(control, 'change')
    },
  })
  return { element: withLabel(field, control) }
}

/** A library's list: what opens it, and the items in a portal at the end of the body (or of what is modal). */
function portalList(field, get, set) {
  const isBox = field.widget === 'combobox'
  const isMenu = field.widget === 'menu'
  const shown = h('span', {}, say(get() || '–'))
  const opener = isBox
    ? h('input', {
        type: 'text',
        role: 'combobox',
        'aria-expanded': 'false',
        'aria-haspopup': 'listbox',
        value: get(),
      })
    : h(
        'button',
        {
          type: 'button',
          class: 'list',
          'aria-haspopup': isMenu ? 'menu' : 'listbox',
          'aria-expanded': 'false',
        },
        shown,
      )
  let list = null
  const close = () => {
    list?.remove()
    list = null
    opener.setAttribute('aria-expanded', 'false')
  }
  const open = () => {
    if (list?.isConnected) return
    const root =
      opener.closest('dialog, [popover]') ??
      (opener.getRootNode() instanceof ShadowRoot ? opener.getRootNode() : opener.ownerDocument.body)
    const items = field.options.map(value => {
      const item = h(
        'div',
        isMenu
          ? { role: 'menuitemradio', class: 'item', 'aria-checked': String(get() === value) }
          : { role: 'option', class: 'item', 'aria-selected': String(get() === value) },
        say(value),
      )
      item.addEventListener('mousedown', event => event.preventDefault())
      item.addEventListener('click', () => {
        if (isBox) opener.value = value
        else shown.replaceChildren(say(value))
        close()
        set(value)
      })
      return value === field.wanted ? mark(`${field.purpose}-option`, item) : item
    })
    list = h('div', { role: isMenu ? 'menu' : 'listbox', class: 'listbox' }, ...items)
    root.append(list)
    const at = opener.getBoundingClientRect()
    const around = list.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 }
    const isFixed = getComputedStyle(list).position === 'fixed'
    list.style.left = `${at.left - (isFixed ? 0 : around.left)}px`
    list.style.top = `${at.bottom + 4 - (isFixed ? 0 : around.top)}px`
    opener.setAttribute('aria-expanded', 'true')
  }
  opener.addEventListener('click', () => (list?.isConnected ? close() : open()))
  mark(field.purpose, opener, { act: open })
  return { element: withLabel(field, opener), isOpen: () => list?.isConnected === true }
}

/** The card's own field: a frame of another origin, which nothing here can look into. */
function cardFrame(field, _get, set) {
  const frame = h('iframe', {
    title: 'Secure card field',
    class: 'card',
    sandbox: '',
    srcdoc: '<p style="font:14px sans-serif">•••• •••• •••• ••••</p>',
  })
  mark(field.purpose, frame, { act: () => set('filled') })
  return { element: withLabel(field, frame) }
}

const makers = {
  text: textField,
  textarea: textField,
  number: (field, get, set) => textField(field, get, set, { type: 'number' }),
  date: (field, get, set) => textField(field, get, set, { type: 'date' }),
  switch: toggle,
  checkbox: toggle,
  select: nativeList,
  radios,
  'aria-radios': (field, get, set) =>
    ownRadios(field, get, set, { group: 'radiogroup', item: 'radio', state: 'aria-checked' }),
  pills: (field, get, set) =>
    ownRadios(field, get, set, { group: 'group', item: 'button', state: 'aria-pressed' }),
  tabs: (field, get, set) =>
    ownRadios(field, get, set, { group: 'tablist', item: 'tab', state: 'aria-selected' }),
  tiles,
  'bare-tiles': tiles,
  listbox: portalList,
  menu: portalList,
  combobox: portalList,
  frame: cardFrame,
}
