// All of it in a frame of the same site, in dark: a shell around an older console. The key is wrapped by <wbr> and shown once.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

document.body.style.background = '#111418'
document.body.style.color = '#e6e9ec'
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><aside class="rail" style="background:#1b2026"><a href="/api-keys">Access</a></aside><main><iframe id="inner" title="Access" style="width:820px;height:560px;border:0"></iframe></main></div>',
)
const frame = one('#inner')
const inside = frame.contentDocument
inside.documentElement.lang = 'en'
inside.head.innerHTML = `<style>${document.querySelector('style').textContent} body{background:#15191e;color:#e6e9ec} button,.btn{background:#2a3038;color:#e6e9ec;border-color:#49525c} input{background:#0d1013;color:#e6e9ec} .primary{background:#7aa7ff;color:#0b1220}</style>`
let key = null
const body = inside.body
const find = selector => inside.querySelector(selector)
const name = () => find('#label')?.value ?? ''
const list = () =>
  put(
    body,
    '<h2>Access keys</h2><div class="card"><p>Keys that programs use.</p><button m="open-form" type="button" class="btn" id="add">New access key…</button></div>',
    'instead',
  )
list()
on(
  '#add',
  () =>
    put(
      body,
      '<h2>New access key</h2><table><tbody><tr><td>Label</td><td><input m="name" id="label"></td></tr><tr><td>Expires</td><td><select m="expiry" id="exp"><option>Never</option><option>30 days</option></select></td></tr></tbody></table><p><button m="submit" type="button" class="primary" id="go">OK</button> <button type="button" id="no">Cancel</button></p>',
      'instead',
    ),
  inside,
)
on('#no', list, inside)
on(
  '#go',
  () => {
    if (name())
      later(600, () => {
        key = newKey()
        put(
          body,
          `<h2>Access key created</h2><p>Your key:</p><p class="mono card" id="key">${key.match(/.{1,12}/g).join('<wbr>')}</p><button m="done" type="button" class="btn" id="end">Back to list</button>`,
          'instead',
        )
      })
  },
  inside,
)
on(
  '#end',
  () => {
    state.seen.closed = true
    list()
  },
  inside,
)
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => find('#label') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name() !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => find('#key') },
)
