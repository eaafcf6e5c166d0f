// As the newer tokens of a code host: "Only what I choose" brings an empty list with "Add permissions", which opens a box with a filter and ticks; what is ticked comes as a row whose level is chosen from a native list.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

let part = 'list'
let isAll = true
let isPicking = false
let query = ''
let name = ''
let key = null
const levels = {}
const things = [
  ['Assistants', 'Build and run assistants'],
  ['Audio', 'Speech and transcription'],
  ['Batches', 'Send many requests at once'],
  ['Files', 'Upload and read files'],
  ['Fine-tuning', 'Train models of your own'],
  ['Images', 'Make and edit pictures'],
  ['Model capabilities', 'Chat, responses, embeddings'],
  ['Vector stores', 'Search in your documents'],
]
const models = 'Model capabilities'
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><div class="app"><nav aria-label="Developer settings"><b>Developer settings</b><a href="#a">Apps</a><a href="#o">OAuth apps</a><a href="/api-keys" aria-current="page">API keys</a><a href="#s">Signing keys</a></nav><main id="main"></main></div>',
)
const views = {
  list: () =>
    `<div class="head"><h1>API keys</h1><button m="open-form" type="button" class="primary" id="new">Generate new key</button></div><table><tbody>${key ? `<tr style="background:#eefbf0"><td><b>${name}</b><div class="mono" id="key">${key}</div><div class="muted">Make sure to copy your key now as you will not be able to see it again.</div></td><td><button m="copy" type="button" id="copy">Copy</button></td></tr>` : ''}<tr><td><b>release-bot</b><div class="muted">Expires on Dec 31, 2026 · last used within the last week</div></td><td><button type="button">Edit</button> <button type="button" style="color:#b3261e">Delete</button></td></tr></tbody></table>`,
  form: () =>
    `<h1>New API key</h1><div class="field"><label for="kn">Key name *</label><input m="name" id="kn" value="${name}"></div><div class="field"><label for="ex">Expiration</label><select m="expiry" id="ex"><option>No expiration</option><option>30 days</option><option>90 days</option></select></div><h2>Access</h2><label class="row"><input type="radio" name="access" value="all"${isAll ? ' checked' : ''}> <span><b>Everything</b><br><span class="muted">All that you may do in this project</span></span></label><label m="permissions" class="row"><input type="radio" name="access" value="some"${isAll ? '' : ' checked'}> <span><b>Only what I choose</b><br><span class="muted">Starts with nothing, you add permissions</span></span></label><div id="below"></div><p id="bad" style="color:#b3261e"></p><div class="row"><button m="submit" type="button" class="primary" id="go">Generate key</button><button type="button" id="no">Cancel</button></div>`,
}
const chosen = () => things.filter(([of]) => of in levels)
const picker = () =>
  put(
    one('#ticks'),
    things
      .filter(([of]) => of.toLowerCase().includes(query.toLowerCase()))
      .map(
        ([of, text]) =>
          `<label${of === models ? ' m="permission-row"' : ''} style="display:flex;gap:8px"><input type="checkbox" class="tick" data-of="${of}"${of in levels ? ' checked' : ''}><span>${of}<br><span class="muted">${text}</span></span></label>`,
      )
      .join('') || '<p>Nothing found</p>',
    'instead',
  )
const rows = () =>
  put(
    one('#rows'),
    chosen()
      .map(
        ([of]) =>
          `<tr><td>${of}</td><td><select${of === models ? ' m="permission-row"' : ''} class="level" data-of="${of}" aria-label="Access to ${of}" style="min-width:0"><option${levels[of] === 'Read-only' ? ' selected' : ''}>Read-only</option><option${levels[of] === 'Read and write' ? ' selected' : ''}>Read and write</option></select></td><td><button type="button" class="icon off" data-of="${of}" aria-label="Remove ${of}">✕</button></td></tr>`,
      )
      .join('') || '<tr><td class="muted">No permissions added yet</td></tr>',
    'instead',
  )
const below = () => {
  put(
    one('#below'),
    isAll
      ? ''
      : `<section class="card"><div class="head" style="margin:0;position:relative"><h3>Permissions</h3><button${levels[models] ? '' : ' m="permission-group"'} type="button" id="add" aria-haspopup="dialog" aria-expanded="${isPicking}">＋ Add permissions</button>${isPicking ? '<div class="menu" role="dialog" aria-label="Select permissions" style="top:40px;right:0;width:320px;max-height:330px;overflow:auto"><input type="search" id="q" placeholder="Filter permissions" aria-label="Filter permissions" style="width:100%"><div id="ticks" style="padding:0"></div></div>' : ''}</div><table><tbody id="rows"></tbody></table></section>`,
    'instead',
  )
  if (isAll) return
  rows()
  if (isPicking) picker()
}
const go = to => {
  part = to
  put(one('#main'), views[to](), 'instead')
  if (to === 'form') below()
}
go('list')
on('#new', () => later(300, () => go('form')))
on('#no', () => go('list'))
on('#add', () => {
  isPicking = !isPicking
  query = ''
  below()
})
document.addEventListener('click', event => {
  const path = event.composedPath()
  if (!isPicking || path.some(of => of.id === 'add' || of.classList?.contains('menu'))) return
  isPicking = false
  one('.menu')?.remove()
  one('#add')?.setAttribute('aria-expanded', 'false')
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'kn') name = target.value
  if (target.id === 'q') {
    query = target.value
    picker()
  }
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'access') {
    isAll = target.value === 'all'
    below()
  }
  if (target.matches('.tick')) {
    const { of } = target.dataset
    if (target.checked) levels[of] = 'Read-only'
    else delete levels[of]
    rows()
  }
  if (target.matches('.level')) levels[target.dataset.of] = target.value
})
on('.off', ({ dataset }) => {
  delete levels[dataset.of]
  rows()
})
on('#go', button => {
  one('#bad').textContent = !name.trim()
    ? 'Name can’t be blank.'
    : !isAll && chosen().length === 0
      ? 'Add one permission at least.'
      : ''
  if (one('#bad').textContent) return
  state.seen.name = name
  state.seen.access = isAll ? 'all' : 'some'
  button.disabled = true
  later(1000, () => {
    key = newKey()
    if (!isAll && levels[models] === 'Read and write') state.seen.scopes = ['api.model.request']
    go('list')
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = '✓ Copied'
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part === 'form' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name.trim() !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'permissions', done: () => !isAll },
    {
      purpose: 'permission-group',
      when: () => !(models in levels),
      done: () => isPicking || models in levels,
    },
    {
      purpose: 'permission-row',
      value: 'Read and write',
      done: () => levels[models] === 'Read and write',
      at: () => one(models in levels ? `.level[data-of="${models}"]` : `.tick[data-of="${models}"]`),
    },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
  ],
  { reached: () => key !== null && !isAll, key: () => one('#key') },
)
