/** Buttons, in the many ways in which sites make them. */
import { mark } from './judge.js'
import { foreignName, h, has, icon, say, world } from './kit.js'

/** A real button in the shadow root of an element of the site's own, as component libraries do it; the words stay outside. */
function component(face, isOff, named) {
  const host = h('x-button', {}, ...face)
  const inner = h(
    'button',
    { type: 'button', disabled: isOff, ...named, style: 'all: unset; margin: -7px -13px; padding: 7px 13px' },
    h('slot'),
  )
  host.attachShadow({ mode: 'open' }).append(inner)
  return host
}

/** @param options `purpose`, `isMain`, `shape` (words, plus, icon, bare-icon), `isOff`, `tag` */
export function makeButton(text, press, options = {}) {
  const { purpose, isMain = false, shape = 'words', isOff = false, sign = 'plus' } = options
  const isPicture = shape === 'icon' || shape === 'bare-icon'
  const wanted = options.tag ?? world.plan.pressable
  // A picture stands in no value.
  const tag = wanted === 'input' && shape !== 'words' ? 'button' : wanted
  const face = isPicture ? [icon(sign)] : shape === 'plus' ? [icon(sign), ' ', say(text)] : [say(text)]
  const name = isPicture ? text : foreignName(text)
  const named = shape === 'bare-icon' ? { title: text } : name ? { 'aria-label': name } : {}
  const kinds = {
    button: () => h('button', { type: 'button', disabled: isOff, ...named }, ...face),
    link: () =>
      h('a', { href: '#', role: 'button', 'aria-disabled': isOff ? 'true' : null, ...named }, ...face),
    div: () =>
      h('div', { role: 'button', tabindex: '0', 'aria-disabled': isOff ? 'true' : null, ...named }, ...face),
    'bare-link': () => h('a', { 'aria-disabled': isOff ? 'true' : null, ...named }, ...face),
    component: () => component(face, isOff, named),
    input: () => h('input', { type: 'submit', value: text, disabled: isOff, ...named }),
  }
  const button = kinds[tag]()
  button.classList.add('press', isMain ? 'main' : 'quiet')
  if (isOff) button.classList.add('off')
  button.addEventListener('click', event => {
    event.preventDefault()
    if (!isOff) press(event)
  })
  return purpose ? mark(purpose, button) : button
}

/** With a hidden double before it, as pages have that hold what is for phones beside what is for desks. */
export function withTwin(make) {
  if (!has('twins')) return [make()]
  const marks = world.marks.length
  const twin = make()
  world.marks.length = marks
  return [h('div', { class: 'for-phones' }, twin), make()]
}
