// A dialog with tabs of its own, the matrix of permissions behind the second; the button below is the same for both. What each row may is a group of three small buttons.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

const resources = ['Models', 'Model capabilities', 'Responses', 'Files', 'Vector stores', 'Fine-tuning']
const wanted = { Models: 'Read', 'Model capabilities': 'Write', Responses: 'Write' }
const scopes = {
  'Models Read': ['api.model.read'],
  'Models Write': ['api.model.read'],
  'Model capabilities Write': ['api.model.request'],
  'Responses Read': ['api.responses.read'],
  'Responses Write': ['api.responses.write'],
  'Files Read': ['api.files.read'],
  'Files Write': ['api.files.write'],
}
const chosen = {}
let at = 'shut'
let tab = 'general'
let mode = 'all'
let name = ''
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">API keys</a></nav><main><div class="head"><h1>API keys</h1><span id="top"></span></div><p>You have no keys in this project.</p></main></div><div id="layer"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Create key</button>')
const general = () =>
  `<div class="field"><label for="n">Name</label><input m="name" id="n" value="${name}"></div><div class="field"><span>Owner</span><b>You</b></div>`
const rights = () =>
  `<div m="permissions" m-is="label" role="radiogroup" aria-label="Access" class="row">${[
    ['all', 'Full access'],
    ['some', 'Restricted'],
  ]
    .map(
      ([id, text]) =>
        `<div role="radio" tabindex="0" class="mode btn" aria-checked="${mode === id}" data-mode="${id}"${id === 'some' ? ' m="permissions"' : ''}>${text}</div>`,
    )
    .join('')}</div>${
    mode === 'some'
      ? `<table><tbody>${resources
          .map(
            of =>
              `<tr${wanted[of] ? ' m="permission-row" m-is="label"' : ''}><th scope="row">${of}</th><td><div role="group" aria-label="${of}">${['None', 'Read', 'Write'].map(level => `<button type="button" class="lvl btn" style="padding:2px 8px" aria-pressed="${(chosen[of] ?? 'None') === level}" data-of="${of}" data-level="${level}"${wanted[of] === level ? ' m="permission-row"' : ''}>${level}</button>`).join('')}</div></td></tr>`,
          )
          .join('')}</tbody></table>`
      : ''
  }`
const draw = () => {
  if (at === 'shut') return one('#layer').replaceChildren()
  put(
    one('#layer'),
    at === 'form'
      ? `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="t"><h2 id="t">New key</h2><div role="tablist">${[
          ['general', 'General'],
          ['rights', 'Permissions'],
        ]
          .map(
            ([id, text]) =>
              `<button type="button" role="tab" class="tab btn" aria-selected="${tab === id}" data-tab="${id}"${id === 'rights' ? ' m="nav"' : ''}>${text}</button>`,
          )
          .join(
            '',
          )}</div><div role="tabpanel" style="min-height:160px">${tab === 'general' ? general() : rights()}</div><div class="row" style="justify-content:flex-end"><button type="button" class="btn" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create</button></div></div>`
      : `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="t"><h2 id="t">Save this key now</h2><input id="key" readonly value="${key}" aria-label="Key" style="width:100%"><div class="row"><button m="copy" type="button" class="btn">Copy</button><button m="done" type="button" class="primary" id="end">I saved it</button></div></div>`,
    'instead',
  )
}
on('#add', () => {
  at = 'form'
  draw()
})
on('#no', () => {
  at = 'shut'
  draw()
})
on('.tab', ({ dataset }) => {
  tab = dataset.tab
  draw()
})
on('.mode', ({ dataset }) => {
  mode = dataset.mode
  draw()
})
on('.lvl', ({ dataset }) => {
  chosen[dataset.of] = dataset.level
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'n') name = target.value
})
on('#go', () => {
  if (!name) {
    tab = 'general'
    return draw()
  }
  later(900, () => {
    key = newKey()
    state.seen.scopes =
      mode === 'all'
        ? ['all']
        : Object.entries(chosen).flatMap(([of, level]) => scopes[`${of} ${level}`] ?? [])
    at = 'made'
    draw()
  })
})
on('#end', () => {
  state.seen.closed = true
  at = 'shut'
  draw()
})
const undone = () => Object.keys(wanted).find(of => chosen[of] !== wanted[of])
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => at !== 'shut' },
    { purpose: 'name', value: 'Chat-MyApp', done: () => name !== '' },
    { purpose: 'nav', done: () => tab === 'rights' },
    { purpose: 'permissions', done: () => mode === 'some' },
    {
      purpose: 'permission-row',
      done: () => undone() === undefined,
      at: () => one(`[data-of="${undone()}"][data-level="${wanted[undone()]}"]`),
    },
    { purpose: 'submit', when: () => mode === 'some', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null && undone() === undefined, key: () => one('#key') },
)
