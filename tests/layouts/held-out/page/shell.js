/** What stands around a page: navigation, who is signed in, and everything that is beside the point. */
import { actionMenu } from './choices.js'
import { openForm } from './forms.js'
import { assign, go, h, icon, isPath, pressable, slot, slowly, state, tell, ui, w } from './kit.js'
import { mark } from './marks.js'
import { plan } from './plan.js'

const destinations = {
  navKeys: /key|app/,
  navUsage: /usage/,
  navBilling: /billing/,
  navLimits: /spending/,
  navProjects: /create-project/,
  navGeneral: /verify/,
  navSecurity: /secure/,
}

/** The item of the navigation that leads to this layout's page. */
function isDestination(term) {
  const first = Object.entries(destinations).find(([, tasks]) => tasks.test(plan.task))
  return first?.[0] === term
}

export function isAway() {
  return isPath('start') && plan.paths.start !== plan.paths.main
}

function link(term) {
  const isThere = isDestination(term)
  const href = isThere ? plan.paths.main : `/elsewhere/${term}`
  const follow = event => {
    event.preventDefault()
    if (isThere) {
      go(href)
      tell()
    }
  }
  const element = h(
    'a',
    { href, onclick: follow, 'aria-current': isThere && !isAway() ? 'page' : undefined },
    w(term),
  )
  if (isThere) mark(element, 'nav', { todo: isAway, isRight: isAway })
  return h('li', {}, element)
}

function projectSwitch() {
  const choose = name => {
    state.current = name
    state.form.project = name
    tell()
  }
  const items = () =>
    state.projects.map(name => ({
      text: name,
      press: () => choose(name),
      purpose: name === plan.given.project ? 'project-switch-option' : undefined,
    }))
  const element = h(
    'button',
    { type: 'button', class: 'press', 'aria-haspopup': 'menu', onclick: () => actionMenu(element, items()) },
    state.current,
  )
  return mark(element, 'project-switch', { isRight: () => state.current !== plan.given.project })
}

function navigation() {
  const items = () => h('ul', {}, Object.keys(destinations).map(link))
  const { shell } = plan.look
  if (shell === 'bare')
    return h(
      'nav',
      { class: 'across' },
      slot('div', () => [state.current], projectSwitch),
      items(),
    )
  if (shell === 'head')
    return h(
      'header',
      {},
      h(
        'nav',
        { class: 'across', 'aria-label': 'Main navigation' },
        h('strong', {}, 'OpenAI Platform'),
        slot('div', () => [state.current], projectSwitch),
        items(),
      ),
    )
  if (shell === 'burger') {
    const press = () => {
      ui.menu = !ui.menu
      tell()
    }
    return h(
      'header',
      { class: 'bar' },
      mark(pressable([icon('menu')], press, { plain: true, 'aria-label': 'Menu' }), 'nav', {
        todo: () => isAway() && !ui.menu,
        isRight: isAway,
      }),
      slot(
        'div',
        () => [ui.menu],
        () => ui.menu && h('nav', { class: 'across' }, items()),
      ),
    )
  }
  return h(
    'aside',
    { 'aria-label': 'Main navigation' },
    h(
      'nav',
      {},
      slot('div', () => [state.current], projectSwitch),
      items(),
    ),
  )
}

export function around(main) {
  const across = plan.look.shell !== 'side'
  return h(
    'div',
    { class: across ? 'shell stack' : 'shell' },
    navigation(),
    h(
      plan.look.shell === 'bare' ? 'div' : 'main',
      { class: 'page', style: 'padding:20px;flex:1;min-width:0' },
      main,
    ),
  )
}

export function signedOut() {
  const signIn = () => slowly('sign-in', () => Object.assign(state, { signedIn: true }))
  return h(
    'main',
    {},
    h('h1', {}, w('signedOut')),
    mark(pressable([w('logIn')], signIn, { primary: true }), 'sign-in', { todo: () => true }),
  )
}

const has = name => plan.distractions.includes(name)

export function besideMain() {
  return [
    has('palette') &&
      h('input', {
        type: 'search',
        role: 'combobox',
        placeholder: 'Search for a page to navigate to.',
        'aria-label': 'Search for a page to navigate to.',
      }),
    has('payment-banner') &&
      h(
        'div',
        { class: 'note' },
        h('strong', {}, 'Payment method needed'),
        ' ',
        h('a', { href: '#', onclick: event => event.preventDefault() }, 'Go to Billing'),
      ),
    has('checklist') && checklist(),
  ]
}

/** "Get started" has an entry that opens the form as well. */
function checklist() {
  const isUsable =
    plan.task !== 'revoke-key' && ['ready', 'expiry-required', 'other-project'].includes(plan.situation)
  const entry = h(
    'button',
    { type: 'button', class: 'press plain', onclick: () => isUsable && openForm() },
    '1. Create an API key',
  )
  if (isUsable) mark(entry, 'open-form', { isRight: () => state.made.length === 0 && !ui.open })
  return h(
    'section',
    { class: 'card flat' },
    h('h3', {}, 'Get started'),
    entry,
    h('p', { class: 'faint' }, '2. Test models'),
    h('p', { class: 'faint' }, '3. Add credits'),
  )
}

export function besideLayer() {
  return [
    has('help-button') && h('button', { type: 'button', class: 'press help', 'aria-label': 'Help' }, '?'),
    has('survey') &&
      slot(
        'div',
        () => [ui.survey],
        () =>
          !ui.survey &&
          h(
            'aside',
            { class: 'survey' },
            h('p', {}, 'How likely are you to recommend us?'),
            h(
              'div',
              { class: 'pills' },
              [1, 2, 3, 4, 5].map(n => h('button', { type: 'button' }, n)),
            ),
            h('input', { type: 'text', 'aria-label': 'Comments' }),
            h('button', { type: 'button', onclick: () => assign(ui, { survey: true }) }, 'Submit'),
          ),
      ),
    has('newsletter') &&
      h(
        'footer',
        { style: 'padding:12px' },
        h('label', {}, 'News by e-mail ', h('input', { type: 'email', style: 'width:200px' })),
        h('button', { type: 'button' }, 'Create alert'),
      ),
    has('cookies') &&
      slot(
        'div',
        () => [ui.cookies],
        () =>
          ui.cookies &&
          h(
            'div',
            { class: 'cookies', role: 'dialog', 'aria-label': 'Cookies' },
            h('p', {}, 'We use cookies.'),
            ['Accept all', 'Reject', 'Manage'].map(text =>
              h(
                'button',
                { type: 'button', class: 'press', onclick: () => assign(ui, { cookies: false }) },
                text,
              ),
            ),
          ),
      ),
    has('news') &&
      slot(
        'div',
        () => [ui.news],
        () =>
          ui.news &&
          h(
            'div',
            { class: 'layer', style: 'z-index:50' },
            h('div', { class: 'dim' }),
            h(
              'div',
              { role: 'dialog', 'aria-modal': 'true', class: 'card centre', 'aria-label': 'What’s new' },
              h('h2', {}, 'What’s new'),
              h('p', {}, 'New models are here.'),
              mark(
                h(
                  'button',
                  { type: 'button', class: 'press', onclick: () => assign(ui, { news: false }) },
                  'Got it',
                ),
                'clear-away',
                { todo: () => true },
              ),
            ),
          ),
      ),
  ]
}
