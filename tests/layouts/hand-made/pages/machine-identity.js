// As a keeper of identities: "Add access" asks first who acts, a person or a workload; what is asked next depends on it, and one button makes the workload and its key together.
import { later, newKey, on, one, put, state, task, tell, typedIn } from '../kit.js'

const isService = task === 'service-account-key'
let part = 'list'
let who = 'me'
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#i">Directory</a><a href="#i">Single sign-on</a><a href="/api-keys" aria-current="page">API access</a><a href="#i">Audit trail</a><a href="#i">Policies</a></nav><main><div class="head"><h1>API access</h1><span id="top"></span></div><div class="card muted">Tip: workloads keep working when a person leaves the company.</div><table><thead><tr><th>Who</th><th>Kind</th><th>Keys</th><th>Seen</th></tr></thead><tbody id="rows"><tr><td>A Person (you)</td><td>Person</td><td>1</td><td>Today</td></tr><tr><td>nightly-export</td><td>Workload</td><td>2</td><td>Oct 30</td></tr></tbody></table></main></div><div id="layer"></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Add access</button>')
const tile = (id, text, hint) =>
  `<div${id === (isService ? 'load' : 'me') ? ' m="owner"' : ''} role="radio" tabindex="0" class="card who" data-who="${id}" aria-checked="${who === id}" style="flex:1;cursor:pointer${who === id ? ';outline:2px solid #1257d6' : ''}"><b>${text}</b><div class="muted">${hint}</div></div>`
const draw = () => {
  if (part === 'list') return one('#layer').replaceChildren()
  put(
    one('#layer'),
    `<div class="veil"></div><div class="drawer" role="dialog" aria-modal="true" aria-labelledby="dt">${
      part === 'form'
        ? `<h2 id="dt">Add access</h2><div role="radiogroup" aria-label="Who acts?" class="row">${tile('me', 'Myself', 'Ends when you leave')}${tile('load', 'A workload', 'A bot or server with no person behind it')}</div>${who === 'me' ? '<div class="field"><label for="nm">Label for your key</label><input m="name" id="nm"></div>' : '<div class="field"><label for="wn">Workload name</label><input m="service-name" id="wn"><small class="muted">Letters, digits and dashes</small></div>'}<p id="bad" role="alert" style="color:#b3261e"></p><div class="row"><button m="submit" type="button" class="primary" id="go">${who === 'me' ? 'Add key' : 'Add workload and key'}</button><button type="button" id="no">Cancel</button></div>`
        : `<h2 id="dt">${who === 'me' ? 'Key added' : 'Workload added'}</h2><p>Here is the key. This panel is the only one that has it.</p><div class="row"><input id="key" readonly aria-label="Key" value="${key}" style="flex:1"><button m="copy" type="button" class="icon" id="copy" aria-label="Copy to clipboard">⧉</button></div><button m="done" type="button" class="primary" id="end">I have stored it</button>`
    }</div>`,
    'instead',
  )
}
const go = to => {
  part = to
  draw()
}
on('#add', () => go('form'))
on('#no', () => go('list'))
on('.who', ({ dataset }) => {
  who = dataset.who
  draw()
})
on('#go', () => {
  const typed = typedIn(who === 'me' ? '#nm' : '#wn')
  if (!typed) {
    one('#bad').textContent = 'Please give it a name.'
    return
  }
  later(1200, () => {
    key = newKey(who === 'me' ? 'proj' : 'svcacct')
    state.seen.owner = who === 'me' ? 'you' : 'service'
    put(
      one('#rows'),
      `<tr><td>${typed}</td><td>${who === 'me' ? 'Person' : 'Workload'}</td><td>1</td><td>Never</td></tr>`,
    )
    go('made')
  })
})
let isCopied = false
on('#copy', () => {
  isCopied = true
  navigator.clipboard?.writeText(key)
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'owner', done: () => who === (isService ? 'load' : 'me') },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'service-name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#wn') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
    { purpose: 'copy', done: () => isCopied },
  ],
  { reached: () => key !== null && (!isService || state.seen.owner === 'service'), key: () => one('#key') },
)
