// A search company's studio: a dialog with a name that is filled in already and a project that has to be searched; afterwards a dialog of details with the key among other facts.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let project = ''
const projects = ['Default project', 'gen-lang-client-0382', 'Weather demo']
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><div class="rail"><a href="/playground">Playground</a><a href="/api-keys">API Keys</a><a href="/usage">Usage and billing</a></div><div class="content"><div class="head"><h1>API Keys</h1><div id="top" class="row"></div></div><div class="row"><button type="button" class="btn">Group by: API key</button><input type="search" placeholder="Filter by: All projects"></div><div role="table" id="t" aria-label="Keys"><p>No API keys in the selected project.</p></div></div></div><div class="cdk-overlay-container" id="o"></div>',
)
put(
  one('#top'),
  '<button type="button" class="icon" aria-label="API quickstart">‹›</button><button m="open-form" type="button" class="primary" id="add"><span aria-hidden="true" class="icon">key</span> Create API key</button>',
)
const dialog = (title, inner) =>
  put(
    one('#o'),
    `<div class="veil"></div><div role="dialog" class="modal" aria-label="${title}"><div class="head"><h2>${title}</h2><button m="done" type="button" class="icon" id="x" aria-label="Close dialog">✕</button></div>${inner}</div>`,
    'instead',
  )
on('#add', () => {
  project = ''
  dialog(
    'Create a new key',
    '<div class="field"><label for="n">Name your key</label><input m="name" id="n" value="OpenAI API Key"></div><div class="field"><label for="p">Choose an imported project</label><input m="project" id="p" role="combobox" aria-expanded="false" aria-autocomplete="list" autocomplete="off" placeholder="Search projects"><div id="list"></div></div><div class="row" style="justify-content:flex-end"><button m="submit" type="button" class="primary" id="go" disabled>Create key</button></div>',
  )
})
const list = () => {
  const wanted = typedIn('#p').toLowerCase()
  put(
    one('#list'),
    `<div role="listbox" class="card" style="padding:4px">${projects
      .filter(name => name.toLowerCase().includes(wanted))
      .map(
        name =>
          `<div role="option" class="pick" style="cursor:pointer"${name === 'Default project' ? ' m="project-option"' : ''}>${name}</div>`,
      )
      .join('')}</div>`,
    'instead',
  )
}
document.addEventListener('focusin', ({ target }) => target.id === 'p' && !project && list())
document.addEventListener('input', ({ target }) => {
  if (target.id === 'p') list()
})
on('.pick', item => {
  project = item.textContent
  one('#p').value = project
  one('#list').replaceChildren()
  one('#go').disabled = false
})
on('#x', () => {
  one('#o').replaceChildren()
  if (key) state.seen.closed = true
})
on('#go', () => {
  if (!project || !typedIn('#n')) return
  const name = typedIn('#n')
  one('#go').textContent = 'Creating…'
  one('#go').disabled = true
  later(1200, () => {
    key = newKey()
    put(
      one('#t'),
      `<div role="row" class="row"><a href="#" role="cell">…${key.slice(-4)}</a><span role="cell">${name}</span><span role="cell">${project}</span><span role="cell">Nov 23, 2026</span></div>`,
      'instead',
    )
    dialog(
      'API key details',
      `<div class="field"><span class="muted">API Key</span><div class="row"><span class="mono" id="key">${key}</span></div></div><div class="field"><span class="muted">Name</span><span>${name}</span></div><div class="field"><span class="muted">Project name</span><span>projects/482910338471</span></div><div class="field"><span class="muted">Project number</span><span>482910338471</span></div><div class="row"><button m="copy" type="button" class="btn" id="copy"><span aria-hidden="true">⧉</span> Copy key</button></div>`,
    )
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#o').firstChild !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'project-option', done: () => project !== '' },
    { purpose: 'project', value: 'Default project', done: () => project !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
