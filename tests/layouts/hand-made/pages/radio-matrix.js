// As PatternFly: the form takes the place of the list; three cards of access, and for "Custom" a matrix of radios, one row for each thing, all of them at "None". Nothing is made while nothing is allowed.
import { later, newKey, on, one, put, state, task, tell } from '../kit.js'

const things = [
  ['models', 'Model requests', 'Chat, responses, embeddings'],
  ['files', 'Files', 'Upload and read files'],
  ['tune', 'Fine-tuning', 'Start and watch jobs'],
  ['admin', 'Workspace settings', 'Members, limits, keys'],
]
let part = 'list'
let access = 'full'
let levels = {}
let name = ''
let key = null
const isNarrow = task === 'restrict-key'
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>button:disabled{opacity:.45}</style><div class="app"><nav><a href="#a">Projects</a><a href="#a">Quay</a><a href="/api-keys" aria-current="page">Access keys</a><a href="#a">Access logs</a><a href="#a">Access groups</a></nav><main id="main"></main></div>`,
)
const isWhole = () =>
  name !== '' && (access !== 'custom' || Object.values(levels).some(level => level !== 'None'))
const matrix = () =>
  `<table><caption class="muted" style="text-align:start">What this key may do</caption><thead><tr><th>Area</th><th>None</th><th>Read</th><th>Write</th></tr></thead><tbody>${things
    .map(
      ([id, text, hint]) =>
        `<tr><th scope="row">${text}<div class="muted" style="font-weight:400">${hint}</div></th>${['None', 'Read', 'Write'].map(level => `<td><input${id === 'models' && level === 'Write' ? ' m="permission-row"' : ''} type="radio" name="${id}" class="level" value="${level}" aria-label="${text}: ${level}"${(levels[id] ?? 'None') === level ? ' checked' : ''}></td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`
const cards = [
  ['full', 'Full', 'Everything that you may do'],
  ['custom', 'Custom', 'You say what it may do'],
  ['view', 'Viewer', 'Looks, never changes'],
]
const bodies = {
  list: () =>
    '<div class="head"><h1>Access keys</h1><button m="open-form" type="button" class="primary" id="new">Provision key</button></div><input type="search" placeholder="Find by label" aria-label="Find by label"><table><thead><tr><th>Label</th><th>Access</th><th>Key</th><th></th></tr></thead><tbody><tr><td>ci-runner</td><td>Custom</td><td class="mono">sk-…4dKe</td><td><button type="button" class="icon" aria-label="Kebab toggle">⋮</button></td></tr></tbody></table>',
  form: () =>
    `<p class="muted"><a href="/api-keys">Access keys</a> › Provision</p><h1>Provision key</h1><div class="field"><label for="nm">Label</label><input m="name" id="nm" value="${name}"></div><div role="radiogroup" aria-label="Access" style="display:grid;grid-template-columns:repeat(3,1fr);gap:10px">${cards.map(([id, text, hint]) => `<label${id === (isNarrow ? 'custom' : 'full') ? ' m="permissions"' : ''} class="card"><input type="radio" name="access" class="access" value="${id}"${access === id ? ' checked' : ''}> <b>${text}</b><div class="muted">${hint}</div></label>`).join('')}</div>${access === 'custom' ? matrix() : ''}<div class="row"><button m="submit" type="button" class="primary" id="go"${isWhole() ? '' : ' disabled'}>Provision</button><button type="button" class="icon" id="no">Cancel</button></div>`,
  made: () =>
    `<h1>Key provisioned</h1><div class="card"><p><b>Learning-MyLaptop-v1</b> is ready. Put the key away now, we keep only its fingerprint.</p><pf-clipboard></pf-clipboard></div><button m="done" type="button" id="end">Return to access keys</button>`,
}
customElements.define(
  'pf-clipboard',
  class extends HTMLElement {
    connectedCallback() {
      if (this.shadowRoot) return
      put(
        this.attachShadow({ mode: 'open' }),
        `<style>div{font-family:monospace;overflow-wrap:anywhere;border:1px solid #8a939c;padding:8px}</style><div id="key" part="text">${key}</div>`,
      )
    }
  },
)
const go = to => {
  part = to
  put(one('#main'), bodies[to](), 'instead')
}
go('list')
on('#new', () => go('form'))
on('#no', () => {
  access = 'full'
  levels = {}
  name = ''
  go('list')
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'nm') name = target.value
  if (target.matches('.level')) levels[target.name] = target.value
  if (target.matches('.access')) {
    access = target.value
    go('form')
  }
  if (one('#go')) one('#go').disabled = !isWhole()
})
on('#go', () => {
  state.seen.access = access
  later(1000, () => {
    key = newKey()
    go('made')
  })
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name !== '' },
    { purpose: 'permissions', done: () => access === (isNarrow ? 'custom' : 'full') },
    { purpose: 'permission-row', done: () => levels.models === 'Write' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('pf-clipboard')?.shadowRoot.querySelector('#key') ?? null },
)
