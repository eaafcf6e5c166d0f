// A console whose list has no button: what is new is made by “New” in the head of every page; the form is a page with a short name that fills itself in, and after it a quick start with a key that is none.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

const projects = [['Default project', 'default-project']]
let view = 'list'
let isSlugMine = false
let tab = 'active'
const isMade = () => state.seen.project !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  `<header style="display:flex;gap:14px;align-items:center;padding:10px 24px;border-bottom:1px solid #ddd"><b>◆ Dynabox</b><button type="button" class="icon" aria-haspopup="menu">Personal ▾</button><input type="search" aria-label="Jump to" placeholder="Jump to projects, apps, keys…" style="flex:1"><span id="plus" style="position:relative"></span><button type="button" class="icon" aria-label="Account">AD</button></header><div class="app"><nav aria-label="Settings"><a href="#general">General</a><a href="#people">People</a><a href="/settings/organization/projects" aria-current="page">Projects</a><a href="#limits">Limits</a></nav><main id="main"></main></div>`,
)
put(
  one('#plus'),
  '<button m="open-form" type="button" aria-haspopup="menu" aria-expanded="false" id="new">New ▾</button><span id="drop"></span>',
)
const list = () =>
  `<h1>Projects</h1><div class="card" style="background:#f6f1ff"><b>Try Teams for 14 days</b><p class="muted">Workspaces, roles and shared budgets for your whole company.</p><button type="button" class="primary">Create a team</button></div><div role="tablist" class="row"><button type="button" role="tab" class="tab" data-of="active" aria-selected="${tab === 'active'}">Active</button><button type="button" role="tab" class="tab" data-of="archived" aria-selected="${tab === 'archived'}">Archived</button></div>${tab === 'active' ? `<table><thead><tr><th>Project</th><th>Short name</th></tr></thead><tbody>${projects.map(([name, slug]) => `<tr><td>${name}</td><td><code>${slug}</code></td></tr>`).join('')}</tbody></table>` : '<p class="muted">Nothing is archived.</p>'}`
const form = () =>
  `<h1>Create new project</h1><p class="muted">A project keeps keys, budgets and usage apart.</p><div class="field"><label for="pn">Project name</label><input m="name" id="pn" placeholder="e.g. Website assistant"></div><div class="field"><label for="slug">Short name</label><input id="slug"><span class="muted">Filled in from the name. Part of addresses.</span></div><div class="field"><label for="rg">Region</label><select id="rg"><option value="us">United States</option><option value="eu">Europe</option></select></div><fieldset><legend>Who can see it</legend><label><input type="radio" name="see" checked> Everyone here</label> <label><input type="radio" name="see"> Only people I add</label></fieldset><p id="bad" role="alert" style="color:#b3261e"></p><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create project</button></div>`
const ready = () =>
  `<div class="card" role="status" style="background:#e8f7ec">${state.seen.project} was created.</div><h1>${state.seen.project}</h1><ol><li>Make a key for the project</li><li>Send a first request</li></ol><pre class="card">export API_KEY=sk-proj-…your-key…
curl https://api.dynabox.example/v1/models -H "Authorization: Bearer $API_KEY"</pre><button type="button" id="all">All projects</button>`
function draw() {
  put(one('#main'), { list, form, ready }[view](), 'instead')
}
draw()
const fold = () => {
  one('#drop').replaceChildren()
  one('#new').setAttribute('aria-expanded', 'false')
}
on('#new', button => {
  if (one('#menu')) return
  button.setAttribute('aria-expanded', 'true')
  put(
    one('#drop'),
    '<div id="menu" class="menu" role="menu" style="right:0;top:34px"><a role="menuitem" tabindex="-1">Create new app</a><a role="menuitem" tabindex="-1">Create new pipeline</a><a m="open-form" role="menuitem" tabindex="-1" id="item">Create new project</a><a role="menuitem" tabindex="-1">Create new team</a></div>',
  )
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#new')) fold()
})
on('#item', () =>
  later(500, () => {
    view = 'form'
    isSlugMine = false
    draw()
  }),
)
on('.tab', button => {
  tab = button.dataset.of
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'slug') isSlugMine = true
  if (target.id === 'pn' && !isSlugMine)
    one('#slug').value = target.value
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
})
on('#no, #all', () => {
  view = 'list'
  tab = 'active'
  draw()
})
on('#go', button => {
  const name = typedIn('#pn').trim()
  one('#bad').textContent = name ? '' : 'Give the project a name.'
  if (!name) return
  const slug = typedIn('#slug')
  button.disabled = true
  button.textContent = 'Creating…'
  later(1300, () => {
    projects.push([name, slug])
    state.seen.project = name
    view = 'ready'
    draw()
  })
})
tell(
  [
    {
      purpose: 'open-form',
      when: () => view !== 'form',
      done: isMade,
      at: () => one('#item') ?? one('#new'),
    },
    { purpose: 'name', value: 'Learning', done: () => typedIn('#pn') !== '' },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
