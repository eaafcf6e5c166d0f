// A payment company: a page with a table of None, Read and Write for each resource; the key is behind a button in the list afterwards.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

const resources = ['Models', 'Model capabilities', 'Responses', 'Files', 'Fine-tuning']
const wanted = { Models: 'Read', 'Model capabilities': 'Write', Responses: 'Write' }
/** What the API answers for, by what was chosen here. */
const scopes = {
  'Models Read': ['api.model.read'],
  'Models Write': ['api.model.read'],
  'Model capabilities Write': ['api.model.request'],
  'Responses Read': ['api.responses.read'],
  'Responses Write': ['api.responses.write'],
  'Files Read': ['api.files.read'],
  'Files Write': ['api.files.write'],
}
let key = null
let isShown = false
const chosen = {}
const list = () =>
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">API keys</a></nav><main><h1>API keys</h1><div class="card"><div class="head"><h2>Restricted keys</h2><button m="open-form" type="button" id="add" class="btn">Create restricted key</button></div><table><thead><tr><th>Name</th><th>Token</th></tr></thead><tbody>${key ? `<tr><td>${state.seen.name}</td><td>${isShown ? `<span id="key" class="mono">${key}</span>` : '<button m="reveal-eye" type="button" id="show">Reveal test key</button>'}</td></tr>` : '<tr><td colspan="2">None</td></tr>'}</tbody></table></div></main></div>`,
    'instead',
  )
const form = () => {
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">API keys</a></nav><main><h1>Create restricted key</h1><div class="field"><label for="kn">Key name</label><input m="name" id="kn"></div><h2>Permissions</h2><table id="t"><thead><tr><th>Resource type</th><th colspan="3">Permission</th></tr></thead><tbody>${resources.map((name, index) => `<tr${wanted[name] ? ' m="permission-row" m-is="label"' : ''}><td>${name}</td>${['None', 'Read', 'Write'].map(level => `<td><label${wanted[name] === level ? ' m="permission-row"' : ''}><input type="radio" name="r${index}" value="${level}" data-of="${name}"${level === 'None' ? ' checked' : ''}> ${level}</label></td>`).join('')}</tr>`).join('')}</tbody></table><div class="row"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create key</button></div></main></div>`,
    'instead',
  )
}
document.addEventListener('change', ({ target }) => {
  if (target.dataset.of) chosen[target.dataset.of] = target.value
})
on('#add', () => later(300, form))
on('#no', list)
on('#go', () => {
  state.seen.name = typedIn('#kn')
  if (state.seen.name)
    later(900, () => {
      key = newKey()
      state.seen.scopes = Object.entries(chosen).flatMap(([name, level]) => scopes[`${name} ${level}`] ?? [])
      list()
    })
})
on('#show', () => {
  isShown = true
  list()
})
list()
const undone = () => Object.keys(wanted).find(name => chosen[name] !== wanted[name])
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'name', value: 'Chat-MyApp', done: () => typedIn('#kn') !== '' },
    {
      purpose: 'permission-row',
      done: () => undone() === undefined,
      at: () => one(`[data-of="${undone()}"][value="${wanted[undone()]}"]`),
    },
    { purpose: 'submit', done: () => false },
    { purpose: 'reveal-eye', done: () => false },
  ],
  { reached: () => key !== null && undone() === undefined, key: () => one('#key') },
)
