// A monitoring company: a dialog with one field; the first try fails and closes it with a red message; then the key stands in a side panel with a picture to scan. A person or a service can own it: two plain boxes. Ending: the row opens the panel, the name has to be typed.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

const isService = task === 'service-account-key'
let tries = 0
let key = null
let owner = isService ? '' : 'you'
const rows = [
  ['agent-eu1', '7c1e'],
  [subject.name, subject.lastFour],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/organization-settings/users">Users</a><a href="/organization-settings/service-accounts">Service Accounts</a><a href="/api-keys">API Keys</a></nav><main><div class="head"><h1>API Keys</h1><div id="top"></div></div><input type="search" placeholder="Search API keys" aria-label="Search API keys"><table><thead><tr><th>Name</th><th>Key ID</th><th>Key</th><th>Status</th></tr></thead><tbody id="rows"></tbody></table></main></div><div id="layer"></div><div id="side"></div><div id="toasts" aria-live="polite"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">＋ New Key</button>')
const list = () =>
  put(
    one('#rows'),
    rows
      .map(([name, last], index) => {
        const is = last === subject.lastFour
        return `<tr class="line" data-of="${last}"${is ? ' m="row-open"' : ''} style="cursor:pointer"><td>${name}</td><td class="mono">7f0c-41${index}b</td><td class="mono">••••••${last}</td><td>Active</td></tr>`
      })
      .join(''),
    'instead',
  )
list()
on('#add', () =>
  put(
    one('#layer'),
    `<div class="veil"></div><div role="dialog" aria-modal="true" aria-label="New API Key" class="modal"><h2>New API Key</h2>${
      isService
        ? `<div m="owner" m-is="label" class="row">${[
            ['you', 'Personal', 'Acts with your own rights'],
            ['service', 'Service account', 'Not tied to a person'],
          ]
            .map(
              ([id, title, text]) =>
                `<div class="own card"${id === 'service' ? ' m="owner"' : ''} data-own="${id}" style="flex:1;cursor:pointer;margin:0"><b>${title}</b><div class="muted">${text}</div></div>`,
            )
            .join('')}</div>`
        : ''
    }<div class="field"><label for="n">Name</label><input m="${isService ? 'service-name' : 'name'}" id="n"></div><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create Key</button></div></div>`,
    'instead',
  ),
)
on('.own', box => {
  owner = box.dataset.own
  for (const one of box.parentElement.children) one.style.outline = one === box ? '2px solid #632ca6' : ''
})
on('#no', () => one('#layer').replaceChildren())
on('#go', () => {
  const name = typedIn('#n')
  if (!name || !owner) return
  one('#go').disabled = true
  later(900, () => {
    one('#layer').replaceChildren()
    if (tries++ === 0) {
      put(
        one('#toasts'),
        '<div class="toast" style="background:#b3261e" role="alert">Could not create the key. Please try again.</div>',
        'instead',
      )
      setTimeout(() => one('#toasts').replaceChildren(), 4000)
      return
    }
    key = newKey()
    rows.unshift([name, key.slice(-4)])
    state.seen.owner = owner
    list()
    put(
      one('#side'),
      `<div class="drawer"><div class="head"><h2>${name}</h2><button m="done" type="button" class="icon" id="end" aria-label="Close panel">✕</button></div><dl><dt>Key ID</dt><dd class="mono">7f0c41bb-93a1-4c1e-8b0e-2f6f5b0f9a11</dd><dt>Key</dt><dd><div class="row"><div id="key" class="mono" style="width:300px">${key}</div><button m="copy" type="button" class="btn">Copy</button></div></dd></dl><p>Scan it with the mobile app:</p><svg width="120" height="120" role="img" aria-label="QR code"><rect width="120" height="120" fill="#eee"/><rect x="10" y="10" width="30" height="30"/><rect x="80" y="10" width="30" height="30"/><rect x="10" y="80" width="30" height="30"/></svg></div>`,
      'instead',
    )
  })
})
on('#end', () => {
  one('#side').replaceChildren()
  state.seen.closed = true
})
on('.line', line => {
  const { of } = line.dataset
  const name = rows.find(([, last]) => last === of)[0]
  put(
    one('#side'),
    `<div class="drawer"><div class="head"><h2>${name}</h2><button type="button" class="icon" id="shut" aria-label="Close panel">✕</button></div><dl><dt>Key</dt><dd class="mono">••••••${of}</dd><dt>Created</dt><dd>Mar 3, 2026</dd></dl><button type="button" class="btn">Edit</button> <button type="button" class="btn" id="rev" data-of="${of}"${of === subject.lastFour ? ' m="revoke"' : ''}>Revoke key</button></div>`,
    'instead',
  )
})
on('#shut', () => one('#side').replaceChildren())
on('#rev', button =>
  put(
    one('#layer'),
    `<div class="veil"></div><div role="dialog" aria-modal="true" aria-label="Revoke this key?" class="modal"><h2>Revoke this key?</h2><p>Agents that use it stop reporting. Enter the name of the key to go on.</p><input m="confirm-field" id="typed" placeholder="${subject.name}" aria-label="Name of the key"><div class="row"><button type="button" id="no">Keep key</button><button m="confirm-revoke" type="button" class="danger" id="yes" disabled data-of="${button.dataset.of}">Revoke</button></div></div>`,
    'instead',
  ),
)
document.addEventListener('input', () => {
  if (one('#yes')) one('#yes').disabled = typedIn('#typed') !== subject.name
})
on('#yes', button => {
  const { of } = button.dataset
  later(500, () => {
    one('#layer').replaceChildren()
    one('#side').replaceChildren()
    rows.splice(
      rows.findIndex(([, last]) => last === of),
      1,
    )
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    list()
  })
})
const isEnded = () => state.ended.length > 0
if (task === 'revoke-key')
  tell(
    [
      { purpose: 'confirm-field', value: subject.name, done: () => typedIn('#typed') === subject.name },
      { purpose: 'confirm-revoke', done: isEnded },
      { purpose: 'revoke', done: isEnded },
      { purpose: 'row-open', done: isEnded },
    ],
    { reached: isEnded },
  )
else
  tell(
    [
      { purpose: 'open-form', when: () => key === null, done: () => one('#layer').firstChild !== null },
      { purpose: 'owner', done: () => owner === 'service' },
      {
        purpose: isService ? 'service-name' : 'name',
        value: isService ? 'my-service' : 'Learning-MyLaptop-v1',
        done: () => typedIn('#n') !== '',
      },
      { purpose: 'submit', done: () => key !== null },
      { purpose: 'copy', done: () => true },
      { purpose: 'done', done: () => state.seen.closed === true },
    ],
    { reached: () => key !== null, key: () => one('#key') },
  )
