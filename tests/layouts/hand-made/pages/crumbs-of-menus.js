// Crumbs at the top, each a menu with the name of what is chosen (organization, project, environment); a plain dialog with who it acts for, a scope, "Create and copy" beside "Create", and a menu of advanced things drawn as a gear.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
let scope = ''
const gear =
  '<svg width="16" height="16" viewBox="0 0 16 16"><rect x="2" y="2" width="12" height="12"/></svg>'
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" id="top" style="padding:8px 20px;margin:0;border-bottom:1px solid #ddd"></header><main class="content"><div class="head"><h1>Tokens</h1><span id="tools" class="row"></span></div><table><thead><tr><th>Token</th><th>Scope</th><th>Owner</th></tr></thead><tbody id="rows"><tr><td>nightly</td><td>Full</td><td>You</td></tr></tbody></table></main><div id="layer"></div>',
)
put(
  one('#top'),
  '<b>◆</b><button type="button" aria-haspopup="listbox" class="icon">Northwind ▾</button>/<button m="project-switch" type="button" aria-haspopup="listbox" class="icon" id="pr">Default project ▾</button>/<button type="button" aria-haspopup="listbox" class="icon">production ▾</button><button type="button" class="icon" style="margin-inline-start:auto" aria-haspopup="menu">A. Person</button>',
)
put(
  one('#tools'),
  `<button type="button" aria-haspopup="menu">Sort: newest</button><button type="button" aria-haspopup="menu" class="icon">${gear}</button><button m="open-form" type="button" class="primary" id="new">New token</button>`,
)
on('#new', () => {
  isUp = true
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" id="dlg"><div class="head"><h2>New token</h2><button type="button" class="icon" aria-haspopup="menu" id="adv">${gear}</button></div><div class="field"><label for="nm">Token name</label><input m="name" id="nm"></div><div class="field"><span>Scope</span><button m="permissions" type="button" aria-haspopup="listbox" aria-expanded="false" id="sc">Full access</button></div><p class="muted">Production tokens that only chat can be <b>restricted</b>.</p><div class="row"><button type="button" id="no">Cancel</button><button type="button" id="copyit">Create and e-mail it</button><button m="submit" type="button" class="primary" id="ok">Create</button></div></div>`,
    'instead',
  )
})
on('#sc', () => (scope = 'looked'))
const close = () => {
  isUp = false
  one('#layer').replaceChildren()
}
on('#no', close)
on('#ok, #copyit', () => {
  if (!typedIn('#nm')) return
  later(900, () => {
    key = newKey()
    put(
      one('#layer'),
      `<div class="veil"></div><div class="modal" id="dlg"><h2>Learning-MyLaptop-v1</h2><p>Copy it now.</p><p class="mono" id="key">${key}</p><div class="row"><button m="done" type="button" class="primary" id="fin">I have copied it</button></div></div>`,
      'instead',
    )
    isUp = false
  })
})
let isDone = false
on('#fin', () => {
  isDone = true
  close()
  put(one('#rows'), '<tr><td>Learning-MyLaptop-v1</td><td>Full</td><td>You</td></tr>')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'permissions', when: () => isUp, done: () => scope !== '' || isUp },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'project-switch', when: () => !isUp && key === null, done: () => true },
    { purpose: 'done', done: () => isDone },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
