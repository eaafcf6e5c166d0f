/** Knows which element means what, and answers whoever judges a guide: `window.__truth`. Nothing of it is in the page itself. */
import { world } from './kit.js'

/** @param more `isControl: false` for labels and groups; `act` where a click is not what does it. */
export function mark(purpose, element, more = {}) {
  world.marks.push({ purpose, element, isControl: true, ...more })
  return element
}

function alive() {
  world.marks = world.marks.filter(
    ({ element }) => element.isConnected && frameOf(element)?.isConnected !== false,
  )
  return world.marks
}

const frameOf = element => element.ownerDocument.defaultView?.frameElement

/** In the coordinates of the tab, also of what is inside of frames. */
export function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect()
  const frame = frameOf(element)
  if (!frame) return { x, y, width, height }
  const outer = frame.getBoundingClientRect()
  return { x: x + outer.x + frame.clientLeft, y: y + outer.y + frame.clientTop, width, height }
}

export function isSeen(element, isOnHover = false) {
  const { width, height } = element.getBoundingClientRect()
  return (
    width > 1 &&
    height > 1 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: !isOnHover })
  )
}

/** What shows when the mouse comes over it is there for whoever goes there. */
const isShown = ({ element, isOnHover }) => isSeen(element, isOnHover)

export const marksOf = purpose => alive().filter(one => one.purpose === purpose && isShown(one))

function overlap(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (width <= 0 || height <= 0) return 0
  const both = width * height
  return both / (a.width * a.height + b.width * b.height - both)
}

/** @param flow what the page's story says: `next`, `now`, `keys`, `happened`, `isReached`, `isKeyInSight`, `notKeys`. */
export function createTruth(flow) {
  function next() {
    if (world.busy > 0 || !world.isReady) return null
    const wanted = flow.next()
    if (!wanted) return null
    const [first] = marksOf(wanted.purpose)
    return { ...wanted, box: first && boxOf(first.element) }
  }
  function meant(box, least = 0.5) {
    const now = flow.now()
    return alive()
      .filter(isShown)
      .map(({ purpose, element, isControl }) => ({
        purpose,
        isControl,
        share: overlap(box, boxOf(element)),
        isRightNow: now.includes(purpose),
      }))
      .filter(({ share }) => share >= least)
      .sort((a, b) => Number(b.isRightNow) - Number(a.isRightNow) || b.share - a.share)
  }
  function act(purpose, value) {
    const wanted = purpose === undefined ? next() : { purpose, value }
    if (!wanted) return false
    const [first] = marksOf(wanted.purpose).filter(({ isControl }) => isControl)
    if (!first) return false
    const most = value ?? wanted.value ?? flow.valueOf(wanted.purpose)
    if (first.act) first.act(most)
    else first.element.click()
    return true
  }
  return {
    next,
    meant,
    act,
    now: () => flow.now(),
    find: purpose => marksOf(purpose).map(({ element, isControl }) => ({ element, isControl })),
    boxes: purpose => marksOf(purpose).map(({ element }) => boxOf(element)),
    keys: () => flow.keys(),
    notKeys: () => flow.notKeys(),
    isKeyInSight: () => flow.isKeyInSight(),
    happened: () => flow.happened(),
    isReached: () => flow.isReached(),
  }
}
