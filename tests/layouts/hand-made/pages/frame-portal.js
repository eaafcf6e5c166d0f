// As a portal for developers (Backstage): the shell has a search and a form for feedback, and what matters is a plug-in in a frame of the same origin; consumers are registered there, with a reason.
import { later, newKey, on, one, put, state, tell } from '../kit.js'

let part = 'list'
let key = null
let inner = null
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav style="background:#171717;color:#fff"><b>Harbor</b><a href="#c">Catalog</a><a href="#c">Templates</a><a href="/api-keys" aria-current="page">LLM Gateway</a><a href="#c">Tech Radar</a><a href="#c">Docs</a></nav><main style="max-width:none"><div class="head"><h1>LLM Gateway</h1><input type="search" placeholder="Search Harbor" aria-label="Search Harbor"></div>
<iframe id="plug" title="LLM Gateway plug-in" style="width:100%;height:560px;border:1px solid #dde2e6" srcdoc="<!doctype html><html lang='en'><head><style>body{font:15px system-ui;margin:16px}table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:8px;border-bottom:1px solid #ddd}.primary{background:#1f5493;color:#fff}button{padding:6px 14px}label{display:block;margin-top:10px}input,textarea{padding:6px;width:340px}.mono{font-family:monospace;overflow-wrap:anywhere}</style></head><body></body></html>"></iframe>
<section class="card"><b>Feedback on this page</b><div class="row"><input aria-label="Your feedback" placeholder="What is missing?"><button type="button">Submit</button></div></section></main></div>`,
)
const at = selector => inner?.querySelector(selector) ?? null
const typed = selector => at(selector)?.value ?? ''
const bodies = {
  list: () =>
    '<div style="display:flex;justify-content:space-between"><h2>Registered consumers</h2><button m="open-form" type="button" class="primary" id="reg">Register consumer</button></div><table><tbody><tr><th>Consumer</th><th>Owner</th><th>Last call</th></tr><tr><td>docs-bot</td><td>team-docs</td><td>4 min ago</td></tr><tr><td>ticket-triage</td><td>team-support</td><td>yesterday</td></tr></tbody></table>',
  form: () =>
    '<h2>Register consumer</h2><p>Every consumer gets a credential of its own.</p><label for="cid">Consumer ID</label><input m="name" id="cid"><label for="why">Reason (at least 10 characters)</label><textarea m="description" id="why" rows="3"></textarea><p id="bad" role="alert" style="color:#b3261e"></p><p><button type="button" id="back">Back</button> <button m="submit" type="button" class="primary" id="go">Register</button></p>',
  wait: () => '<h2>Register consumer</h2><p role="status">Talking to the gateway…</p>',
  made: () =>
    `<h2>Learning-MyLaptop-v1</h2><p role="status">Consumer registered. Store the credential in your vault: this page is the only place that shows it.</p><table><tbody><tr><th>Consumer ID</th><td>Learning-MyLaptop-v1</td></tr><tr><th>Route</th><td>/gateway/openai</td></tr><tr><th>Credential</th><td class="mono" id="key">${key}</td></tr></tbody></table><p><button m="done" type="button" id="end">Back to consumers</button></p>`,
}
const go = to => {
  part = to
  put(inner.body, bodies[to](), 'instead')
}
one('#plug').addEventListener('load', ({ target }) => {
  if (inner) return
  inner = target.contentDocument
  go('list')
  on('#reg', () => go('form'), inner)
  on('#back', () => go('list'), inner)
  on(
    '#go',
    () => {
      const bad = !typed('#cid')
        ? 'Consumer ID is missing.'
        : typed('#why').length < 10
          ? 'Please give a reason of at least 10 characters.'
          : ''
      at('#bad').textContent = bad
      if (bad) return
      go('wait')
      later(1400, () => {
        key = newKey()
        go('made')
      })
    },
    inner,
  )
  on(
    '#end',
    () => {
      state.seen.closed = true
      go('list')
    },
    inner,
  )
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typed('#cid') !== '' },
    {
      purpose: 'description',
      value: 'Trying it out on my own laptop',
      done: () => typed('#why').length >= 10,
    },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => at('#key') },
)
