// No button makes a key: a field in the head opens a palette of commands, and the chosen command turns the palette itself into a small form.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'shut'
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:10px 20px;background:#f4f6f8"><b>Console</b><span id="top"></span></header><main style="padding:28px"><h1>API keys</h1><p class="muted">Two keys. Press / to find anything.</p><ul id="rows"><li>notebook · sk-…9Qa1 · used today</li><li>eval-runner · sk-…Zz03 · used in June</li></ul></main><div id="layer"></div>',
)
put(
  one('#top'),
  '<button m="open-form-menu" type="button" class="btn" id="find" style="width:320px;text-align:left;color:#66707a">Search or run a command <kbd>/</kbd></button>',
)
const commands = [
  ['usage', 'Open usage'],
  ['new', 'Create API key'],
  ['revoke', 'Revoke API key…'],
  ['invite', 'Invite teammate'],
]
const box = inner =>
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-label="Command menu">${inner}</div>`,
    'instead',
  )
const draw = () => {
  if (at === 'shut') return one('#layer').replaceChildren()
  if (at === 'list')
    return box(
      `<input type="text" role="combobox" aria-expanded="true" aria-controls="cmds" placeholder="Type a command or search…" id="q"><div role="listbox" id="cmds">${commands.map(([id, text]) => `<div role="option" aria-selected="false" class="cmd" data-id="${id}"${id === 'new' ? ' m="open-form"' : ''} style="padding:8px;cursor:pointer">${text}</div>`).join('')}</div>`,
    )
  if (at === 'form')
    return box(
      `<div class="muted">Create API key</div><div class="row"><input m="name" id="n" placeholder="Name the key" style="flex:1"><button m="submit" type="button" class="primary" id="go">Create ↵</button></div><div class="muted">Project: Default project · Esc to go back</div>`,
    )
  box(
    `<div class="muted">${state.seen.name} is ready. This is the only time it can be read.</div><div class="row"><code id="key" class="mono">${key}</code></div><div class="row"><button m="copy" type="button" class="btn" id="cp">Copy</button><button m="done" type="button" class="btn" id="end">Dismiss</button></div>`,
  )
}
const go = to => {
  at = to
  draw()
}
on('#find', () => go('list'))
on('.cmd', ({ dataset }) => go(dataset.id === 'new' ? 'form' : 'shut'))
on('#go', () => {
  state.seen.name = typedIn('#n')
  if (!state.seen.name) return one('#n').focus()
  one('#go').disabled = true
  later(700, () => {
    key = newKey()
    put(one('#rows'), `<li>${state.seen.name} · sk-…${key.slice(-4)} · not used</li>`)
    go('made')
  })
})
on('#end', () => {
  state.seen.closed = true
  go('shut')
})
tell(
  [
    { purpose: 'open-form-menu', when: () => key === null, done: () => at !== 'shut' },
    { purpose: 'open-form', done: () => at !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
