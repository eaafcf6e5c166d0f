/** Where a form or a new key stands: dialogs, drawers, a page, a place in the page, a frame, a shadow root; with and without roles. */
import { h, has, newId, say, world } from './kit.js'
import { sheet } from './style.js'

/**
 * @param content what stands in it
 * @param closed told when the browser closed it by itself (Escape, a press outside of a popover)
 * @returns {any} `{ element, close }`
 */
export function openContainer(kind, title, content, closed = () => {}) {
  const id = newId()
  const heading = h('h2', { id }, say(title))
  const inside = [title ? heading : null, ...content]
  const make = kinds[kind] ?? kinds.inline
  return make(inside, title ? { 'aria-labelledby': id } : {}, closed)
}

function over(attributes, place) {
  return (inside, named) => {
    const { isPart, ...rest } = attributes
    const box = h(
      isPart ? 'aside' : 'div',
      { class: place, ...rest, ...(attributes.role ? named : {}) },
      ...inside,
    )
    const cover = h('div', { class: place === 'toast' || isPart ? '' : 'cover' }, box)
    const others = has('shuts-off') ? [...document.body.children].filter(one => !one.matches('script')) : []
    for (const one of others) one.setAttribute('aria-hidden', 'true')
    document.body.append(cover)
    if (has('slides')) box.animate([{ transform: 'translateX(40px)' }, {}], 320)
    return {
      element: box,
      close() {
        cover.remove()
        for (const one of others) one.removeAttribute('aria-hidden')
      },
    }
  }
}

function native(isModal) {
  return (inside, named, closed) => {
    const box = h('dialog', { class: 'center', ...named }, ...inside)
    document.body.append(box)
    if (isModal) box.showModal()
    else box.show()
    let isOver = false
    box.addEventListener('close', () => {
      if (!isOver) closed()
      box.remove()
    })
    return {
      element: box,
      close() {
        isOver = true
        box.close()
      },
    }
  }
}

function inPage(place) {
  return inside => {
    const box = h('div', { class: place }, ...inside)
    world.place.append(box)
    return { element: box, close: () => box.remove() }
  }
}

/** Below a form that stays where it is. */
function within(inside) {
  const box = h('div', { class: 'inline' }, ...inside)
  ;(world.stay.shadowRoot?.lastElementChild ?? world.stay).append(box)
  return { element: box, close: () => box.remove() }
}

function wholePage(inside) {
  const box = h('section', { class: 'whole' }, ...inside)
  world.content.hidden = true
  world.content.after(box)
  return {
    element: box,
    close() {
      box.remove()
      world.content.hidden = false
    },
  }
}

function popover(inside, _, closed) {
  const box = h('div', { popover: 'auto', class: 'center' }, ...inside)
  document.body.append(box)
  box.showPopover()
  let isOver = false
  box.addEventListener('toggle', event => {
    if (event.newState !== 'closed') return
    if (!isOver) closed()
    box.remove()
  })
  return {
    element: box,
    close() {
      isOver = true
      box.hidePopover()
    },
  }
}

function frame(inside) {
  return framed(inside, world.place)
}

/** In front of the page, as sites do it that come from several teams. */
function frameOver(inside) {
  const cover = h('div', { class: 'cover' })
  document.body.append(cover)
  const { element } = framed(inside, cover)
  return { element, close: () => cover.remove() }
}

function framed(inside, place) {
  const box = h('iframe', {
    class: 'inner',
    title: 'Form',
    style: place === world.place ? null : 'width: 520px',
  })
  place.append(box)
  const body = box.contentDocument.body
  box.contentDocument.head.append(h('style', {}, sheet()))
  body.append(...inside)
  // By what stands in it: the body of such a frame is as high as the frame itself, which would grow without an end.
  const resize = () => {
    const bottom = body.lastElementChild?.getBoundingClientRect().bottom ?? 0
    box.style.height = `${Math.max(260, Math.ceil(bottom) + 40)}px`
  }
  resize()
  new ResizeObserver(resize).observe(body)
  return { element: body, close: () => box.remove() }
}

function shadow(inside) {
  const host = h('div', { class: 'inline' })
  const root = host.attachShadow({ mode: 'open' })
  const box = h('div', { class: 'inside' }, ...inside)
  root.append(h('style', {}, sheet()), box)
  world.place.append(host)
  return { element: box, close: () => host.remove() }
}

const kinds = {
  dialog: over({ role: 'dialog', 'aria-modal': 'true' }, 'center'),
  'dialog-plain': over({}, 'center'),
  drawer: over({ role: 'dialog', 'aria-modal': 'true' }, 'drawer'),
  'drawer-plain': over({}, 'drawer'),
  aside: over({ isPart: true }, 'drawer'),
  toast: over({}, 'toast'),
  'native-dialog': native(true),
  'native-open': native(false),
  inline: inPage('inline'),
  standing: inPage('inline'),
  banner: inPage('banner'),
  within,
  page: wholePage,
  popover,
  frame,
  'frame-over': frameOver,
  shadow,
}
