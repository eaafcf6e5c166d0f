// As Django's admin: a link above the list, a form with "Save and add another", "Save and continue editing" and "SAVE", and a filter beside it; the key stands in the message above the list.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
document.body.insertAdjacentHTML(
  'beforeend',
  `<header class="row" style="background:#205067;color:#fff;margin:0;padding:10px 40px"><b>Site administration</b><span style="margin-inline-start:auto">Welcome, <b>a.person</b>. <a href="/logout" style="color:#fff">Log out</a></span></header><div id="main" class="content" style="max-width:none"></div>`,
)
const list = message => {
  isUp = false
  put(
    one('#main'),
    `<p class="muted"><a href="#h">Home</a> › <a href="#h">Auth</a> › Tokens</p>${message}<div class="head"><h1>Select token to change</h1><a m="open-form" href="#add" id="add" class="btn">Add token +</a></div>
<div style="display:flex;gap:30px"><div style="flex:1"><form class="row" onsubmit="return false"><input id="q" aria-label="Search"><button type="submit">Search</button></form><div class="row"><label>Action: <select><option>---------</option><option>Delete selected tokens</option></select></label><button type="button">Go</button> 0 of 2 selected</div>
<table><thead><tr><th><input type="checkbox" aria-label="Select all"></th><th>Description</th><th>Created</th></tr></thead><tbody><tr><td><input type="checkbox" aria-label="Select cron"></td><td><a href="#1">cron</a></td><td>Jan. 4, 2026</td></tr><tr><td><input type="checkbox" aria-label="Select etl"></td><td><a href="#2">etl</a></td><td>Feb. 9, 2026</td></tr></tbody></table></div>
<div style="width:200px" class="card"><b>Filter</b><p><a href="#c">Show counts</a></p><p>By active</p><ul><li><a href="#a">All</a></li><li><a href="#y">Yes</a></li><li><a href="#n">No</a></li></ul></div></div>`,
    'instead',
  )
}
const form = () => {
  isUp = true
  put(
    one('#main'),
    `<p class="muted"><a href="#h">Home</a> › <a href="#h">Auth</a> › <a href="#h">Tokens</a> › Add token</p><h1>Add token</h1><div id="err"></div><form onsubmit="return false"><div class="field"><label for="d">Description:</label><input m="name" id="d" maxlength="80"><small class="muted">What is this token used for?</small></div>
<div class="row" style="background:#eee;padding:12px"><button m="submit" type="submit" class="primary" id="save">SAVE</button><button type="submit" id="another">Save and add another</button><button type="submit" id="stay">Save and continue editing</button></div></form>`,
    'instead',
  )
}
list('')
on('#add', form)
on('#save, #another, #stay', pressed => {
  if (!typedIn('#d'))
    return put(
      one('#err'),
      '<p class="card" style="color:#ba2121">Please correct the error below.</p>',
      'instead',
    )
  if (pressed.id !== 'save') state.seen.another = true
  later(600, () => {
    key = newKey()
    list(
      `<ul style="list-style:none;padding:0"><li class="card" style="background:#dfd">The token “Learning-MyLaptop-v1” was added successfully. Its value is <code class="mono" id="key">${key}</code> and will not be shown again.</li></ul>`,
    )
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#d') !== '' },
    { purpose: 'submit', done: () => key !== null },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
