// A company that sends mail: a list of actions behind a gear in each row, names that begin alike; a dialog whose button waits for a tick, and a row that is shown as going before it is gone.
import { later, on, one, put, state, subject, tell } from '../kit.js'

const rows = [
  { name: 'reporting', last: 'a9Qf', made: 'Jan 12, 2026' },
  { name: 'newsletter-prod', last: 'Zk31', made: 'Feb 20, 2026' },
  { name: subject.name, last: subject.lastFour, made: subject.created },
  { name: 'reporting-eu', last: 'mV0t', made: 'May 9, 2026' },
]
let menuOf = ''
let asked = ''
let isTicked = false
const going = []
const isEnded = () => state.ended.length > 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>Postrider</b><a href="#dash">Dashboard</a><a href="#send">Email API</a><a href="#marketing">Marketing</a><b>Settings</b><a href="#senders">Sender authentication</a><a href="/api-keys" aria-current="page">API Keys</a><a href="#team">Teammates</a></nav><main><div class="head"><h1>API Keys</h1><button type="button" class="primary">Create API Key</button></div><div class="card"><b>Are your emails reaching the inbox?</b> Talk to a deliverability expert. <button type="button" class="icon">Book a call</button></div><table><thead><tr><th>API key name</th><th>API key ID</th><th>Created</th><th>Action</th></tr></thead><tbody id="rows"></tbody></table></main></div>',
)
const only = (last, name) => (last === subject.lastFour ? ` m="${name}"` : '')
const draw = () =>
  put(
    one('#rows'),
    rows
      .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
      .map(({ name, last, made }) =>
        going.includes(last)
          ? `<tr style="opacity:.5"><td>${name}</td><td class="mono">…${last}</td><td>${made}</td><td>Deleting…</td></tr>`
          : `<tr${only(last, 'row')}${last === subject.lastFour ? ' m-is="label"' : ''}><td>${name}</td><td class="mono">…${last}</td><td>${made}</td><td style="position:relative"><button${only(last, 'row-menu')} type="button" class="gear" data-of="${last}" aria-haspopup="menu" aria-expanded="${menuOf === last}" aria-label="Actions for ${name}">⚙ ▾</button>${menuOf === last ? `<div class="menu" role="menu" style="right:0"><div role="menuitem" tabindex="0">Edit API key</div><div role="menuitem" tabindex="0">View usage</div><div${only(last, 'revoke')} role="menuitem" tabindex="0" class="remove" data-of="${last}">Delete API key</div></div>` : ''}</td></tr>`,
      )
      .join(''),
    'instead',
  )
draw()
on('.gear', ({ dataset }) => {
  menuOf = menuOf === dataset.of ? '' : dataset.of
  draw()
})
const shut = () => {
  one('#ask')?.remove()
  asked = ''
  isTicked = false
}
on('.remove', ({ dataset }) => {
  asked = dataset.of
  menuOf = ''
  draw()
  const { name } = rows.find(({ last }) => last === asked)
  put(
    document.body,
    `<div id="ask"><div class="veil"></div><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="at"><h2 id="at">Delete “${name}”?</h2><p>Mail that is sent with this key will be refused at once. This cannot be undone.</p><label${only(asked, 'confirm-check')} class="row"><input type="checkbox" id="sure"> I understand that integrations with this key will stop working</label><div class="row" style="justify-content:flex-end"><button${asked === subject.lastFour ? '' : ' m="clear-away"'} type="button" id="no">Keep key</button><button${only(asked, 'confirm-revoke')} type="button" class="danger" id="yes" disabled>Delete</button></div></div></div>`,
  )
})
document.addEventListener('change', ({ target }) => {
  if (target.id !== 'sure') return
  isTicked = target.checked
  one('#yes').disabled = !isTicked
})
on('#no', shut)
on('#yes', () => {
  const last = asked
  shut()
  going.push(last)
  draw()
  later(1300, () => {
    ;(last === subject.lastFour ? state.ended : state.wrongEnded).push(last)
    draw()
    put(document.body, '<div class="toast" id="toast" role="status">The API key was deleted.</div>')
    setTimeout(() => one('#toast')?.remove(), 3000)
  })
})
tell(
  [
    { purpose: 'clear-away', done: () => false },
    { purpose: 'confirm-check', done: () => isTicked },
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: 'row-menu', when: () => asked === '', done: isEnded, also: ['row'] },
  ],
  { reached: isEnded },
)
