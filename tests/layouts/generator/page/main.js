/** The page's story: what is drawn when, what comes next, and what has been reached. */
import { makeField } from './controls.js'
import { drawOpener, isFilled, openForm, showWhatWasSent } from './form.js'
import { nextOfInterruption } from './interruptions.js'
import { createTruth, mark, marksOf } from './judge.js'
import { h, has, keep, later, restore, say, wholeKey, word, world } from './kit.js'
import { drawList, keysThere, nextOfReach } from './list.js'
import { exampleKey, isKeyInSight } from './reveal.js'
import { askPhone, drawDistractions, drawLesson, drawNav, drawPhoneBanner, drawSignIn } from './shell.js'
import { sheet } from './style.js'

const stageNow = () => world.plan.stages[world.state.stage]
const ownPath = () => world.plan.paths.old[0]
const isAway = () => location.pathname === world.plan.paths.away && world.plan.situation === 'away'

function draw() {
  world.menu?.remove()
  document.body.querySelector('.shell')?.remove()
  const { plan, state } = world
  world.content = h('div', {})
  world.place = h('div', {})
  const main = h('main', {}, world.content)
  if (!state.isSignedIn) {
    document.body.prepend(h('div', { class: 'shell' }, drawSignIn()))
    return
  }
  if (isAway()) world.content.append(h('h1', {}, 'Home'))
  else if (isBehindTab()) world.content.append(drawTabs(), h('p', {}, say(word('empty'))))
  else world.content.append(...[has('tabs') && drawTabs(), ...drawStage(stageNow())].filter(Boolean))
  document.body.prepend(h('div', { class: 'shell' }, drawNav(ownPath()), main))
  document.title = isAway() ? 'Home' : plan.heading
  if (isAway() || isBehindTab()) return
  const fill = plan.stages.find(({ does }) => does === 'fill')
  const isBarred =
    plan.situation === 'not-allowed' || (plan.situation === 'phone-before' && state.phone !== 'ok')
  if (state.showing && !world.shown) showWhatWasSent(fill)
  else if (plan.container === 'standing' && stageNow()?.does === 'fill' && !isBarred) stand(stageNow())
}

/** A form that is always there is drawn with the page. */
function stand(stage) {
  if (world.shown || world.phone) return
  if (world.form) world.redrawForm()
  else openForm(stage)
}

const isBehindTab = () => has('tabs') && !world.isTabOpen

/** The task's page is one of a few tabs, and another one is open at first. */
function drawTabs() {
  const tab = (text, isOpen, press) => {
    const one = h(
      'button',
      { type: 'button', role: 'tab', class: 'hint', 'aria-selected': String(isOpen) },
      say(text),
    )
    one.addEventListener('click', press)
    return one
  }
  const show = isOpen => () => {
    world.isTabOpen = isOpen
    later(draw)
  }
  return h(
    'div',
    { role: 'tablist', class: 'tabs' },
    tab(word('overview'), isBehindTab(), show(false)),
    mark('nav', tab(world.plan.heading, !isBehindTab(), show(true))),
  )
}

function drawStage(stage) {
  const { plan, state } = world
  const isKeys = plan.stages.some(one => one.makes === 'key' || one.does === 'end')
  // What opens the form stays when everything is done: there could be a second key.
  const fill = stage?.does === 'fill' ? stage : plan.stages.find(({ does }) => does === 'fill')
  const isBarred = plan.situation === 'phone-before' && state.phone !== 'ok'
  return [
    h(
      'header',
      { class: has('sticky') ? 'top stays' : 'top' },
      h('h1', {}, say(plan.heading)),
      ...(fill ? drawOpener(fill) : []),
    ),
    plan.distractions.includes('news') && drawDistractions()[2],
    plan.situation === 'not-allowed' && h('p', { role: 'note' }, say(word('notAllowed'))),
    isBarred && drawPhoneBanner(),
    world.place,
    isKeys && drawList(),
    stage?.does === 'look' && drawLook(stage),
    !isKeys && state.stage > 0 && h('p', { role: 'status' }, say(word('made'))),
    drawLesson(),
  ]
}

