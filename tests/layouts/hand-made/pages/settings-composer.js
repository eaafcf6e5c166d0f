// An issue tracker's settings: the opener is a small plus at a heading, the form is a row of the list with a field and a menu, the key comes in the row itself.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/account">Account</a><a href="/api-keys">Security &amp; access</a></nav><main><h1>Security &amp; access</h1><section class="card"><h2>Sessions</h2><div class="row"><span style="flex:1">Chrome on Linux</span><button type="button" class="btn">Revoke access</button></div></section><section class="card"><div class="head"><h2>Personal API keys</h2><span id="top"></span></div><p class="muted">Use the API to build your own integrations.</p><ul id="list" style="list-style:none;padding:0"></ul></section></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="btn" id="add">New API key</button>')
let key = null
let rights = 'full'
on('#add', () => {
  if (one('#item')) return
  put(
    one('#list'),
    `<li class="card" id="item"><form id="form"><div class="field"><label for="kn">Key name</label><input m="name" id="kn" placeholder="For example “Release bot”" required></div><div class="field"><span id="pl">Permissions</span><div role="radiogroup" aria-labelledby="pl"><label m="permissions" class="row"><input type="radio" name="r" value="full" checked>Full access</label><label class="row"><input type="radio" name="r" value="some">Only select permissions…</label></div></div><div class="row"><button type="button" class="btn" id="no">Cancel</button><button m="submit" type="submit" class="primary">Create</button></div></form></li>`,
  )
})
document.addEventListener('change', event => {
  if (event.target.name === 'r') rights = event.target.value
})
on('#no', () => one('#item').remove())
document.addEventListener('submit', event => {
  event.preventDefault()
  const name = typedIn('#kn')
  later(500, () => {
    key = newKey()
    put(
      one('#item'),
      `<div class="row"><b>${name}</b><span class="muted">Never used</span></div><div class="row"><input id="key" readonly style="width:360px" aria-label="API key"><button m="copy" type="button" class="btn">Copy</button></div><p class="muted">You can only see this key once. Store it safely.</p>`,
      'instead',
    )
    one('#key').value = key
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#item') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#kn') !== '' },
    { purpose: 'permissions', done: () => rights !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
