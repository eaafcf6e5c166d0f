/**
 * What every page here uses: markup with marks that never reach the page, a story of what comes next, and the judge that answers
 * for it (`window.__truth`, as in the README of the held-out layouts).
 */

/** The key that a walk is to end, as a list shows it. */
export const subject = window.__subject
/** What the walk is for: a page can be there for more than one. */
export const task = window.__task

const marks = []
let busy = 0
export const state = { keys: [], ended: [], wrongEnded: [], seen: {} }
let story = []
let reached = () => false
let sight = () => null

const all = (root, selector) => [...root.querySelectorAll(selector)]

/** Puts markup there, with `m="purpose"` read off and gone before the page has it. `m-is="label"`: no control. @returns the elements by their ids */
export function put(parent, html, where = 'end') {
  const box = document.createElement('template')
  box.innerHTML = html
  const made = [...box.content.childNodes]
  for (const element of all(box.content, '[m]')) {
    mark(element.getAttribute('m'), element, element.getAttribute('m-is') !== 'label')
    // A box may be pointed at itself, or with its words.
    const inside = element.matches('label') && element.querySelector('input')
    if (inside && !inside.hasAttribute('m')) mark(element.getAttribute('m'), inside)
    element.removeAttribute('m')
    element.removeAttribute('m-is')
  }
  if (where === 'instead') parent.replaceChildren(...made)
  else if (where === 'before') parent.before(...made)
  else if (where === 'after') parent.after(...made)
  else parent.append(...made)
  return made.find(one => one.nodeType === 1)
}

function mark(purpose, element, isControl = true) {
  marks.push({ purpose, element, isControl })
  return element
}

/** Presses of whatever fits the selector, now and later, also inside of an open shadow root. */
export function on(selector, then, root = document) {
  root.addEventListener('click', event => {
    const found = event.composedPath().find(one => one.matches?.(selector))
    if (found && !found.disabled && found.getAttribute('aria-disabled') !== 'true') then(found, event)
  })
}

export const one = (selector, root = document) => root.querySelector(selector)
export const typedIn = selector => one(selector)?.value ?? ''

/** The page works meanwhile. */
export function later(milliseconds, then) {
  busy++
  setTimeout(() => {
    busy--
    then()
  }, milliseconds)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
export function newKey(kind = 'proj') {
  const part = length =>
    Array.from(crypto.getRandomValues(new Uint8Array(length)), one => letters[one % 62]).join('')
  const full = `sk-${kind}-${part(74)}${['T3Bl', 'bkFJ'].join('')}${part(74)}`
  state.keys.push(full)
  return full
}

function frameOf(element) {
  return element.ownerDocument.defaultView?.frameElement
}
function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect()
  const outer = frameOf(element)?.getBoundingClientRect()
  return { x: x + (outer?.x ?? 0), y: y + (outer?.y ?? 0), width, height }
}
const isSeen = element => {
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 1 && height > 1 && element.isConnected && element.checkVisibility({ visibilityProperty: true })
  )
}
const marksOf = purpose => marks.filter(one => one.purpose === purpose && isSeen(one.element))

function share(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  return (width * height) / (a.width * a.height + b.width * b.height - width * height)
}

/** A step of the story: its purpose is there to be seen, and it is not done. */
const isOpen = step => (step.when?.() ?? true) && marksOf(step.purpose).length > 0
const nextStep = () => (busy > 0 ? undefined : story.find(step => isOpen(step) && !step.done()))

/** Purposes that can be done in whatever order, once they are in sight. */
const free = [
  'name',
  'service-name',
  'project',
  'owner',
  'expiry',
  'permissions',
  'permission-row',
  'amount',
  'hard-limit',
  'alert',
  'auto-reload',
  'payer',
  'country',
  'city',
  'card-name',
  'saved-box',
  'description',
  'copy',
  'reveal-eye',
  'search',
]

function now() {
  const next = nextStep()
  if (!next && busy > 0) return []
  const others = story.filter(step => free.includes(step.purpose) && isOpen(step)).map(step => step.purpose)
  const also = next?.also ?? []
  const key = sight()
  return [
    ...new Set([
      ...(next ? [next.purpose, ...also] : []),
      ...others,
      ...(key && isSeen(key) ? ['key-shown'] : []),
    ]),
  ]
}

function act(purpose, value) {
  const step =
    purpose === undefined
      ? nextStep()
      : story.find(one => one.purpose === purpose && isOpen(one) && !one.done())
  const wanted = purpose ?? step?.purpose
  const element =
    step?.at?.() ?? marks.find(one => one.purpose === wanted && one.isControl && isSeen(one.element))?.element
  if (!element) return false
  const text = value ?? step?.value
  if (
    element.matches('select,textarea,input:not([type=checkbox],[type=radio],[type=button],[type=submit])')
  ) {
    element.focus()
    const of = Object.getPrototypeOf(element)
    Object.getOwnPropertyDescriptor(of, 'value').set.call(element, text ?? '')
    for (const name of ['input', 'change'])
      element.dispatchEvent(new Event(name, { bubbles: true, composed: true }))
    element.blur()
  } else element.click()
  return true
}

/**
 * @param {{purpose: string, value?: string, when?: () => boolean, done: () => boolean, also?: string[], at?: () => Element | null}[]} steps in the order in which one who knows the page does them
 * @param about `reached`: what the walk is for is so; `key`: the element that shows the whole key now, or null
 */
export function tell(steps, about) {
  story = steps
  reached = about.reached
  sight = about.key ?? sight
}

window.__truth = {
  next() {
    const step = nextStep()
    if (!step) return null
    const found = marksOf(step.purpose).filter(({ isControl }) => isControl)[0] ?? marksOf(step.purpose)[0]
    const element = step.at?.() ?? found.element
    return {
      purpose: step.purpose,
      ...(step.value !== undefined && { value: step.value }),
      box: boxOf(element),
    }
  },
  now,
  meant(box, least = 0.5) {
    const right = now()
    const key = sight()
    const more = key && isSeen(key) ? [{ purpose: 'key-shown', element: key }] : []
    return [...marks, ...more]
      .filter(({ element }) => isSeen(element))
      .map(({ purpose, element }) => ({
        purpose,
        share: share(box, boxOf(element)),
        isRightNow: right.includes(purpose),
      }))
      .filter(one => one.share >= least)
      .sort((a, b) => Number(b.isRightNow) - Number(a.isRightNow) || b.share - a.share)
  },
  act,
  find: purpose => marksOf(purpose).map(({ element, isControl }) => ({ element, isControl })),
  boxes: purpose => marksOf(purpose).map(({ element }) => boxOf(element)),
  keys: () => state.keys,
  notKeys: () => [],
  isKeyInSight: () => {
    const element = sight()
    return element !== null && isSeen(element)
  },
  happened: () => ({
    ...state.seen,
    made: state.keys.length,
    ended: state.ended,
    wrongEnded: state.wrongEnded,
  }),
  isReached: () => reached(),
}
