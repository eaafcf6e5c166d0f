// An inference company: the button comes after a skeleton; a native dialog in the top layer whose button waits for a name and a tick; the key in a field that cannot be changed.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isOpened = false
let isLoaded = false
const rows = [
  { name: 'batch-eval', short: 'gk…7Qd2', used: '4 hours ago' },
  { name: 'slack-bot', short: 'gk…p0Xm', used: 'Never' },
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div style="background:#f55036;color:#fff;padding:8px 32px">New: Prompt caching is on for all models. <a href="#caching" style="color:inherit">Read the post</a></div><div class="app"><nav><b>cloudrun/ai</b><a href="#play">Playground</a><a href="/api-keys" aria-current="page">API Keys</a><a href="#use">Dashboard</a><a href="#docs">Docs</a></nav><main><div class="head"><h1>API Keys</h1><span id="slot"></span></div><p class="muted">Manage your API keys. Do not share them, and keep them out of code that runs in a browser.</p><table><thead><tr><th>Name</th><th>Secret key</th><th>Last used</th><th></th></tr></thead><tbody id="rows"></tbody></table></main></div><button type="button" style="position:fixed;right:24px;bottom:24px;border-radius:24px" aria-label="Open chat">💬</button>',
)
const drawRows = () =>
  put(
    one('#rows'),
    isLoaded
      ? rows
          .map(
            ({ name, short, used }) =>
              `<tr><td>${name}</td><td class="mono">${short}</td><td>${used}</td><td><button type="button" class="icon" aria-label="Edit ${name}">✎</button><button type="button" class="icon" aria-label="Delete ${name}">🗑</button></td></tr>`,
          )
          .join('')
      : '<tr><td colspan="4"><div style="height:14px;background:#e6eaee;border-radius:4px"></div></td></tr>'.repeat(
          3,
        ),
    'instead',
  )
drawRows()
later(1100, () => {
  isLoaded = true
  drawRows()
  put(one('#slot'), '<button m="open-form" type="button" class="primary" id="add">Create API Key</button>')
})
const shut = () => {
  one('#dlg')?.remove()
  isOpened = false
  if (key) state.seen.closed = true
}
const show = html => {
  one('#dlg')?.remove()
  put(
    document.body,
    `<dialog id="dlg" aria-labelledby="dt" style="width:520px;border:0;border-radius:12px;padding:24px">${html}</dialog>`,
  )
  one('#dlg').addEventListener('close', shut)
  one('#dlg').showModal()
  isOpened = true
}
on('#add', () =>
  show(
    '<h2 id="dt">Create API Key</h2><div class="field"><label for="dn">Display name</label><input m="name" id="dn" maxlength="50" autocomplete="off" placeholder="Enter a display name (max 50 characters)"></div><div class="field"><label for="ex">Expiration</label><select m="expiry" id="ex"><option value="">No expiration</option><option value="7">7 days</option><option value="30">30 days</option><option value="90">90 days</option></select></div><label m="confirm-check" class="row"><input type="checkbox" id="ok"> I understand that the key is shown once and stays my responsibility</label><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go" disabled>Submit</button></div>',
  ),
)
const check = () => {
  const go = one('#go')
  if (go) go.disabled = !(typedIn('#dn').trim() && one('#ok').checked)
}
document.addEventListener('input', check)
document.addEventListener('change', check)
on('#no', shut)
on('#end', shut)
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied'
  state.seen.copied = true
})
on('#go', button => {
  const name = typedIn('#dn').trim()
  button.disabled = true
  button.textContent = 'Submitting…'
  later(1200, () => {
    key = newKey()
    rows.unshift({ name, short: `sk-…${key.slice(-4)}`, used: 'Never' })
    drawRows()
    show(
      `<h2 id="dt">${name}</h2><p>Your new API key has been created. Copy it now, as we will not display it again.</p><div class="row"><input readonly id="key" aria-label="API key" class="mono" style="flex:1" value="${key}"><button m="copy" type="button" id="copy">Copy</button></div><div class="row" style="justify-content:flex-end"><button m="done" type="button" class="primary" id="end">Done</button></div>`,
    )
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isOpened },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      also: ['confirm-check'],
      done: () => typedIn('#dn').trim() !== '',
    },
    { purpose: 'expiry', done: () => true },
    { purpose: 'confirm-check', done: () => one('#ok').checked },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
