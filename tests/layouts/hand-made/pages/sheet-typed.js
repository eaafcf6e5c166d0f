// A database company's settings: a row's own page slides in, "Danger zone" at its end, and the key's name has to be typed into a second dialog over it.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

const keys = [
  { name: 'default', last: 'Tz41' },
  { name: subject.name, last: subject.lastFour },
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">API Keys</a><a href="/settings/jwt">JWT Keys</a></nav><main><h1>Secret keys</h1><p class="muted">These keys bypass row level security.</p><div id="rows"></div></main></div><div id="sheet"></div>`,
)
for (const { name, last } of keys) {
  const is = last === subject.lastFour
  put(
    one('#rows'),
    `<div class="card row" data-key="${last}"${is ? ' m="row"' : ''}><span style="flex:1">${name}<br><span class="mono muted">sk-proj-··········${last}</span></span><button type="button" class="icon dots" aria-haspopup="menu" aria-label="More options"${is ? ' m="row-menu"' : ''} data-of="${last}">⋮</button></div>`,
  )
}
let typed = ''
on('.dots', button => {
  one('#menu')?.remove()
  const { left, bottom } = button.getBoundingClientRect()
  const is = button.dataset.of === subject.lastFour
  put(
    document.body,
    `<div role="menu" class="menu" id="menu" data-of="${button.dataset.of}" style="left:${left - 150}px;top:${bottom}px"><div role="menuitem" tabindex="-1">Copy key id</div><div role="menuitem" tabindex="-1" id="end"${is ? ' m="revoke"' : ''}>Delete key…</div></div>`,
  )
})
on('#end', () => {
  const { of } = one('#menu').dataset
  one('#menu').remove()
  put(
    document.body,
    `<div id="over" data-of="${of}"><div class="veil"></div><div role="alertdialog" aria-modal="true" aria-labelledby="dt" class="modal"><h3 id="dt">Delete secret key</h3><p>Applications that use it stop working at once. Type <b>${subject.name}</b> to confirm.</p><input m="confirm-field" id="typed" autocomplete="off" placeholder="Type the name in here"><div class="row"><button type="button" id="no">Cancel</button><button m="confirm-revoke" type="button" class="danger" id="yes" disabled>I understand, delete this key</button></div></div></div>`,
  )
})
document.addEventListener('input', () => {
  typed = typedIn('#typed')
  if (one('#yes')) one('#yes').disabled = typed !== subject.name
})
on('#no', () => one('#over').remove())
on('#yes', () => {
  const { of } = one('#over').dataset
  one('#yes').disabled = true
  later(700, () => {
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
    { purpose: 'confirm-field', value: subject.name, done: () => typed === subject.name },
    { purpose: 'confirm-revoke', done: isEnded },
  ],
  { reached: isEnded },
)
