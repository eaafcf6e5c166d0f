// Two variants in one session: the known dialog fails once with a toast, and when it is opened again it is another one, of other words, in the page; the key is shown twice, in a field and in a line of code.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let variant = 'a'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">API keys</a></nav><main><div class="head"><h1>API keys</h1><span id="top"></span></div><div id="slot"></div><p id="none">You have no keys.</p></main></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" id="add">Create new secret key</button>',
)
const isUp = () => one('#over') !== null || one('#inline') !== null
on('#add', () => {
  if (variant === 'a')
    return put(
      document.body,
      `<div id="over"><div class="veil"></div><div role="dialog" aria-modal="true" aria-labelledby="t" class="modal"><h2 id="t">Create new secret key</h2><div class="field"><label for="n">Name</label><input m="name" id="n" placeholder="My Test Key"></div><div class="row"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go">Create secret key</button></div></div></div>`,
    )
  put(
    one('#slot'),
    `<section id="inline" class="card"><h3>New credential</h3><div class="row"><input m="name" id="n" aria-label="Credential label" placeholder="e.g. staging"><button m="submit" type="button" class="btn" id="go">Generate</button></div></section>`,
    'instead',
  )
})
on('#no', () => one('#over').remove())
on('#go', () => {
  if (!typedIn('#n')) return
  if (variant === 'a')
    return later(700, () => {
      one('#over').remove()
      variant = 'b'
      one('#add').textContent = 'New credential'
      put(
        document.body,
        '<div class="toast" id="toast" role="alert">Something went wrong. Please try again.</div>',
      )
      setTimeout(() => one('#toast')?.remove(), 4000)
    })
  later(700, () => {
    key = newKey()
    one('#none').textContent = '1 credential'
    put(
      one('#slot'),
      `<section id="made" class="card"><h3>Credential generated</h3><div class="row"><input id="key" readonly value="${key}" style="width:420px" aria-label="Credential"><button m="copy" type="button" class="icon" aria-label="Copy">⧉</button></div><p class="muted">Try it:</p><pre class="card mono" style="white-space:pre-wrap">export OPENAI_API_KEY="${key}"</pre><button m="done" type="button" class="btn" id="end">Dismiss</button></section>`,
      'instead',
    )
  })
})
on('#end', () => {
  one('#made').remove()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
