// A payment company: between opener and form stands "How will you be using this key?", three plain boxes and "Continue"; then a page with name and note; the key stands in the new row, and a press on it copies.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'list'
let use = ''
let key = null
const uses = [
  ['own', 'Powering an integration you built', 'Give your own code access to your account.'],
  ['third', 'Providing this key to another website', 'Let another service act for you.'],
  ['agent', 'Building an AI agent', 'Restrict an agent to what it needs.'],
]
const head =
  '<div class="app"><nav><a href="/overview">Overview</a><a href="/api-keys">API keys</a><a href="/webhooks">Webhooks</a></nav><main id="m">'
const pages = {
  list: () =>
    `<h1>API keys</h1><section class="card"><h2>Standard keys</h2><p class="muted">Create a key that unlocks full API access, enabling extensive interaction with your account.</p><table><thead><tr><th>Name</th><th>Token</th><th>Last used</th><th>Created</th></tr></thead><tbody><tr><td>Publishable key</td><td class="mono">pk_test_51Nx…Qe</td><td>—</td><td>Aug 4</td></tr>${key ? `<tr><td>${state.seen.name}</td><td><div id="key" class="mono" title="Click to copy" style="cursor:pointer;max-width:420px">${key}</div><p class="muted">You’ll only be able to reveal this key once. Save it somewhere safe.</p></td><td>—</td><td>Nov 23</td></tr>` : ''}</tbody></table><button m="open-form" type="button" class="btn" id="add">+ Create secret key</button></section>`,
  use: () =>
    `<button type="button" class="icon" id="back" aria-label="Back to API keys">←</button><h1>How will you be using this API key?</h1><p>Your answer helps us to suggest a safe setup.</p><div m="description" m-is="label">${uses.map(([id, title, text]) => `<div class="card use"${id === 'own' ? ' m="description"' : ''} data-use="${id}" style="cursor:pointer;${use === id ? 'border-color:#1257d6;box-shadow:0 0 0 1px #1257d6' : ''}"><b>${title}</b><div class="muted">${text}</div></div>`).join('')}</div><button m="next-step" type="button" class="primary" id="next"${use ? '' : ' disabled'}>Continue</button>`,
  form: () =>
    `<h1>Create secret key</h1><div class="field"><label for="n">Key name</label><input m="name" id="n"></div><div class="field"><label for="note">Note <span class="muted">Optional</span></label><textarea id="note" rows="2"></textarea></div><p class="muted">This key will have full access.</p><div class="row"><button type="button" id="back">Cancel</button><button m="submit" type="button" class="primary" id="go">Create</button></div>`,
}
const draw = () => put(document.body, `${head}${pages[at]()}</main></div>`, 'instead')
const go = to => {
  at = to
  history.pushState(null, '', to === 'list' ? '/api-keys' : '/api-keys/create')
  draw()
}
on('#add', () => later(300, () => go('use')))
on('.use', box => {
  use = box.dataset.use
  draw()
})
on('#next', () => go('form'))
on('#back', () => go('list'))
on('#go', () => {
  state.seen.name = typedIn('#n')
  if (!state.seen.name) return
  one('#go').disabled = true
  later(1000, () => {
    key = newKey()
    go('list')
  })
})
draw()
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'description', done: () => use !== '' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'submit', done: () => false },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
