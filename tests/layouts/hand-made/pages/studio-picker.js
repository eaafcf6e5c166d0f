// A studio of a search company, Angular Material overlays: a project has to be found by a search field, and the key is shown by a second dialog that comes in the place of the first.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<ms-app><div class="app"><ms-navbar><nav><a href="/prompts">Chat</a><a href="/api-keys">Get API key</a></nav></ms-navbar><main><ms-api-keys><div class="head"><h2>API Keys</h2><span id="top"></span></div><p>Your keys are listed below. You can also view and manage your project and keys in the cloud console.</p><table><thead><tr><th>Key</th><th>Project</th></tr></thead><tbody></tbody></table></ms-api-keys></main></div></ms-app><div class="cdk-overlay-container" id="overlays"></div>`,
)
put(
  one('#top'),
  '<button m="open-form" class="mdc-button primary" mat-flat-button type="button" id="add"><span class="material-symbols-outlined" aria-hidden="true" style="font-size:0">key</span><span>Create API key</span></button>',
)
let key = null
let project = ''
const dialog = inner =>
  put(
    one('#overlays'),
    `<div class="cdk-overlay-backdrop veil"></div><div class="cdk-overlay-pane"><mat-dialog-container class="modal" role="dialog" aria-modal="true" aria-labelledby="mdt" tabindex="-1" style="display:block">${inner}</mat-dialog-container></div>`,
    'instead',
  )
on('#add', () =>
  later(200, () =>
    dialog(
      `<h2 id="mdt">Create API key</h2><p>Choose a project from your existing cloud projects.</p><div class="field"><input m="project" type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" aria-label="Search cloud projects" id="find" placeholder="Search cloud projects"></div><div class="row"><button m="submit" type="button" class="primary" id="make" disabled>Create API key in existing project</button></div>`,
    ),
  ),
)
const openList = () => {
  if (one('#opts') || !one('#find')) return
  const { left, bottom } = one('#find').getBoundingClientRect()
  put(
    document.body,
    `<div role="listbox" class="menu" id="opts" style="position:fixed;left:${left}px;top:${bottom}px"><mat-option role="option" m="project-option" id="p1">Default project<br><span class="muted">gen-lang-client-0271828182</span></mat-option><mat-option role="option">Staging</mat-option></div>`,
  )
}
on('#find', openList)
on('#p1', () => {
  project = 'default'
  one('#find').value = 'Default project'
  one('#opts').remove()
  one('#make').disabled = false
})
on('#make', () => {
  one('#make').disabled = true
  later(900, () => {
    key = newKey()
    dialog(
      `<h2 id="mdt">API key generated</h2><p>Use your API keys securely. Do not share them or embed them in code the public can view.</p><div class="row card"><div id="key" class="mono">${key}</div><button m="copy" type="button">Copy</button></div><div class="row"><button m="done" type="button" id="x">Close</button></div>`,
    )
  })
})
on('#x', () => {
  one('#overlays').replaceChildren()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', done: () => one('mat-dialog-container') !== null || key !== null },
    { purpose: 'project', when: () => !one('#opts'), done: () => project !== '' },
    { purpose: 'project-option', done: () => false, also: ['project'] },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
