// A company for models and data sets: a page beside its list, three kinds of token as tabs, resources in groups that fold, and a list that opens from each row's level.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

const groups = {
  Inference: ['Models', 'Model capabilities', 'Responses'],
  Storage: ['Files', 'Vector stores'],
  Training: ['Fine-tuning', 'Evals'],
}
const levels = ['None', 'Read', 'Write']
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
let isForm = false
let kind = 'Full access'
let menuOf = ''
let chosen = {}
const unfolded = new Set(['Inference'])
const levelOf = name => chosen[name] ?? 'None'
const undone = () => Object.keys(wanted).find(name => levelOf(name) !== wanted[name])
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>🧺 modelbasket</b><a href="#profile">Profile</a><a href="#account">Account</a><a href="/api-keys" aria-current="page">Access tokens</a><a href="#ssh">SSH and GPG keys</a><a href="#billing">Billing</a><a href="#papers">Papers</a></nav><main id="main"></main></div>',
)
const list = () =>
  put(
    one('#main'),
    `<div class="head"><h1>Access tokens</h1>${key ? '' : '<button m="open-form" type="button" class="primary" id="add">+ Create new token</button>'}</div>${key ? `<div class="card" role="status" style="background:#e8f6ec"><b>Save your access token</b><p>You will not be able to see it again after you leave this page.</p><div class="row"><code id="key" class="mono">${key}</code><button m="copy" type="button" id="copy">Copy</button></div></div>` : ''}<table><thead><tr><th>Name</th><th>Value</th><th>Permissions</th></tr></thead><tbody>${key ? `<tr><td>${state.seen.name}</td><td class="mono">sk-…${key.slice(-4)}</td><td>${kind}</td></tr>` : '<tr><td colspan="3" class="muted">No tokens</td></tr>'}</tbody></table>`,
    'instead',
  )
const drawKinds = () =>
  put(
    one('#kinds'),
    ['Full access', 'Read only', 'Fine-grained']
      .map(
        text =>
          `<button${text === 'Fine-grained' ? ' m="permissions"' : ''} type="button" role="tab" class="kind" aria-selected="${text === kind}" data-of="${text}"${text === kind ? ' style="background:#1b1f24;color:#fff"' : ''}>${text}</button>`,
      )
      .join(''),
    'instead',
  )
const line = name =>
  `<div class="row"${wanted[name] ? ' m="permission-row" m-is="label"' : ''} style="justify-content:space-between;margin:4px 0"><span>${name}</span><span style="position:relative"><button${wanted[name] ? ' m="permission-row"' : ''} type="button" class="level" aria-haspopup="listbox" aria-expanded="${menuOf === name}" aria-label="${name}: ${levelOf(name)}" data-row="${name}">${levelOf(name)} ▾</button>${
    menuOf === name
      ? `<ul class="menu" role="listbox" aria-label="${name}" style="right:0;margin:0">${levels.map(level => `<li${wanted[name] === level ? ' m="permission-row-option"' : ''} role="option" tabindex="0" class="pick" aria-selected="${level === levelOf(name)}" data-level="${level}">${level}</li>`).join('')}</ul>`
      : ''
  }</span></div>`
const drawGroups = () =>
  put(
    one('#groups'),
    kind === 'Fine-grained'
      ? Object.entries(groups)
          .map(
            ([group, names]) =>
              `<section class="card"><button${group === 'Inference' ? ' m="permission-group"' : ''} type="button" class="icon fold" aria-expanded="${unfolded.has(group)}" data-of="${group}">${unfolded.has(group) ? '▾' : '▸'} ${group} <span class="muted">${names.filter(name => levelOf(name) !== 'None').length} of ${names.length} allowed</span></button>${unfolded.has(group) ? names.map(line).join('') : ''}</section>`,
          )
          .join('')
      : `<p class="muted">${kind === 'Full access' ? 'This token can do everything that you can do.' : 'This token can read everything that you can read.'}</p>`,
    'instead',
  )
const form = () => {
  isForm = true
  put(
    one('#main'),
    '<p><a href="/api-keys" id="no">← Access tokens</a></p><h1>Create new access token</h1><div class="field"><label for="tn">Token name</label><input m="name" id="tn" placeholder="Token name"></div><div>Token type</div><div class="row" role="tablist" id="kinds"></div><div id="groups"></div><p id="bad" role="alert" style="color:#b3261e"></p><button m="submit" type="button" class="primary" id="go">Create token</button>',
    'instead',
  )
  drawKinds()
  drawGroups()
}
list()
on('#add', () => later(400, form))
on('#no', (_link, event) => {
  event.preventDefault()
  isForm = false
  chosen = {}
  kind = 'Full access'
  list()
})
on('.kind', ({ dataset }) => {
  kind = dataset.of
  menuOf = ''
  drawKinds()
  drawGroups()
})
on('.fold', ({ dataset }) => {
  if (!unfolded.delete(dataset.of)) unfolded.add(dataset.of)
  menuOf = ''
  drawGroups()
})
on('.level', ({ dataset }) => {
  menuOf = menuOf === dataset.row ? '' : dataset.row
  drawGroups()
})
on('.pick', ({ dataset }) => {
  chosen[menuOf] = dataset.level
  menuOf = ''
  drawGroups()
})
on('#go', button => {
  const name = typedIn('#tn').trim()
  const isEmpty = kind === 'Fine-grained' && !Object.values(chosen).some(level => level !== 'None')
  one('#bad').textContent = !name ? 'Give the token a name.' : isEmpty ? 'Allow at least one resource.' : ''
  if (!name || isEmpty) return
  button.disabled = true
  later(900, () => {
    key = newKey()
    isForm = false
    state.seen.name = name
    if (kind === 'Fine-grained')
      state.seen.scopes = Object.entries(chosen).flatMap(([of, level]) => scopes[`${of} ${level}`] ?? [])
    list()
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
  state.seen.copied = true
})
tell(
  [
    { purpose: 'permission-row-option', done: () => levelOf(menuOf) === wanted[menuOf] },
    { purpose: 'open-form', when: () => key === null, done: () => isForm },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tn').trim() !== '' },
    { purpose: 'permissions', done: () => kind === 'Fine-grained' },
    { purpose: 'permission-group', done: () => unfolded.has('Inference') },
    {
      purpose: 'permission-row',
      done: () => undone() === undefined,
      at: () => one(`[data-row="${undone()}"]`),
    },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  {
    reached: () => key !== null && kind === 'Fine-grained' && undone() === undefined,
    key: () => one('#key'),
  },
)
