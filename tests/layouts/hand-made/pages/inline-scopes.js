// A code host's second manner: "Add new token" unfolds the form above the list, a date with a cross, boxes for scopes; the token comes in a notice as a password field.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><aside class="rail"><a href="/profile">Profile</a><a href="/api-keys">Access tokens</a></aside><main id="content-body"><div id="flash"></div><section class="card"><div class="head"><h2>Personal access tokens <span class="muted">0</span></h2><span id="top"></span></div><div id="slot"></div><p id="none">This user has no active personal access tokens.</p></section></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="btn gl-button" id="add">Add new token</button>')
let key = null
on('#add', () => {
  one('#add').classList.add('gone')
  put(
    one('#slot'),
    `<form id="form" class="card"><h4>Add a personal access token</h4><div class="field"><label for="tn">Token name</label><span class="muted">For example, the application using the token or the purpose of the token.</span><input m="name" id="tn" name="personal_access_token[name]" required></div><div class="field"><label for="td">Description</label><textarea id="td" m="description"></textarea></div><div class="field"><label for="ex">Expiration date</label><div class="row"><input m="expiry" id="ex" type="text" placeholder="YYYY-MM-DD" value="2026-12-22"><button type="button" class="icon" aria-label="Clear date">✕</button></div></div><fieldset><legend>Select scopes</legend><label m="permissions" class="row"><input type="checkbox" name="scope" value="api" id="api"><span>api<br><span class="muted">Grants complete read/write access to the API.</span></span></label><label class="row"><input type="checkbox" name="scope" value="read"><span>read_user</span></label></fieldset><div class="row"><button m="submit" type="submit" class="primary" id="go">Create token</button><button type="button" class="btn" id="no">Cancel</button></div></form>`,
  )
})
on('#no', () => {
  one('#form').remove()
  one('#add').classList.remove('gone')
})
document.addEventListener('submit', event => {
  event.preventDefault()
  if (!one('[name=scope]:checked')) {
    if (!one('#err'))
      one('fieldset').insertAdjacentHTML('beforeend', '<p id="err" class="muted">Scopes can’t be blank</p>')
    return
  }
  if (!typedIn('#tn')) return
  later(600, () => {
    key = newKey()
    one('#form').remove()
    one('#add').classList.remove('gone')
    one('#none').textContent = '1 active token'
    put(
      one('#flash'),
      `<div class="card" role="alert"><p>Your new personal access token</p><div class="row"><input type="password" readonly id="key" style="width:420px" aria-label="Your token"><button m="reveal-eye" type="button" class="icon" id="eye" aria-label="Click to reveal">👁</button><button m="copy" type="button" class="icon" aria-label="Copy token">⧉</button></div><p class="muted">Make sure you save it - you won’t be able to access it again.</p></div>`,
    )
    one('#key').value = key
  })
})
on('#eye', () => {
  const field = one('#key')
  field.type = field.type === 'password' ? 'text' : 'password'
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#form') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tn') !== '' },
    { purpose: 'description', done: () => true },
    { purpose: 'expiry', done: () => true },
    { purpose: 'permissions', done: () => one('[name=scope]:checked') !== null },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => one('#key')?.type === 'text' },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => (one('#key')?.type === 'text' ? one('#key') : null) },
)
