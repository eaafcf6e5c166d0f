/** The one time that a key is shown: in which form, and where. */
import { box, isOverlay } from './boxes.js'
import { lettersFrom } from './chance.js'
import { assign, go, h, icon, isPath, pressable, slot, spoken, state, tell, ui, w } from './kit.js'
import { decoys, mark, sight } from './marks.js'
import { plan } from './plan.js'

const { place, form, copyButton, twice, ids, stays } = plan.reveal

export function shownKey() {
  return state.shown === undefined || state.shown === null ? null : state.made[state.shown]
}

export function closeReveal(how) {
  const made = shownKey()
  if (!made) return
  made.closedBy = how === 'outside' || how === 'escape' || how === 'cross' ? how : 'done'
  state.shown = null
  ui.unmasked = false
  ui.open = false
  if (isPath('reveal') || isPath('form')) go(plan.paths.main)
  tell()
}

/** A field's value is set as a property, as React does; no attribute says it. */
function fieldWith(tag, text, attributes) {
  const element = h(tag, { autocomplete: 'off', spellcheck: 'false', class: 'key', ...attributes })
  element.value = text
  return element
}

function masked(key) {
  return '•'.repeat(Math.min(40, key.length))
}

function keyElement(key) {
  const line = `OPENAI_API_KEY=${key}`
  switch (form) {
    case 'readonly-field':
      return fieldWith('input', key, { type: 'text', readonly: true })
    case 'editable-field':
      return fieldWith('input', key, { type: 'text' })
    case 'disabled-field':
      return fieldWith('input', key, { type: 'text', disabled: true })
    case 'textarea':
      return fieldWith('textarea', key, { readonly: true, rows: 4 })
    case 'environment-line':
      return fieldWith('input', line, { type: 'text', readonly: true })
    case 'masked-field':
      return fieldWith('input', key, { type: ui.unmasked ? 'text' : 'password', readonly: true })
    case 'masked-text':
      return h('span', { class: 'key' }, ui.unmasked ? key : masked(key))
    case 'masked-by-style':
      return h('span', { class: ui.unmasked ? 'key' : 'key discs' }, key)
    case 'copy-only':
      return h('span', { class: 'key' }, `${key.slice(0, 8)}••••••••${key.slice(-4)}`)
    case 'code':
      return h('code', { class: 'key' }, key)
    case 'pre-with-command':
      return h('pre', {}, `curl https://api.openai.com/v1/models \\\n  -H "Authorization: Bearer ${key}"`)
    case 'cut-by-wbr':
      return h(
        'span',
        { class: 'key' },
        pieces(key).flatMap((piece, i) => (i ? [h('wbr'), piece] : [piece])),
      )
    case 'cut-by-spans':
      return h(
        'span',
        { class: 'key' },
        pieces(key).map(piece => h('span', {}, piece)),
      )
    case 'environment-text':
      return h('code', { class: 'key' }, h('span', {}, 'OPENAI_API_KEY='), h('span', {}, key))
    case 'button-with-key':
      return h('button', { type: 'button', class: 'press key', onclick: copyNow }, key)
    case 'description-list':
      return h(
        'dl',
        {},
        h('dt', {}, w('keyName')),
        h('dd', {}, shownKey().name),
        h('dt', {}, 'Secret'),
        h('dd', { class: 'key' }, key),
      )
    default:
      return h('div', { class: 'key' }, key)
  }
}

function pieces(key) {
  return key.match(/.{1,12}/g) ?? []
}

function isMasked() {
  return (form.startsWith('masked') && !ui.unmasked) || form === 'copy-only'
}

function copyNow() {
  const made = shownKey()
  if (!made) return
  made.copied = true
  ui.copied = true
  navigator.clipboard?.writeText(made.key).catch(() => {
    made.clipboardRefused = true
  })
  tell()
}

