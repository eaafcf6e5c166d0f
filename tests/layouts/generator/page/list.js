/** The list of keys, with what each row offers, and how the end of a key is asked for. */
import { openContainer } from './containers.js'
import { mark } from './judge.js'
import { h, has, keep, later, say, wholeKey, word, world } from './kit.js'
import { makeButton } from './presses.js'

function shortForm(key) {
  const { lastFour } = key
  const { short } = world.plan.rows
  // The one that was just made is shown whole only once.
  if (short === 'whole') return world.plan.rows.keys.includes(key) ? wholeKey(key) : `…${lastFour}`
  if (short === 'none') return ''
  if (short === 'ends') return `…${lastFour}`
  return short === 'bullets' ? `sk-••••••••${lastFour}` : `sk-...${lastFour}`
}

export function keysThere() {
  const { made, ended } = world.state
  const own = made.map(({ full, name, id }) => ({ id, name, lastFour: full.slice(-4), created: 'Today' }))
  const { keys } = world.plan.rows
  const before = world.plan.reveal.order === 'second' ? 1 : 0
  return [...keys.slice(0, before), ...own, ...keys.slice(before)].filter(({ id }) => !ended.includes(id))
}

const onePage = 20
/** About so high is a row, in pixels. */
const rowHeight = 48

/** Those of a long list that are drawn. */
function keysDrawn() {
  const { reach } = world.plan.rows
  const all = keysThere()
  world.list ??= { search: '', page: 0, from: 0 }
  const { list } = world
  const found = all.filter(({ name }) => name.toLowerCase().includes(list.search.toLowerCase()))
  if (reach === 'scroll') return all.slice(list.from, list.from + onePage)
  return reach === 'all' ? all : found.slice(list.page * onePage, (list.page + 1) * onePage)
}

/** @returns what brings the wanted row into the list; null when it is there, or not to be had */
export function nextOfReach() {
  const { reach, subject } = world.plan.rows
  const key = keysThere().find(({ id }) => id === subject)
  if (!key || keysDrawn().some(({ id }) => id === subject)) return null
  if (reach === 'search') return { purpose: 'search', value: key.name }
  return { purpose: reach === 'pages' ? 'next-page' : 'list-scroll' }
}

function drawReach(redraw) {
  const { reach } = world.plan.rows
  if (reach === 'search') {
    const field = h('input', { type: 'search', placeholder: word('search'), value: world.list.search })
    field.addEventListener('input', () => {
      world.list.search = field.value
      redraw()
    })
    return mark('search', field, {
      act(value) {
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
      },
    })
  }
  if (reach !== 'pages') return null
  const next = () => {
    world.list.page = (world.list.page + 1) % Math.ceil(keysThere().length / onePage)
    redraw()
  }
  return h(
    'div',
    { class: 'foot' },
    makeButton(word('nextPage'), next, { purpose: 'next-page', tag: 'button' }),
  )
}

export function drawList() {
  const { details } = world
  if (details && keysThere().some(({ id }) => id === details.id)) return drawDetails(details)
  const place = h('div', {})
  const redraw = () => place.replaceChildren(drawRows())
  keysDrawn()
  if (world.plan.rows.reach === 'scroll') return drawWindow()
  redraw()
  return h('section', {}, drawReach(redraw), place)
}

/** Of a long list only the rows around what is scrolled to are there. */
function drawWindow() {
  const place = h('div', { class: 'window' })
  const redraw = () => {
    const { from } = world.list
    const space = count => h('div', { style: `height: ${count * rowHeight}px` })
    const { scrollTop } = place
    place.replaceChildren(space(from), drawRows(), space(keysThere().length - from - onePage))
    place.scrollTop = scrollTop
  }
  place.addEventListener('scroll', () => {
    const from = Math.max(
      0,
      Math.min(keysThere().length - onePage, Math.floor(place.scrollTop / rowHeight) - 5),
    )
    if (Math.abs(from - world.list.from) < 4) return
    world.list.from = from
    redraw()
  })
  redraw()
  const at = keysThere().findIndex(({ id }) => id === world.plan.rows.subject)
  return mark('list-scroll', place, {
    act() {
      place.scrollTop = at * rowHeight
    },
  })
}

function drawRows() {
  const keys = keysDrawn()
  if (keys.length === 0) return h('p', { class: 'note' }, say(word('empty')))
  const { shape } = world.plan.rows
  const rows = keys.map(key => drawRow(key, shape))
  if (shape === 'table') {
    const head = h('tr', {}, ...[word('name'), word('keys'), ''].map(text => h('th', {}, say(text))))
    return h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows))
  }
  if (shape === 'list') return h('ul', {}, ...rows)
  return h(
    'div',
    { class: shape === 'cards' ? 'cards' : 'grid', role: shape === 'grid' ? 'grid' : null },
    ...rows,
  )
}

function drawRow(key, shape) {
  const isSubject = key.id === world.plan.rows.subject
  const ask = () => askForEnd(key)
  const { action } = world.plan.rows
  const isOff = world.plan.situation === 'not-allowed'
  const purposes = isSubject ? { menu: 'row-menu', end: 'revoke' } : {}
  const isPage = action === 'details'
  const act = isPage
    ? null
    : action === 'menu'
      ? makeButton(word('more'), event => openMenu(event, ask, purposes), {
          purpose: purposes.menu,
          shape: 'icon',
          sign: 'dots',
          isOff,
          tag: 'button',
        })
      : makeButton(word('revoke'), ask, {
          purpose: purposes.end,
          shape: action === 'icon' ? 'icon' : 'words',
          sign: 'bin',
          isOff,
          tag: 'button',
        })
  if (has('on-hover')) for (const one of world.marks) if (one.element === act) one.isOnHover = true
  const cells = [
    isPage ? drawLink(key, isSubject) : h('b', {}, key.name),
    shownIn(key) ?? h('code', {}, shortForm(key)),
    h('span', {}, key.created),
    act,
  ]
  const row =
    shape === 'table'
      ? h('tr', {}, h('td', {}, cells[0], ' ', cells[2]), h('td', {}, cells[1]), h('td', {}, cells[3]))
      : h(shape === 'list' ? 'li' : 'div', { class: 'one', role: shape === 'grid' ? 'row' : null }, ...cells)
  if (has('on-hover')) row.classList.add('shows-on-hover')
  return isSubject ? mark('row', row) : row
}

