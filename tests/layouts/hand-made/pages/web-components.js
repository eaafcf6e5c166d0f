// Elements of its own, each with an open shadow root, one inside the other: button, dialog, field, and the one that shows the key.
import { later, newKey, on, put, state, tell } from '../kit.js'

const style =
  '<style>button{padding:6px 14px}input{padding:6px 8px;width:320px}.box{position:fixed;top:80px;left:320px;width:520px;background:#fff;padding:22px;z-index:60;border:1px solid #99a;box-shadow:0 8px 40px #0004}</style>'
const define = (name, draw) =>
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return
        draw(this, this.attachShadow({ mode: 'open' }))
      }
    },
  )
let key = null
let isUp = false
let app
let field
const name = () => field?.value ?? ''
define('cx-button', (host, root) =>
  put(root, `${style}<button m="${host.getAttribute('for-what')}" type="button"><slot></slot></button>`),
)
define('cx-input', (host, root) => {
  put(root, `${style}<div><span>${host.getAttribute('text')}</span></div>`)
  field = put(root, '<input m="name" type="text">')
})
define('cx-secret', (_, root) =>
  put(
    root,
    `${style}<div style="overflow-wrap:anywhere;border:1px dashed #889;padding:8px" id="key">${key}</div>`,
  ),
)
define('cx-dialog', (_, root) =>
  put(root, `${style}<div class="box"><slot name="title"></slot><slot></slot></div>`),
)
define('cx-app', (_host, root) => {
  app = root
  put(
    root,
    `${style}<main style="padding:24px"><h1>Keys for programs</h1><cx-button for-what="open-form" id="add">Issue key</cx-button><p>No keys were issued yet.</p></main><div id="layer"></div>`,
  )
})
document.body.insertAdjacentHTML('beforeend', '<cx-app></cx-app>')
// A press is told by who its path goes through.
const pressed = (selector, then) => on(selector, then)
const layer = () => app.querySelector('#layer')
pressed('#add', () => {
  isUp = true
  put(
    layer(),
    '<cx-dialog><h2 slot="title">Issue a key</h2><cx-input text="Key name"></cx-input><p><cx-button for-what="submit" id="go">Issue</cx-button> <cx-button for-what="way-out" id="no">Not now</cx-button></p></cx-dialog>',
    'instead',
  )
})
pressed('#no', () => {
  isUp = false
  layer().replaceChildren()
})
pressed('#go', () => {
  if (name())
    later(700, () => {
      key = newKey()
      put(
        layer(),
        '<cx-dialog><h2 slot="title">Issued</h2><p>Write it down, it is not shown again.</p><cx-secret></cx-secret><p><cx-button for-what="done" id="end">I have it</cx-button></p></cx-dialog>',
        'instead',
      )
    })
})
pressed('#end', () => {
  isUp = false
  state.seen.closed = true
  layer().replaceChildren()
})
const shown = () => app.querySelector('cx-secret')?.shadowRoot?.querySelector('#key') ?? null
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name() !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: shown },
)
