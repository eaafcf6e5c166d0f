/** What stands around: navigation, project, what distracts, and the gates before the real thing (signing in, a phone number). */
import { openContainer } from './containers.js'
import { makeField } from './controls.js'
import { mark } from './judge.js'
import { h, keep, later, say, word, world } from './kit.js'
import { makeButton } from './presses.js'
import { exampleKey } from './reveal.js'

const places = ['keys', 'billing', 'limits', 'projects', 'usage', 'general', 'security']

export function drawNav(own) {
  const links = places.map(term => {
    const isHere = word(term) === world.plan.heading
    const link = h(
      'a',
      { href: isHere ? own : '#', 'aria-current': isHere && location.pathname === own ? 'page' : null },
      say(word(term)),
    )
    link.addEventListener('click', event => {
      event.preventDefault()
      if (!isHere || location.pathname === own) return
      if (world.plan.isLoaded) location.assign(own)
      else {
        history.pushState(null, '', own)
        later(() => world.draw())
      }
    })
    return isHere ? mark('nav', link) : link
  })
  return h('nav', { 'aria-label': 'Main' }, drawSwitch(), ...links)
}

function drawSwitch() {
  const { given } = world.plan
  const { project } = world.state
  const button = h('button', { type: 'button', class: 'list', 'aria-haspopup': 'listbox' }, say(project))
  button.addEventListener('click', () => {
    world.menu?.remove()
    const items = world.plan.projects.map(name => {
      const item = h(
        'div',
        { role: 'option', class: 'item', 'aria-selected': String(name === project) },
        name,
      )
      item.addEventListener('click', () => {
        world.menu?.remove()
        world.state.project = name
        keep()
        later(() => world.draw())
      })
      return name === given.project ? mark('project-switch-option', item) : item
    })
    world.menu = h('div', { role: 'listbox', class: 'listbox' }, ...items)
    const at = button.getBoundingClientRect()
    world.menu.style.left = `${at.left}px`
    world.menu.style.top = `${at.bottom + 4}px`
    document.body.append(world.menu)
  })
  world.switchOpen = () => world.menu?.isConnected === true && world.menu.getAttribute('role') === 'listbox'
  return mark('project-switch', button)
}

export function drawDistractions() {
  const has = name => world.plan.distractions.includes(name)
  return [
    has('cookies') && closable('bottom', 'We use cookies to make this page work.', ['Accept all', 'Reject']),
    has('survey') && closable('corner', 'How likely are you to recommend us?', ['0', '5', '10', 'Skip']),
    has('news') &&
      h('div', { class: 'banner' }, 'New: models that listen. ', h('a', { href: '#' }, 'Read more')),
  ]
}

/** Beside the list, as in the first steps of many consoles. */
export function drawLesson() {
  const has = name => world.plan.distractions.includes(name)
  const key = has('example-key') ? exampleKey() : '$OPENAI_API_KEY'
  if (!has('example-key') && !has('example-words')) return null
  return h(
    'section',
    {},
    h('h3', {}, 'Example request'),
    h(
      'pre',
      {},
      h('code', {}, `curl https://api.openai.com/v1/models \\\n  -H "Authorization: Bearer ${key}"`),
    ),
  )
}

function closable(place, text, answers) {
  const box = h('div', { class: place }, h('span', {}, text))
  for (const answer of answers) {
    const button = h('button', { type: 'button', class: 'press' }, answer)
    button.addEventListener('click', () => box.remove())
    box.append(button)
  }
  return box
}

export function drawSignIn() {
  const button = makeButton(
    word('signIn'),
    () =>
      later(() => {
        world.state.isSignedIn = true
        keep()
        world.draw()
      }),
    { purpose: 'sign-in', isMain: true },
  )
  return h('main', {}, h('h1', {}, say(word('signInNote'))), button)
}

export function drawPhoneBanner() {
  const start = makeButton(word('phoneStart'), () => askPhone(), { purpose: 'phone-start', isMain: true })
  return h('div', { class: 'banner', role: 'status' }, h('p', {}, say(word('phoneNote'))), start)
}

const phoneField = {
  purpose: 'phone',
  term: 'phone',
  widget: 'text',
  options: [],
  wanted: '2025550143',
  first: '',
  isRequired: true,
}
const codeField = {
  purpose: 'code',
  term: 'code',
  widget: 'text',
  options: [],
  wanted: '135790',
  first: '',
  isRequired: true,
}

export function askPhone() {
  const phone = { values: {}, isSent: false, field: null, container: null }
  const draw = () => {
    phone.container?.close()
    phone.field = makeField(phone.isSent ? codeField : phoneField, phone.values, () => {})
    const go = phone.isSent
      ? makeButton(word('codeCheck'), () => later(verified), { purpose: 'code-check', isMain: true })
      : makeButton(
          word('phoneSend'),
          () =>
            later(() => {
              phone.isSent = true
              draw()
            }),
          { purpose: 'phone-send', isMain: true },
        )
    phone.container = openContainer('dialog', word('phoneNote'), [
      phone.field.element,
      h('div', { class: 'foot' }, go),
    ])
  }
  const verified = () => {
    phone.container?.close()
    world.phone = null
    world.state.phone = 'ok'
    keep()
    world.draw()
    const { afterPhone } = world
    world.afterPhone = null
    afterPhone?.()
  }
  world.phone = phone
  draw()
}
