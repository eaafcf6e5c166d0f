// As Vuetify on a phone: a key is tapped, a sheet from below says what can be done. The row is gone at once, and comes back when the server did not want it; the second time it stays away.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const opener = 'row-open'
const keys = [
  { name: 'kiosk', last: 'Wd51' },
  { name: subject.name, last: subject.lastFour },
  { name: 'intern-2025', last: 'n2Bv' },
]
let at = ''
let ask = false
let tries = 0
let hidden = ''
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  `<div style="max-width:640px;margin:0 auto"><header class="head" style="padding:12px;background:#6200ee;color:#fff"><b>My keys</b><button type="button" class="icon" style="color:#fff" aria-label="Add key">＋</button></header><div role="tablist" class="row" style="padding:0 12px"><button type="button" role="tab" aria-selected="true">In use</button><button type="button" role="tab" aria-selected="false">Withdrawn</button></div><ul id="rows" style="list-style:none;padding:0 12px"></ul><p class="muted" style="padding:0 12px">Tap a key for more.</p></div><div id="sheet"></div>`,
)
const draw = () => {
  put(
    one('#rows'),
    keys
      .filter(({ last }) => last !== hidden && ![...state.ended, ...state.wrongEnded].includes(last))
      .map(
        ({ name, last }) =>
          `<li${last === subject.lastFour ? ` m="${opener}"` : ''} class="card key" role="button" tabindex="0" data-of="${last}"><b>${name}</b><div class="muted">sk-…${last}${last === subject.lastFour ? ` · since ${subject.created}` : ''}</div></li>`,
      )
      .join(''),
    'instead',
  )
  const found = keys.find(({ last }) => last === at)
  const isIt = at === subject.lastFour
  put(
    one('#sheet'),
    found
      ? `<div class="veil"></div><div role="dialog" aria-modal="true" style="position:fixed;bottom:0;left:50%;transform:translateX(-50%);width:640px;background:#fff;padding:20px;border-radius:14px 14px 0 0;z-index:60"><b>${found.name}</b> <span class="muted">sk-…${found.last}</span>${ask ? `<p>Withdraw this key? Apps that still use it are locked out right away.</p><div class="row"><button type="button" class="close">Not now</button><button${isIt ? ' m="confirm-revoke"' : ''} type="button" class="danger" id="yes">Withdraw</button></div>` : `<ul style="list-style:none;padding:0"><li tabindex="0" class="card">✏️ Rename</li><li tabindex="0" class="card">📈 Activity</li><li tabindex="0" class="card">⏸ Pause until tomorrow</li><li${isIt ? ' m="revoke"' : ''} tabindex="0" class="card" id="end" style="color:#b3261e">🚫 Withdraw key…</li></ul>`}</div>`
      : '',
    'instead',
  )
}
draw()
const say = text => {
  one('#snack')?.remove()
  put(document.body, `<div class="toast" id="snack" role="status" style="bottom:auto;top:8px">${text}</div>`)
  setTimeout(() => one('#snack')?.remove(), 5000)
}
const shut = () => {
  at = ''
  ask = false
  draw()
}
on('.key', ({ dataset }) => {
  at = dataset.of
  draw()
})
on('.close, .veil', shut)
on('#end', () => {
  ask = true
  draw()
})
on('#yes', () => {
  const last = at
  tries++
  hidden = last
  shut()
  later(1500, () => {
    hidden = ''
    if (tries === 1) say('The key could not be withdrawn. It is still in use, please try again.')
    else {
      ;(last === subject.lastFour ? state.ended : state.wrongEnded).push(last)
      say('Key withdrawn')
    }
    draw()
  })
})
tell(
  [
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: opener, when: () => at === '', done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
