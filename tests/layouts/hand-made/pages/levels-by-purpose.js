// A page of its own with a level ("Full", "Limited", "View") whose rows come only for "Limited", "Test access" beside "Add key" and "Add key & new"; a language menu that is a picture stands in the form's head.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
let isUp = false
let level = 'full'
const rows = { 'List models': 'None', 'Model capabilities': 'None', Responses: 'None', Files: 'None' }
const globe = '<svg width="16" height="16" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7"/></svg>'
document.body.insertAdjacentHTML('beforeend', '<main class="content" id="main"></main>')
const list = () =>
  put(
    one('#main'),
    '<div class="head"><h1>Keys</h1><button m="open-form" type="button" class="primary" id="new">Add key</button></div><p>No keys yet. A key lets a program act for you.</p>',
    'instead',
  )
const right = { 'List models': 'Read', 'Model capabilities': 'Request', Responses: 'Write' }
const isSet = () => Object.entries(right).every(([row, value]) => rows[row] === value)
const drawRows = () =>
  put(
    one('#rows'),
    level === 'limited'
      ? Object.keys(rows)
          .map(
            row =>
              `<div class="row"><label for="r-${row}" style="width:180px">${row}</label><select${right[row] ? ' m="permission-row"' : ''} id="r-${row}" data-row="${row}">${['None', row === 'Model capabilities' ? 'Request' : 'Read', 'Write'].map(one => `<option${rows[row] === one ? ' selected' : ''}>${one}</option>`).join('')}</select></div>`,
          )
          .join('')
      : '',
    'instead',
  )
const form = () => {
  isUp = true
  put(
    one('#main'),
    `<div class="head"><h1>Add key</h1><button type="button" class="icon" aria-haspopup="menu" id="lang">${globe}</button></div><div class="field"><label for="n">Key name</label><input m="name" id="n"></div><fieldset><legend>Level of access</legend>${[
      ['full', 'Full'],
      ['limited', 'Limited: choose what it may do'],
      ['view', 'View only'],
    ]
      .map(
        ([id, text]) =>
          `<label class="row"${id === 'limited' ? ' m="permissions"' : ''}><input type="radio" name="lv" value="${id}"${level === id ? ' checked' : ''}> ${text}</label>`,
      )
      .join(
        '',
      )}</fieldset><div id="rows"></div><div class="row"><button m="submit" type="button" class="primary" id="go">Add key</button><button type="button" class="o">Add key &amp; new</button><button type="button" class="o">Test access</button><a href="#c" id="c">Cancel</a></div>`,
    'instead',
  )
}
list()
on('#new', form)
on('#c', () => {
  isUp = false
  list()
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'lv') {
    level = target.value
    drawRows()
  }
  if (target.dataset.row) rows[target.dataset.row] = target.value
})
on('#go', () => {
  if (!typedIn('#n')) return
  later(800, () => {
    key = newKey()
    isUp = false
    put(
      one('#main'),
      `<h1>Key added</h1><p>This is the only time that we show it.</p><output class="mono" id="key">${key}</output><p><a href="#list" m="done" id="back">Back to keys</a></p>`,
      'instead',
    )
  })
})
let isLeft = false
on('#back', () => {
  isLeft = true
  list()
})
const pending = () => Object.keys(right).find(row => rows[row] !== right[row])
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    {
      purpose: 'permissions',
      done: () => level === 'limited',
      at: () => one('input[value=limited]'),
    },
    {
      purpose: 'permission-row',
      when: () => level === 'limited',
      done: isSet,
      at: () => one(`[data-row="${pending()}"]`),
      get value() {
        return right[pending()]
      },
    },
    { purpose: 'submit', when: () => isUp, done: () => key !== null },
    { purpose: 'done', done: () => isLeft },
  ],
  { reached: () => key !== null && level === 'limited' && isSet(), key: () => one('#key') },
)
