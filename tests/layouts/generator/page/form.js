/** A form, opened as the plan says: its opener, its fields in one piece or in steps, and what happens when it is sent. */
import { openContainer } from './containers.js'
import { makeField } from './controls.js'
import { interrupted, toast } from './interruptions.js'
import { h, has, keep, later, makeKey, say, word, world } from './kit.js'
import { makeButton, withTwin } from './presses.js'
import { showKey } from './reveal.js'

/** @returns {any[]} what opens it */
export function drawOpener(stage) {
  const { opener, situation, container } = world.plan
  if (container === 'standing') return []
  const isOff = situation === 'not-allowed' || (situation === 'phone-before' && world.state.phone !== 'ok')
  const text = word(stage.opener)
  const main = () =>
    makeButton(text, () => openForm(stage), {
      purpose: 'open-form',
      isMain: true,
      shape: opener === 'split' ? 'words' : opener,
      isOff,
    })
  if (opener === 'split')
    return [main(), makeButton(word('more'), () => {}, { shape: 'icon', sign: 'dots', isOff })]
  if (opener !== 'menu') return withTwin(main)
  const toggle = makeButton(
    word('more'),
    event => {
      world.menu?.remove()
      const item = makeButton(
        text,
        () => {
          world.menu?.remove()
          openForm(stage)
        },
        { purpose: 'open-form', tag: 'button' },
      )
      item.setAttribute('role', 'menuitem')
      world.menu = h('div', { role: 'menu', class: 'listbox' }, item)
      const at = event.currentTarget.getBoundingClientRect()
      world.menu.style.left = `${Math.max(0, at.right - 240)}px`
      world.menu.style.top = `${at.bottom + 4}px`
      document.body.append(world.menu)
    },
    { purpose: 'open-form-menu', shape: 'plus', isOff },
  )
  return [toggle]
}

export function openForm(stage) {
  if (world.form) return
  later(() => {
    if (world.form) return
    world.form = { stage, values: {}, step: 0, fields: [], container: null, isLoading: has('fills-late') }
    if (world.plan.container === 'page') history.pushState(null, '', `${stage.path}/new`)
    draw()
    if (has('fills-late')) fill()
  })
}

/** What opened empty asks the server what is to stand in it. */
function fill() {
  const { form } = world
  world.busy++
  setTimeout(() => {
    world.busy--
    form.isLoading = false
    if (world.form === form) draw()
  }, 700)
}

const stepsOf = ({ fields }) => {
  const ordered = world.plan.fieldsReversed ? [...fields].reverse() : fields
  const half = world.plan.isWizard && ordered.length > 1 ? Math.ceil(ordered.length / 2) : ordered.length
  const rest = ordered.slice(half)
  return [
    ...(has('lectures') ? [[]] : []),
    ordered.slice(0, half),
    ...(rest.length > 0 ? [rest] : []),
    ...(has('sums-up') ? [[]] : []),
  ]
}

const rules = {
  purpose: 'rules',
  term: 'rules',
  widget: 'checkbox',
  options: [],
  wanted: 'on',
  first: 'off',
  isRequired: true,
}

/** A part without fields: what to think of before, or what was chosen. */
function drawWords({ step, values }) {
  if (step === 0) return [h('h3', {}, say(word('lecture'))), h('p', {}, say(word('revealNote')))]
  const lines = Object.entries(values).map(([purpose, value]) => h('li', {}, `${purpose}: ${value}`))
  return [h('h3', {}, say(word('summary'))), h('ul', {}, ...lines)]
}

function draw() {
  const { form } = world
  form.container?.close()
  const { stage } = form
  const steps = stepsOf(stage)
  form.isLast = form.step === steps.length - 1
  const asked = [...(steps[form.step] ?? []), ...(form.isLast && has('has-rules') ? [rules] : [])]
  form.fields = form.isLoading ? [] : asked.map(field => makeField(field, form.values, changed))
  form.place = h('span', {})
  drawSubmit()
  const foot = [
    ...(world.plan.container === 'standing' ? [] : [makeButton(word('cancel'), closeForm)]),
    form.place,
  ]
  const content = [
    form.refused && h('p', { role: 'alert' }, say(form.refused)),
    has('progress') && steps.length > 1 && drawProgress(steps.length, form.step),
    ...(form.isLoading ? [h('div', { class: 'veil' })] : []),
    ...(!form.isLoading && steps[form.step]?.length === 0 ? drawWords(form) : []),
    h('div', { class: has('scrolled') ? 'scrolls' : '' }, ...form.fields.map(({ element }) => element)),
    !form.isLoading && has('adds-more') && form.fields.length > 0 && drawAddMore(),
    !form.isLoading && h('div', { class: 'foot' }, ...(world.plan.submitFirst ? foot.reverse() : foot)),
  ].filter(Boolean)
  form.container = openContainer(world.plan.container, word(stage.title), content, () => {
    world.form = null
    world.draw()
  })
}