/** The key with its buttons, small enough for a row. */
export function keyWithButtons() {
  const { key } = shownKey()
  const draw = () => {
    const element = keyElement(key)
    sight.isKeyInSight = isDrawn => shownKey() !== null && !isMasked() && isDrawn(element)
    mark(element, 'key-shown')
    const parts = [element]
    if (form.startsWith('masked'))
      parts.push(
        mark(
          pressable([icon('eye')], () => assign(ui, { unmasked: !ui.unmasked }), {
            'aria-label': spoken('showKey'),
            plain: true,
          }),
          'reveal-eye',
          { todo: () => !ui.unmasked, isRight: () => !ui.unmasked },
        ),
      )
    if (copyButton !== 'none' && form !== 'button-with-key') parts.push(copyControl())
    return h('div', { class: 'bar' }, parts)
  }
  return slot(
    'div',
    () => [ui.unmasked, ui.copied, state.shown],
    () => shownKey() && draw(),
  )
}

function copyControl() {
  const attributes = copyButton === 'icon' ? { 'aria-label': spoken('copy') } : {}
  const label = copyButton === 'icon' ? [icon('copy')] : [w(ui.copied ? 'copied' : 'copy')]
  return mark(pressable(label, copyNow, attributes), 'copy', { todo: () => !shownKey()?.copied })
}

export function doneButton() {
  const isLoose = ['banner', 'toast', 'row', 'inline'].includes(place)
  if (stays && isLoose) return null
  return mark(
    pressable([w('done')], () => closeReveal('done'), { primary: !isLoose }),
    'done',
    {
      todo: () => copyButton === 'none' || form === 'button-with-key' || shownKey()?.copied === true,
    },
  )
}

function secondCopy(key) {
  return [h('p', { class: 'faint' }, '.env'), h('pre', {}, h('code', {}, `OPENAI_API_KEY="${key}"`))]
}

function idsBeside() {
  const made = shownKey()
  const texts = [
    made.id,
    `org-${lettersFrom(plan.key.seed + 31, 24)}`,
    `proj_${lettersFrom(plan.key.seed + 32, 24)}`,
    `req_${lettersFrom(plan.key.seed + 33, 32)}`,
  ]
  for (const text of texts) decoys.add(text)
  return h(
    'ul',
    { class: 'faint' },
    texts.map(text => h('li', {}, h('code', {}, text))),
  )
}

function fullReveal() {
  const made = shownKey()
  return [
    h('p', {}, w('revealText')),
    keyWithButtons(),
    twice && !isMasked() && secondCopy(made.key),
    ids && idsBeside(),
    h('div', { class: 'foot' }, doneButton()),
  ]
}

/** The reveal, for the part of the page that asks: main, banner, layer or toast. */
export function revealAt(where) {
  return slot(
    'div',
    () => [state.shown, location.pathname],
    () => {
      if (!shownKey()) return null
      const kind = place === 'same' ? plan.container : place === 'other-dialog' ? plan.reveal.box : place
      const isHere =
        kind === 'banner' || kind === 'toast'
          ? where === kind
          : kind === 'row'
            ? false
            : where === (isOverlay(kind) ? 'layer' : 'main')
      if (!isHere) return null
      if (kind === 'banner' || kind === 'toast')
        return h(
          'div',
          { class: kind === 'toast' ? 'toast' : 'note' },
          h('strong', {}, w('revealTitle')),
          ' ',
          w('revealText'),
          keyWithButtons(),
          doneButton(),
        )
      return box(kind, { title: w('revealTitle'), build: fullReveal, close: closeReveal })
    },
  )
}

/** Code with an example in it, as quick starts have it; it stands there before and after. */
export function exampleBlock() {
  const texts = []
  if (plan.distractions.includes('example-words')) texts.push('sk-proj-your-key-here', `sk-${'x'.repeat(48)}`)
  if (plan.distractions.includes('example-key'))
    texts.push(`sk-proj-${lettersFrom(plan.key.seed + 77, 74)}T3BlbkFJ${lettersFrom(plan.key.seed + 78, 74)}`)
  for (const text of texts) decoys.add(text)
  return texts.map(text =>
    h('pre', {}, h('code', {}, `export OPENAI_API_KEY="${text}"\npython first_call.py`)),
  )
}
