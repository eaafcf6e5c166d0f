// A code host: a menu of two kinds behind "Generate new token", a long page, and the button asks once more in a small dialog above it; the key stands in a green line of the list. Ending: "Delete" in the row, a dialog.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let at = 'list'
let key = null
let isAsked = false
const row = (name, last) => {
  const is = last === subject.lastFour
  return `<li class="card head" data-key="${last}"${is ? ' m="row"' : ''}><div><a href="#t">${name}</a><div class="muted">Last used within the last week · ends in ${last}</div></div><div><button type="button" class="danger del" data-of="${last}"${is ? ' m="revoke"' : ''}>Delete</button></div></li>`
}
const rows = [
  ['deploy-bot', 'w81Z'],
  [subject.name, subject.lastFour],
]
const pages = {
  list: () =>
    `<div class="head"><h1>Personal access tokens</h1><details id="kinds"><summary m="open-form-menu" class="btn" role="button">Generate new token ▾</summary><div class="menu" style="margin-top:4px"><a href="#" m="open-form" id="fine"><b>Generate new token</b><br><span class="muted">Fine-grained, project-scoped</span></a><a href="#" id="classic"><b>Generate new token (classic)</b><br><span class="muted">For general use</span></a></div></details></div>${key ? `<div class="card" style="background:#dafbe1">Make sure to copy your personal access token now as you will not be able to see this again.</div><div class="row"><code id="key" class="mono">${key}</code><button m="copy" type="button" class="icon" aria-label="Copy token">⧉</button></div>` : ''}<ul style="padding:0;list-style:none">${rows.map(([name, last]) => row(name, last)).join('')}</ul>`,
  form: () =>
    `<h1>New fine-grained personal access token</h1><div class="field"><label for="n">Token name *</label><input m="name" id="n"><span class="muted">A unique name for this token.</span></div><div class="field"><label for="d">Description</label><textarea id="d"></textarea></div><div class="field"><b>Resource owner</b><button type="button" class="btn" aria-haspopup="true">you ▾</button></div><div class="field"><b>Expiration</b><button m="expiry" type="button" class="btn" id="exp" aria-haspopup="true">30 days (Dec 23, 2026) ▾</button></div><fieldset><legend>Project access</legend><label><input type="radio" name="a"> Public only</label><label m="permissions"><input type="radio" name="a" checked> All projects</label></fieldset><p style="margin:200px 0">This token will be ready for use immediately.</p><button m="submit" type="button" class="primary" id="make">Generate token</button> <a href="#" id="no">Cancel</a>`,
}
const draw = () =>
  put(
    document.body,
    `<header class="row" style="margin:0;padding:8px 16px;background:#f4f6f8"><b>Settings / Developer Settings</b></header><div class="app"><nav><a href="/apps">Apps</a><a href="/api-keys">Tokens</a></nav><main>${pages[at]()}</main></div><div id="over"></div>`,
    'instead',
  )
draw()
for (const id of ['#fine', '#classic', '#no'])
  on(id, (_, event) => {
    event.preventDefault()
    at = id === '#no' ? 'list' : 'form'
    history.pushState(null, '', at === 'form' ? '/api-keys/new' : '/api-keys')
    draw()
  })
on('#make', () => {
  if (!typedIn('#n')) return
  isAsked = true
  put(
    one('#over'),
    `<div class="veil"></div><div role="dialog" aria-modal="true" aria-label="New personal access token" class="modal"><div class="head"><h2>New personal access token</h2><button type="button" class="icon" id="x" aria-label="Close">✕</button></div><p><b>${typedIn('#n')}</b> will expire on Dec 23, 2026.</p><ul><li>Read and write access to all projects</li></ul><div class="row"><button type="button" id="x">Cancel</button><button m="submit" type="button" class="primary" id="go">Generate token</button></div></div>`,
    'instead',
  )
})
on('#x', () => one('#over').replaceChildren())
on('#go', () => {
  one('#go').disabled = true
  later(800, () => {
    key = newKey()
    rows.unshift([typedIn('#n'), key.slice(-4)])
    at = 'list'
    history.pushState(null, '', '/api-keys')
    draw()
  })
})
on('.del', button =>
  put(
    one('#over'),
    `<div class="veil"></div><div role="dialog" aria-modal="true" class="modal" aria-label="Are you sure?"><h2>Are you sure you want to delete this token?</h2><p>Any applications or scripts using this token will no longer be able to access the API.</p><button m="confirm-revoke" type="button" class="danger" id="yes" data-of="${button.dataset.of}" style="width:100%">I understand, delete this token</button></div>`,
    'instead',
  ),
)
on('#yes', button => {
  const { of } = button.dataset
  later(500, () => {
    rows.splice(
      rows.findIndex(([, last]) => last === of),
      1,
    )
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
    draw()
  })
})
const isEnded = () => state.ended.length > 0
if (task === 'revoke-key')
  tell(
    [
      { purpose: 'confirm-revoke', done: isEnded },
      { purpose: 'revoke', when: () => !one('#over').firstChild, done: isEnded, also: ['row'] },
    ],
    { reached: isEnded },
  )
else
  tell(
    [
      { purpose: 'open-form', when: () => key === null, done: () => false },
      { purpose: 'open-form-menu', when: () => key === null, done: () => false },
      { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
      { purpose: 'expiry', done: () => true },
      { purpose: 'permissions', done: () => true },
      {
        purpose: 'submit',
        done: () => key !== null,
        at: () => (isAsked && one('#go')) || one('#make'),
      },
      { purpose: 'copy', done: () => true },
    ],
    { reached: () => key !== null, key: () => one('#key') },
  )
