// A network company: a page of templates, each with "Use template", a custom one at the end; a form page, a summary, and the key in a box with a curl call below that holds it once more.
import { later, newKey, on, one, put, state, task, tell, typedIn } from '../kit.js'

const wanted = { Models: 'Read', 'Model capabilities': 'Write', Responses: 'Write' }
const scopes = {
  'Models Read': 'api.model.read',
  'Model capabilities Write': 'api.model.request',
  'Responses Write': 'api.responses.write',
}
const isNarrow = task === 'restrict-key'
const name = isNarrow ? 'Chat-MyApp' : 'Learning-MyLaptop-v1'
let at = 'list'
let key = null
let typed = ''
const chosen = {}
const templates = ['Read all models', 'Everything in the project', 'Edit files', 'Read usage']
const pages = {
  list: () =>
    '<h1>User API Tokens</h1><p>Manage access and permissions for your accounts.</p><section class="card head"><h2>API Tokens</h2><button m="open-form" type="button" class="primary" id="add">Create Token</button></section><section class="card"><h2>API Keys</h2><table><tbody><tr><td>Legacy key</td><td><button type="button">Change</button></td></tr></tbody></table></section>',
  pick: () =>
    `<a href="#" id="home">← Back to view all tokens</a><h1>Create API Token</h1><p>Select a template to get started, or customize how you create your API tokens.</p><h2>API token templates</h2><table><tbody>${templates.map((text, index) => `<tr><td>${text}</td><td><button type="button" class="btn use" aria-label="Use template ${text}"${index === 1 && !isNarrow ? ' m="open-form"' : ''}>Use template</button></td></tr>`).join('')}</tbody></table><h2>Custom token</h2><table><tbody><tr><td>Create Custom Token</td><td><button m="open-form" type="button" class="btn use" id="custom">Get started</button></td></tr></tbody></table>`,
  form: () =>
    `<h1>Create Custom Token</h1><div class="field"><label for="n">Token name</label><span class="muted">Give your API token a descriptive name.</span><input m="name" id="n" value="${typed}"></div>${
      isNarrow
        ? `<h2>Permissions</h2><p class="muted">Select edit or read permissions.</p>${Object.keys(wanted)
            .concat('Files')
            .map(
              (of, index) =>
                `<div class="row"><span style="width:160px"${wanted[of] ? ' m="permission-row" m-is="label"' : ''}>${of}</span><select${wanted[of] ? ' m="permission-row"' : ''} aria-label="${of}" data-of="${of}" id="r${index}"><option>None</option><option>Read</option><option>Write</option></select></div>`,
            )
            .join('')}`
        : '<h2>Permissions</h2><div class="row"><select m="permissions" aria-label="Item"><option>All</option><option>Models</option></select><select aria-label="Access"><option>Edit</option><option>Read</option></select></div>'
    }<h2>TTL</h2><div class="row"><input m="expiry" type="date" aria-label="Start date"> → <input m="expiry" type="date" aria-label="End date"></div><div class="row"><button type="button" id="no">Cancel</button><button m="next-step" type="button" class="primary" id="next">Continue to summary</button></div>`,
  summary: () =>
    `<h1>${typed} API token summary</h1><p>This API token will affect the below accounts and zones, along with their respective permissions.</p><ul>${(isNarrow ? Object.entries(chosen).map(([of, level]) => `${of}: ${level}`) : ['All: Edit']).map(text => `<li>${text}</li>`).join('')}</ul><div class="row"><button type="button" id="edit">Edit token</button><button m="submit" type="button" class="primary" id="go">Create Token</button></div>`,
  key: () =>
    `<h1>${typed} API token was successfully created</h1><p>Copy this token to access the API. For security this will not be shown again.</p><div class="card row"><code class="mono" id="key" style="flex:1">${key}</code><button m="copy" type="button" class="btn">Copy</button></div><h2>Test this token</h2><pre class="card mono" style="white-space:pre-wrap">curl "https://api.openai.com/v1/models" \\\n     -H "Authorization: Bearer ${key}"</pre><a href="#" id="home">View all API tokens</a>`,
}
const draw = () =>
  put(
    document.body,
    `<div class="app"><nav><a href="/profile">Profile</a><a href="/api-keys">API Tokens</a></nav><main>${pages[at]()}</main></div>`,
    'instead',
  )
const go = to => {
  at = to
  draw()
}
on('#add', () => later(200, () => go('pick')))
on('.use', () => go('form'))
on('#home', (_, event) => {
  event.preventDefault()
  go('list')
})
on('#no', () => go('list'))
on('#edit', () => go('form'))
document.addEventListener('change', ({ target }) => {
  if (target.dataset.of) chosen[target.dataset.of] = target.value
})
on('#next', () => {
  typed = typedIn('#n')
  if (typed) later(300, () => go('summary'))
})
on('#go', () =>
  later(900, () => {
    key = newKey()
    state.seen.scopes = Object.entries(chosen).flatMap(([of, level]) => scopes[`${of} ${level}`] ?? [])
    go('key')
  }),
)
draw()
const undone = () => Object.keys(wanted).find(of => chosen[of] !== wanted[of])
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'name', value: name, done: () => typedIn('#n') !== '' },
    ...(isNarrow
      ? [
          {
            purpose: 'permission-row',

            done: () => undone() === undefined,
            at: () => one(`[data-of="${undone()}"]`),
            get value() {
              return wanted[undone()]
            },
          },
        ]
      : [{ purpose: 'permissions', done: () => true }]),
    { purpose: 'expiry', done: () => true },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => false },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null && (!isNarrow || undone() === undefined), key: () => one('#key') },
)
