// As a fast inference cloud: a small dialog with a life of the key to choose from pills and a box "I am human" that thinks for a while before the button works; the key stands beside a picture to scan.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
let human = 'no'
let life = 'Never'
const lives = ['7 days', '30 days', '90 days', 'Never']
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>button:disabled{opacity:.4}@keyframes turn{to{transform:rotate(1turn)}}.spin{width:18px;height:18px;border:3px solid #ccc;border-top-color:#f55036;border-radius:50%;animation:turn 1s linear infinite}</style><header class="row" style="margin:0;padding:10px 24px"><b>zipline</b><span style="margin-inline-start:auto" class="row"><a href="#play">Playground</a><a href="/api-keys" aria-current="page"><b>API Keys</b></a><a href="#dash">Dashboard</a><a href="#docs">Docs</a></span></header><main class="content"><div class="head"><div><h1>API Keys</h1><p class="muted">Manage your project API keys. Remember to keep them safe.</p></div><span id="top"></span></div><table><thead><tr><th>Name</th><th>Secret key</th><th>Created</th><th>Last used</th><th>Expires</th><th>Usage (24 h)</th><th></th></tr></thead><tbody id="rows"><tr><td>whisper-bot</td><td class="mono">sk-…p3Wd</td><td>9/14/2026</td><td>11/22/2026</td><td>Never</td><td>312 calls</td><td><button type="button" class="icon" aria-label="Edit whisper-bot">✎</button><button type="button" class="icon" aria-label="Delete whisper-bot">🗑</button></td></tr></tbody></table></main><div id="layer"></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="new">Create API Key</button>')
const pills = () =>
  put(
    one('#lives'),
    lives
      .map(
        of =>
          `<button m="expiry" type="button" class="life${of === life ? ' primary' : ''}" aria-pressed="${of === life}">${of}</button>`,
      )
      .join(' '),
    'instead',
  )
const close = () => {
  isUp = false
  human = 'no'
  one('#layer').replaceChildren()
}
const ready = () => {
  if (one('#go')) one('#go').disabled = !(typedIn('#dn').trim() && human === 'yes')
}
on('#new', () => {
  isUp = true
  put(
    one('#layer'),
    '<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="ct"><h2 id="ct">Create API Key</h2><div class="field"><label for="dn">Enter a display name for the key (max 50 characters)</label><input m="name" id="dn" maxlength="50" style="width:100%"></div><div class="field"><span>Expiration</span><div id="lives"></div></div><div class="card row" style="width:300px;background:#fafafa"><span id="human"><input m="confirm-check" type="checkbox" id="hu" aria-label="Verify you are human"></span><span id="says">Verify you are human</span></div><div class="row" style="justify-content:flex-end"><button type="button" id="no">Cancel</button><button m="submit" type="button" class="primary" id="go" disabled>Submit</button></div></div>',
    'instead',
  )
  pills()
})
on('#no', close)
on('.life', ({ textContent }) => {
  life = textContent
  pills()
})
document.addEventListener('input', ready)
on('#hu', () => {
  if (human !== 'no') return
  human = 'wait'
  one('#human').innerHTML = '<div class="spin"></div>'
  one('#says').textContent = 'Verifying…'
  later(1800, () => {
    human = 'yes'
    if (!isUp) return
    one('#human').textContent = '✅'
    one('#says').textContent = 'Success!'
    ready()
  })
})
on('#go', button => {
  const name = typedIn('#dn').trim()
  button.disabled = true
  button.innerHTML = '<div class="spin"></div>'
  later(1000, () => {
    key = newKey()
    state.seen.name = name
    one('#rows').insertAdjacentHTML(
      'afterbegin',
      `<tr><td>${name}</td><td class="mono">sk-…${key.slice(-4)}</td><td>Today</td><td>Never</td><td>${life}</td><td>0 calls</td><td></td></tr>`,
    )
    put(
      one('#layer'),
      `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="ct"><h2 id="ct">API Key created</h2><p>Your new API key has been created. Copy it now, as we will not display it again.</p><div style="display:flex;gap:16px"><svg width="110" height="110" role="img" aria-label="QR code of the key" style="flex:none"><rect width="110" height="110" fill="#eee"/><rect x="8" y="8" width="28" height="28"/><rect x="74" y="8" width="28" height="28"/><rect x="8" y="74" width="28" height="28"/><rect x="50" y="50" width="14" height="14"/></svg><div><p id="key" class="mono" style="margin:0">${key}</p><p class="muted">Scan it to bring it to your phone.</p></div></div><div class="row" style="justify-content:flex-end"><button m="copy" type="button" id="copy">Copy</button><button m="done" type="button" class="primary" id="end">Done</button></div></div>`,
      'instead',
    )
  })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copied!'
})
on('#end', () => {
  state.seen.closed = true
  close()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#dn').trim() !== '',
      also: ['confirm-check'],
    },
    { purpose: 'expiry', done: () => true },
    { purpose: 'confirm-check', done: () => human !== 'no' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true, also: ['done'] },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
