/** Where a form or a message stands: dialogs, drawers, frames, shadow roots, plain boxes. */
import { freshId, h, icon, nodes, pressable, spoken } from './kit.js'
import { plan } from './plan.js'
import { styleText } from './style.js'

const overlays = new Set([
  'dialog',
  'dialog-without-name',
  'native-dialog',
  'native-dialog-not-modal',
  'box-without-role',
  'drawer',
  'drawer-without-role',
  'popover',
  'frame-over-page',
  'shadow-over-page',
])

export function isOverlay(kind) {
  return overlays.has(kind)
}

/** `build` gives the content, each time that a frame has loaded; `close(how)` is called when the person leaves it. */
export function box(kind, { title, build, close }) {
  const heading = h('h2', { id: freshId() }, title)
  const content = () => [h('div', { class: 'head' }, heading, closeButton(close)), build()]
  const leaving = element => leaveBy(element, kind, close)
  switch (kind) {
    case 'dialog':
      return leaving(
        behind(
          h(
            'div',
            {
              role: 'dialog',
              'aria-modal': 'true',
              'aria-labelledby': heading.id,
              class: 'card centre',
              'data-state': 'open',
            },
            content(),
          ),
        ),
      )
    case 'dialog-without-name':
      return leaving(behind(h('section', { role: 'dialog', class: 'card centre' }, content())))
    case 'native-dialog': {
      const element = h(
        'dialog',
        {
          class: 'card',
          oncancel: event => {
            event.preventDefault()
            close('escape')
          },
        },
        content(),
      )
      whenThere(element, () => element.showModal())
      return leaving(element)
    }
    case 'native-dialog-not-modal':
      return leaving(h('dialog', { class: 'card centre', open: true }, content()))
    case 'box-without-role':
      return leaving(behind(h('div', { class: 'card centre' }, content())))
    case 'drawer':
      return leaving(
        behind(h('aside', { role: 'dialog', 'aria-labelledby': heading.id, class: 'card side' }, content())),
      )
    case 'drawer-without-role':
      return leaving(h('div', { class: 'card side' }, content()))
    case 'popover': {
      const element = h('div', { popover: 'manual', class: 'card drop' }, content())
      whenThere(element, () => element.showPopover())
      return leaving(element)
    }
    case 'frame':
      return frame(content)
    case 'frame-over-page':
      return leaving(behind(h('div', { class: 'card centre' }, frame(content))))
    case 'shadow':
      return shadow(content)
    case 'shadow-over-page':
      return leaving(behind(h('div', { class: 'card centre' }, shadow(content))))
    default:
      return h('section', { class: 'card flat' }, content())
  }
}

function closeButton(close) {
  return pressable([icon('close')], () => close('cross'), {
    plain: true,
    'aria-label': spoken('cancel'),
    class: 'press plain cross',
  })
}

function whenThere(element, then) {
  const wait = tries => {
    if (element.isConnected) then()
    else if (tries > 0) setTimeout(() => wait(tries - 1), 0)
  }
  queueMicrotask(() => wait(20))
}

function behind(element) {
  const wrapper = h('div', { class: 'layer' }, h('div', { class: 'dim' }), element)
  return wrapper
}

/** Escape closes what stands over the page; in some layouts a press beside it does too. */
function leaveBy(wrapper, kind, close) {
  const card = wrapper.matches('.card') ? wrapper : wrapper.querySelector('.card')
  const watch = (type, test) => {
    const listen = event => {
      if (!wrapper.isConnected) return void document.removeEventListener(type, listen, true)
      if (test(event)) close(type === 'keydown' ? 'escape' : 'outside')
    }
    setTimeout(() => document.addEventListener(type, listen, true), 50)
  }
  watch('keydown', event => event.key === 'Escape' && kind !== 'native-dialog')
  if (plan.closesOutside || kind === 'popover')
    watch(
      'pointerdown',
      event => !event.composedPath().some(one => one === card || one.classList?.contains('options')),
    )
  return wrapper
}

function frame(content) {
  const element = h('iframe', {
    class: 'frame',
    srcdoc: `<!doctype html><html><head><style>${styleText}</style></head><body class="within"></body></html>`,
  })
  element.addEventListener('load', () => {
    element.contentDocument.body.replaceChildren(...nodes([content()]))
    const resize = () => {
      const inside = element.contentDocument?.body
      if (inside) element.style.height = `${Math.min(inside.scrollHeight + 24, 640)}px`
    }
    resize()
    const view = element.contentWindow
    new view.ResizeObserver(resize).observe(element.contentDocument.body)
  })
  return element
}

function shadow(content) {
  const host = h('console-panel', { class: 'host' })
  const root = host.attachShadow({ mode: 'open' })
  root.append(h('style', {}, styleText), h('div', { class: 'within' }, content()))
  return host
}
