// A menu behind a picture in each row, made of plain list items; the row asks by itself whether it is sure. The first time the row comes back after a while and says in its own cell that it did not work.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const opener = 'row-open'
const icon =
  '<svg width="16" height="16" viewBox="0 0 16 16"><circle cx="8" cy="3" r="2"/><circle cx="8" cy="8" r="2"/><circle cx="8" cy="13" r="2"/></svg>'
const keys = [
  { name: 'sandbox', last: 'Tg0p' },
  { name: subject.name, last: subject.lastFour },
  { name: 'partner-eu', last: 'Ye3k' },
]
let menuOf = ''
let asks = ''
let works = ''
let failed = ''
let tries = 0
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Credentials</a><a href="/team">Team</a></nav><main><h1>Credentials</h1><div id="list"></div></main></div><div id="float"></div>',
)
const cellOf = ({ last }) => {
  const isIt = last === subject.lastFour
  if (works === last) return '<span class="muted">Removing…</span>'
  if (asks === last)
    return `<span>Sure?</span> <button${isIt ? ' m="confirm-revoke"' : ''} type="button" class="yes danger">Remove</button> <button type="button" class="no">Keep</button>`
  return `${failed === last ? '<small style="color:#b3261e">Still in use by a route, not removed. Please repeat.</small> ' : ''}<button${isIt && menuOf !== last ? ` m="${opener}"` : ''} type="button" class="icon dots" data-of="${last}">${icon}</button>`
}
const draw = () => {
  put(
    one('#list'),
    `<table><thead><tr><th>Name</th><th>Ends in</th><th></th></tr></thead><tbody>${keys
      .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
      .map(
        one =>
          `<tr${one.last === subject.lastFour ? ' m="row" m-is="label"' : ''}${works === one.last ? ' style="opacity:.5"' : ''}><td>${one.name}</td><td class="mono">…${one.last}</td><td>${cellOf(one)}</td></tr>`,
      )
      .join('')}</tbody></table>`,
    'instead',
  )
  const box = menuOf && one(`[data-of="${menuOf}"]`)?.getBoundingClientRect()
  const isIt = menuOf === subject.lastFour
  put(
    one('#float'),
    box
      ? `<ul class="menu" style="top:${box.bottom + scrollY}px;left:${box.left - 120}px;margin:0"><li tabindex="0">Rename</li><li tabindex="0">Usage</li><li${isIt ? ' m="revoke"' : ''} tabindex="0" id="rm" style="color:#b3261e">Remove for good</li></ul>`
      : '',
    'instead',
  )
}
draw()
on('.dots', ({ dataset }) => {
  menuOf = menuOf === dataset.of ? '' : dataset.of
  draw()
})
on('#rm', () => {
  asks = menuOf
  menuOf = ''
  draw()
})
on('.no', () => {
  asks = ''
  draw()
})
on('.yes', () => {
  works = asks
  asks = ''
  failed = ''
  tries++
  draw()
  later(2600, () => {
    if (tries === 1) failed = works
    else (works === subject.lastFour ? state.ended : state.wrongEnded).push(works)
    works = ''
    draw()
  })
})
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: opener, when: () => menuOf === '' && works === '', done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