/** A new key that is shown in its own row. */
const shownIn = ({ id }) =>
  world.shown && id === world.state.made.at(-1)?.id ? world.shown.inRow : undefined

function drawLink(key, isSubject) {
  const link = h('a', { href: '#' }, key.name)
  link.addEventListener('click', event => {
    event.preventDefault()
    world.details = key
    later(world.draw)
  })
  return isSubject ? mark('row-open', link) : link
}

/** The page about one key: what ends it stands at its end. */
function drawDetails(key) {
  const isSubject = key.id === world.plan.rows.subject
  const back = makeButton(word('keys'), () => {
    world.details = null
    later(world.draw)
  })
  const end = makeButton(word('revoke'), () => askForEnd(key), {
    ...(isSubject && { purpose: 'revoke' }),
    isOff: world.plan.situation === 'not-allowed',
  })
  return h(
    'section',
    {},
    back,
    h('h2', {}, key.name),
    h('p', {}, h('code', {}, shortForm(key)), ' · ', key.created),
    h('div', { class: 'foot' }, end),
  )
}

function openMenu(event, ask, purposes) {
  world.menu?.remove()
  const at = event.currentTarget.getBoundingClientRect()
  const end = h('div', { role: 'menuitem', class: 'item', tabindex: '-1' }, say(word('revoke')))
  end.addEventListener('click', () => {
    world.menu?.remove()
    ask()
  })
  if (purposes.end) mark(purposes.end, end)
  world.menu = h(
    'div',
    { role: 'menu', class: 'listbox' },
    h('div', { role: 'menuitem', class: 'item' }, say(word('copy'))),
    end,
  )
  world.menu.style.left = `${Math.max(0, at.right - 220)}px`
  world.menu.style.top = `${at.bottom + 4}px`
  document.body.append(world.menu)
}

/** What is drawn for the question, by where the site asks. */
const boxesOfEnding = { box: 'dialog-plain', native: 'native-dialog', frame: 'frame-over' }

function askForEnd(key) {
  if (world.ending) return
  const { confirm, ending } = world.plan
  const isSubject = key.id === world.plan.rows.subject
  const purposeOf = name => (isSubject ? name : undefined)
  if (confirm === 'none') return endKey(key)
  if (confirm === 'twice') return askOnceMore(key, isSubject)
  if (ending === 'browser') {
    if (window.confirm(`${word('revokeTitle')} ${key.name}`)) endKey(key)
    return
  }
  const state = { key, isReady: confirm === 'press' }
  const place = h('span', {})
  const drawSure = () =>
    place.replaceChildren(
      makeButton(word('revokeSure'), () => endKey(key), {
        purpose: purposeOf('confirm-revoke'),
        isMain: true,
        isOff: !state.isReady,
      }),
    )
  const ready = isReady => {
    if (state.isReady === isReady) return
    state.isReady = isReady
    drawSure()
  }
  const input =
    confirm === 'type'
      ? h('input', { type: 'text', 'aria-label': word('revokeType') })
      : h('input', { type: 'checkbox' })
  input.addEventListener('input', () =>
    ready(confirm === 'type' ? input.value.trim() === key.name : input.checked),
  )
  if (confirm !== 'press' && isSubject)
    mark(confirm === 'type' ? 'confirm-field' : 'confirm-check', input, {
      act(value) {
        if (confirm === 'check') return input.click()
        input.value = value ?? key.name
        input.dispatchEvent(new Event('input', { bubbles: true }))
      },
    })
  const more =
    confirm === 'press'
      ? []
      : [h('label', { class: 'field' }, say(word(confirm === 'type' ? 'revokeType' : 'revokeCheck')), input)]
  drawSure()
  const { container: form } = world.plan
  const kind = boxesOfEnding[ending] ?? (['page', 'frame', 'shadow'].includes(form) ? 'dialog' : form)
  const close = () => {
    container.close()
    world.ending = null
  }
  const content = [
    h('p', {}, h('b', {}, key.name), ' ', h('code', {}, shortForm(key))),
    ...more,
    h('div', { class: 'foot' }, makeButton(word('cancel'), close), place),
  ]
  const container = openContainer(kind, word('revokeTitle'), content, () => {
    world.ending = null
  })
  world.ending = { state, close }
}

/** The button that was pressed asks, in its own place. */
function askOnceMore(key, isSubject) {
  const place = h('div', { class: 'banner' })
  const close = () => {
    place.remove()
    world.ending = null
  }
  const sure = makeButton(word('revokeSure'), () => endKey(key), {
    ...(isSubject && { purpose: 'confirm-revoke' }),
    isMain: true,
  })
  place.append(h('span', {}, say(word('revokeTitle'))), sure, makeButton(word('cancel'), close))
  world.place.append(place)
  world.ending = { state: { key, isReady: true }, close }
}

function endKey(key) {
  const apply = () => {
    if (!world.state.ended.includes(key.id)) world.state.ended.push(key.id)
    keep()
    world.ending?.close()
    world.draw()
  }
  const { optimistic } = world.plan.timing
  if (optimistic) apply()
  later(() => {
    if (!optimistic) apply()
    world.finishStage('end')
  })
}
