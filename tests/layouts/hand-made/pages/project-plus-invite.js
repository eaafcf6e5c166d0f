// "Create", "Create and invite people" and "Create another one" side by side; a colour is chosen by a button that is a picture only; the dialog stays and says in a line of its own, late, that the name is not free.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let isUp = false
let tries = 0
const isMade = () => (state.seen.projects ?? []).length > 0
const dot = '<svg width="16" height="16" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/></svg>'
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:8px 20px"><button type="button" aria-haspopup="menu" class="icon">Default project ▾</button></header><main class="content"><div class="head"><h1>Projects</h1><span id="tool"></span></div><ul id="list"><li>Default project</li></ul></main><div id="layer"></div>',
)
put(one('#tool'), '<button m="open-form" type="button" class="primary" id="new">New project</button>')
on('#new', () => {
  isUp = true
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-label="New project"><h2>New project</h2><div class="row"><button type="button" class="icon" aria-haspopup="true" aria-expanded="false" id="col">${dot}</button><input m="name" id="pn" aria-label="Project name"></div><small id="note"></small><div class="row"><button type="button" id="x">Cancel</button><button type="button" class="other">Create another one</button><button type="button" class="other">Create and invite people</button><button m="submit" type="button" class="primary" id="mk">Create</button></div></div>`,
    'instead',
  )
})
const close = () => {
  isUp = false
  one('#layer').replaceChildren()
}
on('#x', close)
on('#mk, .other', () => {
  if (!typedIn('#pn')) return
  tries++
  one('#note').textContent = 'One moment…'
  later(2000, () => {
    if (tries === 1) {
      one('#note').textContent = 'The server is busy. Please press it again.'
      return
    }
    state.seen.projects = [typedIn('#pn')]
    put(one('#list'), `<li>${typedIn('#pn')}</li>`)
    close()
  })
})
tell(
  [
    { purpose: 'open-form', done: () => isUp || isMade() },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#pn') !== '' },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
