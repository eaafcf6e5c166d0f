// An admin as Django's with htmx: “Add” beside each model and under the table, a row of fields in the table itself; the first save comes to nothing, the key comes in the message above.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let tries = 0
const models = [
  ['Groups', ''],
  ['Users', ''],
  ['API tokens', ' m="open-form" id="add2"'],
  ['Webhooks', ''],
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<header style="background:#264b5d;color:#f5dd5d;padding:10px 24px"><b>Model gateway administration</b><span style="float:inline-end;color:#fff">Welcome, alex. View site / Log out</span></header><div style="padding:8px 24px;background:#79aec8;color:#fff">Home › Access › API tokens</div><div class="app"><nav id="side"><input type="search" placeholder="Start typing to filter…" aria-label="Filter navigation items" style="min-width:0;width:100%"></nav><main id="content"><div id="messages"></div><h1>Select API token to change</h1><form id="changelist-form" hx-post="/tokens/" hx-target="#rows"><table id="result_list"><thead><tr><th>Label</th><th>Token</th><th>Project</th><th>Created</th></tr></thead><tbody id="rows"><tr><td><a href="#1">nightly</a></td><td>sk-…yT4k</td><td>Default project</td><td>Nov. 3, 2026, 9:12 a.m.</td></tr><tr><td><a href="#2">search</a></td><td>sk-…0bMv</td><td>Default project</td><td>Nov. 9, 2026, 4 p.m.</td></tr></tbody><tfoot><tr><td colspan="4" id="foot"></td></tr></tfoot></table><p class="paginator muted">2 API tokens</p></form></main></div>`,
)
for (const [label, extra] of models)
  put(
    one('#side'),
    `<div class="row" style="justify-content:space-between"><a href="#${label}">${label}</a><a${extra} href="#add" class="addlink" aria-label="Add ${label}">+ Add</a></div>`,
  )
put(one('#foot'), '<a m="open-form" href="#add" class="addlink" id="add">+ Add another API token</a>')
document.addEventListener('click', event => {
  if (event.target.closest?.('a[href^="#"]')) event.preventDefault()
})
on('#add, #add2', () => {
  if (one('#new')) return
  put(
    one('#rows'),
    `<tr id="new" class="dynamic-form"><td><input m="name" name="form-0-label" id="id_label" aria-label="Label" placeholder="Label" style="min-width:0;width:190px"></td><td class="muted">generated on save</td><td><select m="project" name="form-0-project" id="id_project" aria-label="Project" style="min-width:0"><option value="1">Default project</option><option value="2">staging</option></select></td><td><input m="submit" type="submit" class="primary" value="Save" id="save" style="min-width:0"> <a href="#x" class="inline-deletelink" id="no">Remove</a></td></tr>`,
  )
})
on('#no', () => one('#new').remove())
const say = (kind, html) =>
  put(
    one('#messages'),
    `<ul class="messagelist" style="list-style:none;padding:0"><li class="${kind}" role="${kind === 'error' ? 'alert' : 'status'}" style="padding:10px;background:${kind === 'error' ? '#ffefef' : '#dfd'}">${html}</li></ul>`,
    'instead',
  )
document.addEventListener('submit', event => {
  event.preventDefault()
  if (!one('#new') || one('#save').disabled) return
  const name = typedIn('#id_label').trim()
  if (!name) {
    say('error', 'Please correct the error below: label: This field is required.')
    return
  }
  one('#save').disabled = true
  tries++
  later(1000, () => {
    one('#save').disabled = false
    if (tries === 1) {
      say('error', 'The server did not answer in time (502). Nothing was saved, please try again.')
      return
    }
    state.seen.name = name
    key = newKey()
    one('#new').remove()
    one('#rows').insertAdjacentHTML(
      'beforeend',
      `<tr><td><a href="#3">${name}</a></td><td>sk-…${key.slice(-4)}</td><td>Default project</td><td>just now</td></tr>`,
    )
    say(
      'success',
      `The API token “${name}” was added successfully. Its value is <code id="key" class="mono">${key}</code> and is not stored in readable form.`,
    )
  })
})
tell(
  [
    { purpose: 'open-form', done: () => one('#new') !== null || key !== null, at: () => one('#add') },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#id_label') !== '' },
    { purpose: 'project', value: '1', done: () => true },
    { purpose: 'submit', done: () => key !== null },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
