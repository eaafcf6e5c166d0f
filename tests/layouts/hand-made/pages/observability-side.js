// A monitoring console: a side panel without a role, the name alone, the panel turns into the key's details with an id above it, hidden until hovered and pressed.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><div class="rail druids_nav"><a href="/org/users">Users</a><a href="/api-keys">API Keys</a><a href="/org/apps">Application Keys</a></div><div class="content"><div class="head"><h3>API Keys</h3><span id="top"></span></div><div class="row"><input placeholder="Search API Keys" aria-label="Search API Keys"></div><div class="card">Your keys will be listed here.</div></div></div><div id="side"></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="btn druids_button" id="add"><i aria-hidden="true">＋</i> New Key</button>',
)
let key = null
let isShown = false
const panel = inner =>
  put(one('#side'), `<div class="drawer" data-panel="true"><div>${inner}</div></div>`, 'instead')
on('#add', () =>
  panel(
    `<div class="head"><h4>New API Key</h4><button type="button" class="icon" aria-label="Close panel" id="no">✕</button></div><div class="field"><div class="muted">Name</div><input m="name" id="nm"></div><div class="row"><button m="submit" type="button" class="primary" id="make">Create Key</button></div>`,
  ),
)
const details = () =>
  panel(
    `<div class="head"><h4>${one('#nm')?.value ?? 'Key'}</h4><button type="button" class="icon" aria-label="Close panel" id="no">✕</button></div><dl><dt>Key ID</dt><dd>3f8e21d7-9c45-4b8a-8f0e-6a2b1c7d9e10</dd><dt>Key</dt><dd><span id="key" class="mono">${isShown ? key : '••••••••••••••••'}</span> <button m="reveal-eye" type="button" id="show">${isShown ? 'Hide' : 'Show'} key</button> <button m="copy" type="button" class="icon" title="Copy">⧉</button></dd></dl><div class="row"><button m="done" type="button" class="btn" id="fin">Finish</button></div>`,
  )
on('#make', () => {
  if (!typedIn('#nm')) return
  later(500, () => {
    key = newKey()
    details()
  })
})
on('#show', () => {
  isShown = !isShown
  details()
})
on('#no,#fin', () => {
  one('#side').replaceChildren()
  if (key) state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('[data-panel]') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isShown },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (isShown ? one('#key') : null) },
)
