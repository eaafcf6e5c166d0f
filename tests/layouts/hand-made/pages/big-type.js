// At 400 %: everything is four times as big, the menu is behind three lines, the form is a page that has to be scrolled.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.documentElement.style.zoom = '3.2'
let key = null
let part = 'list'
const draw = () => {
  const inner =
    part === 'list'
      ? '<h1 style="font-size:20px">Keys</h1><p>None yet.</p><button m="open-form" type="button" class="primary" id="add">Make a key</button>'
      : part === 'form'
        ? '<h1 style="font-size:20px">Make a key</h1><form id="form"><div class="field"><label for="n">Its name</label><input m="name" id="n" style="min-width:0;width:100%"></div><p class="muted">Give it a name that says where it is used, so that you know it again when you want to remove it.</p><button m="submit" class="primary" id="go">Make it</button></form>'
        : `<h1 style="font-size:20px">Here it is</h1><p class="mono" id="key">${key}</p><button m="copy" type="button">Copy</button><button m="done" type="button" id="end">To the list</button>`
  put(
    document.body,
    `<header class="row" style="margin:0;padding:4px;background:#f4f6f8"><button type="button" class="icon" aria-label="Menu" aria-expanded="false">☰</button><b>Console</b></header><main style="padding:8px">${inner}</main>`,
    'instead',
  )
}
const go = to => {
  part = to
  draw()
  scrollTo(0, 0)
}
draw()
on('#add', () => later(200, () => go('form')))
document.addEventListener('submit', event => {
  event.preventDefault()
  if (typedIn('#n'))
    later(800, () => {
      key = newKey()
      go('key')
    })
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
