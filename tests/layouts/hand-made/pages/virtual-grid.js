// A data grid that draws only the rows in sight; "Add" in a toolbar; a form over the whole screen whose kinds are tiles without a role; the key in a toast and, cut short, in its new row.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

const count = 400
let key = null
let kind = null
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><aside class="rail"><a href="/usage">Insights</a><a href="/api-keys">Credentials</a></aside><main><h1>Credentials</h1><div class="row" role="toolbar" aria-label="Grid"><button type="button" class="icon" aria-label="Refresh">⟳</button><button type="button" class="icon" aria-label="Filter">⚑</button><span id="top"></span></div><div role="grid" aria-rowcount="${count}" id="grid" style="height:380px;overflow:auto;border:1px solid #ccd"><div id="inner" style="position:relative;height:${count * 38}px"></div></div></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="icon" id="add">＋ Add</button>')
const drawRows = () => {
  const first = Math.floor(one('#grid').scrollTop / 38)
  one('#inner').innerHTML = Array.from({ length: 14 }, (_, at) => first + at)
    .filter(at => at < count)
    .map(
      at =>
        `<div role="row" aria-rowindex="${at + 1}" class="row" style="position:absolute;margin:0;height:38px;top:${at * 38}px"><span role="gridcell" style="width:220px">${key && at === 0 ? typedName : `worker-${at}`}</span><span role="gridcell" class="mono" style="width:200px">${key && at === 0 ? `${key.slice(0, 8)}…${key.slice(-4)}` : `sk-…${(at * 7919 + 4099).toString(36).slice(-4)}`}</span><span role="gridcell"><button type="button" class="icon" aria-label="Actions">⋯</button></span></div>`,
    )
    .join('')
}
let typedName = ''
drawRows()
one('#grid').addEventListener('scroll', drawRows)
const tiles = () =>
  [
    ['full', 'Everything', 'Reads and writes all there is.'],
    ['read', 'Look only', 'Reads, and changes nothing.'],
  ]
    .map(
      ([id, title, about]) =>
        `<div class="card tile" data-kind="${id}"${id === 'full' ? ' m="permissions"' : ''} style="cursor:pointer;width:220px;${kind === id ? 'border:2px solid #1257d6' : ''}"><b>${title}</b><p class="muted">${about}</p></div>`,
    )
    .join('')
on(
  '#add',
  () =>
    put(
      document.body,
      `<div id="screen" role="dialog" aria-modal="true" aria-label="Add a credential" style="position:fixed;inset:0;background:#fff;z-index:70;padding:40px 90px;overflow:auto"><div class="head"><h2>Add a credential</h2><button type="button" class="icon" id="no" aria-label="Close">✕</button></div><div class="field"><span>What is it called?</span><input m="name" id="n"></div><p>What may it do?</p><div class="row" id="tiles"></div><div class="row"><button m="submit" type="button" class="primary" id="go">Add</button></div></div>`,
    ) && put(one('#tiles'), tiles(), 'instead'),
)
on('.tile', tile => {
  kind = tile.dataset.kind
  put(one('#tiles'), tiles(), 'instead')
})
on('#no', () => one('#screen').remove())
on('#go', () => {
  if (!typedIn('#n') || !kind) return
  typedName = typedIn('#n')
  later(900, () => {
    key = newKey()
    one('#screen').remove()
    drawRows()
    put(
      document.body,
      `<div class="toast" id="toast" role="status" style="max-width:520px"><b>Credential added.</b> This is the only time you see it:<br><code id="key" class="mono">${key}</code> <button m="copy" type="button" class="btn">Copy</button> <button m="done" type="button" class="btn" id="ok">Got it</button></div>`,
    )
  })
})
on('#ok', () => {
  one('#toast').remove()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#screen') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'permissions', done: () => kind !== null },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
