// A mailer's console: a page of its own to make a key, three cards of which none is chosen, the buttons in a bar at the foot; beside it a quick start with a key that is none.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let access = null
let name = ''
const isForm = () => location.pathname === '/api-keys/create' && key === null
const frame = inner =>
  `<div class="app"><nav aria-label="Main"><b>Postwing</b><a href="#dashboard">Dashboard</a><a href="#email">Email API</a><a href="#stats">Stats</a><a href="#suppressions">Suppressions</a><b>Settings</b><a href="#sender">Sender authentication</a><a href="/api-keys" aria-current="page">API Keys</a></nav>${inner}</div>`
const list = () =>
  frame(
    `<main><div class="head"><h1>API Keys</h1><a m="open-form" class="btn primary" role="button" href="/api-keys/create" id="add">Create API Key</a></div><table><thead><tr><th>Name</th><th>API key ID</th><th>Access</th><th>Action</th></tr></thead><tbody><tr><td>newsletter</td><td>sk-…Lw2e</td><td>Full</td><td><button type="button" class="icon" aria-label="Actions">⚙</button></td></tr>${key ? `<tr><td>${state.seen.name}</td><td>sk-…${key.slice(-4)}</td><td>Full</td><td><button type="button" class="icon" aria-label="Actions">⚙</button></td></tr>` : ''}</tbody></table><div class="card"><h3>Looking for SMTP?</h3><p class="muted">Use the user name “apikey” and an API key as password.</p><a href="#smtp">Set up SMTP relay</a></div></main>`,
  )
const cards = [
  ['all', 'Full Access', 'Allows the API key to reach every endpoint except billing.'],
  ['restricted', 'Restricted Access', 'Customize levels of access for all parts of your account.'],
  ['billing', 'Billing Access', 'Allows the API key to reach billing endpoints only.'],
]
const form = () =>
  frame(
    `<main style="padding-bottom:90px"><p><a href="/api-keys" id="up">API Keys</a> / Create</p><h1>Create API Key</h1><div style="display:flex;gap:24px"><div style="flex:1"><div class="field"><label for="api_key_name">API Key Name *</label><input m="name" id="api_key_name" value="${name}"></div><div m="permissions" m-is="label" role="radiogroup" aria-label="API Key Permissions"><p>API Key Permissions *</p>${cards.map(([id, title, about]) => `<label class="card" style="display:block"${id === 'all' ? ' m="permissions"' : ''}><input type="radio" name="access" value="${id}"${access === id ? ' checked' : ''}> <b>${title}</b><br><span class="muted">${about}</span></label>`).join('')}</div><div id="more"></div></div><aside class="card" style="width:270px"><h3>Quick start</h3><p class="muted">Send your first message:</p><pre style="white-space:pre-wrap">curl https://api.postwing.example/v3/send \\
 -H "Authorization: Bearer sk-YOUR_API_KEY"</pre><button type="button">Copy</button></aside></div></main><div style="position:fixed;bottom:0;inset-inline:0;background:#fff;border-top:1px solid #ccc;padding:10px 24px;display:flex;gap:10px;justify-content:flex-end;z-index:20"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go" disabled>Create &amp; View</button></div>`,
  )
const made = () =>
  frame(
    `<main><h1>API Key Created</h1><p>Please copy this key and save it somewhere safe. For security reasons, we cannot show it to you again.</p><div m="copy" id="key" class="mono" role="button" tabindex="0" aria-label="Click to copy your API key" style="background:#1b1f24;color:#fff;padding:14px;border-radius:6px;cursor:pointer">${key}</div><p class="muted" id="hint">Click the key to copy it</p><button m="done" type="button" class="primary" id="shut">Done</button></main>`,
  )
let at = 'list'
function draw() {
  at = isForm() ? 'form' : 'list'
  put(document.body, at === 'form' ? form() : list(), 'instead')
  ready()
}
function ready() {
  if (one('#go')) one('#go').disabled = typedIn('#api_key_name').trim() === '' || access === null
}
function go(path) {
  history.pushState({}, '', path)
  draw()
}
draw()
addEventListener('popstate', () => {
  if (at !== 'made') draw()
})
document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="/api-keys"]')
  if (!link) return
  event.preventDefault()
  go(link.getAttribute('href'))
})
on('#no', () => go('/api-keys'))
document.addEventListener('input', ({ target }) => {
  if (target.id === 'api_key_name') name = target.value
  ready()
})
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'access') return
  access = target.value
  put(
    one('#more'),
    access === 'restricted'
      ? '<table><tbody><tr><td>Mail send</td><td>None · Read · Full</td></tr><tr><td>Stats</td><td>None · Read · Full</td></tr></tbody></table>'
      : '',
    'instead',
  )
  ready()
})
on('#go', button => {
  button.disabled = true
  button.textContent = 'Creating…'
  later(800, () => {
    state.seen.name = name
    state.seen.permissions = access
    key = newKey()
    at = 'made'
    put(document.body, made(), 'instead')
  })
})
on('#key', () => {
  one('#hint').textContent = 'Copied!'
})
on('#shut', () => {
  state.seen.closed = true
  go('/api-keys')
})
tell(
  [
    { purpose: 'open-form', done: () => at !== 'list' || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#api_key_name') !== '' },
    { purpose: 'permissions', done: () => access === 'all', at: () => one('input[name=access][value=all]') },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (at === 'made' ? one('#key') : null) },
)
