// A hosting console: the form stands on the page, and the token can only be copied from a dialog.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/account">General</a><a href="/api-keys">Tokens</a></nav><main id="main"><h2>Tokens</h2></main></div>`,
)
put(
  one('#main'),
  `<article class="card geist-card"><h4>Create Token</h4><p class="muted">Enter a unique name for your token to differentiate it from other tokens.</p><form id="form"><div class="field"><label><div class="muted">Token Name</div><input m="name" aria-invalid="false" autocapitalize="off" id="tn" placeholder="What’s this token for?"></label></div><div class="field"><label for="scope" class="muted">Scope</label><select m="project" id="scope" required><option value="" disabled selected>Select Scope</option><option>Default project</option><option>Staging</option></select></div><div class="field"><label for="ex" class="muted">Expiration</label><select m="expiry" id="ex"><option value="" disabled selected>Select Date</option><option>1 Day</option><option>30 Days</option><option>No Expiration</option></select></div><footer class="row"><button m="submit" class="primary" type="submit">Create</button></footer></form></article><article class="card"><h4>Active tokens</h4><div class="row"><b>website</b><span class="muted">Last used 2h ago</span></div></article>`,
)
let key = null
one('#form').addEventListener('submit', event => {
  event.preventDefault()
  if (!typedIn('#tn') || !typedIn('#scope') || !typedIn('#ex')) return
  later(800, () => {
    key = newKey()
    put(
      document.body,
      `<div id="over"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-label="Token Created"><header><h3>Token Created</h3></header><p>Copy your token below. For your security, we won’t show it again.</p><div class="geist-input row card"><span class="mono">••••••••••••••••••••••</span><button m="copy" type="button" class="btn" id="copy" aria-label="Copy Token">Copy</button></div><footer><button m="done" class="primary" type="button" id="x">Done</button></footer></div></div>`,
    )
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
})
on('#x', () => {
  one('#over').remove()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tn') !== '' },
    { purpose: 'project', value: 'Default project', done: () => typedIn('#scope') !== '' },
    { purpose: 'expiry', value: '30 Days', done: () => typedIn('#ex') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => null },
)
