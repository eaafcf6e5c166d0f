// Projects are made where they are looked for: a field in the switcher finds or makes, and "Create" stands in the list only once a new name was typed.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

const projects = ['Default project', 'Research', 'Support bot']
let current = projects[0]
let isUp = false
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><div id="top"></div><a href="/home">Home</a><a href="/settings/organization/projects">Projects</a></nav><main><h1 id="h">Default project</h1><p class="muted">Nothing has run here this week.</p></main></div><div id="layer"></div>',
)
const head = () =>
  put(
    one('#top'),
    `<button m="open-form-menu" type="button" class="btn" id="sw" aria-haspopup="dialog" aria-expanded="${isUp}">${current} ⌄</button>`,
    'instead',
  )
const list = () => {
  const text = typedIn('#q').trim()
  const found = projects.filter(name => name.toLowerCase().includes(text.toLowerCase()))
  put(
    one('#found'),
    found
      .map(
        name =>
          `<div role="option" aria-selected="${name === current}" class="pick" style="padding:6px">${name}</div>`,
      )
      .join('') +
      (text && !projects.includes(text)
        ? `<div m="submit" role="option" aria-selected="false" id="new" style="padding:6px;cursor:pointer"><b>＋ Create “${text}”</b></div>`
        : ''),
    'instead',
  )
}
const open = () => {
  put(
    one('#layer'),
    '<div class="menu" style="position:fixed;top:60px;left:16px;width:280px" role="dialog" aria-label="Switch project"><input m="name" id="q" role="combobox" aria-expanded="true" aria-controls="found" aria-label="Find or create a project" placeholder="Find or create a project" style="min-width:0;width:100%"><div role="listbox" id="found"></div></div>',
    'instead',
  )
  list()
}
const draw = () => {
  head()
  if (isUp) open()
  else one('#layer').replaceChildren()
}
draw()
on('#sw', () => {
  isUp = !isUp
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'q') list()
})
on('.pick', item => {
  current = item.textContent
  one('#h').textContent = current
  isUp = false
  draw()
})
on('#new', () => {
  const name = typedIn('#q').trim()
  later(500, () => {
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
    { purpose: 'open-form-menu', done: () => isMade() || isUp, also: ['open-form'] },
    { purpose: 'name', value: 'Learning-MyLaptop', done: () => isMade() || typedIn('#q') !== '' },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
