/**
 * What an outside judge may ask. Elements carry no mark: the page remembers what it made each of them for.
 * `todo` says that a person who knows the page would act on it next; `isRight` that pointing at it is no mistake now.
 */

export function createTruth({ order, readKeys, readHappened, isReached, decoys, isKeyInSight, isBusy }) {
  const marks = []
  const always = () => true
  const never = () => false

  function mark(element, purpose, { todo = never, isRight = always, value, also = [] } = {}) {
    marks.push({ element, purpose, todo, isRight, value, isControl: true })
    for (const wider of also) marks.push({ element: wider, purpose, todo: never, isRight, isControl: false })
    return element
  }

  function frameOf(element) {
    return element.ownerDocument?.defaultView?.frameElement ?? null
  }

  function isDrawn(element) {
    const frame = frameOf(element)
    if (element.ownerDocument !== document && !frame) return false
    if (frame && !isDrawn(frame)) return false
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false
    const box = element.getBoundingClientRect()
    return box.width > 0 && box.height > 0
  }

  function boxOf(element) {
    const { x, y, width, height } = element.getBoundingClientRect()
    const frame = frameOf(element)
    if (!frame) return { x, y, width, height }
    const outer = boxOf(frame)
    return { x: x + outer.x + frame.clientLeft, y: y + outer.y + frame.clientTop, width, height }
  }

  function drawn() {
    for (let i = marks.length - 1; i >= 0; i--)
      if (!marks[i].element.isConnected && marks[i].wasThere) marks.splice(i, 1)
    for (const one of marks) one.wasThere ||= one.element.isConnected
    return marks.filter(one => isDrawn(one.element))
  }

  function find(purpose) {
    return drawn()
      .filter(one => one.purpose === purpose && one.isControl)
      .map(one => one.element)
  }

  function rank(purpose) {
    const place = order.indexOf(purpose)
    return place < 0 ? order.length : place
  }

  /** Nothing is to be done while the page works. */
  function nextMark() {
    if (isBusy()) return undefined
    return drawn()
      .filter(one => one.isControl && one.todo())
      .sort((one, other) => rank(one.purpose) - rank(other.purpose))[0]
  }

  /** How much two boxes share, from 0 to 1. */
  function overlap(one, other) {
    const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
    const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
    if (width <= 0 || height <= 0) return 0
    const both = width * height
    return both / (one.width * one.height + other.width * other.height - both)
  }

  function write(element, value) {
    const view = element.ownerDocument.defaultView
    element.focus()
    if (element.isContentEditable) element.textContent = value
    else {
      const kinds = { TEXTAREA: view.HTMLTextAreaElement, SELECT: view.HTMLSelectElement }
      const { prototype } = kinds[element.tagName] ?? view.HTMLInputElement
      Object.getOwnPropertyDescriptor(prototype, 'value').set.call(element, value)
    }
    element.dispatchEvent(new view.Event('input', { bubbles: true }))
    element.dispatchEvent(new view.Event('change', { bubbles: true }))
  }

  const truth = {
    now: () => [
      ...new Set(
        drawn()
          .filter(one => one.isRight())
          .map(one => one.purpose),
      ),
    ],
    next() {
      const found = nextMark()
      return found ? { purpose: found.purpose, value: found.value ?? null, box: boxOf(found.element) } : null
    },
    find,
    boxes: purpose =>
      drawn()
        .filter(one => one.purpose === purpose)
        .map(one => ({ ...boxOf(one.element), isControl: one.isControl })),
    /** What a drawn ring means: the purposes whose element, or label, or row, fills the given box best. */
    meant(box, least = 0.5) {
      const near = drawn()
        .map(one => ({
          purpose: one.purpose,
          isRightNow: one.isRight(),
          share: overlap(box, boxOf(one.element)),
        }))
        .filter(one => one.share >= least)
        .sort((one, other) => other.share - one.share)
      return near.filter((one, i) => near.findIndex(same => same.purpose === one.purpose) === i)
    },
    /** Does what a knowing person would do next, or acts on the given purpose; false when nothing is there. */
    act(purpose, value) {
      const found = purpose ? drawn().find(one => one.isControl && one.purpose === purpose) : nextMark()
      if (!found) return false
      const { element } = found
      const text = value ?? found.value
      element.scrollIntoView({ block: 'center' })
      if (element.tagName === 'IFRAME') element.contentWindow.postMessage('fill', '*')
      else if (
        text !== undefined &&
        (/^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable)
      )
        write(element, String(text))
      else element.click()
      return true
    },
    /** Full keys that the page made and showed, oldest first. */
    keys: readKeys,
    isKeyInSight: () => isKeyInSight(isDrawn),
    /** Texts in sight that look like a key or an id and are none of the person's. */
    notKeys: decoys,
    happened: readHappened,
    isReached,
  }
  return { mark, truth }
}
