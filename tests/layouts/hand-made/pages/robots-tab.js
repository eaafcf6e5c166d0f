// People's keys and robots' in two tabs; an account for a robot is named in a popover, and its key is in the row that unfolds, in a block of code.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let tab = 'people'
let isPop = false
let isStored = false
let name = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>Tracepoint</b><a href="#dash">Dashboards</a><a href="#mon">Monitors</a><b>Organization</b><a href="/api-keys" aria-current="page">Access</a><a href="#roles">Roles</a><a href="#sso">Login methods</a></nav><main><h1>Access</h1><div id="tabs" role="tablist" class="row" style="border-bottom:1px solid #cbd2d9"></div><div id="panel" role="tabpanel"></div></main></div>',
)
const drawTabs = () =>
  put(
    one('#tabs'),
    [
      ['people', 'My keys', '2'],
      ['robots', 'Service accounts', key ? '1' : '0'],
    ]
      .map(
        ([id, text, count]) =>
          `<button${id === 'robots' ? ' m="owner"' : ''} type="button" role="tab" class="tab" aria-selected="${id === tab}" style="border:0;background:none;border-radius:0${id === tab ? ';box-shadow:0 2px #632ca6' : ''}" data-of="${id}">${text} <span class="muted">${count}</span></button>`,
      )
      .join(''),
    'instead',
  )
const people =
  '<div class="head"><p class="muted">These keys act as you and end when you leave the organization.</p><button type="button" class="primary">New personal key</button></div><table><thead><tr><th>Name</th><th>Key</th><th>Last used</th></tr></thead><tbody><tr><td>laptop</td><td class="mono">…x81d</td><td>Today</td></tr><tr><td>notebook</td><td class="mono">…Aq0e</td><td>Jun 2026</td></tr></tbody></table>'
const pop =
  '<div class="menu" role="dialog" aria-label="New service account" style="right:0;top:42px;width:320px;padding:16px"><div class="field" style="padding:0"><label for="sn">Service account name</label><input m="service-name" id="sn" placeholder="ci-runner"></div><div class="field" style="padding:0"><label for="ro">Role</label><select m="permissions" id="ro"><option value="standard">Standard</option><option value="read">Read only</option></select></div><button m="submit" type="button" class="primary" id="go" style="padding:6px 14px">Create account and key</button></div>'
const robots = () =>
  `<div class="head" style="position:relative"><p class="muted">For servers and scheduled jobs. They belong to the organization, not to a person.</p><span><button${key ? '' : ' m="open-form"'} type="button" class="primary" id="add" aria-haspopup="dialog" aria-expanded="${isPop}">Add service account</button>${isPop ? pop : ''}</span></div>${key ? `<table><thead><tr><th>Account</th><th>Role</th><th>Keys</th></tr></thead><tbody><tr><td>${name}</td><td>Standard</td><td>1</td></tr>${isStored ? '' : `<tr><td colspan="3"><div class="card" style="background:#f6f1fb"><b>Key of ${name}</b><p>Store it in your secret manager. It is not shown again.</p><pre style="white-space:pre-wrap;background:#1b1f24;color:#fff;padding:12px;border-radius:6px"><code id="key" class="mono">${key}</code></pre><button m="copy" type="button" id="copy">Copy</button> <button m="done" type="button" id="end">Hide key</button></div></td></tr>`}</tbody></table>` : '<div class="card" style="text-align:center"><p>🤖</p><b>No service accounts yet</b><p class="muted">Give each of your jobs an account of its own.</p></div>'}`
const draw = () => {
  drawTabs()
  put(one('#panel'), tab === 'people' ? people : robots(), 'instead')
}
draw()
on('.tab', ({ dataset }) => {
  if (dataset.of === tab) return
  tab = dataset.of
  isPop = false
  drawTabs()
  one('#panel').innerHTML =
    '<div style="height:160px;margin:16px 0;background:#eef1f4;border-radius:8px"></div>'
  later(600, draw)
})
on('#add', () => {
  isPop = !isPop
  draw()
})
on('#go', button => {
  name = typedIn('#sn').trim()
  if (!name) return
  button.disabled = true
  button.textContent = 'Creating…'
  later(1100, () => {
    key = newKey('svcacct')
    isPop = false
    draw()
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
  state.seen.copied = true
})
on('#end', () => {
  isStored = true
  state.seen.closed = true
  draw()
})
tell(
  [
    { purpose: 'owner', done: () => tab === 'robots' },
    { purpose: 'open-form', when: () => key === null, done: () => isPop },
    { purpose: 'service-name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#sn').trim() !== '' },
    { purpose: 'permissions', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => isStored },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
