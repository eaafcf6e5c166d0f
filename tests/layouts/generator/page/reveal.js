/** Shows a new key in the form and at the place of the plan, and knows whether a person could read it now. */
import { openContainer } from './containers.js'
import { isSeen, mark } from './judge.js'
import { h, has, icon, keep, makeKey, say, wholeKey, word, world } from './kit.js'
import { makeButton } from './presses.js'

/** @param finish told when the person is through with it */
export function showKey(key, finish) {
  const { form, place, order, isTwice, second, hasCopy, title } = world.plan.reveal
  const made = world.state.made.at(-1)
  const isHidden =
    ['copy-only', 'details', 'asked-first', 'pressed-itself'].includes(form) || form.startsWith('masked')
  const view = { isOpen: !isHidden, shown: [], isSaved: !has('asks-saved') }
  const boxes = [
    drawKey(form, key, view),
    ...(isTwice && form !== 'copy-only' ? [drawKey(second, key, view)] : []),
  ]
  const isList = place === 'list'
  const copy = () => {
    made.copied = true
    keep()
    navigator.clipboard?.writeText(key).catch(() => {})
  }
  const buttons = [
    (form.startsWith('masked') || form === 'asked-first') &&
      makeButton(word('show'), () => open(view, key), { purpose: 'reveal-eye', shape: 'icon', sign: 'eye' }),
    (hasCopy || form === 'copy-only') && makeButton(word('copy'), copy, { purpose: 'copy' }),
  ]
  let container = null
  const close = () => {
    container?.close()
    world.shown = null
    made.closedBy = 'done'
    keep()
    finish()
  }
  const content = [
    h('p', { class: 'note' }, say(word('revealNote'))),
    ...(order === 'alone' || isList ? boxes : [drawAmong(order, boxes, form)]),
    world.plan.distractions.includes('ids') &&
      h(
        'p',
        {},
        'ID ',
        h('code', {}, `key_${key.slice(20, 36)}`),
        ' · ',
        h('code', {}, `req_${key.slice(40, 64)}`),
      ),
    h('div', { class: 'row' }, ...buttons, ...drawEnd(view, close)),
  ]
  world.shown = { view, key, close, ...(isList && { inRow: h('div', {}, ...content.filter(Boolean)) }) }
  if (isList) {
    world.draw()
    return
  }
  const kind =
    place === 'same' ? (world.stay ? 'within' : world.plan.container) : place === 'row' ? 'inline' : place
  container = openContainer(kind, title ? word('revealTitle') : '', content, close)
}

/** With keys that were made earlier, each under its name: which is the new one shows in its name only. */
function drawAmong(order, boxes, form) {
  const made = world.state.made.at(-1)
  const line = (name, ...parts) => h('li', {}, h('b', {}, name), ...parts)
  const others = world.plan.rows.keys.slice(0, 2)
  const lines = others.map(one =>
    line(
      one.name,
      ' ',
      one.created,
      drawKey(form, wholeKey(one), { isOpen: true, shown: [], isOther: true }),
    ),
  )
  lines.splice(order === 'first' ? 0 : 1, 0, line(made.name, ...boxes))
  return h('ul', {}, ...lines)
}

/** What ends it; where the site wants to hear first that the key is saved, that comes before. */
function drawEnd(view, close) {
  const place = h('span', {})
  const draw = () =>
    place.replaceChildren(
      makeButton(word('done'), close, { purpose: 'done', isMain: true, isOff: !view.isSaved }),
    )
  draw()
  if (view.isSaved) return [place]
  const box = h('input', { type: 'checkbox' })
  box.addEventListener('change', () => {
    view.isSaved = box.checked
    draw()
  })
  return [mark('saved-box', h('label', {}, mark('saved-box', box), say(word('savedBox')))), place]
}

function open(view, key) {
  view.isOpen = true
  for (const { element, write } of view.shown) {
    write(key)
    mark('key-shown', element)
  }
}

const dots = key => `${key.slice(0, 7)}${'•'.repeat(24)}`

function drawKey(form, key, view) {
  const shown = (element, write = () => {}) => {
    view.shown.push({ element, write })
    return view.isOpen && !view.isOther ? mark('key-shown', element) : element
  }
  const input = attributes => {
    const field = h('input', { type: 'text', class: 'key', ...attributes })
    field.value = attributes.type === 'password' || view.isOpen ? key : dots(key)
    return field
  }
  const forms = {
    field: () => shown(input({ readonly: true })),
    'editable-field': () => shown(input({})),
    'disabled-field': () => shown(input({ disabled: true })),
    textarea: () => {
      const field = h('textarea', { readonly: true, rows: 4, class: 'key' })
      field.value = key
      return shown(field)
    },
    text: () => shown(h('div', { class: 'key' }, key)),
    code: () => shown(h('code', { class: 'key' }, key)),
    'env-line': () => shown(h('pre', { class: 'key' }, `OPENAI_API_KEY=${key}`)),
    'cut-by-wbr': () => shown(h('div', { class: 'key' }, ...chunks(key).flatMap(part => [part, h('wbr')]))),
    'cut-by-spans': () => shown(h('div', { class: 'key' }, ...chunks(key).map(part => h('span', {}, part)))),
    'masked-field': () => {
      const field = input({ type: 'password', readonly: true })
      return shown(field, () => field.setAttribute('type', 'text'))
    },
    'masked-text': () => {
      const text = h('div', { class: 'key' }, dots(key))
      return shown(text, whole => text.replaceChildren(whole))
    },
    'with-id': () =>
      h(
        'dl',
        {},
        ...[h('dt', {}, say(word('keyId'))), h('dd', {}, h('code', {}, `key_${key.slice(20, 36)}`))],
        ...[h('dt', {}, say(word('secret'))), h('dd', {}, shown(h('code', { class: 'key' }, key)))],
      ),
    command: () =>
      shown(
        h(
          'pre',
          { class: 'key' },
          `curl https://api.openai.com/v1/models \\\n  -H "Authorization: Bearer ${key}"`,
        ),
      ),
    'pressed-itself': () => {
      const mask = mark(
        'reveal-eye',
        h('button', { type: 'button', class: 'key' }, `${say(word('show')).textContent} ••••••••••••`),
      )
      mask.addEventListener('click', () => open(view, key))
      const place = h('div', {}, mask)
      return shown(place, whole => place.replaceChildren(h('code', { class: 'key' }, whole)))
    },
    pre: () => shown(h('pre', { class: 'key' }, key)),
    details: () => {
      const opener = mark('reveal-eye', h('summary', {}, say(word('show'))))
      const text = h('code', { class: 'key' }, key)
      const box = h('details', {}, opener, text)
      box.addEventListener('toggle', () => box.open && open(view, key))
      return h('div', {}, box, shown(text) && '')
    },
    // Nothing of it is there before somebody says that they are alone.
    'asked-first': () => {
      const place = h('div', {})
      return shown(place, whole => place.replaceChildren(h('code', { class: 'key' }, whole)))
    },
    'copy-only': () => h('p', {}, icon('copy'), ' ', say(word('revealTitle'))),
  }
  return h('div', { class: 'row' }, forms[form]())
}

const chunks = text => text.match(/.{1,22}/g) ?? []

export function isKeyInSight() {
  const { shown } = world
  if (!shown?.view.isOpen) return false
  return shown.view.shown.some(({ element }) => {
    if (!element.isConnected || !isSeen(element)) return false
    const { y, height } = element.getBoundingClientRect()
    return y + height / 2 >= 0 && y < innerHeight
  })
}

/** Keys that the page shows as a lesson: nobody's. */
export const exampleKey = () => makeKey(991, 'project')
