// Carbon: bones of a table while the list is fetched, a dialog whose two buttons fill its foot, “Owner” as a list drawn by script; for a service the field for the name is another one.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let owner = 'you'
const owners = [
  ['you', 'You (alex@example.com)'],
  ['service', 'Service ID'],
  ['member', 'Another member'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<header class="cds--header" style="background:#161616;color:#fff;padding:12px 20px"><b>Foundry</b> Cloud <span style="float:inline-end">1420933 – Alex Doe’s Account ▾</span></header><div class="app"><nav class="cds--side-nav" aria-label="Side navigation"><a href="#users">Users</a><a href="#groups">Access groups</a><a href="/api-keys" aria-current="page">API keys</a><a href="#profiles">Trusted profiles</a><a href="#settings">Settings</a></nav><main><h1>API keys</h1><p>Make, view, and work with API keys that you have access to.</p><div class="cds--data-table-container"><div class="row cds--table-toolbar" style="justify-content:flex-end"><input type="search" aria-label="Search keys" placeholder="Search"><span id="top"></span></div><table class="cds--data-table"><thead><tr><th>Name</th><th>Owner</th><th>Key</th></tr></thead><tbody id="rows"><tr class="cds--skeleton"><td colspan="3" style="background:#e5e5e5">&nbsp;</td></tr><tr class="cds--skeleton"><td colspan="3" style="background:#efefef">&nbsp;</td></tr></tbody></table></div></main></div>`,
)
later(1200, () => {
  put(
    one('#rows'),
    '<tr><td>terraform</td><td>Service ID</td><td>sk-…Tf0q</td></tr><tr><td>laptop</td><td>You</td><td>sk-…m2Wz</td></tr>',
    'instead',
  )
  put(
    one('#top'),
    '<button m="open-form" type="button" class="cds--btn primary" id="add">Create <span aria-hidden="true">+</span></button>',
  )
})
const field = () =>
  put(
    one('#field'),
    owner === 'service'
      ? '<label class="cds--label" for="text-input-2">Service ID name</label><input m="service-name" class="cds--text-input" id="text-input-2"><span class="muted">The service ID is made together with its key.</span>'
      : owner === 'you'
        ? '<label class="cds--label" for="text-input-1">Name</label><input m="name" class="cds--text-input" id="text-input-1">'
        : '<label class="cds--label" for="text-input-3">E-mail of the member</label><input class="cds--text-input" id="text-input-3">',
    'instead',
  )
const nameNow = () => (one('#field input')?.value ?? '').trim()
function ready() {
  if (one('#go')) one('#go').disabled = nameNow() === '' || owner === 'member'
}
on('#add', () => {
  if (one('#dialog')) return
  owner = 'you'
  put(
    document.body,
    `<div id="dialog" class="cds--modal is-visible"><div class="veil"></div><div class="modal cds--modal-container" role="dialog" aria-modal="true" aria-labelledby="ct" style="padding:0"><div style="padding:22px"><h2 id="ct">Create API key</h2><div id="inside"><p class="muted">An API key is as good as a password. Do not share it.</p><div class="field"><span class="cds--label" id="ol">Owner</span><div class="cds--dropdown" style="position:relative"><button m="owner" type="button" class="cds--list-box__field" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="ol owner" id="owner" style="min-width:300px;text-align:start"><span id="owned">${owners[0][1]}</span> ▾</button><span id="drop"></span></div></div><div class="field" id="field"></div><div class="field"><label class="cds--label" for="ta">Description (optional)</label><textarea m="description" id="ta" rows="2"></textarea></div></div></div><div style="display:flex" id="foot"><button type="button" class="cds--btn" id="no" style="flex:1;padding:16px;border-radius:0">Cancel</button><button m="submit" type="button" class="cds--btn primary" id="go" disabled style="flex:1;padding:16px;border-radius:0">Create</button></div></div></div>`,
  )
  field()
})
const fold = () => {
  one('#drop')?.replaceChildren()
  one('#owner')?.setAttribute('aria-expanded', 'false')
}
on('#owner', button => {
  if (one('#list')) return
  button.setAttribute('aria-expanded', 'true')
  put(
    one('#drop'),
    `<ul id="list" class="menu cds--list-box__menu" role="listbox" aria-labelledby="ol" style="margin:0;min-width:300px">${owners.map(([id, label]) => `<li role="option" aria-selected="${id === owner}" class="cds--list-box__menu-item" data-of="${id}"${id === 'service' ? ' m="owner"' : ''}>${label}</li>`).join('')}</ul>`,
  )
})
on('.cds--list-box__menu-item', item => {
  owner = item.dataset.of
  one('#owned').textContent = item.textContent
  fold()
  field()
  ready()
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#owner, #list')) fold()
})
document.addEventListener('input', ready)
on('#no', () => one('#dialog').remove())
on('#go', button => {
  state.seen.name = nameNow()
  state.seen.owner = owner
  button.disabled = true
  button.textContent = 'Creating…'
  later(1000, () => {
    key = newKey('svcacct')
    one('#ct').textContent = 'API key successfully created'
    put(
      one('#inside'),
      `<p>Copy the API key or download it to save it. You can see it only while this window is open.</p><div class="cds--snippet" style="background:#f4f4f4;padding:12px;display:flex;gap:10px"><pre style="margin:0;flex:1;white-space:pre-wrap" class="mono"><code id="key">${key}</code></pre><button m="copy" type="button" class="icon cds--copy-btn" aria-label="Copy to clipboard" id="copy">⧉</button></div><button type="button" class="icon" style="margin-top:10px">⤓ Download</button>`,
      'instead',
    )
    put(
      one('#foot'),
      '<button m="done" type="button" class="cds--btn primary" id="shut" style="flex:1;padding:16px;border-radius:0">Close</button>',
      'instead',
    )
  })
})
on('#copy', button => {
  button.textContent = '✓'
})
on('#shut', () => {
  one('#dialog').remove()
  one('#rows').insertAdjacentHTML(
    'afterbegin',
    `<tr><td>${state.seen.name}</td><td>${state.seen.owner === 'service' ? 'Service ID' : 'You'}</td><td>sk-…${key.slice(-4)}</td></tr>`,
  )
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', done: () => one('#dialog') !== null || key !== null },
    {
      purpose: 'owner',
      done: () => owner === 'service',
      at: () => one('#list [data-of=service]') ?? one('#owner'),
    },
    // While it is still for you, its name may be begun with: nothing is lost by it.
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => true },
    { purpose: 'service-name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#text-input-2') !== '' },
    { purpose: 'description', value: '', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null && state.seen.owner === 'service', key: () => one('#key') },
)
