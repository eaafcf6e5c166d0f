// A gallery between opener and form: cards with a "Use" each, one of them empty; the form has a live summary at its side that says what the key will be able to do.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'list'
let key = null
let kind = null
let name = ''
const kinds = [
  ['chat', 'Chat app', 'Responses and images'],
  ['batch', 'Batch jobs', 'Batches and files'],
  ['blank', 'Blank', 'You decide'],
]
const frame = inner =>
  put(
    one('#layer'),
    `<div class="veil"></div><section class="modal" style="width:640px" aria-label="Keys">${inner}</section>`,
    'instead',
  )
const side = () =>
  `<aside class="card" style="width:220px;background:#f4f6f8" aria-live="polite"><b>Preview</b><p>${name || 'Unnamed key'}</p><p class="muted">Can call: ${kinds.find(([id]) => id === kind)?.[2]}</p><p class="muted">Owner: you</p><a href="/docs">Learn about permissions</a></aside>`
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Keys</a><a href="/docs">Docs</a></nav><main><div class="head"><h1>Keys</h1><div class="row" id="top"></div></div><p>Start with a template, change it later.</p></main></div><div id="layer"></div>',
)
put(
  one('#top'),
  '<button type="button" class="btn">Import</button><button m="open-form" type="button" class="primary" id="add">Get a key</button>',
)
const draw = () => {
  if (at === 'list') return one('#layer').replaceChildren()
  if (at === 'kinds')
    return frame(
      `<h2>What are you building?</h2><div m="open-form" m-is="label" style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:10px">${kinds.map(([id, title, text]) => `<article class="card"><h3>${title}</h3><p class="muted">${text}</p><button type="button" class="btn use" data-kind="${id}" m="open-form">Use</button></article>`).join('')}</div><button type="button" class="icon" id="no">Maybe later</button>`,
    )
  if (at === 'form')
    return frame(
      `<h2>${kinds.find(([id]) => id === kind)[1]}</h2><div style="display:flex;gap:18px"><div style="flex:1"><div class="field"><label>Name<br><input m="name" id="n" value="${name}"></label></div><div class="field"><label>Project<br><select m="project"><option>Default project</option></select></label></div></div><div id="s">${side()}</div></div><div class="row"><button type="button" class="btn" id="back">Other templates</button><button m="submit" type="button" class="primary" id="go">Get key</button></div>`,
    )
  frame(
    `<h2>Here is your key</h2><p class="mono card" id="key">${key}</p><div class="row"><button m="copy" type="button" class="btn">Copy key</button><button m="done" type="button" class="primary" id="end">Go to quickstart</button></div><pre class="card mono">export OPENAI_API_KEY="sk-proj-your-key-here"</pre>`,
  )
}
const go = to => {
  at = to
  draw()
}
on('#add', () => go('kinds'))
on('#no', () => go('list'))
on('#back', () => go('kinds'))
on('.use', ({ dataset }) => {
  kind = dataset.kind
  go('form')
})
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'n') return
  name = target.value
  one('#s').innerHTML = side()
})
on('#go', () => {
  if (!typedIn('#n')) return one('#n').focus()
  later(800, () => {
    key = newKey()
    go('made')
  })
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    {
      purpose: 'open-form',
      when: () => key === null,
      done: () => at === 'form',
      at: () => one('[data-kind=blank]'),
    },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'project', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (at === 'made' ? one('#key') : null) },
)
