/** What comes in between: a second question, the password once more, a site that is busy; and a note of what was done. */
import { openContainer } from './containers.js'
import { mark } from './judge.js'
import { h, has, later, say, word, world } from './kit.js'
import { makeButton } from './presses.js'

/** Runs `then` when all that this site puts in between is done. @param label of the button that was pressed */
export function interrupted(label, form, then) {
  if (world.over) return
  const steps = [
    has('rate-limit') && !world.wasBusy && askLater,
    has('password') && !world.isProven && askPassword,
    has('mail-code') && !world.isMailed && askCode,
    has('asks-again') && !world.isSure && askAgain,
  ].filter(Boolean)
  const [first] = steps
  if (!first) {
    world.isSure = false
    return then()
  }
  first(label, form, () => interrupted(label, form, then))
}

/** The form stays as it is; whoever tries again gets through. */
function askLater(_, form) {
  world.wasBusy = true
  form.refused = 'Too many requests. Please try again in a moment.'
  world.redrawForm()
}

function askAgain(label, _, then) {
  const dialog = open(word('sure'), [
    h('p', {}, say(word('sureNote'))),
    foot(label, 'next-step', () => {
      world.isSure = true
      dialog.close()
      then()
    }),
  ])
}

function askPassword(_, __, then) {
  const field = h('input', { type: 'password', 'aria-label': word('password') })
  mark('password', field, {
    act(value) {
      field.value = value
    },
  })
  const dialog = open(word('passwordTitle'), [
    h('label', { class: 'field' }, say(word('password')), field),
    foot(word('prove'), 'sign-in', () => {
      if (field.value === '') return
      world.isProven = true
      dialog.close()
      later(then)
    }),
  ])
  world.password = { field, isOpen: () => field.isConnected }
}

function askCode(_, __, then) {
  const field = h('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    'aria-label': word('mailCode'),
  })
  mark('code', field, {
    act(value) {
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  })
  const dialog = open(word('mailTitle'), [
    h('label', { class: 'field' }, say(word('mailCode')), field),
    foot(word('codeCheck'), 'code-check', () => {
      if (field.value === '') return
      world.isMailed = true
      dialog.close()
      later(then)
    }),
  ])
  world.mail = { field }
}

function open(title, content) {
  // Behind what is modal nothing else can be pressed.
  const kind = world.plan.container === 'native-dialog' ? 'native-dialog' : 'dialog'
  const dialog = openContainer(kind, title, content, () => {
    world.over = null
  })
  const over = {
    dialog,
    close() {
      dialog.close()
      world.over = null
      world.password = null
      world.mail = null
    },
  }
  world.over = over
  return over
}

const foot = (label, purpose, press) =>
  h(
    'div',
    { class: 'foot' },
    makeButton(word('cancel'), () => world.over?.close()),
    makeButton(label, press, { purpose, isMain: true }),
  )

/** @returns what has to be done in it next */
export function nextOfInterruption() {
  if (!world.over) return null
  if (world.mail)
    return world.mail.field.value === '' ? { purpose: 'code', value: '314159' } : { purpose: 'code-check' }
  if (!world.password) return { purpose: 'next-step' }
  return world.password.field.value === ''
    ? { purpose: 'password', value: 'practice-Word-1' }
    : { purpose: 'sign-in' }
}

/** @param text said whatever the site's habit */
export function toast(text) {
  if (!text && !has('toasts')) return
  const note = h('div', { class: 'note-in-corner', role: 'status' }, say(text ?? word('made')), ' ')
  const close = h('button', { type: 'button', 'aria-label': 'Dismiss' }, '×')
  close.addEventListener('click', () => note.remove())
  note.append(close)
  document.body.append(note)
  setTimeout(() => note.remove(), 4_000)
}
