// As a table in Airtable or Retool: a record is added under the last row, typed in its cells, kept with a tick; it is provisioned for a while, and then the key stands in its cell.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let part = 'list'
let key = null
let tier = ''
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><b>Model Ops</b><a href="#b">Datasets</a><a href="/api-keys" aria-current="page">Secrets</a><a href="#b">Runs</a><a href="#b">Dashboards</a></nav><main style="max-width:none">
<div class="head"><h1>Secrets</h1><div class="row"><button type="button">Share</button><button type="button">Automations</button></div></div>
<div class="row" role="toolbar"><button type="button" id="view">▦ All secrets</button><button type="button">Hide fields</button><button type="button">Filter</button><button type="button">Group</button><button type="button">Sort</button><input type="search" aria-label="Find in view" placeholder="Find in view" style="margin-inline-start:auto"></div>
<div id="grid"></div></main></div>`,
)
const mine = () => {
  if (part === 'list')
    return '<tr><td></td><td colspan="4"><button m="open-form" type="button" class="icon" id="add">＋ New record</button></td></tr>'
  if (part === 'typing')
    return `<tr><td>3</td><td><input m="name" id="nm" aria-label="Name" placeholder="Untitled" style="min-width:160px"></td><td><select id="tier" aria-label="Rate class" style="min-width:120px"><option>Standard</option><option>Batch</option></select></td><td class="muted">–</td><td><button m="submit" type="button" class="icon" id="keep" aria-label="Save record">✓</button><button type="button" class="icon" id="drop" aria-label="Discard record">✕</button></td></tr>`
  return `<tr style="background:#fff8e0"><td>3</td><td>Learning-MyLaptop-v1</td><td>${tier}</td>${key ? `<td class="mono" id="key" style="max-width:420px">${key}</td><td>Ready<div class="muted">in clear until the page is reloaded</div></td>` : '<td class="muted">•••</td><td>Provisioning…</td>'}</tr>`
}
const draw = () =>
  put(
    one('#grid'),
    `<table role="grid" style="border:1px solid #dde2e6"><thead><tr><th>#</th><th>A Name</th><th>◉ Rate class</th><th>🔑 Secret</th><th>State</th></tr></thead><tbody><tr><td>1</td><td>etl-weekly</td><td>Batch</td><td class="mono">sk-…q81Z</td><td>Ready</td></tr><tr><td>2</td><td>support-bot</td><td>Standard</td><td class="mono">sk-…Lm04</td><td>Ready</td></tr>${mine()}</tbody></table><p class="muted">${part === 'list' ? 2 : 3} records</p>`,
    'instead',
  )
const go = to => {
  part = to
  draw()
}
draw()
on('#add', () => go('typing'))
on('#drop', () => go('list'))
on('#keep', () => {
  if (!typedIn('#nm')) {
    one('#nm').style.outline = '2px solid #b3261e'
    return
  }
  tier = typedIn('#tier')
  go('made')
  later(3200, () => {
    key = newKey()
    draw()
  })
})
tell(
  [
    { purpose: 'open-form', done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'submit', done: () => key !== null },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
