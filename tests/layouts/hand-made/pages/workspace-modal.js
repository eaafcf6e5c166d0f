// A model company's console: the opener is a plus and two words, a workspace list of its own, "Add" sends, and the key stands in a box with its own copy.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="Main"><a href="/dashboard">Dashboard</a><a href="/api-keys" aria-current="page">API keys</a></nav><main><div class="head"><h1>API keys</h1><span id="top"></span></div><p class="muted">API keys are owned by workspaces and remain active even after the creator is removed.</p><table><thead><tr><th>Key</th><th>Workspace</th><th>Created by</th></tr></thead><tbody id="rows"><tr><td>staging<br><code class="muted">sk-proj-a1b...Qm81</code></td><td>Default</td><td>You</td></tr></tbody></table></main></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" id="add"><svg width="14" height="14" aria-hidden="true"></svg> Create key</button>',
)
let key = null
let workspace = ''
on('#add', () =>
  put(
    document.body,
    `<div id="over"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="mt"><div class="head"><h2 id="mt">Create API key</h2><button m="done" type="button" class="icon" aria-label="Close" id="no">✕</button></div><div id="body"><div class="field"><label id="wl">Create in Workspace</label><button m="project" type="button" id="ws" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="wl ws">Select a workspace</button></div><div class="field"><label for="nm">Name your key</label><input m="name" id="nm" placeholder="my-secret-key" autocomplete="off"></div><div class="row"><button m="submit" type="button" class="primary" id="ok" disabled>Add</button></div></div></div></div>`,
  ),
)
const ready = () => {
  if (one('#ok')) one('#ok').disabled = !workspace || !typedIn('#nm')
}
document.addEventListener('input', ready)
on('#ws', () => {
  if (one('#list')) return
  const { left, bottom } = one('#ws').getBoundingClientRect()
  put(
    document.body,
    `<ul role="listbox" class="menu" id="list" style="position:fixed;left:${left}px;top:${bottom}px"><li role="option" id="w1" m="project-option">Default project</li><li role="option">Staging</li></ul>`,
  )
})
on('#w1', () => {
  workspace = 'default'
  one('#ws').textContent = 'Default project'
  one('#list').remove()
  ready()
})
on('#no', () => {
  one('#over').remove()
  if (key) state.seen.closed = true
})
on('#ok', () => {
  one('#ok').disabled = true
  later(700, () => {
    key = newKey()
    one('#mt').textContent = 'Save your API key'
    put(
      one('#body'),
      `<p>Keep a record of the key below. You won’t be able to view it again.</p><div class="card mono" id="key">${key}</div><div class="row"><button m="copy" type="button" class="primary">Copy Key</button><button m="done" type="button" id="no">Close</button></div>`,
      'instead',
    )
  })
})
tell(
  [
    { purpose: 'open-form', done: () => one('#over') !== null || key !== null },
    { purpose: 'project', when: () => !one('#list'), done: () => workspace !== '' },
    { purpose: 'project-option', done: () => false, also: ['project'] },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
