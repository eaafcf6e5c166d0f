// A database company: a notice about cookies, "Generate new token" in a split button, a dialog with a native list; the key comes in a banner above the list, in a read-only field.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/account/me">Preferences</a><a href="/api-keys">Access Tokens</a><a href="/account/audit">Audit Logs</a></nav><main><h1>Access Tokens</h1><p class="muted">Create tokens to use the platform programmatically.</p><div id="banner"></div><div class="head"><input type="search" placeholder="Filter by name"><div id="top" style="display:flex"></div></div><div class="card" id="list">No access tokens found</div></main></div><div id="layer"></div>',
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" id="add">Generate new token</button><button type="button" class="primary" aria-label="More options" aria-haspopup="menu">⌄</button>',
)
put(
  document.body,
  '<div id="cookies" class="card" style="position:fixed;left:20px;bottom:0;width:420px;background:#fff;z-index:30"><p>We use cookies to improve your experience.</p><div class="row"><button type="button" class="primary" id="c1">Accept</button><button type="button" id="c2">Opt out</button></div></div>',
)
for (const id of ['#c1', '#c2']) on(id, () => one('#cookies').remove())
on('#add', () =>
  later(200, () =>
    put(
      one('#layer'),
      '<div class="veil"></div><div role="dialog" aria-modal="true" aria-labelledby="dt" class="modal"><h2 id="dt">Generate New Token</h2><form id="f"><div class="field"><label for="n">Name</label><input m="name" id="n" placeholder="Provide a name for your token" autocomplete="off"></div><div class="field"><label for="e">Expires in</label><select m="expiry" id="e"><option>1 hour</option><option>7 days</option><option selected value="30">30 days</option><option>Never</option></select></div></form><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="submit" form="f" class="primary" id="go">Generate token</button></div></div>',
      'instead',
    ),
  ),
)
on('#no', () => one('#layer').replaceChildren())
document.addEventListener('submit', event => {
  event.preventDefault()
  const name = typedIn('#n')
  if (!name) return
  one('#go').disabled = true
  later(1000, () => {
    key = newKey()
    one('#layer').replaceChildren()
    put(
      one('#banner'),
      `<div class="card" style="background:#e7f9ef"><b>Successfully generated a new token!</b><p class="muted">Do copy this access token and store it in a secure place - you will not be able to see it again.</p><div class="row"><input id="key" readonly aria-label="Token" value="${key}" style="flex:1"><button m="copy" type="button" class="btn">Copy</button><button m="done" type="button" class="icon" id="end" aria-label="Dismiss">✕</button></div></div>`,
      'instead',
    )
    put(
      one('#list'),
      `<div class="head"><span>${name}</span><span class="mono">sk-proj-${key.slice(8, 10)}••••••${key.slice(-4)}</span><button type="button" aria-label="More options">⋮</button></div>`,
      'instead',
    )
  })
})
on('#end', () => one('#banner').replaceChildren())
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#layer').firstChild !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => false },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
