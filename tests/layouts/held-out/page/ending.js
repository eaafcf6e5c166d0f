/** Taking a key back: asking first, in several ways, and what is left afterwards. */
import { box, isOverlay } from './boxes.js'
import {
  assign,
  assignQuietly,
  go,
  h,
  isPath,
  pressable,
  save,
  setDisabled,
  slot,
  slowly,
  state,
  tell,
  ui,
  w,
  watch,
} from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'

export function isEndWanted() {
  const { task, given } = plan
  if (!given.key || state.ended.includes(given.key.trackingId)) return false
  return task === 'rotate-key' ? isNewKeyTaken() : true
}

/** The old key goes once the new one is taken; a message that stays need not be closed for that. */
function isNewKeyTaken() {
  const { place, copyButton, form } = plan.reveal
  const made = state.made.at(-1)
  if (!made || (state.shown ?? null) === null) return made !== undefined
  const isLoose = ['banner', 'toast', 'row', 'inline'].includes(place)
  return isLoose && (made.copied || (copyButton === 'none' && form !== 'button-with-key'))
}

/** Pointing at a row or its button is right until the page asks whether to go on. */
export function isAskingWanted() {
  return isEndWanted() && !ui.ending && !isEndRefused()
}

export function isEndRefused() {
  return plan.situation === 'not-allowed'
}

export function askToEnd(one) {
  if (plan.confirm === 'undo') return endNow(one)
  if (plan.confirm === 'twice' && ['words', 'hover'].includes(plan.rows.action)) {
    if (ui.sure === one.id) return endNow(one)
    ui.sure = one.id
    ui.selected = undefined
    return tell()
  }
  ui.ending = one
  ui.typed = ''
  ui.ticked = false
  tell()
}

function endNow(one) {
  const end = () => {
    state.ended.push(one.id)
    ui.ending = null
    ui.sure = null
    ui.undo = plan.confirm === 'undo' ? one.id : null
    if (isPath('detail')) go(plan.paths.main)
  }
  if (!plan.timing.optimistic) return slowly('end', end)
  end()
  save()
  tell()
}

function cancel() {
  ui.ending = null
  tell()
}

function _takeBack() {
  state.ended = state.ended.filter(id => id !== ui.undo)
  assign(ui, { undo: null })
}

function takeBack() {
  state.ended = state.ended.filter(id => id !== ui.undo)
  assign(ui, { undo: null })
}

export function endingLayer() {
  const kind = isOverlay(plan.container) ? plan.container : plan.reveal.box
  return slot(
    'div',
    () => [ui.ending?.id, ui.undo],
    () => {
      if (ui.undo)
        return h(
          'div',
          { class: 'toast', role: 'status' },
          w('statusRevoked'),
          ' ',
          pressable(['Undo'], takeBack),
        )
      if (!ui.ending) return null
      return box(kind, { title: w('revokeTitle'), build: confirmBody, close: cancel })
    },
  )
}

function confirmBody() {
  const one = ui.ending
  const isTheOne = one.id === plan.given.key?.trackingId
  const isReady = () =>
    (plan.confirm !== 'type' || ui.typed.trim() === one.name) &&
    (plan.confirm !== 'check' || ui.ticked) &&
    !ui.busy
  const extra = []
  if (plan.confirm === 'type') {
    const field = h('input', {
      type: 'text',
      autocomplete: 'off',
      oninput: () => assignQuietly(ui, { typed: field.value }),
    })
    field.value = ui.typed
    extra.push(h('label', { class: 'field' }, h('span', { class: 'name' }, w('typeName')), field))
    if (isTheOne) mark(field, 'confirm-field', { todo: () => ui.typed !== one.name, value: one.name })
  }
  if (plan.confirm === 'check') {
    const tick = h('input', { type: 'checkbox', onchange: () => assignQuietly(ui, { ticked: tick.checked }) })
    tick.checked = ui.ticked
    extra.push(h('label', { class: 'choice' }, tick, h('span', {}, w('understand'))))
    if (isTheOne) mark(tick, 'confirm-check', { todo: () => !ui.ticked })
  }
  const confirm = pressable([w('revokeConfirm')], () => endNow(one), { primary: true })
  watch(confirm, () => setDisabled(confirm, !isReady()))
  if (isTheOne) mark(confirm, 'confirm-revoke', { todo: isReady })
  const buttons = [pressable([w('cancel')], cancel), confirm]
  return [
    h('p', {}, w('revokeText')),
    h('p', {}, h('strong', {}, one.name), ' ', h('code', {}, `sk-...${one.lastFour}`)),
    extra,
    h('div', { class: 'foot' }, plan.primaryLast ? buttons : buttons.toReversed()),
  ]
}
