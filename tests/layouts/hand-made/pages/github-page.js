// A code host: the opener is a link to a page of its own, boxes to tick for what the token may do, the token in the list afterwards.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

const list = key => {
  history.replaceState(null, '', '/api-keys')
  put(
    document.body,
    `<header class="head" style="padding:12px 32px"><a href="/home">Developer settings</a></header><div class="app"><nav class="menu-side"><a href="/apps">Apps</a><a href="/api-keys" aria-current="page">Personal access tokens</a></nav><div class="content"><div class="Subhead head"><h2 class="Subhead-heading">Personal access tokens</h2><div class="Subhead-actions"><a m="open-form" class="btn btn-sm" href="/api-keys/new" id="add">Generate new token</a></div></div><p>Tokens you have generated that can be used to access the API.</p>${key ? `<div class="flash card">Make sure to copy your personal access token now. You won’t be able to see it again!</div>` : ''}<div class="listgroup card">${key ? `<div class="row"><span>✓</span><code id="key" class="token mono">${key}</code><clipboard-copy m="copy" aria-label="Copy token" role="button" tabindex="0" class="btn">⧉</clipboard-copy><button class="danger" type="button">Delete</button></div>` : ''}<div class="row"><a href="#t">old laptop</a><span class="muted">Last used within the last 2 weeks</span><button class="danger" type="button">Delete</button></div></div></div></div>`,
    'instead',
  )
}
let key = null
function form() {
  history.pushState(null, '', '/api-keys/new')
  put(
    document.body,
    `<header class="head" style="padding:12px 32px"><a href="/home">Developer settings</a></header><div class="app"><nav><a href="/api-keys">Personal access tokens</a></nav><div class="content"><h2>New personal access token</h2><form id="form"><dl class="form-group field"><dt><label for="oauth_access_description">Note</label></dt><dd><input m="name" type="text" id="oauth_access_description" class="form-control"><p class="note muted">What’s this token for?</p></dd></dl><dl class="field"><dt><label for="exp">Expiration</label></dt><dd><select m="expiry" id="exp"><option>7 days</option><option selected>30 days</option><option>No expiration</option></select></dd></dl><fieldset class="card"><legend>Select scopes</legend><div class="row"><label m="permissions"><input type="checkbox" id="api" value="api"> api</label><span class="muted">Full access to the API</span></div><div class="row"><label><input type="checkbox" value="read"> read</label><span class="muted">Read only</span></div></fieldset><div class="row"><button m="submit" type="submit" class="primary">Generate token</button><a href="/api-keys" class="btn">Cancel</a></div></form></div></div>`,
    'instead',
  )
  one('#form').addEventListener('submit', event => {
    event.preventDefault()
    later(800, () => {
      key = newKey()
      list(key)
    })
  })
}
on('#add', (_, event) => {
  event.preventDefault()
  later(300, form)
})
list(null)
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#form') !== null },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#oauth_access_description') !== '',
    },
    { purpose: 'expiry', done: () => true },
    { purpose: 'permissions', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
