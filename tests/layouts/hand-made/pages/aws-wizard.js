// A cloud console: a page of its own in three parts, an id beside the secret, and the secret hidden behind "Show".
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = -1
let key = null
let use = ''
const shell = inner =>
  put(
    document.body,
    `<div id="app" class="app"><div class="rail"><a href="/users">Users</a><a href="/api-keys">Security credentials</a></div><div class="content">${inner}</div></div>`,
    'instead',
  )
const draw = () => {
  if (part < 0)
    return shell(
      `<h1>My security credentials</h1><div class="card awsui-container"><div class="head"><h2>Access keys (${key ? 1 : 0})</h2><button m="open-form" class="awsui-button btn" type="button" id="add"><span>Create access key</span></button></div><p>Use access keys to send programmatic calls. You can have a maximum of two access keys.</p></div>`,
    )
  if (part === 0)
    return shell(
      `<ol class="muted"><li>Step 1: <b>Use case</b></li><li>Step 2 - optional: Set description</li><li>Step 3: Retrieve</li></ol><h1>Access key best practices &amp; alternatives</h1><div role="radiogroup" aria-label="Use case"><label m="permissions" class="card row"><input type="radio" name="use" value="local"><span><b>Local code</b><br><span class="muted">You plan to use this key on your own machine.</span></span></label><label class="card row"><input type="radio" name="use" value="third"><span><b>Third-party service</b></span></label></div><label m="rules" class="row"><input type="checkbox" id="understood">I understand the above recommendation and want to proceed to create an access key.</label><div class="row"><button type="button" class="btn" id="no">Cancel</button><button m="next-step" type="button" class="primary" id="next">Next</button></div>`,
    )
  if (part === 1)
    return shell(
      `<h1>Set description tag <i>- optional</i></h1><div class="card field"><label for="tag">Description tag value</label><span class="muted">Describe the purpose of this access key.</span><input m="name" id="tag" maxlength="256"></div><div class="row"><button type="button" class="btn" id="no">Cancel</button><button type="button" class="btn" id="prev">Previous</button><button m="submit" type="button" class="primary" id="make">Create access key</button></div>`,
    )
  shell(
    `<div class="card" role="status">✓ Access key created. This is the only time that the secret access key can be viewed or downloaded.</div><h1>Retrieve access keys</h1><table><thead><tr><th>Access key ID</th><th>Secret access key</th></tr></thead><tbody><tr><td><button class="icon" aria-label="Copy access key ID" type="button">⧉</button> AKIAQX7RZ4PLM2EXVN5T</td><td><button m="copy" class="icon" aria-label="Copy secret access key" type="button">⧉</button> <span id="secret" class="mono">***************</span> <a m="reveal-eye" href="#" role="button" id="show">Show</a></td></tr></tbody></table><div class="row"><button type="button" class="btn">Download .csv file</button><button m="done" type="button" class="primary" id="end">Done</button></div>`,
  )
}
on('#add', () =>
  later(400, () => {
    part = 0
    history.pushState(null, '', '/api-keys/create')
    draw()
  }),
)
document.addEventListener('change', event => {
  if (event.target.name === 'use') use = event.target.value
})
on('#next', () => {
  if (use && one('#understood').checked) {
    part = 1
    draw()
  }
})
on('#prev', () => {
  part = 0
  draw()
})
on('#no', () => {
  part = -1
  draw()
})
on('#make', () => {
  one('#make').disabled = true
  later(1100, () => {
    key = newKey()
    part = 2
    draw()
  })
})
on('#show', (link, event) => {
  event.preventDefault()
  const isShown = link.textContent === 'Hide'
  one('#secret').textContent = isShown ? '***************' : key
  link.textContent = isShown ? 'Show' : 'Hide'
})
on('#end', () => {
  part = -1
  state.seen.closed = true
  history.pushState(null, '', '/api-keys')
  draw()
})
draw()
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'permissions', done: () => use !== '' },
    { purpose: 'rules', done: () => one('#understood').checked },
    { purpose: 'next-step', done: () => false },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tag') !== '' },
    { purpose: 'submit', done: () => false },
    { purpose: 'reveal-eye', done: () => one('#show').textContent === 'Hide' },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  {
    reached: () => key !== null,
    key: () => (part === 2 && one('#show').textContent === 'Hide' ? one('#secret') : null),
  },
)