function drawLook(stage) {
  world.look = stage.fields.map(field => makeField(field, world.state.sent, () => keep()))
  return h(
    'section',
    {},
    mark('total', h('div', { class: 'one' }, h('b', {}, say(word('total'))), ' $3.41')),
    ...world.look.map(({ element }) => element),
    mark('export', h('button', { type: 'button', class: 'press' }, say(word('export')))),
  )
}

function finishStage(does) {
  if (stageNow()?.does === does) world.state.stage++
  keep()
  draw()
}

const need = (purpose, value) => ({ purpose, ...(value !== undefined && { value }) })

function nextOfField(fields) {
  const open = fields.find(one => !isFilled(one))
  if (!open) return null
  const { purpose, wanted } = open.field
  return need(open.isOpen() ? `${purpose}-option` : purpose, wanted)
}

function next() {
  const { plan, state } = world
  if (!state.isSignedIn) return need('sign-in')
  if (isAway()) return need('nav')
  if (world.phone) {
    const { field, isSent } = world.phone
    return nextOfField([field]) ?? need(isSent ? 'code-check' : 'phone-send')
  }
  if (world.over) return nextOfInterruption()
  if (world.shown) return nextOfKey(world.shown)
  if (isBehindTab() && stageNow()) return need('nav')
  const stage = stageNow()
  if (!stage || state.isRefused || plan.situation === 'not-allowed') return null
  if (plan.situation === 'other-project' && state.project !== plan.given.project)
    return world.switchOpen() ? need('project-switch-option') : need('project-switch')
  if (stage.does === 'end') return nextOfEnd()
  if (stage.does === 'look') return nextOfField(world.look ?? [])
  if (plan.situation === 'phone-before' && state.phone !== 'ok') return need('phone-start')
  if (!world.form) {
    const isInMenu = plan.opener === 'menu' && !(world.menu?.isConnected && marksOf('open-form').length > 0)
    return need(isInMenu ? 'open-form-menu' : 'open-form')
  }
  return nextOfField(world.form.fields) ?? need(world.form.isLast ? 'submit' : 'next-step')
}

function nextOfKey({ view }) {
  const { form } = world.plan.reveal
  const leave = view.isSaved ? 'done' : 'saved-box'
  if (form === 'copy-only') return need(world.state.made.at(-1).copied ? leave : 'copy')
  return need(view.isOpen ? leave : 'reveal-eye')
}

function nextOfEnd() {
  const { rows, confirm } = world.plan
  const { ending } = world
  const key = keysThere().find(({ id }) => id === rows.subject)
  if (!key) return null
  if (ending?.state.key.id === rows.subject) {
    if (ending.state.isReady || confirm === 'twice') return need('confirm-revoke')
    return confirm === 'type' ? need('confirm-field', key.name) : need('confirm-check')
  }
  const reach = nextOfReach()
  if (reach) return reach
  if (rows.action === 'details' && world.details?.id !== rows.subject) return need('row-open')
  const isMenu = rows.action === 'menu' && !(world.menu?.isConnected && marksOf('revoke').length > 0)
  return need(isMenu ? 'row-menu' : 'revoke')
}

