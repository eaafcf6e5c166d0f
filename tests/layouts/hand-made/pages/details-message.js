// As PrimeNG: two forms side by side on one page, a lifetime that must be chosen and is missed first, and a message that holds the key folded away.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#t">Team</a><a href="/api-keys" aria-current="page">Access</a><a href="#t">Consumption</a><a href="#t">Contracts</a></nav><main><h1>Access</h1>
<div class="card" role="status">ℹ️ Maintenance on Sunday 02:00–03:00 UTC. <button type="button" class="icon" aria-label="Close">✕</button></div>
<div style="display:grid;grid-template-columns:1fr 1fr;gap:18px"><section class="card"><h2>People</h2><p>Invite a colleague to this account.</p><div class="field"><label for="mail">E-mail address *</label><input id="mail" type="email"></div><div class="field"><label for="role">Role *</label><select id="role"><option>Viewer</option><option>Editor</option></select></div><button type="button" class="primary" id="invite">Send invitation</button></section><section class="card" id="prog"></section></div>
<div id="msg"></div><h2>Issued so far</h2><table><thead><tr><th>Reference</th><th>Ends with</th><th>Valid until</th></tr></thead><tbody id="rows"><tr><td>partner-portal</td><td>…8sKd</td><td>Dec 31, 2026</td></tr></tbody></table></main></div>`,
)
put(
  one('#prog'),
  `<h2>Programs</h2><p>Issue an access key for a program.</p><div class="field"><label for="ref">Reference *</label><input m="name" id="ref"><small class="muted">You will recognise the key by it.</small></div><div class="field"><label for="ttl">Valid for *</label><select m="expiry" id="ttl"><option value="">Select a duration</option><option>30 days</option><option>90 days</option><option>1 year</option></select><small id="bad" role="alert" style="color:#b3261e"></small></div><button m="submit" type="button" class="primary" id="issue">Issue</button>`,
)
on('#invite', () => (one('#mail').style.outline = '2px solid #b3261e'))
on('#issue', () => {
  const bad = !typedIn('#ref')
    ? 'Reference is required.'
    : !typedIn('#ttl')
      ? 'Please select how long the key is valid.'
      : ''
  one('#bad').textContent = bad
  if (bad) return
  const days = typedIn('#ttl')
  later(900, () => {
    key = newKey()
    one('#ref').value = ''
    one('#ttl').value = ''
    put(one('#rows'), `<tr><td>Learning-MyLaptop-v1</td><td>…${key.slice(-4)}</td><td>in ${days}</td></tr>`)
    put(
      one('#msg'),
      `<div class="card" role="alert" style="background:#eefbf0;border-color:#3a9a4c"><b>✔ Access key issued.</b> It can be looked at now and not again.<details id="fold"><summary m="reveal-eye" id="sum" style="cursor:pointer">Show credentials</summary><table><tbody><tr><th>Account no.</th><td>4410-77-208</td></tr><tr><th>Endpoint</th><td>https://eu.api.contoso-ai.example/v1</td></tr><tr><th>Access key</th><td class="mono" id="key">${key}</td></tr></tbody></table></details></div>`,
      'instead',
    )
  })
})
const isUnfolded = () => one('#fold')?.open === true
tell(
  [
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: () => key === null,
      done: () => typedIn('#ref') !== '',
    },
    { purpose: 'expiry', value: '90 days', when: () => key === null, done: () => typedIn('#ttl') !== '' },
    { purpose: 'submit', when: () => key === null, done: () => false },
    { purpose: 'reveal-eye', done: isUnfolded },
  ],
  { reached: () => key !== null, key: () => (isUnfolded() ? one('#key') : null) },
)
