// As a model hub: three tabs say what kind of token it is and draw the form anew (the name stays); before it is made, a code from the authenticator app is asked for in a dialog of its own.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let kind = 'Fine-grained'
let name = ''
let key = null
let isRight = false
const kinds = ['Fine-grained', 'Read', 'Write']
const texts = {
  'Fine-grained': 'This token can do only what is ticked below.',
  Read: 'This token has read-only access to all your and your orgs’ resources.',
  Write: 'This token can do everything that you can do: read, write, and call models.',
}
const scopes = [
  ['Repositories', ['Read contents of repos', 'Write to repos']],
  ['Inference', ['Make calls to inference providers', 'Manage inference endpoints']],
  ['Billing', ['Read billing usage']],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:8px 24px;border-bottom:1px solid #ddd"><b>🦉 Modelhub</b><input type="search" placeholder="Search models, datasets, users…" aria-label="Search"><a href="#m">Models</a><a href="#d">Datasets</a><a href="#s">Spaces</a></header><div class="app"><nav aria-label="Settings"><a href="#p">Profile</a><a href="#a">Account</a><a href="#au">Authentication</a><a href="/api-keys" aria-current="page">Access Tokens</a><a href="#ssh">SSH and GPG Keys</a><a href="#w">Webhooks</a><a href="#b">Billing</a></nav><main id="main"></main></div><div id="layer"></div>',
)
const views = {
  list: () =>
    `<div class="head"><h1>Access Tokens</h1><button m="open-form" type="button" id="new">+ Create new token</button></div><h3>User Access Tokens</h3><p class="muted">Access tokens authenticate your identity to the Hub and let programs act for you.</p><table><thead><tr><th>Name</th><th>Value</th><th>Last refreshed</th><th>Permissions</th><th></th></tr></thead><tbody>${key ? `<tr><td>🔑 ${name}</td><td class="mono">sk-…${key.slice(-4)}</td><td>just now</td><td>WRITE</td><td><button type="button" class="icon" aria-label="Token options">⋮</button></td></tr>` : ''}<tr><td>🔑 colab</td><td class="mono">sk-…9FuE</td><td>Aug 2</td><td>READ</td><td><button type="button" class="icon" aria-label="Token options">⋮</button></td></tr></tbody></table>`,
  form: () =>
    `<h1>Create new Access Token</h1><div>Token type</div><div role="tablist" class="row">${kinds.map(of => `<button${of === 'Write' ? ' m="permissions"' : ''} type="button" role="tab" class="kind${of === kind ? ' primary' : ''}" aria-selected="${of === kind}">${of}</button>`).join('')}</div><p class="muted">${texts[kind]} This cannot be changed after token creation.</p><div class="field"><label for="tn">Token name</label><input m="name" id="tn" placeholder="Token name" value="${name}"></div>${kind === 'Fine-grained' ? `<h3>User permissions</h3><div style="display:grid;grid-template-columns:1fr 1fr">${scopes.map(([of, each]) => `<div><b>${of}</b>${each.map(text => `<label class="row"><input type="checkbox" class="scope"> ${text}</label>`).join('')}</div>`).join('')}</div>` : ''}<button m="submit" type="button" class="primary" id="go">Create token</button> <span id="bad" class="muted"></span>`,
}
const go = to => {
  part = to
  put(one('#main'), views[to](), 'instead')
}
go('list')
on('#new', () => later(250, () => go('form')))
on('.kind', ({ textContent }) => {
  kind = textContent
  go('form')
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'tn') name = target.value
})
const layer = html => put(one('#layer'), html, 'instead')
on('#go', () => {
  const isEmpty = kind === 'Fine-grained' && !one('.scope:checked')
  one('#bad').textContent = !name.trim()
    ? 'Please give the token a name.'
    : isEmpty
      ? 'Choose one permission at least.'
      : ''
  if (!name.trim() || isEmpty) return
  layer(
    '<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="st"><h2 id="st">Confirm access</h2><p>You are about to do something sensitive. Open your authenticator app and enter the six-digit code.</p><div class="field"><label for="otp">Authentication code</label><input m="code" id="otp" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></div><p id="wrong" class="muted"></p><div class="row"><button m="code-check" type="button" class="primary" id="verify">Confirm</button><a href="#recovery">Use a recovery code</a></div></div>',
  )
})
on('#verify', button => {
  if (!/^\d{6}$/.test(typedIn('#otp'))) {
    one('#wrong').textContent = 'The code has six digits.'
    return
  }
  button.disabled = true
  isRight = true
  later(900, () => {
    key = newKey()
    state.seen.name = name
    go('list')
    layer(
      `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="sv"><h2 id="sv">Save your Access Token</h2><p>Save your token value somewhere safe. You will not be able to see it again after you close this modal. If you lose it, you’ll have to create a new one.</p><div class="row" style="align-items:stretch"><div class="mono card" id="key" style="margin:0;flex:1">${key}</div><button m="copy" type="button" id="copy">Copy</button></div><button m="done" type="button" class="primary" id="end">Done</button></div>`,
    )
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
})
on('#end', () => {
  state.seen.closed = true
  layer('')
})
const isAsking = () => one('#otp') !== null
tell(
  [
    { purpose: 'code', value: '604218', done: () => /^\d{6}$/.test(typedIn('#otp')) },
    { purpose: 'code-check', done: () => isRight },
    { purpose: 'open-form', when: () => key === null, done: () => part === 'form' },
    { purpose: 'permissions', when: () => !isAsking(), done: () => kind === 'Write' },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: () => !isAsking(),
      done: () => name.trim() !== '',
    },
    { purpose: 'submit', when: () => !isAsking(), done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true, also: ['done'] },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
