// A telephony company: the form and the result are pages of their own; the key comes as a SID and a secret side by side, and "Done" works only once a box is ticked. What is missing is said under the field.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let key = null
let kind = 'standard'
let isSafe = false
const sid = `SK${Array.from({ length: 32 }, (_, at) => 'b71e05c3f9a2d684'[(at * 7) % 16]).join('')}`
const kinds = [
  ['main', 'Main', 'Manages the account itself: subaccounts, billing, other keys.'],
  ['standard', 'Standard', 'All API resources. This is what most programs need.'],
  ['restricted', 'Restricted', 'Only the resources that you choose.'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><header class="row" style="margin:0;padding:10px 20px;background:#121c2d;color:#fff"><b>Voxley</b> <span>My first account ▾</span><input type="search" placeholder="Jump to…" aria-label="Jump to" style="margin-inline-start:auto"><button type="button">Admin ▾</button></header><div class="app"><nav aria-label="Account"><b>Account</b><a href="#g">General settings</a><a href="#g">Manage users</a><a href="/api-keys" aria-current="page">API keys &amp; tokens</a><a href="#g">Auth tokens</a><a href="#g">Audit events</a></nav><main id="main"></main></div>',
)
const rows = () =>
  `${key ? `<tr><td>${state.seen.name}</td><td class="mono">${sid}</td><td>Standard</td></tr>` : ''}<tr><td>ivr-menu</td><td class="mono">SK0f2bd9e1c77a4413</td><td>Standard</td></tr><tr><td>call-notes</td><td class="mono">SK91ac3340be8f7d02</td><td>Main</td></tr>`
const views = {
  list: () =>
    `<div class="head"><h1>API keys &amp; tokens</h1><button m="open-form" type="button" class="primary" id="new">Create API key</button></div><div class="row"><label>Region <select aria-label="Region" style="min-width:0"><option>United States (US1)</option><option>Ireland (IE1)</option></select></label></div><table><thead><tr><th>Friendly name</th><th>SID</th><th>Type</th></tr></thead><tbody>${rows()}</tbody></table><h2>Live credentials</h2><div class="card">Account SID <span class="mono">AC4411f0c2…</span><br>Auth token <span class="mono">••••••••</span> <button type="button" class="icon">Show</button></div>`,
  form: () =>
    `<p><a href="/api-keys" id="back">‹ API keys &amp; tokens</a></p><h1>Create new API key</h1><div class="field"><label for="fn">Friendly name <span style="color:#b3261e">*</span></label><input m="name" id="fn" maxlength="64"><small id="bad" style="color:#b3261e"></small></div><div class="field"><label for="rg">Region</label><select id="rg"><option>United States (US1) – default</option><option>Ireland (IE1)</option></select></div><fieldset class="card"><legend>Key type</legend>${kinds.map(([id, title, text]) => `<label${id === 'standard' ? ' m="permissions"' : ''} class="row"><input type="radio" name="kind" value="${id}"${kind === id ? ' checked' : ''}><span><b>${title}</b><br><span class="muted">${text}</span></span></label>`).join('')}</fieldset><div class="row"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create</button></div>`,
  made: () =>
    `<h1>Copy secret key</h1><div class="card" style="background:#fff4d6">⚠ For your security the secret is shown on this page only. Put it somewhere safe before you leave.</div><dl><dt>Friendly name</dt><dd>${state.seen.name}</dd><dt>Key type</dt><dd>Standard</dd></dl><div style="display:grid;grid-template-columns:1fr 1fr;gap:18px"><div><b>SID</b><div class="row"><code class="mono">${sid}</code><button type="button" class="icon" aria-label="Copy SID">⧉</button></div></div><div><b>Secret</b><div class="row"><code class="mono" id="key">${key}</code><button m="copy" type="button" class="icon" id="copy" aria-label="Copy secret">⧉</button></div></div></div><label m="saved-box" class="row"><input type="checkbox" id="safe"> Got it! I have saved my API key SID and secret in a safe place to use in my application.</label><button m="done" type="button" class="primary" id="end"${isSafe ? '' : ' disabled'}>Done</button>`,
}
const go = to => {
  part = to
  history.pushState(null, '', to === 'form' ? '/api-keys/create' : '/api-keys')
  put(one('#main'), views[to](), 'instead')
}
put(one('#main'), views.list(), 'instead')
on('#new', () => go('form'))
on('#no', () => go('list'))
on('#back', (_, event) => {
  event.preventDefault()
  go('list')
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'kind') kind = target.value
  if (target.id === 'safe') {
    isSafe = target.checked
    one('#end').disabled = !isSafe
  }
})
on('#go', button => {
  const name = typedIn('#fn').trim()
  one('#bad').textContent = name ? '' : 'Friendly name is required'
  if (!name) return one('#fn').focus()
  state.seen.name = name
  state.seen.access = kind
  button.disabled = true
  button.textContent = 'Creating…'
  later(1100, () => {
    key = newKey()
    go('made')
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = '✓'
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#fn').trim() !== '' },
    { purpose: 'permissions', done: () => kind === 'standard' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
    { purpose: 'saved-box', done: () => isSafe },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
