// A mail program's shape: keys at the left, the chosen one at the right. "New" draws an empty one at the right, whose name is a heading that can be written in; what is made stays there.
import { later, newKey, on, one, put, state, subject, task, tell } from '../kit.js'

const keys = [
  { name: 'agents-eu', last: '4hTq' },
  { name: subject.name, last: subject.lastFour },
  { name: 'reporting-new', last: 'b0Xe' },
]
let at = 'none'
let chosen = keys[0]
let key = null
let name = ''
let may = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/home">Home</a><a href="/api-keys" aria-current="page">Keys</a><a href="/usage">Usage</a></nav><div style="display:flex;flex:1"><section style="width:280px;border-right:1px solid #dde2e6;padding:16px"><div class="head"><h1 style="font-size:18px">Keys</h1><span id="top"></span></div><div id="list"></div></section><section id="pane" style="flex:1;padding:24px"></section></div></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="btn" id="add">New</button>')
const list = () =>
  put(
    one('#list'),
    keys
      .map(
        ({ name, last }) =>
          `<a href="#${last}" class="item card" style="display:block;color:inherit;text-decoration:none" data-of="${last}"${last === subject.lastFour ? ' m="row-open"' : ''}><b>${name}</b><br><span class="muted">…${last}</span></a>`,
      )
      .join(''),
    'instead',
  )
const levels = [
  ['all', 'Everything'],
  ['read', 'Read only'],
  ['some', 'Let me choose'],
]
const pane = () => {
  if (at === 'none')
    return put(one('#pane'), '<p class="muted">Choose a key to see what it does.</p>', 'instead')
  if (at === 'new')
    return put(
      one('#pane'),
      `<h2 m="name" contenteditable="true" role="textbox" aria-label="Key name" id="n" data-placeholder="Untitled key" style="border-bottom:1px dashed #8a939c;min-height:30px">${name}</h2><p>It may</p><div class="row" m="permissions" m-is="label" role="group" aria-label="It may">${levels.map(([id, text]) => `<button type="button" class="lvl btn" aria-pressed="${may === id}" data-may="${id}"${id === 'all' ? ' m="permissions"' : ''}>${text}</button>`).join('')}</div><div class="row"><button type="button" class="btn" id="no">Discard draft</button><button m="submit" type="button" class="primary" id="go">Issue key</button></div>`,
      'instead',
    )
  if (at === 'made')
    return put(
      one('#pane'),
      `<h2>${name}</h2><p>Issued just now. Store it somewhere safe.</p><output id="key" class="mono">${key}</output> <button m="copy" type="button" class="icon" aria-label="Copy to clipboard">⧉</button><p class="muted">Owner: you · Project: Default project</p>`,
      'instead',
    )
  const is = chosen.last === subject.lastFour
  put(
    one('#pane'),
    `<h2>${chosen.name}</h2><dl><dt>Secret</dt><dd class="mono">••••${chosen.last}</dd><dt>Created</dt><dd>${subject.created}</dd></dl><h3>Lifecycle</h3><button type="button" class="btn">Pause</button> <button type="button" class="danger" id="end" data-of="${chosen.last}"${is ? ' m="revoke"' : ''}>Retire key</button>${at === 'sure' ? `<div class="card"><p>Retire <b>${chosen.name}</b>? Calls with it fail from now on.</p><button type="button" class="btn" id="keep">Keep it</button> <button type="button" class="danger" id="yes"${is ? ' m="confirm-revoke"' : ''}>Yes, retire</button></div>` : ''}`,
    'instead',
  )
}
const go = to => {
  at = to
  pane()
}
list()
pane()
on('#add', () => go('new'))
on('#no', () => go('none'))
on('.item', (item, event) => {
  event.preventDefault()
  chosen = keys.find(({ last }) => last === item.dataset.of)
  go('view')
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'n') name = target.textContent.trim()
})
on('.lvl', ({ dataset }) => {
  may = dataset.may
  pane()
})
on('#go', () => {
  if (name && may)
    later(900, () => {
      key = newKey()
      keys.unshift({ name, last: key.slice(-4) })
      list()
      go('made')
    })
})
on('#end', () => go('sure'))
on('#keep', () => go('view'))
on('#yes', () =>
  later(500, () => {
    ;(chosen.last === subject.lastFour ? state.ended : state.wrongEnded).push(chosen.last)
    keys.splice(keys.indexOf(chosen), 1)
    list()
    go('none')
  }),
)
const isEnded = () => state.ended.length > 0
if (task === 'revoke-key')
  tell(
    [
      { purpose: 'confirm-revoke', done: isEnded },
      { purpose: 'revoke', done: isEnded },
      { purpose: 'row-open', done: isEnded },
    ],
    { reached: isEnded },
  )
else
  tell(
    [
      { purpose: 'open-form', when: () => key === null, done: () => at === 'new' },
      { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => name !== '' },
      { purpose: 'permissions', done: () => may !== '' },
      { purpose: 'submit', done: () => key !== null },
      { purpose: 'copy', done: () => true },
    ],
    { reached: () => key !== null, key: () => (at === 'made' ? one('#key') : null) },
  )
