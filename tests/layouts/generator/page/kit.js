/** What every part of a drawn page uses: its plan, its state, elements, words, and work that takes a while. */

/** @type {any} Set once, by `start`. */
export const world = {
  plan: null,
  state: null,
  busy: 0,
  marks: [],
  fields: [],
  menu: null,
  changed: () => {},
}

/** @returns {any} an element; attributes that are functions are listeners, `false` and `null` are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (name === 'class') element.className = value
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false))
  return element
}

/** Words as the page shows them: inside of `<font>`, as the browser's translation leaves them, where it has been over them. */
export function say(text) {
  return world.plan.isTranslated ? h('font', {}, h('font', {}, text)) : document.createTextNode(text)
}

export const word = term => world.plan.words[term]

export const has = habit => world.plan.habits.includes(habit)

/** The name for screen readers, where a site left it in another language. */
export function foreignName(text) {
  if (!has('foreign-names')) return undefined
  const { words, foreign } = world.plan
  const term = Object.keys(words).find(one => words[one] === text)
  return term && foreign[term]
}

export function icon(kind = 'plus') {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  for (const [name, value] of [
    ['width', '16'],
    ['height', '16'],
    ['viewBox', '0 0 16 16'],
    ['aria-hidden', 'true'],
  ])
    svg.setAttribute(name, value)
  const path = document.createElementNS(space, 'path')
  const shapes = {
    plus: 'M8 2v12M2 8h12',
    bin: 'M3 4h10M6 4V2h4v2M5 4l1 10h4l1-10',
    dots: 'M3 8h1M8 8h1M13 8h1',
    eye: 'M1 8q7-9 14 0q-7 9-14 0M8 8h.1',
    copy: 'M5 5h8v9H5zM3 11V2h8',
  }
  path.setAttribute('d', shapes[kind])
  path.setAttribute('stroke', 'currentColor')
  path.setAttribute('stroke-width', '1.6')
  path.setAttribute('fill', 'none')
  svg.append(path)
  return svg
}

let ids = 0
export const newId = () => `r${(++ids).toString(36)}`

/** The page works for a while, and its judge has nothing to say meanwhile. */
export function later(then) {
  world.busy++
  document.documentElement.classList.add('working')
  setTimeout(() => {
    world.busy--
    if (world.busy === 0) document.documentElement.classList.remove('working')
    then()
  }, world.plan.timing.delay)
}

/** What a server would keep outlives a reload of the page; a form that is open does not. */
export function keep() {
  const { form: _, ...lasting } = world.state
  sessionStorage.setItem(world.plan.id, JSON.stringify(lasting))
}

export function restore() {
  const kept = sessionStorage.getItem(world.plan.id)
  return kept ? JSON.parse(kept) : undefined
}

/** The whole of a key that the list has, where the site shows it. */
export const wholeKey = ({ id, lastFour }) =>
  `${makeKey(500 + world.plan.rows.keys.findIndex(one => one.id === id), 'project').slice(0, -4)}${lastFour}`

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** @returns {string} a key in the platform's shape that opens nothing anywhere */
export function makeKey(number, kind = world.plan.kind) {
  let state = (world.plan.keySeed + number * 7919) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return letters[((value ^ (value >>> 14)) >>> 0) % letters.length]
  }
  const part = length => Array.from({ length }, next).join('')
  const middle = ['T3Bl', 'bkFJ'].join('')
  return `sk-${kind === 'service' ? 'svcacct' : 'proj'}-${part(74)}${middle}${part(74)}`
}
