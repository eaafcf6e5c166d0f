// As an administration page of twenty years ago: tabs of links, fieldsets, a form under the table whose button is an input with "Go", everything sent as whole pages; the first time a box with the database's words says no, the key stands in a text area.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let tries = 0
let key = null
let note = ''
let isAway = false
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>body{font:13px/1.4 verdana,sans-serif}fieldset{margin:14px 0;border:1px solid #aaa;background:#eee}legend{font-weight:bold;color:#444;background:#fff;border:1px solid #aaa;padding:2px 10px}.tabs a{padding:6px 12px;border:1px solid #aaa;border-bottom:0;background:#e5e5e5;color:#235a81;display:inline-block}td,th{border:1px solid #ccc;padding:3px 6px}input,select{min-width:0!important;border-radius:0!important}</style><table style="width:100%"><tr><td style="width:190px;vertical-align:top;background:#f3f3f3"><b style="font-size:17px;color:#e67e00">myKeyAdmin</b><br><a href="#home">🏠</a> <a href="#out">🚪</a> <a href="#doc">📖</a><hr><a href="#a">⊟ accounts</a><br>&nbsp; <a href="#u">users</a><br>&nbsp; <a href="/api-keys"><b>api_keys</b></a><br>&nbsp; <a href="#q">quotas</a><br><a href="#b">⊞ billing</a><br><a href="#l">⊞ logs</a></td><td style="vertical-align:top;padding:12px" id="body"></td></tr></table>',
)
const page = () =>
  put(
    one('#body'),
    isAway
      ? '<p>Loading…</p>'
      : `<div style="background:#e7e9ed;padding:4px">🖥 Server: <a href="#s">gateway-01</a> » 🗄 Database: <a href="#a">accounts</a> » 🗒 Table: <b>api_keys</b></div><div class="tabs" style="margin:8px 0"><a href="#b">Browse</a><a href="#s">Structure</a><a href="#q">SQL</a><a href="#f">Search</a><a href="#i">Insert</a><a href="#e">Export</a><a href="#p">Privileges</a></div>${note}${
          key
            ? `<fieldset><legend>New key</legend><p>The key of <b>${state.seen.name}</b>. It is stored as a hash, so this is the only time that you can read it:</p><textarea readonly id="key" rows="3" cols="90" aria-label="Key">${key}</textarea></fieldset><p><a m="done" href="#list" id="back">[ Back to the list ]</a></p>`
            : `<table border="1"><thead><tr><th colspan="3"></th><th>id</th><th>label</th><th>hash</th><th>created</th></tr></thead><tbody>${[['17', 'cron', 'e3b0c442…', '2026-01-11'], ['23', 'wiki-import', '9f86d081…', '2026-07-30'], ...(state.seen.closed ? [['24', state.seen.name, '2c26b46b…', '2026-11-23']] : [])].map(([id, label, hash, made]) => `<tr><td><input type="checkbox" aria-label="Row ${id}"></td><td><a href="#e${id}">✏ Edit</a></td><td><a href="#d${id}">⛔ Delete</a></td><td>${id}</td><td>${label}</td><td>${hash}</td><td>${made}</td></tr>`).join('')}</tbody></table><p>↳ <a href="#all">Check all</a> <i>With selected:</i> <a href="#x">⛔ Delete</a> <a href="#y">📤 Export</a></p><form id="find"><fieldset><legend>🔍 Filter rows</legend><input name="q" aria-label="Search this table" placeholder="Search this table"> <input type="submit" value="Go"></fieldset></form><form id="make"><fieldset><legend>🔑 Create new API key</legend><table style="width:auto"><tr><td><label for="lab">Label:</label></td><td><input m="name" id="lab" name="label" size="40"></td></tr><tr><td><label for="lvl">Rights:</label></td><td><select m="permissions" id="lvl"><option>ALL PRIVILEGES</option><option>USAGE</option><option>READ ONLY</option></select></td></tr><tr><td>Valid until:</td><td><input id="val" value="NULL" size="12" aria-label="Valid until"> <small>(NULL: for ever)</small></td></tr></table></fieldset><fieldset style="text-align:right"><input m="submit" type="submit" id="go" value="Go"></fieldset></form>`
        }`,
    'instead',
  )
page()
document.addEventListener('submit', event => {
  event.preventDefault()
  if (event.target.id !== 'make') return
  const name = typedIn('#lab').trim()
  if (!name) {
    note =
      '<div style="border:1px solid #c00;background:#fdd;padding:8px">⚠ The field “Label” must not be empty.</div>'
    return page()
  }
  tries++
  isAway = true
  note = ''
  page()
  later(1300, () => {
    isAway = false
    if (tries === 1)
      note =
        '<div style="border:1px solid #c00;background:#fdd;padding:8px"><b>Error</b><br>#1205 - Lock wait timeout exceeded; no key was created. Try it again.</div>'
    else {
      key = newKey()
      state.seen.name = name
      note =
        '<div style="border:1px solid #393;background:#dfd;padding:8px">✔ 1 row inserted. (Query took 0.0031 seconds.)</div>'
    }
    page()
  })
})
on('#back', (_, event) => {
  event.preventDefault()
  state.seen.closed = true
  note = ''
  key = null
  page()
})
tell(
  [
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#lab').trim() !== '',
      when: () => state.keys.length === 0,
    },
    {
      purpose: 'permissions',
      value: 'ALL PRIVILEGES',
      done: () => typedIn('#lvl') === 'ALL PRIVILEGES',
      when: () => state.keys.length === 0,
    },
    { purpose: 'submit', done: () => state.keys.length > 0 },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => state.keys.length > 0, key: () => one('#key') },
)