/** One more line for something that no guide asks for. */
function drawAddMore() {
  const lines = h('div', {})
  const add = makeButton(word('addMore'), () =>
    lines.append(h('select', { 'aria-label': '2' }, h('option', {}, '–'))),
  )
  return h('div', {}, lines, add)
}

const drawProgress = (count, now) =>
  h(
    'ol',
    { class: 'row', 'aria-label': 'Progress' },
    ...Array.from({ length: count }, (_, at) =>
      h(
        'li',
        { 'aria-current': at === now ? 'step' : null },
        h(
          'button',
          { type: 'button', disabled: at > now, class: 'hint' },
          `${at + 1}. ${word(at === 0 ? 'name' : 'permissions')}`,
        ),
      ),
    ),
  )

export const isFilled = ({ field, get }) => get() === field.wanted

function drawSubmit() {
  const { form } = world
  const isOff = form.fields.some(
    ({ field, get }) => field.isRequired && ['', field.widget === 'checkbox' && 'off'].includes(get()),
  )
  if (form.wasOff === isOff && form.place.childNodes.length > 0) return
  form.wasOff = isOff
  const button = form.isLast
    ? makeButton(word(form.stage.submit), submit, { purpose: 'submit', isMain: true, isOff })
    : makeButton(word('next'), goOn, { purpose: 'next-step', isMain: true, isOff })
  form.place.replaceChildren(button)
}

function changed(field) {
  if (!world.form) return
  drawSubmit()
  const isTyped = ['text', 'textarea', 'number', 'date'].includes(field.widget)
  if (world.plan.timing.redraws && !isTyped) setTimeout(() => world.form && redraw(), 40)
}

/** The same form of new nodes, as libraries draw it that key their parts by chance. */
function redraw() {
  const { container } = world.plan
  // A modal thing that closed and opened would be another one.
  if (['native-dialog', 'native-open', 'popover', 'frame', 'standing'].includes(container)) return
  draw()
}

world.redrawForm = () => world.form && draw()

function goOn() {
  later(() => {
    if (!world.form) return
    world.form.step++
    draw()
  })
}

export function closeForm() {
  const { form } = world
  world.form = null
  form?.container?.close()
  if (form && location.pathname.endsWith('/new')) history.pushState(null, '', form.stage.path)
  world.draw()
}

function submit() {
  const { form } = world
  later(() => {
    if (world.form !== form) return
    const { situation } = world.plan
    if (situation === 'policy') {
      form.refused = word('policy')
      world.state.isRefused = true
      return draw()
    }
    if (situation === 'phone-after' && world.state.phone !== 'ok') {
      world.afterPhone = () => send(form)
      return world.askPhone()
    }
    if (has('varies') && !world.isVaried) return vary()
    interrupted(word(form.stage.submit), form, () => send(form))
  })
}

/** What was sent failed, and from here on the site is another variant of itself. */
function vary() {
  world.isVaried = true
  Object.assign(world.plan.words, world.plan.variant)
  if (world.plan.container !== 'standing') world.plan.container = 'inline'
  closeForm()
  toast(word('failed'))
}

/** What stays where it is when the form was sent: it is emptied, and does nothing any more. */
function staying(form) {
  if (!has('stays') || !['inline', 'aside', 'drawer-plain', 'shadow'].includes(world.plan.container))
    return null
  const { element } = form.container
  for (const field of element.querySelectorAll('input[type=text],textarea')) field.value = ''
  return element.getRootNode().host ?? element
}

function send(form) {
  const { stage, values } = form
  Object.assign(world.state.sent, values)
  world.form = null
  world.stay = stage.makes === 'key' ? staying(form) : null
  if (!world.stay) form.container?.close()
  toast()
  if (stage.makes === 'nothing') {
    keep()
    world.finishStage('fill')
    return
  }
  const full = makeKey(world.state.made.length + 1)
  const name = values.name ?? values['service-name'] ?? ''
  world.state.made.push({
    full,
    name: name || 'Secret key',
    id: `key_${full.slice(30, 46)}`,
    copied: false,
    closedBy: null,
  })
  if (has('reloads')) {
    world.state.showing = full
    keep()
    location.assign(stage.path)
    return
  }
  keep()
  world.draw()
  if (world.stay?.isConnected === false) world.place.append(world.stay)
  showKey(full, () => {
    if (world.stay) form.container.close()
    world.stay = null
    endFill(stage)
  })
}

function endFill(stage) {
  if (location.pathname.endsWith('/new')) history.pushState(null, '', stage.path)
  world.finishStage('fill')
}

/** The page that answers what was sent shows what came of it. */
export function showWhatWasSent(stage) {
  const { showing } = world.state
  if (!showing) return
  showKey(showing, () => {
    delete world.state.showing
    endFill(stage)
  })
}
