// As an old cloud's console: kinds of secrets in a list at the left, each with a button of its own kind; a panel slides in with "generate or paste"; the key is behind the links "Show" and "Copy", and the list below is loaded anew.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let kind = 'API keys'
let isUp = false
let isShown = false
let isListed = true
let key = null
const kinds = {
  'API keys': 'Add API key',
  'Auth tokens': 'Generate token',
  'SMTP credentials': 'Generate credentials',
  'Customer secret keys': 'Generate secret key',
  'Database passwords': 'Create password',
}
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.link{border:0;background:none;color:#00688c;text-decoration:underline;padding:2px 4px}.bone{height:16px;background:#e4e4e4;margin:8px 0}</style><header class="row" style="margin:0;padding:10px 20px;background:#312d2a;color:#fff"><button type="button" class="icon" style="color:#fff" aria-label="Navigation menu">☰</button><b>Stratum Cloud</b><input type="search" aria-label="Search resources" placeholder="Search resources, services, docs"><span>Germany Central ▾</span></header><main class="content" style="max-width:none"><p class="muted">Identity › Domains › Default › Users › alex › <b>Details</b></p><div style="display:flex;gap:24px"><div class="card" style="width:150px;background:#5f7d4f;color:#fff;text-align:center;align-self:flex-start"><div style="font-size:40px">A</div>ACTIVE</div><div style="flex:1"><h1>alex</h1><div class="row"><button type="button">Edit user</button><button type="button">Reset password</button><button type="button">More actions ▾</button></div><div style="display:flex;gap:20px"><div style="width:200px" role="navigation" aria-label="Resources"><b>Resources</b><div id="kinds"></div></div><section style="flex:1" id="main"></section></div></div></div></main><div id="side"></div>',
)
const list = () => {
  put(
    one('#kinds'),
    Object.keys(kinds)
      .map(
        of =>
          `<div><button type="button" class="link kind" aria-current="${of === kind}" style="${of === kind ? 'font-weight:700;color:#000;text-decoration:none' : ''}">${of}</button></div>`,
      )
      .join(''),
    'instead',
  )
  put(
    one('#main'),
    `<h2>${kind}</h2><div class="row"><button${kind === 'API keys' ? ' m="open-form"' : ''} type="button" class="${kind === 'API keys' ? 'primary' : ''}" id="add">${kinds[kind]}</button><button type="button" disabled>Delete</button></div>${
      isListed
        ? `<table><thead><tr><th><input type="checkbox" aria-label="Select all"></th><th>Label</th><th>Fingerprint</th><th>Created</th><th></th></tr></thead><tbody>${kind === 'API keys' ? `${key ? `<tr><td><input type="checkbox"></td><td>${state.seen.name}</td><td class="mono">9c:41:e0:…:7b</td><td>Mon, Nov 23, 2026, 10:04:11 UTC</td><td>⋮</td></tr>` : ''}<tr><td><input type="checkbox" aria-label="Select backup-job"></td><td>backup-job</td><td class="mono">3a:0f:77:…:d2</td><td>Tue, May 5, 2026, 08:15:40 UTC</td><td><button type="button" class="icon" aria-label="Actions menu for backup-job">⋮</button></td></tr>` : '<tr><td colspan="5">No items found.</td></tr>'}</tbody></table><p class="muted">Showing ${kind === 'API keys' ? (key ? 2 : 1) : 0} items · Page 1 of 1</p>`
        : '<div class="bone"></div><div class="bone"></div><div class="bone"></div>'
    }`,
    'instead',
  )
}
list()
on('.kind', ({ textContent }) => {
  kind = textContent
  isListed = false
  list()
  later(400, () => {
    isListed = true
    list()
  })
})
const side = inner =>
  put(
    one('#side'),
    `<div class="veil"></div><aside class="drawer" role="dialog" aria-modal="true" aria-labelledby="st" style="width:520px">${inner}</aside>`,
    'instead',
  )
on('#add', () => {
  if (kind !== 'API keys') return
  isUp = true
  side(
    '<div class="head"><h2 id="st">Add API key</h2><a href="#help">Help</a></div><div class="card" style="background:#eef6fb">ℹ An API key is needed by every program that signs in for you. You can have up to 3.</div><fieldset style="border:0;padding:0"><label class="row"><input type="radio" name="way" value="new" checked> Generate an API key</label><label class="row"><input type="radio" name="way" value="file"> Choose a public key file</label><label class="row"><input type="radio" name="way" value="paste"> Paste a public key</label></fieldset><div id="more" class="gone"><textarea rows="4" aria-label="Public key" placeholder="-----BEGIN PUBLIC KEY-----"></textarea></div><div class="field"><label for="lb">Label</label><input m="name" id="lb" style="width:100%"><span class="muted">No confidential information, please.</span></div><div class="row"><button m="submit" type="button" class="primary" id="go">Add</button><button type="button" class="link" id="no">Cancel</button></div>',
  )
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'way') one('#more').classList.toggle('gone', target.value === 'new')
})
const secret = () =>
  side(
    `<div class="head"><h2 id="st">Generated API key</h2></div><div class="card" style="background:#fdf3e0">Copy this key for your records. It will not be shown again.</div><b>Label</b><p>${state.seen.name}</p><b>API key</b><div class="card mono"${isShown ? ' id="key"' : ''} style="margin-bottom:2px">${isShown ? key : '•'.repeat(40)}</div><button m="reveal-eye" type="button" class="link" id="eye">${isShown ? 'Hide' : 'Show'}</button><button m="copy" type="button" class="link" id="copy">${state.seen.copied ? 'Copied' : 'Copy'}</button><div class="row" style="margin-top:30px"><button m="done" type="button" id="end">Close</button></div>`,
  )
on('#no', () => {
  isUp = false
  one('#side').replaceChildren()
})
on('#go', button => {
  const name = typedIn('#lb').trim()
  if (!name) return one('#lb').focus()
  state.seen.name = name
  button.disabled = true
  later(1200, () => {
    key = newKey()
    secret()
    isListed = false
    list()
    later(1200, () => {
      isListed = true
      list()
    })
  })
})
on('#eye', () => {
  isShown = !isShown
  secret()
})
on('#copy', () => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  secret()
})
on('#end', () => {
  state.seen.closed = true
  isShown = false
  one('#side').replaceChildren()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#lb').trim() !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isShown, also: ['copy'] },
    { purpose: 'copy', done: () => state.seen.copied === true, also: ['done'] },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
