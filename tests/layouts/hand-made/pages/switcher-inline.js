// The project menu opens in the head; its last item turns into a field in the menu itself, Enter or a tick makes the project.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

const projects = ['Default project', 'Playground']
let isUp = false
let isNew = false
let current = projects[0]
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:8px 16px;background:#f4f6f8"><b>Acme</b><span id="top"></span></header><main style="padding:24px"><h1 id="h">Default project</h1><p>Nothing here yet.</p></main><div id="layer"></div>',
)
const head = () =>
  put(
    one('#top'),
    `<button m="open-form-menu" type="button" class="btn" id="sw" aria-haspopup="listbox" aria-expanded="${isUp}">${current} ▾</button>`,
    'instead',
  )
const layer = () =>
  isUp
    ? put(
        one('#layer'),
        `<div class="menu" style="top:48px;left:70px;position:fixed">${projects.map(name => `<div class="pick" data-name="${name}">${name}</div>`).join('')}${isNew ? '<div class="row"><input m="name" id="n" aria-label="Project name" placeholder="Project name" style="min-width:0;width:150px"><button m="submit" type="button" class="icon" id="ok" aria-label="Create">✓</button></div>' : '<div m="open-form" id="new">＋ New project</div>'}</div>`,
        'instead',
      )
    : one('#layer').replaceChildren()
const draw = () => {
  head()
  layer()
}
draw()
on('#sw', () => {
  isUp = !isUp
  isNew = false
  draw()
})
on('.pick', item => {
  current = item.dataset.name
  isUp = false
  draw()
})
on('#new', () => {
  isNew = true
  layer()
})
on('#ok', () => {
  const name = typedIn('#n')
  if (name)
    later(600, () => {
      projects.push(name)
      state.seen.projects = [name]
      current = name
      one('#h').textContent = name
      isUp = false
      draw()
    })
})
const isMade = () => state.seen.projects !== undefined
tell(
  [
    { purpose: 'open-form-menu', done: () => isMade() || isUp },
    { purpose: 'open-form', done: () => isMade() || isNew },
    { purpose: 'name', value: 'Learning-MyLaptop', done: () => isMade() || typedIn('#n') !== '' },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
