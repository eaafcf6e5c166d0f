// An edge network's console: a page of templates first, then a form of its own address, a summary, and the token beside a program that holds it, too.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let key = null
let name = ''
const shell = inner =>
  put(
    document.body,
    `<div id="app" class="app"><nav><a href="/profile">Preferences</a><a href="/api-keys">API Tokens</a></nav><main><h1>User API Tokens</h1>${inner}</main></div>`,
    'instead',
  )
const draw = () => {
  if (part === 'list')
    return shell(
      `<p>Manage access and permissions for your accounts, sites, and products.</p><div class="card head"><h2>API Tokens</h2><a m="open-form" class="primary btn" href="/api-keys/create" id="add">Create Token</a></div><p class="muted">No API tokens created.</p>`,
    )
  if (part === 'templates')
    return shell(
      `<a href="/api-keys">← Back to view all tokens</a><h2>Create API Token</h2><p>Select a template to get started, or create one from scratch.</p><table><tbody><tr><td>Read all resources</td><td><button type="button" class="btn tpl">Use template</button></td></tr><tr><td>Edit zone</td><td><button type="button" class="btn tpl">Use template</button></td></tr></tbody></table><div class="card head"><b>Create Custom Token</b><button m="open-form" type="button" class="primary" id="custom">Get started</button></div>`,
    )
  if (part === 'form')
    return shell(
      `<a href="/api-keys">← Back</a><h2>Create Custom Token</h2><form id="form"><div class="field"><label for="tn">Token name</label><input m="name" id="tn" value="${name}"><span class="muted">Give your API token a descriptive name.</span></div><fieldset class="card"><legend>Permissions</legend><div class="row"><select m="permissions" aria-label="Scope"><option>Account</option><option>User</option></select><select aria-label="Level" id="level"><option>Edit</option><option>Read</option></select><button type="button" class="icon" aria-label="Remove permission">✕</button></div><button type="button" class="btn">+ Add more</button></fieldset><div class="row"><a href="/api-keys" class="btn">Cancel</a><button m="next-step" type="submit" class="primary" id="go">Continue to summary</button></div></form>`,
    )
  if (part === 'summary')
    return shell(
      `<h2>${name} API token summary</h2><p>This API token will affect the below accounts, along with their respective permissions.</p><ul><li>All accounts - Edit</li></ul><div class="row"><button type="button" class="btn" id="prev">Edit token</button><button m="submit" type="button" class="primary" id="make">Create Token</button></div>`,
    )
  shell(
    `<h2>${name} API token was successfully created</h2><p>Copy this token to access the API. For security this will not be shown again.</p><div class="row card"><code id="key" class="mono">${key}</code><button m="copy" type="button" class="btn">Copy</button></div><h3>Test this token</h3><p>To confirm your token is working correctly, copy and paste the below command in a terminal.</p><pre class="card mono">curl "https://api.example.com/v4/user/tokens/verify" \\
     -H "Authorization: Bearer ${key}"</pre><a m="done" class="btn" href="/api-keys" id="end">View all API tokens</a>`,
  )
}
const go = (to, path) => {
  part = to
  history.pushState(null, '', path)
  draw()
}
on('#add', (_, event) => {
  event.preventDefault()
  later(300, () => go('templates', '/api-keys/create'))
})
on('#custom', () => go('form', '/api-keys/create'))
document.addEventListener('submit', event => {
  event.preventDefault()
  name = typedIn('#tn')
  if (name) go('summary', '/api-keys/create')
})
on('#prev', () => go('form', '/api-keys/create'))
on('#make', () =>
  later(900, () => {
    key = newKey()
    go('made', '/api-keys/create')
  }),
)
on('#end', (_, event) => {
  event.preventDefault()
  state.seen.closed = true
  go('list', '/api-keys')
})
draw()
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tn') !== '' },
    { purpose: 'permissions', done: () => true },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (part === 'made' ? one('#key') : null) },
)
