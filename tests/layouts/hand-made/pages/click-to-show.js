// A server company's console: web components with open shadow roots, two rights as cards, and the token under a cover that says "Click to show".
import { later, newKey, on, one, put, state, tell } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/ssh">SSH keys</a><a href="/api-keys">API tokens</a></nav><main><div class="head"><h2>API tokens</h2><span id="top"></span></div><p>With tokens programs reach your project.</p></main></div><hc-modal id="host"></hc-modal>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Generate API token</button>')
const root = one('#host').attachShadow({ mode: 'open' })
root.innerHTML =
  '<style>.m{position:fixed;top:80px;left:340px;width:540px;background:#fff;padding:22px;border-radius:10px;z-index:60;box-shadow:0 8px 40px #0004}.f{display:flex;flex-direction:column;gap:6px;margin:12px 0}.c{border:1px solid #ccc;padding:10px;border-radius:6px;cursor:pointer}.on{border-color:#d50c2d}.k{word-break:break-all;font-family:monospace;position:relative;min-height:44px}.go{background:#d50c2d;color:#fff;padding:8px 16px;border:0}</style><div id="in"></div>'
const box = root.querySelector('#in')
let key = null
let rights = ''
let isShown = false
const inRoot = selector => root.querySelector(selector)
const draw = () => {
  const name = inRoot('#d')?.value ?? ''
  put(
    box,
    key
      ? `<div class="m" role="dialog" aria-label="API token"><h3>API token</h3><p>The token can not be shown again once this is closed.</p><div class="k" id="key">${isShown ? key : '<button m="reveal-eye" type="button" id="cover" style="width:100%;height:44px">Click to show</button>'}</div><button m="copy" type="button">Copy to clipboard</button> <button m="done" type="button" id="x">Close</button></div>`
      : `<div class="m" role="dialog" aria-label="Generate API token"><h3>Generate API token</h3><div class="f"><label for="d">Description</label><input m="name" id="d" maxlength="64" value="${name}"></div><div class="f" m="permissions" m-is="label" role="radiogroup" aria-label="Permissions"><div class="c" role="radio" tabindex="0" aria-checked="${rights === 'r'}" data-r="r">Read</div><div class="c" m="permissions" role="radio" tabindex="0" aria-checked="${rights === 'rw'}" data-r="rw">Read &amp; Write</div></div><button type="button" id="x0">Cancel</button> <button m="submit" class="go" type="button" id="go"${rights && name ? '' : ' disabled'}>Generate API token</button></div>`,
    'instead',
  )
}
on('#add', draw)
root.addEventListener('input', () => {
  inRoot('#go').disabled = !(rights && inRoot('#d').value)
})
on(
  '[data-r]',
  card => {
    rights = card.dataset.r
    draw()
  },
  root,
)
on(
  '#go',
  () =>
    later(600, () => {
      key = newKey()
      draw()
    }),
  root,
)
on(
  '#cover',
  () => {
    isShown = true
    draw()
  },
  root,
)
on(
  '#x,#x0',
  () => {
    box.replaceChildren()
    if (key) state.seen.closed = true
  },
  root,
)
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => inRoot('.m') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => Boolean(inRoot('#d')?.value) },
    { purpose: 'permissions', done: () => rights !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isShown },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (isShown ? inRoot('#key') : null) },
)
