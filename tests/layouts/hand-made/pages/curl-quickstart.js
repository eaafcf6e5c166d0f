// A quickstart in three parts, one of them a key: after it was made it stands in no field at all but inside of the request to copy, masked until "Show"; curl, Python and Node are tabs that draw the code anew.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isShown = false
let isMaking = false
let tab = 'curl'
const tabs = ['curl', 'Python', 'Node.js']
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}pre{background:#10151c;color:#d6e2f0;padding:14px;border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere}</style><div class="app"><nav><b>◆ quarry</b><a href="/api-keys" aria-current="page">Get started</a><a href="#keys">Keys and secrets</a><a href="#logs">Request logs</a><a href="#spend">Spend</a><a href="#team">Team</a></nav><main><h1>Get started</h1><p class="muted">Three steps to your first answer. You can come back later, nothing gets lost.</p><section class="card"><h2>1 · Make an API key</h2><div id="first"></div></section><section class="card"><h2>2 · Send your first request</h2><div id="second"></div></section><section class="card"><h2>3 · Invite your team</h2><div class="row"><input type="email" placeholder="name@company.com" aria-label="E-mail"><button type="button">Send invite</button></div></section></main></div>',
)
const first = () =>
  put(
    one('#first'),
    key
      ? `<p>✓ <b>${state.seen.name}</b> is ready. It is filled in below, copy it from there. It will not be shown after you leave this page.</p>`
      : isMaking
        ? '<p class="muted" role="status">Making your key…</p>'
        : '<div class="row"><input m="name" id="label" aria-label="Label of the key" placeholder="Label, e.g. my-laptop"><button m="submit" type="button" class="primary" id="go" disabled>Make key</button></div><p class="muted">For project <b>Default project</b> · <a href="#change">Change</a></p>',
    'instead',
  )
const code = secret =>
  ({
    curl: `curl https://api.quarry.example/v1/responses \\\n  -H "Authorization: Bearer ${secret}" \\\n  -H "Content-Type: application/json" \\\n  -d '{"model":"quarry-mini","input":"Hello"}'`,
    Python: `from quarry import Quarry\n\nclient = Quarry(api_key="${secret}")\nprint(client.ask("Hello"))`,
    'Node.js': `import Quarry from 'quarry'\n\nconst client = new Quarry({ apiKey: '${secret}' })\nconsole.log(await client.ask('Hello'))`,
  })[tab]
const second = () =>
  put(
    one('#second'),
    `<div class="head" style="margin:0"><div role="tablist">${tabs.map(of => `<button type="button" role="tab" class="tab${of === tab ? ' primary' : ''}" aria-selected="${of === tab}">${of}</button>`).join(' ')}</div><div>${key ? `<button m="reveal-eye" type="button" id="eye">${isShown ? 'Hide key' : 'Show key'}</button> ` : ''}<button${key ? ' m="copy"' : ''} type="button" id="copy">Copy code</button></div></div><pre${isShown ? ' id="key"' : ''}>${code(key ? (isShown ? key : `sk-${'•'.repeat(24)}${key.slice(-4)}`) : '&lt;YOUR_API_KEY&gt;')}</pre><div class="row"><button type="button" id="run"${key ? '' : ' disabled'}>Run it here ▸</button><span class="muted" id="out"></span></div>`,
    'instead',
  )
first()
second()
document.addEventListener('input', ({ target }) => {
  if (target.id === 'label') one('#go').disabled = !target.value.trim()
})
on('.tab', ({ textContent }) => {
  tab = textContent
  second()
})
on('#go', () => {
  state.seen.name = typedIn('#label').trim()
  isMaking = true
  first()
  later(1600, () => {
    key = newKey()
    isMaking = false
    first()
    second()
  })
})
on('#eye', () => {
  isShown = !isShown
  second()
})
on('#copy', button => {
  if (key) state.seen.copied = true
  navigator.clipboard?.writeText(code(key ?? '<YOUR_API_KEY>')).catch(() => {})
  button.textContent = 'Copied'
})
on('#run', () =>
  later(900, () => {
    one('#out').textContent = '200 OK · “Hello! How can I help?”'
  }),
)
tell(
  [
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#label').trim() !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isShown, also: ['copy'] },
    { purpose: 'copy', done: () => state.seen.copied === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
