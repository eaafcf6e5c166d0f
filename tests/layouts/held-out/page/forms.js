/** A form in its container: how it opens, its steps, and its last button. */
import { box, isOverlay } from './boxes.js'
import { actionMenu, hideList } from './choices.js'
import {
  assign,
  assignQuietly,
  go,
  h,
  icon,
  isPath,
  pressable,
  setDisabled,
  slot,
  slowly,
  spoken,
  state,
  tell,
  ui,
  w,
  watch,
} from './kit.js'
import { formTruth, mark } from './marks.js'
import { plan } from './plan.js'

export function isFormOpen() {
  if (plan.container === 'page') return isPath('form')
  if (plan.container === 'always-open') return true
  return ui.open
}

export function openForm() {
  if (isFormOpen() && plan.container !== 'details') return
  slowly('open', () => {
    ui.open = true
    ui.step = 0
    if (plan.container === 'page') go(plan.paths.form)
  })
}

export function closeForm() {
  hideList()
  ui.open = false
  ui.step = 0
  if (isPath('form')) go(plan.paths.main)
  tell()
}

/** What opens the form. Nothing where it is always open, or opens by its own summary. */
export function opener(term, { isWanted, isBlocked = () => false }) {
  if (['always-open', 'details'].includes(plan.container)) return null
  const settings = {
    todo: () => isWanted() && !isFormOpen() && !isBlocked(),
    isRight: () => isWanted() && !isFormOpen(),
  }
  const label = plan.openerPlus ? [icon('plus'), w(term)] : [w(term)]
  const draw = () => {
    if (plan.opener === 'menu') {
      const items = [
        { text: w('navProjects'), press() {} },
        { text: w(term), press: openForm, purpose: 'open-form', ...settings },
        { text: w('export'), press() {} },
      ]
      const open = event => actionMenu(event.currentTarget, items)
      return mark(
        pressable([w('newAnything'), ' ▾'], open, { 'aria-haspopup': 'menu', disabled: isBlocked() }),
        'open-form-menu',
        { ...settings, todo: () => settings.todo() && !ui.list?.isConnected },
      )
    }
    const isIcon = plan.opener === 'icon'
    const element = pressable(isIcon ? [icon('plus')] : label, openForm, {
      primary: true,
      disabled: isBlocked(),
      'aria-label': isIcon ? spoken(term) : undefined,
      class: `press primary${plan.opener === 'floating' ? ' floating' : ''}`,
    })
    return mark(element, 'open-form', settings)
  }
  return slot(
    'div',
    () => [isBlocked(), ui.busy === 'open'],
    () => (ui.busy === 'open' ? h('span', { role: 'status', 'aria-busy': 'true' }, '…') : draw()),
  )
}

/** The form where it belongs; `place` says which part of the page is asking. */
export function formAt(place, spec) {
  const isHere = isOverlay(plan.container) ? place === 'layer' : place === 'main'
  if (!isHere) return null
  formTruth.isWanted = spec.isWanted
  const build = () => formBody(spec)
  if (plan.container === 'details') {
    const summary = h('summary', { class: 'press' }, w(spec.opens))
    const element = h(
      'details',
      {
        ontoggle: () =>
          element.isConnected && element.open !== ui.open && assignQuietly(ui, { open: element.open }),
      },
      summary,
      slot(
        'div',
        () => [ui.open],
        () => ui.open && build(),
      ),
    )
    element.open = ui.open
    mark(summary, 'open-form', {
      todo: () => spec.isWanted() && !ui.open,
      isRight: () => spec.isWanted() && !ui.open,
    })
    watch(element, () => {
      if (element.open !== ui.open) element.open = ui.open
    })
    return element
  }
  return slot(
    'div',
    () => [isFormOpen(), spec.isHidden?.() ?? false],
    () => {
      if (!isFormOpen() || spec.isHidden?.()) return null
      return box(plan.container, { title: w(spec.title), build, close: spec.close ?? closeForm })
    },
  )
}

function formBody(spec) {
  const fields = spec.fields.filter(Boolean)
  const size =
    plan.wizard && fields.length > 1 ? Math.ceil(fields.length / Math.min(3, fields.length)) : fields.length
  const last = Math.max(0, Math.ceil(fields.length / Math.max(1, size)) - 1)
  return slot(
    'div',
    () => [ui.step],
    () => {
      const step = Math.min(ui.step, last)
      const shown = fields.slice(step * size, (step + 1) * size).map(field => field())
      const isLast = step === last
      const cancel = pressable([w(step > 0 ? 'back' : 'cancel')], () =>
        step > 0 ? assign(ui, { step: step - 1 }) : (spec.close ?? closeForm)('cancel'),
      )
      const forward = isLast ? submitButton(spec) : nextButton(step)
      const foot = plan.primaryLast ? [cancel, forward] : [forward, cancel]
      const error = slot(
        'p',
        () => [state.failing],
        () => state.failing && w('failed'),
        { role: 'alert' },
      )
      if (plan.submitAt === 'head') return [h('div', { class: 'foot' }, foot), shown, error]
      return [
        last > 0 && h('p', { class: 'faint' }, `${step + 1} / ${last + 1}`),
        shown,
        error,
        h('div', { class: 'foot' }, foot),
      ]
    },
  )
}

function nextButton(step) {
  const press = () => {
    ui.step = step + 1
    tell()
  }
  return mark(pressable([w('next')], press, { primary: true }), 'next-step', { todo: () => true })
}

function submitButton(spec) {
  const isReady = () => (spec.isReady?.() ?? true) && !ui.busy
  const press = () =>
    slowly('submit', () => {
      if (plan.timing.failsOnce && !state.failedOnce) {
        state.failedOnce = true
        state.failing = true
        return
      }
      state.failing = false
      hideList()
      spec.submit()
    })
  const element = pressable([w(spec.submitWord)], press, { primary: true })
  watch(element, () => setDisabled(element, !isReady()))
  return mark(element, 'submit', { todo: isReady })
}
