// As a studio of models: terms to accept when one comes for the first time; the project is picked from cards in the dialog; the key is nowhere but in its new row, with a badge, for as long as the page is open.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let isAgreed = false
let isUp = false
let project = ''
let key = null
const projects = [
  ['Default project', 'proj-default-1', 'Free tier'],
  ['Photo sorter', 'photo-sorter-88', 'Free tier'],
  ['School newsletter', 'newsletter-402', 'Pay as you go'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><div class="app"><nav><b>Lumen Studio</b><a href="#home">Home</a><a href="#play">Playground</a><a href="/api-keys" aria-current="page">API keys</a><a href="#proj">Projects</a><a href="#usage">Usage and billing</a><a href="#logs">Logs and datasets</a></nav><main style="max-width:none"><div class="head"><h1>API keys</h1><span id="top"></span></div><p><label>Group by <select aria-label="Group by" style="min-width:0"><option>API key</option><option>Project</option></select></label></p><div id="list"></div><p class="muted">Can’t find your keys here? This list only has keys of projects that were imported.</p></main></div><div id="layer"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="new">🔑 Create API key</button>')
const list = () =>
  put(
    one('#list'),
    `<table><thead><tr><th>Key</th><th>Project</th><th>Created</th><th>Quota tier</th><th></th></tr></thead><tbody>${key ? `<tr style="background:#eef4ff"><td><span style="background:#1257d6;color:#fff;border-radius:9px;padding:1px 8px;font-size:12px">New</span> <b>${state.seen.name}</b><div class="mono" id="key" style="max-width:420px">${key}</div><div class="muted">Shown in full until you leave this page</div></td><td>${state.seen.project}</td><td>Just now</td><td>Free tier</td><td><button m="copy" type="button" class="icon" id="copy" aria-label="Copy API key" title="Copy API key">⧉</button><button type="button" class="icon" aria-label="Delete API key">🗑</button></td></tr>` : ''}<tr><td>demo<div class="mono">…c4Hs</div></td><td>Photo sorter</td><td>Jun 30, 2026</td><td>Free tier</td><td><button type="button" class="icon" aria-label="Copy API key" disabled>⧉</button><button type="button" class="icon" aria-label="Delete API key">🗑</button></td></tr></tbody></table>`,
    'instead',
  )
list()
const layer = html => put(one('#layer'), html, 'instead')
layer(
  '<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="wt"><h2 id="wt">Welcome to Lumen Studio</h2><p>Before you start, please read the terms for the use of the API.</p><label m="rules" class="row"><input type="checkbox" id="terms"> I agree to the API Terms of Service and the Prohibited Use Policy</label><label class="row"><input type="checkbox" id="news"> Send me news and offers by e-mail (optional)</label><div class="row" style="justify-content:flex-end"><button m="next-step" type="button" class="primary" id="agree" disabled>Continue</button></div></div>',
)
document.addEventListener('change', ({ target }) => {
  if (target.id === 'terms') one('#agree').disabled = !target.checked
})
on('#agree', () =>
  later(500, () => {
    isAgreed = true
    layer('')
  }),
)
const cards = () =>
  put(
    one('#cards'),
    projects
      .map(
        ([name, id, tier]) =>
          `<div${name === 'Default project' ? ' m="project"' : ''} class="card pick" role="radio" tabindex="0" aria-checked="${name === project}" data-of="${name}" style="cursor:pointer;margin:6px 0;padding:10px;${name === project ? 'border-color:#1257d6;box-shadow:0 0 0 1px #1257d6' : ''}"><b>${name}</b> <span class="muted">${id} · ${tier}</span></div>`,
      )
      .join(''),
    'instead',
  )
const ready = () => {
  if (one('#go')) one('#go').disabled = !(typedIn('#kn').trim() && project)
}
on('#new', () => {
  isUp = true
  layer(
    '<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="ct"><div class="head"><h2 id="ct">Create a new key</h2><button type="button" class="icon" id="x" aria-label="Close dialog">✕</button></div><div class="field"><label for="kn">Name your key</label><input m="name" id="kn" placeholder="API key"></div><div role="radiogroup" aria-label="Choose an imported project"><div>Choose an imported project</div><div id="cards"></div></div><p><button type="button" class="icon">＋ Create project</button> <button type="button" class="icon">⇩ Import project</button></p><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go" disabled>Create key</button></div></div>',
  )
  cards()
})
on('.pick', ({ dataset }) => {
  project = dataset.of
  cards()
  ready()
})
document.addEventListener('input', ready)
on('#x, #no', () => {
  isUp = false
  layer('')
})
on('#go', () => {
  state.seen.name = typedIn('#kn').trim()
  state.seen.project = project
  isUp = false
  layer('')
  one('#list').insertAdjacentHTML('afterbegin', '<p class="muted" id="making">Creating the key…</p>')
  later(1500, () => {
    key = newKey()
    list()
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = '✓'
})
tell(
  [
    { purpose: 'rules', done: () => one('#terms').checked },
    { purpose: 'next-step', done: () => isAgreed },
    { purpose: 'open-form', when: () => isAgreed && key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#kn').trim() !== '' },
    { purpose: 'project', done: () => project === 'Default project' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
