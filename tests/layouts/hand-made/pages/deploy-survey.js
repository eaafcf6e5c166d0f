// A hosting company: the form is a card on the page; the moment it is sent a survey slides in with fields of its own; the key comes in a dialog, on one line that the box cuts.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/account">General</a><a href="/api-keys">Tokens</a><a href="/account/billing">Billing</a></nav><main><h1>Tokens</h1><section class="card" id="make"></section><section class="card"><h3>Authentication tokens</h3><p class="muted">Manage your tokens.</p><ul><li>Website · Nov 20</li></ul></section></main></div><div id="layer"></div><div id="corner"></div>',
)
put(
  one('#make'),
  '<h3>Create Token</h3><p class="muted">Enter a unique name for your token to differentiate it from others.</p><div class="row"><input m="name" id="n" placeholder="Name" aria-label="Token name"><select m="project" id="scope" aria-label="Scope"><option value="">Select Scope</option><option>Default project</option><option>Full account</option></select><select m="expiry" id="exp" aria-label="Expiration"><option value="">Select Date</option><option>1 Day</option><option value="30">30 Days</option><option>No Expiration</option></select></div><div class="row" style="justify-content:flex-end"><button m="submit" type="button" class="primary" id="go">Create</button></div>',
)
on('#go', () => {
  if (!typedIn('#n') || !typedIn('#scope') || !typedIn('#exp')) return
  one('#go').disabled = true
  setTimeout(
    () =>
      put(
        one('#corner'),
        '<div style="position:fixed;right:20px;bottom:20px;width:320px;background:#fff;z-index:40" class="card"><div class="head"><b>How easy was it to create a token?</b><button type="button" class="icon" id="sx" aria-label="Dismiss">✕</button></div><div class="row">1 <input type="radio" name="s"><input type="radio" name="s"><input type="radio" name="s"><input type="radio" name="s"><input type="radio" name="s"> 5</div><textarea aria-label="Anything else?" placeholder="Tell us more" rows="2"></textarea><button type="button" class="primary" id="sgo">Send</button></div>',
        'instead',
      ),
    250,
  )
  later(1600, () => {
    key = newKey()
    one('#go').disabled = false
    one('#n').value = ''
    put(
      one('#layer'),
      `<div class="veil"></div><div role="dialog" aria-modal="true" aria-label="Token Created" class="modal"><h2>Token Created</h2><p>Ensure that you copy this token. You will not see it again.</p><div class="card row" style="overflow:hidden"><pre id="key" style="margin:0;overflow:auto;white-space:nowrap;max-width:400px">${key}</pre><button m="copy" type="button" class="icon" aria-label="Copy code">⧉</button></div><button m="done" type="button" class="btn" id="end">Done</button></div>`,
      'instead',
    )
  })
})
for (const id of ['#sx', '#sgo']) on(id, () => one('#corner').replaceChildren())
on('#end', () => {
  one('#layer').replaceChildren()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => key !== null || typedIn('#n') !== '' },
    {
      purpose: 'project',
      value: 'Default project',
      done: () => key !== null || typedIn('#scope') !== '',
    },
    { purpose: 'expiry', value: '30', done: () => key !== null || typedIn('#exp') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
