// A model company's console: a table of keys, "+ Create Key" opens a sheet without a role; workspace is a list in a portal; the key stands in a paragraph; a row's menu ends a key, and a word has to be typed.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let key = null
let workspace = ''
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization">Organization</a><a href="/api-keys">API keys</a><a href="/logs">Logs</a><a href="/settings/organization/billing">Billing</a></nav><main><div class="head"><h1>API keys</h1><div id="top"></div></div><p class="muted">API keys are owned by workspaces and remain active even after the creator is removed.</p><table><thead><tr><th>Key</th><th>Workspace</th><th>Created by</th><th>Last used</th><th></th></tr></thead><tbody id="rows"></tbody></table></main></div><div id="over"></div><div id="portal"></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" id="add"><svg width="14" height="14" aria-hidden="true"><path d="M7 1v12M1 7h12" stroke="#fff"/></svg> Create Key</button>',
)
for (const [name, last] of [
  ['claude-eval', 'kQAA'],
  [subject.name, subject.lastFour],
  ['ci-nightly', '9fAA'],
]) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<tr data-key="${last}"${is ? ' m="row"' : ''}><td><b>${name}</b><br><span class="mono muted">sk-proj-R2D...${last}</span></td><td>Default</td><td>Ada L.</td><td>Never</td><td><button type="button" class="icon dots" data-of="${last}"${is ? ' m="row-menu"' : ''} aria-label="More actions" aria-haspopup="menu"><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="3" r="1.5"/><circle cx="8" cy="8" r="1.5"/><circle cx="8" cy="13" r="1.5"/></svg></button></td></tr>`,
  )
}
const sheet = inner =>
  put(one('#over'), `<div class="veil"></div><div class="modal">${inner}</div>`, 'instead')
on('#add', () =>
  later(250, () =>
    sheet(
      `<h2>Create API key</h2><div class="field"><span>Workspace</span><button m="project" type="button" class="btn" id="ws" aria-haspopup="listbox" aria-expanded="false">${workspace || 'Select workspace…'} ⌄</button></div><div class="field"><span>Name your key</span><input m="name" id="n" placeholder="my-secret-key"></div><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Add</button></div>`,
    ),
  ),
)
on('#ws', button => {
  const { left, bottom } = button.getBoundingClientRect()
  put(
    one('#portal'),
    `<div class="menu" role="listbox" style="position:fixed;left:${left}px;top:${bottom}px"><div role="option" aria-selected="false" class="pick" m="project-option">Default</div><div role="option" aria-selected="false" class="pick">Research</div></div>`,
    'instead',
  )
})
on('.pick', item => {
  workspace = item.textContent
  one('#ws').textContent = `${workspace} ⌄`
  one('#portal').replaceChildren()
})
on('#no', () => one('#over').replaceChildren())
on('#go', () => {
  if (!typedIn('#n') || !workspace) return
  one('#go').disabled = true
  later(900, () => {
    key = newKey()
    sheet(
      `<h2>Save your API key</h2><p>Keep a record of the key below. You won’t be able to view it again.</p><p class="mono card" id="key">${key}</p><div class="row" style="justify-content:flex-end"><button m="copy" type="button" class="primary" id="copy">Copy Key</button><button m="done" type="button" id="end">Close</button></div>`,
    )
  })
})
on('#end', () => {
  state.seen.closed = true
  one('#over').replaceChildren()
})
on('.dots', button => {
  const { left, bottom } = button.getBoundingClientRect()
  const is = button.dataset.of === subject.lastFour
  put(
    one('#portal'),
    `<div class="menu" role="menu" data-of="${button.dataset.of}" style="position:fixed;left:${left - 150}px;top:${bottom}px"><div role="menuitem">Rename</div><div role="menuitem">Disable API Key</div><div role="menuitem" id="del"${is ? ' m="revoke"' : ''}>Delete API Key</div></div>`,
    'instead',
  )
})
on('#del', item => {
  const { of } = item.parentElement.dataset
  one('#portal').replaceChildren()
  sheet(
    `<h2>Delete API key</h2><p>This can’t be undone. Type <b>delete</b> below to confirm.</p><input m="confirm-field" id="typed" aria-label="Type delete to confirm" autocomplete="off"><div class="row"><button type="button" id="no">Cancel</button><button m="confirm-revoke" type="button" class="danger" id="yes" data-of="${of}" disabled>Delete</button></div>`,
  )
})
document.addEventListener('input', () => {
  if (one('#yes')) one('#yes').disabled = typedIn('#typed') !== 'delete'
})
on('#yes', button => {
  const { of } = button.dataset
  later(600, () => {
    one('#over').replaceChildren()
    one(`[data-key="${of}"]`).remove()
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
  })
})
const isEnded = () => state.ended.length > 0
if (task === 'revoke-key')
  tell(
    [
      {
        purpose: 'row-menu',
        when: () => !one('#portal').firstChild && !one('#over').firstChild,
        done: isEnded,
        also: ['row'],
      },
      { purpose: 'revoke', done: isEnded, also: ['row', 'row-menu'] },
      { purpose: 'confirm-field', value: 'delete', done: () => typedIn('#typed') === 'delete' },
      { purpose: 'confirm-revoke', done: isEnded },
    ],
    { reached: isEnded },
  )
else
  tell(
    [
      { purpose: 'open-form', when: () => key === null && !one('#over').firstChild, done: () => false },
      { purpose: 'project-option', done: () => workspace !== '' },
      { purpose: 'project', done: () => workspace !== '' },
      { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
      { purpose: 'submit', done: () => key !== null },
      { purpose: 'copy', done: () => true },
      { purpose: 'done', done: () => state.seen.closed === true },
    ],
    { reached: () => key !== null, key: () => one('#key') },
  )
