// A hosting console: rows of a list without a table, a menu of three dots, and a dialog that wants the name typed.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

const keys = [
  { name: 'website', last: 'Qm81' },
  { name: subject.name, last: subject.lastFour },
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">Tokens</a></nav><main><h2>Tokens</h2><div role="list" id="rows"></div></main></div>`,
)
for (const { name, last } of keys) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<div class="card row" role="listitem"${is ? ' m="row"' : ''} data-key="${last}"><div style="flex:1"><p><b>${name}</b></p><p class="muted">Ends in ${last} · Active</p></div><button type="button" class="icon dots" aria-haspopup="menu" aria-label="Menu"${is ? ' m="row-menu"' : ''} data-of="${last}">⋯</button></div>`,
  )
}
let typed = ''
on('.dots', button => {
  one('#menu')?.remove()
  const { left, bottom } = button.getBoundingClientRect()
  put(
    document.body,
    `<ul role="menu" class="menu" id="menu" data-of="${button.dataset.of}" style="left:${left - 150}px;top:${bottom}px"><li role="menuitem" tabindex="-1">Edit</li><li role="menuitem" tabindex="-1" id="end"${button.dataset.of === subject.lastFour ? ' m="revoke"' : ''}>Delete</li></ul>`,
  )
})
on('#end', () => {
  const { of } = one('#menu').dataset
  one('#menu').remove()
  put(
    document.body,
    `<div id="over" data-of="${of}"><div class="veil"></div><div role="dialog" aria-modal="true" aria-labelledby="dt" class="modal"><h3 id="dt">Delete Token</h3><p>This token will be revoked at once.</p><label>Enter <b>delete my token</b> to continue:<br><input m="confirm-field" id="typed" autocomplete="off"></label><div class="row"><button type="button" id="no">Cancel</button><button m="confirm-revoke" type="button" class="danger" id="yes" disabled>Delete</button></div></div></div>`,
  )
})
document.addEventListener('input', () => {
  typed = typedIn('#typed')
  if (one('#yes')) one('#yes').disabled = typed !== 'delete my token'
})
on('#no', () => one('#over').remove())
on('#yes', () => {
  const { of } = one('#over').dataset
  later(500, () => {
    one('#over').remove()
    one(`[data-key="${of}"]`).remove()
    ;(of === subject.lastFour ? state.ended : state.wrongEnded).push(of)
  })
})
const isEnded = () => state.ended.length > 0
tell(
  [
    { purpose: 'row-menu', when: () => !one('#menu') && !one('#over'), done: isEnded, also: ['row'] },
    { purpose: 'revoke', done: isEnded, also: ['row', 'row-menu'] },
    { purpose: 'confirm-field', value: 'delete my token', done: () => typed === 'delete my token' },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
