/** State, drawing and elements. Whatever changes calls `tell`; `slot` draws again what depends on it. */
import { plan } from './plan.js'

const storage = plan.id
const stored = JSON.parse(sessionStorage.getItem(storage) ?? 'null')

/** What a server would know; it survives a load of the page. */
export const state = stored ?? structuredClone(plan.start)
/** What only this view of the page knows. */
export const ui = { open: false, step: 0, list: null, busy: null, news: true, cookies: true, ready: false }

const watchers = new Set()
let mountAll = () => {}

export function onMount(draw) {
  mountAll = draw
}

export function save() {
  sessionStorage.setItem(storage, JSON.stringify(state))
}

/** Brings what depends on the state up to date without replacing what stays. */
export function refresh() {
  save()
  for (const watcher of [...watchers]) {
    if (watcher.element.isConnected) watcher.wasThere = true
    else if (watcher.wasThere) {
      watchers.delete(watcher)
      continue
    }
    watcher.update()
  }
}

/** After a change: the parts that depend on it, or every node of the page where the layout redraws. */
export function tell() {
  save()
  if (!plan.timing.redraws) return refresh()
  watchers.clear()
  mountAll()
}

/** Changes one of the two and draws what depends on it. */
export function assign(target, patch) {
  Object.assign(target, patch)
  tell()
}

/** The same, for what is being written: nothing is replaced under the hands. */
export function assignQuietly(target, patch) {
  Object.assign(target, patch)
  refresh()
}

export function watch(element, update) {
  update()
  watchers.add({ element, update, wasThere: false })
  return element
}

/** An element whose children are built anew whenever `deps()` gives something else. */
export function slot(tag, deps, build, attributes = {}) {
  const element = h(
    tag,
    tag === 'div' && !attributes.class ? { class: 'through', ...attributes } : attributes,
  )
  let last
  return watch(element, () => {
    const now = JSON.stringify(deps())
    if (now === last) return
    last = now
    element.replaceChildren(...nodes([build()]))
  })
}

export function nodes(children) {
  return children
    .flat(9)
    .filter(child => child !== null && child !== undefined && child !== false && child !== '')
    .map(child => (typeof child === 'object' ? child : words(String(child))))
}

const translatable = new Set(plan.machineTranslated ? Object.values(plan.words) : [])

/** A text node, in the wrapping that Chrome's translation gives to what it replaced. */
function words(text) {
  if (!translatable.has(text)) return document.createTextNode(text)
  const outer = document.createElement('font')
  const inner = document.createElement('font')
  for (const font of [outer, inner]) font.setAttribute('style', 'vertical-align: inherit;')
  inner.append(document.createTextNode(text))
  outer.append(inner)
  return outer
}

const plainText = new Set(['option', 'textarea', 'title', 'style'])

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'value' || name === 'checked' || name === 'open') element[name] = value
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  if (plainText.has(tag))
    element.append(...children.flat(9).map(child => (typeof child === 'object' ? child : String(child))))
  else element.append(...nodes(children))
  return element
}

let lastId = 0
export function freshId() {
  lastId += 1
  return `r${lastId.toString(36)}:`
}

export function w(term) {
  return plan.words[term]
}

/** A label that is an attribute: page translation does not always reach those, and never half of one. */
export function spoken(term) {
  return w(term)
}

/** Something to press, drawn as this layout draws them. */
export function pressable(children, press, attributes = {}) {
  const { disabled, primary, plain, ...rest } = attributes
  const look = { class: `press${primary ? ' primary' : ''}${plain ? ' plain' : ''}`, ...rest }
  const act = event => {
    event.preventDefault()
    event.stopPropagation()
    if (!element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true') press(event)
  }
  let element
  if (plan.pressable === 'div' && !plain)
    element = h(
      'div',
      {
        role: 'button',
        tabindex: 0,
        'aria-disabled': disabled ? 'true' : undefined,
        ...look,
        onclick: act,
        onkeydown: event => (event.key === 'Enter' || event.key === ' ') && act(event),
      },
      children,
    )
  else if (plan.pressable === 'link' && !plain && primary)
    element = h(
      'a',
      { href: '#', role: 'button', 'aria-disabled': disabled ? 'true' : undefined, ...look, onclick: act },
      children,
    )
  else element = h('button', { type: 'button', disabled, ...look, onclick: act }, children)
  return element
}

export function setDisabled(element, disabled) {
  if (element.tagName === 'BUTTON') element.disabled = disabled
  else element.setAttribute('aria-disabled', String(disabled))
}

const drawings = {
  plus: 'M8 2v12M2 8h12',
  copy: 'M3 3h8v8H3zM6 6h8v8H6z',
  eye: 'M1 8q7-9 14 0q-7 9-14 0M8 6a2 2 0 100 4a2 2 0 100-4',
  bin: 'M3 4h10M6 4V2h4v2M4 4l1 10h6l1-10',
  pen: 'M2 14l2-5 8-8 3 3-8 8z',
  dots: 'M8 3v1M8 8v1M8 13v1',
  close: 'M3 3l10 10M13 3L3 13',
  menu: 'M2 4h12M2 8h12M2 12h12',
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  for (const [key, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value)
  path.setAttribute('d', drawings[name])
  svg.append(path)
  return svg
}

/** Does something after the delay of this layout, and lets the page show that it is busy meanwhile. */
export function slowly(what, then) {
  if (ui.busy) return
  if (plan.timing.delay === 0) {
    then()
    tell()
    return
  }
  ui.busy = what
  tell()
  setTimeout(() => {
    ui.busy = null
    then()
    tell()
  }, plan.timing.delay)
}

export function go(path) {
  if (location.pathname === path) return
  save()
  if (plan.navigation === 'loads') location.assign(path)
  else history.pushState(null, '', path)
}

export function isPath(name) {
  return location.pathname === plan.paths[name]
}
