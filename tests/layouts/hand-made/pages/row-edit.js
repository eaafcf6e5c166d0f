// A table like a spreadsheet: "Add row" below it draws a row of fields, a tick saves the row, and the key stands in its own cell until the page is left.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

const rows = [
  ['ingest', 'Read & write', '…Rk2P'],
  ['playground', 'Read', '…1xW9'],
]
let isNew = false
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Access</a></nav><main><h1>Access keys</h1><table><thead><tr><th>Name</th><th>Access</th><th>Expires</th><th>Key</th><th></th></tr></thead><tbody id="rows"></tbody></table><div id="below"></div></main></div>',
)
const draw = () => {
  put(
    one('#rows'),
    rows
      .map(
        ([name, may, shown, full]) =>
          `<tr><td>${name}</td><td>${may}</td><td>Never</td><td class="mono"${full ? ' id="key"' : ''} style="max-width:320px">${full ?? shown}</td><td>${full ? '<button m="copy" type="button" class="icon" title="Copy">⧉</button>' : '<button type="button" class="icon" title="Edit row">✎</button>'}</td></tr>`,
      )
      .join('') +
      (isNew
        ? '<tr id="draft"><td><input m="name" id="n" aria-label="Name" style="min-width:0;width:150px"></td><td><select m="permissions" id="may" aria-label="Access"><option value="">Choose…</option><option>Read &amp; write</option><option>Read</option></select></td><td><select m="expiry" aria-label="Expires"><option>Never</option><option>30 days</option></select></td><td class="muted">made on save</td><td><button m="submit" type="button" class="icon" id="ok" title="Save row" disabled>✓</button><button type="button" class="icon" id="no" title="Discard row">✕</button></td></tr>'
        : ''),
    'instead',
  )
  put(
    one('#below'),
    `<button m="open-form" type="button" class="icon" id="add"${isNew ? ' disabled' : ''}>＋ Add row</button>`,
    'instead',
  )
}
draw()
on('#add', () => {
  isNew = true
  draw()
})
on('#no', () => {
  isNew = false
  draw()
})
document.addEventListener('input', () => {
  if (one('#ok')) one('#ok').disabled = !typedIn('#n') || !typedIn('#may')
})
on('#ok', () => {
  const [name, may] = [typedIn('#n'), typedIn('#may')]
  one('#ok').disabled = true
  later(800, () => {
    key = newKey()
    isNew = false
    rows.push([name, may, `…${key.slice(-4)}`, key])
    draw()
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isNew },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'permissions', value: 'Read & write', done: () => typedIn('#may') !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
