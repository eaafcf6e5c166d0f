/** Fields with their labels, tied to each other in as many ways as pages do it, and not at all in some. */
import { choice } from './choices.js'
import { freshId, h, refresh, state, w, watch } from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'

export function read(key) {
  return state.form[key] ?? ''
}

export function set(key, value) {
  state.form[key] = value
  refresh()
}

function labelled(control, text, { isGroup, optional } = {}) {
  const note = optional ? h('span', { class: 'faint' }, ' ', 'Optional') : null
  const id = freshId()
  switch (plan.labelling) {
    case 'for':
      control.id ||= id
      return h(
        'div',
        { class: 'field' },
        h('label', { for: isGroup ? undefined : control.id }, text, note),
        control,
      )
    case 'wrapped':
      if (!isGroup) return h('label', { class: 'field' }, h('span', { class: 'name' }, text, note), control)
      return h('fieldset', {}, h('legend', {}, text), control)
    case 'aria-label':
      control.setAttribute('aria-label', text)
      return h(
        'div',
        { class: 'field' },
        h('div', { class: 'name', 'aria-hidden': 'true' }, text, note),
        control,
      )
    case 'labelledby':
      control.setAttribute('aria-labelledby', id)
      return h('div', { class: 'field' }, h('span', { class: 'name', id }, text, note), control)
    case 'placeholder':
      if (!isGroup && 'placeholder' in control) {
        control.placeholder = text
        return h('div', { class: 'field' }, control, note)
      }
      return h('div', { class: 'field' }, h('div', { class: 'name' }, text, note), control)
    case 'legend':
      return h('fieldset', {}, h('legend', {}, text, note), control)
    default:
      return h('div', { class: 'field' }, h('div', { class: 'name' }, text), control, note)
  }
}

/** A field to write into. `wanted` is what the person would write; without one it may stay as it is. */
export function textField({ key, purpose, term, hint, kind = 'field', type = 'text', wanted, optional }) {
  const write = value => set(key, value)
  let control
  if (kind === 'editable') {
    control = h('span', {
      role: 'textbox',
      contenteditable: 'true',
      oninput: () => write(control.textContent),
    })
    control.textContent = read(key)
  } else {
    const tag = kind === 'textarea' ? 'textarea' : 'input'
    control = h(tag, {
      type: tag === 'input' ? type : undefined,
      rows: tag === 'input' ? undefined : 2,
      autocomplete: 'off',
      placeholder: hint,
      oninput: () => write(control.value),
    })
    control.value = read(key)
  }
  const label = labelled(control, w(term), { optional })
  mark(control, purpose, {
    todo: () => wanted !== undefined && read(key) !== String(wanted),
    value: wanted,
    also: [label],
  })
  return label
}

export function choiceField({ key, purpose, term, kind, options, wanted }) {
  const isGroup = ['radios', 'aria-radios', 'pills', 'cards', 'switch'].includes(kind)
  const name = plan.labelling === 'loose' || plan.labelling === 'for' ? undefined : w(term)
  const control = choice(kind, {
    purpose,
    options,
    wanted,
    name,
    read: () => read(key),
    choose: value => set(key, value),
  })
  return labelled(control, w(term), { isGroup })
}

export function expiryField() {
  const kind = plan.widgets.expiry
  const isRequired = plan.situation === 'expiry-required'
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
  if (kind === 'date' || kind === 'number')
    return textField({
      key: 'expiry',
      purpose: 'expiry',
      term: 'expiry',
      type: kind,
      wanted: isRequired ? (kind === 'date' ? later : 60) : undefined,
    })
  const options = [
    !isRequired && { value: 'never', text: w('expiryNever') },
    { value: '30', text: w('expiryMonth') },
    { value: '90', text: w('expiryQuarter') },
  ].filter(Boolean)
  if (!isRequired) state.form.expiry ??= 'never'
  return choiceField({
    key: 'expiry',
    purpose: 'expiry',
    term: 'expiry',
    kind,
    options,
    wanted: isRequired ? '90' : undefined,
  })
}

/** Dollars: typed, chosen, or pulled along a line. */
export function amountField(term) {
  const wanted = String(plan.given.amount)
  const kind = plan.widgets.amount
  const options = ['5', '10', '20', '50', '100'].map(value => ({ value, text: `$${value}` }))
  if (kind === 'presets' || kind === 'select')
    return choiceField({
      key: 'amount',
      purpose: 'amount',
      term,
      kind: kind === 'presets' ? 'pills' : 'select',
      options,
      wanted,
    })
  if (kind !== 'range') return textField({ key: 'amount', purpose: 'amount', term, type: kind, wanted })
  const control = h('input', {
    type: 'range',
    min: 0,
    max: 100,
    step: 5,
    oninput: () => set('amount', control.value),
  })
  control.value = read('amount') || '0'
  const shown = h('output', {})
  watch(shown, () => {
    shown.textContent = `$${read('amount') || 0}`
  })
  const label = labelled(control, w(term))
  mark(control, 'amount', { todo: () => read('amount') !== wanted, value: wanted, also: [label] })
  return [label, shown]
}
