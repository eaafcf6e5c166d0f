// A cloud console: one button that opens a menu of kinds, no form at all, and the key in a dialog with a text field that looks like a label.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><cfc-nav class="rail"><a href="/apis">APIs &amp; Services</a><a href="/api-keys">Credentials</a><a href="/consent">Consent screen</a></cfc-nav><main><div class="head"><h1>Credentials</h1><span id="bar" class="row"></span></div><h2>API Keys</h2><table><tbody id="rows"><tr><td colspan="3">No API keys to display</td></tr></tbody></table><h2>Service Accounts</h2><p class="muted">None</p></main></div>`,
)
put(
  one('#bar'),
  '<button m="open-form-menu" class="primary mat-mdc-menu-trigger" aria-haspopup="menu" aria-expanded="false" id="add" type="button">＋ Create credentials ▾</button><button type="button" class="btn" disabled>Delete</button>',
)
let key = null
on('#add', () => {
  if (one('#kinds')) return one('#kinds').remove()
  const { left, bottom } = one('#add').getBoundingClientRect()
  put(
    document.body,
    `<div class="cdk-overlay-container"><div id="kinds" class="menu mat-mdc-menu-panel" role="menu" style="left:${left}px;top:${bottom}px"><button m="open-form" role="menuitem" class="icon" type="button" id="kind"><div>API key</div><div class="muted">Identifies your project using a simple API key</div></button><button role="menuitem" class="icon" type="button"><div>Service account</div><div class="muted">Server-to-server calls</div></button></div></div>`,
  )
})
on('#kind', () => {
  one('.cdk-overlay-container').remove()
  put(document.body, `<div id="wait" class="toast">Creating API key…</div>`)
  later(1300, () => {
    one('#wait').remove()
    key = newKey()
    put(
      document.body,
      `<div class="cdk-overlay-container" id="over"><div class="veil"></div><mat-dialog-container class="modal" role="dialog" aria-modal="true" aria-labelledby="mdt"><h2 id="mdt">API key created</h2><p>Use this key in your application by passing it with the <code>key=API_KEY</code> parameter.</p><div class="field"><span>Your API key</span><div class="row"><div class="mono" id="key">${key}</div><button m="copy" class="icon" aria-label="Copy to clipboard" type="button">⧉</button></div></div><div class="card">⚠ This key is unrestricted. To prevent unauthorized use, we recommend restricting it.</div><div class="row"><button m="done" class="btn" type="button" id="x">Close</button><button class="btn" type="button">Edit API key</button></div></mat-dialog-container></div>`,
    )
  })
})
on('#x', () => {
  one('#over').remove()
  state.seen.closed = true
  one('#rows').innerHTML =
    '<tr><td>API key 1</td><td>Today</td><td><button class="btn" type="button">Show key</button></td></tr>'
})
tell(
  [
    { purpose: 'open-form-menu', when: () => !one('#kinds'), done: () => key !== null },
    { purpose: 'open-form', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
