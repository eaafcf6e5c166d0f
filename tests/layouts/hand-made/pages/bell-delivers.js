// A drawer from the side; what it made comes later, as a message behind the bell, folded. "Create", "Create & test" and "Create & add to .env" in the drawer's foot.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
let isInbox = false
let isShown = false
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:10px 24px;border-bottom:1px solid #ddd"><b>orbital</b><span style="margin-inline-start:auto" id="bellbox"></span></header><div class="app"><nav><a href="/api-keys">Access keys</a><a href="/fleet">Fleet</a></nav><main id="main"></main></div><div id="side"></div><div id="inbox"></div>',
)
put(
  one('#main'),
  '<h1>Access keys</h1><p>Keys let your programs call us.</p><button m="open-form" type="button" class="primary" id="new">Request access key</button><table><tbody><tr><td>probe</td><td>active</td></tr></tbody></table>',
)
const bell = () =>
  put(
    one('#bellbox'),
    `<button${key && !isInbox ? ' m="reveal-eye"' : ''} type="button" id="bell" aria-label="Notifications${key ? ', 1 unread' : ''}">🔔${key ? ' 1' : ''}</button>`,
    'instead',
  )
bell()
const inbox = () =>
  put(
    one('#inbox'),
    isInbox
      ? `<section class="drawer" style="width:380px"><h2>Notifications</h2><article class="card">${key ? `<b>Your access key is ready</b><p>${isShown ? `<code class="mono" id="key">${key}</code>` : '<button m="reveal-eye" type="button" id="view">View key</button>'}</p>` : 'Nothing new'}</article></section>`
      : '',
    'instead',
  )
on('#bell', () => {
  isInbox = !isInbox
  bell()
  inbox()
})
on('#view', () => {
  isShown = true
  inbox()
})
on('#new', () => {
  isUp = true
  put(
    one('#side'),
    '<aside class="drawer"><h2>Request access key</h2><div class="field"><label for="u">Used for</label><input m="name" id="u"></div><div class="row"><button m="submit" type="button" class="primary" id="c">Create</button><button type="button" class="c2">Create &amp; test</button><button type="button" class="c2">Create &amp; add to .env</button></div></aside>',
    'instead',
  )
})
on('#c, .c2', () => {
  if (!typedIn('#u')) return
  isUp = false
  one('#side').replaceChildren()
  put(document.body, '<div class="toast" id="t">We are preparing your key. You will be notified here.</div>')
  later(1800, () => {
    one('#t').remove()
    key = newKey()
    bell()
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#u') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isShown, at: () => one(isInbox ? '#view' : '#bell') },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