/** What may be pointed at now without being wrong: beside what comes next, whatever else belongs to the same moment. */
function now() {
  const first = next()
  const also = []
  if (world.over)
    return first
      ? [
          first.purpose,
          ...(world.password ? ['password', 'sign-in'] : []),
          ...(world.mail ? ['code', 'code-check'] : []),
        ]
      : []
  if (world.shown)
    also.push(
      world.shown.view.isSaved ? 'done' : 'saved-box',
      'copy',
      ...(world.shown.view.isOpen ? ['key-shown'] : ['reveal-eye']),
    )
  else if (world.form && !world.phone && stageNow()?.does === 'fill') {
    also.push(...world.form.fields.map(({ field }) => field.purpose))
    // What the page takes as it is may be sent.
    if (!world.form.wasOff) also.push(world.form.isLast ? 'submit' : 'next-step')
  } else if (first && ['revoke', 'row-menu', 'row-open'].includes(first.purpose))
    also.push('row', 'row-menu', 'row-open', 'revoke')
  else if (first && ['open-form', 'open-form-menu'].includes(first.purpose))
    also.push('project-switch', 'nav')
  else if (stageNow()?.does === 'look') also.push('total', 'group-by', 'export')
  return [...new Set([...(first ? [first.purpose] : []), ...also])]
}

function isReached() {
  const { plan, state } = world
  if (plan.situation === 'not-allowed' || state.isRefused || !state.isSignedIn) return false
  const isMade = state.made.length > 0
  const isEnded = plan.rows.subject === null || state.ended.includes(plan.rows.subject)
  if (plan.stages.some(({ makes }) => makes === 'key')) return isMade && isEnded
  if (plan.stages.some(({ does }) => does === 'end')) return isEnded
  return plan.stages.some(({ does }) => does === 'look') || state.stage > 0
}

const wantedOf = purpose =>
  world.plan.stages.flatMap(stage => stage.fields ?? []).find(field => field.purpose === purpose)?.wanted

const flow = {
  next,
  now,
  isReached,
  isKeyInSight,
  valueOf: wantedOf,
  keys: () => world.state.made.map(({ full }) => full),
  notKeys: () => [
    ...(world.plan.distractions.includes('example-key') ? [exampleKey()] : []),
    ...(world.plan.reveal.order === 'alone' ? [] : world.plan.rows.keys.map(wholeKey)),
  ],
  happened: () => {
    const { made, ended, ...rest } = world.state
    const { subject } = world.plan.rows
    return {
      ...rest,
      made: made.map(({ id, copied, closedBy }) => ({ id, copied, closedBy })),
      ended: ended.filter(id => id === subject),
      wrongEnded: ended.filter(id => id !== subject),
    }
  },
}

/** What the server sent looks the same and does nothing; after two seconds the page is drawn anew. */
function hydrate(ready) {
  draw()
  const stop = event => {
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  addEventListener('click', stop, true)
  world.busy++
  setTimeout(() => {
    world.busy--
    removeEventListener('click', stop, true)
    // What stood in the page goes with it, and is drawn anew.
    world.shown = null
    ready()
  }, 2_000)
}

export function start(plan) {
  world.plan = plan
  world.state = restore() ?? {
    stage: 0,
    isSignedIn: plan.situation !== 'signed-out',
    phone: plan.situation.startsWith('phone') ? 'needed' : 'ok',
    project: 'Default project',
    made: [],
    ended: [],
    sent: {},
    isRefused: false,
  }
  Object.assign(world, { draw, finishStage, askPhone, isReady: false })
  // An address from before the page moved leads to where it is now, as on the real site.
  if (plan.paths.old.slice(1).includes(location.pathname) || location.pathname.endsWith('/new'))
    history.replaceState(null, '', ownPath())
  document.head.append(h('style', {}, sheet()))
  const ready = () => {
    world.isReady = true
    draw()
    document.body.append(...drawDistractions().slice(0, 2).filter(Boolean))
  }
  if (plan.timing.skeleton) {
    const veil = h(
      'div',
      { class: 'shell' },
      h('nav', {}),
      h('main', {}, ...[1, 2, 3].map(() => h('div', { class: 'veil' }))),
    )
    document.body.prepend(veil)
    later(ready)
  } else if (has('hydrates')) hydrate(ready)
  else ready()
  addEventListener('popstate', () => draw())
  window.__truth = createTruth(flow)
}
