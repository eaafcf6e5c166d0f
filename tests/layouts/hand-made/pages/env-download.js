// The first save fails and says so; then there is a file of credentials to be downloaded, and its preview, which is a whole .env with the key among other lines.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let tries = 0
let key = null
let isPeeked = false
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#o">Overview</a><a href="#o">Deployments</a><a href="#o">Variables</a><a href="/api-keys" aria-current="page">Credentials</a><a href="#o">Logs</a></nav><main id="main"></main></div><div id="layer"></div>`,
)
const env = () =>
  `# Plume credentials, ${new Date().getFullYear()}\nPLUME_ORG=org_2fT9a1\nPLUME_BASE_URL=https://api.plume.example/v1\nPLUME_API_KEY=${key}\nPLUME_TIMEOUT=60`
const bodies = {
  list: () =>
    '<h1>Credentials</h1><section class="card" style="text-align:center;padding:40px"><p style="font-size:30px;margin:0">🗝️</p><h2>Nothing here yet</h2><p>Credential files hold everything that an app needs to reach Plume.</p><button m="open-form" type="button" class="primary" id="gen">Generate credentials</button> <a href="#docs" class="btn">Read the docs</a></section>',
  made: () =>
    `<h1>Credentials</h1><section class="card"><div class="head"><div><b>plume.env</b><div class="muted">Learning-MyLaptop-v1 · 5 lines · available once</div></div><div class="row"><button type="button" id="load">⬇ Download</button><button m="reveal-eye" type="button" id="peek" aria-expanded="${isPeeked}">${isPeeked ? 'Hide contents' : 'View contents'}</button></div></div>${isPeeked ? `<pre id="file" style="background:#f4f6f8;padding:12px;white-space:pre-wrap;overflow-wrap:anywhere">${env()}</pre>` : ''}<button m="done" type="button" id="end">Finish</button></section>`,
  end: () =>
    '<h1>Credentials</h1><table><tbody><tr><td>Learning-MyLaptop-v1</td><td>just now</td><td><button type="button" class="icon" aria-label="Options">⋯</button></td></tr></tbody></table>',
}
const go = to => {
  part = to
  put(one('#main'), bodies[to](), 'instead')
}
const close = () => one('#layer').replaceChildren()
go('list')
on('#gen', () =>
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="dt"><h2 id="dt">Generate credentials</h2><div id="err"></div><div class="field"><label for="app">App or device</label><input m="name" id="app"></div><label class="row"><input type="checkbox" id="ci"> Also add to the deployment variables</label><div class="row" style="justify-content:flex-end"><button type="button" id="no">Dismiss</button><button m="submit" type="button" class="primary" id="go">Generate</button></div></div>`,
    'instead',
  ),
)
on('#no', close)
on('#go', button => {
  if (!typedIn('#app')) return one('#app').focus()
  button.disabled = true
  button.textContent = 'Generating…'
  tries++
  later(1300, () => {
    if (tries === 1) {
      button.disabled = false
      button.textContent = 'Generate'
      return put(
        one('#err'),
        '<div role="alert" class="card" style="background:#fdecea;border-color:#b3261e">Something went wrong on our side (503). Nothing was generated, please try again.</div>',
        'instead',
      )
    }
    key = newKey()
    close()
    go('made')
  })
})
on('#peek', () => {
  isPeeked = !isPeeked
  go('made')
})
on('#load', () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([env()]))
  link.download = 'plume.env'
  link.click()
})
on('#end', () => {
  state.seen.closed = true
  go('end')
})
const isUp = () => one('#app') !== null
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#app') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', when: () => part === 'made', done: () => isPeeked },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#file') },
)
