// As Salesforce Lightning: a list view with a row of buttons, a modal with starred fields and a snag list, and then the record itself, which holds the secret in a component of its own.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
document.body.insertAdjacentHTML(
  'beforeend',
  `<header class="row" style="padding:8px 16px;border-bottom:3px solid #0176d3;margin:0"><b>Setup</b><a href="#home">Home</a><a href="#objects">Object Manager</a><input type="search" placeholder="Search Setup" style="margin-inline-start:auto"></header>
<main class="content" id="main"></main><div id="layer"></div>`,
)
const list = () => {
  put(
    one('#main'),
    `<div class="head"><div><span class="muted">Access Credentials</span><h1 style="margin:0;font-size:20px">All Credentials ▾</h1></div><div class="row"><button m="open-form" type="button" id="new">New</button><button type="button" id="import">Import</button><button type="button" id="print">Printable View</button></div></div>
<p class="muted">1 item • Sorted by Label • Updated a few seconds ago</p><input type="search" placeholder="Search this list..." aria-label="Search this list">
<table><thead><tr><th>Label</th><th>Environment</th><th>Owner Alias</th><th></th></tr></thead><tbody><tr><td><a href="#rec">Nightly sync</a></td><td>Sandbox</td><td>aper</td><td><button type="button" class="icon" aria-label="Show more actions">▾</button></td></tr></tbody></table>`,
    'instead',
  )
}
const record = () => {
  put(
    one('#main'),
    `<span class="muted">Access Credential</span><div class="head"><h1 style="margin:0">Learning-MyLaptop-v1</h1><div class="row"><button type="button">Follow</button><button type="button">Edit</button><button type="button">Clone</button></div></div>
<div class="row" role="tablist"><a href="#related" role="tab" aria-selected="false">Related</a><b role="tab" aria-selected="true">Details</b></div>
<dl><dt class="muted">Record ID</dt><dd>0Hq8d00000Kf2QmCAJ</dd><dt class="muted">Environment</dt><dd>Default project</dd><dt class="muted">Secret Value</dt><dd><c-secret-output></c-secret-output><p class="muted">Shown on this record until you leave it.</p></dd><dt class="muted">Created By</dt><dd>A Person, just now</dd></dl>`,
    'instead',
  )
  put(
    document.body,
    '<div class="toast" id="toast" role="status">Access Credential "Learning-MyLaptop-v1" was created.</div>',
  )
  setTimeout(() => one('#toast')?.remove(), 4000)
}
customElements.define(
  'c-secret-output',
  class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return
      put(
        this.attachShadow({ mode: 'open' }),
        `<style>span{font-family:monospace;overflow-wrap:anywhere}</style><span id="value">${key}</span>`,
      )
    }
  },
)
on('#new', () => {
  isUp = true
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="mt"><h2 id="mt">New Access Credential</h2><p class="muted"><abbr title="required">*</abbr> = Required Information</p><div id="snag"></div>
<div class="field"><label for="lb"><abbr title="required">*</abbr> Label</label><input m="name" id="lb" autocomplete="off"></div>
<div class="field"><label for="dn">Developer Name <span class="muted">filled in from the label</span></label><input id="dn" disabled></div>
<div class="field"><label for="en"><abbr title="required">*</abbr> Environment</label><select m="project" id="en"><option value="">--None--</option><option>Default project</option><option>Sandbox</option></select></div>
<div class="row" style="justify-content:center"><button type="button" id="cancel">Cancel</button><button type="button" id="again">Save &amp; New</button><button m="submit" type="button" class="primary" id="save">Save</button></div></div>`,
    'instead',
  )
})
const close = () => {
  isUp = false
  one('#layer').replaceChildren()
}
document.addEventListener('input', ({ target }) => {
  if (target.id === 'lb') one('#dn').value = target.value.replace(/\W+/g, '_')
})
on('#cancel', close)
on('#save, #again', pressed => {
  const missing = [...(typedIn('#lb') ? [] : ['Label']), ...(typedIn('#en') ? [] : ['Environment'])]
  if (missing.length > 0)
    return put(
      one('#snag'),
      `<div role="alert" class="card" style="border-color:#b3261e"><b>We hit a snag.</b><br>Review the following fields: ${missing.join(', ')}</div>`,
      'instead',
    )
  const isLast = pressed.id === 'save'
  later(1100, () => {
    key = newKey()
    close()
    record()
    if (!isLast) state.seen.again = true
  })
})
list()
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#lb') !== '' },
    { purpose: 'project', value: 'Default project', done: () => typedIn('#en') === 'Default project' },
    { purpose: 'submit', done: () => key !== null },
  ],
  {
    reached: () => key !== null,
    key: () => one('c-secret-output')?.shadowRoot.querySelector('#value') ?? null,
  },
)
