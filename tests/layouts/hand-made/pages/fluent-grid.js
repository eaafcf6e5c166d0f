// As Fluent 2: a command bar, a grid where two credentials have the same name, "More options" in each row with its menu at the end of the page, and a dialog. Also makes credentials, for who rotates.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

const opener = 'row-open'
let key = null
let menuOf = ''
let isUp = false
const rows = [
  { name: subject.name, last: 'Bq77', created: 'Aug 19, 2026', used: 'Today' },
  { name: 'reporting', last: 'x0Lw', created: 'Jul 2, 2026', used: 'Yesterday' },
  { name: subject.name, last: subject.lastFour, created: subject.created, used: '3 months ago' },
]
const isEnded = () => state.ended.length > 0
const shown = () => rows.filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#g">Deployments</a><a href="#g">Playground</a><a href="/api-keys" aria-current="page">Credentials</a><a href="#g">Quotas</a><a href="#g">Cost analysis</a></nav><main style="max-width:none"><h1>Credentials</h1><div id="bar"></div><div id="grid"></div></main></div><div id="layer"></div><div id="portal"></div>`,
)
put(
  one('#bar'),
  '<div class="row" role="toolbar"><button m="open-form" type="button" id="new">＋ New credential</button><button type="button" id="refresh">↻ Refresh</button><button type="button" disabled>🗑 Delete selected</button><input type="search" placeholder="Filter by keyword" aria-label="Filter by keyword"></div>',
)
const draw = () => {
  put(
    one('#grid'),
    `<table role="grid"><thead><tr><th></th><th>Display name</th><th>Value</th><th>Created</th><th>Last request</th><th></th></tr></thead><tbody>${shown()
      .map(
        ({ name, last, created, used }) =>
          `<tr${last === subject.lastFour ? ' m="row"' : ''}><td><input type="checkbox" disabled aria-label="Select row"></td><td>${name}</td><td class="mono">••••${last}</td><td>${created}</td><td>${used}</td><td><button${last === subject.lastFour && menuOf !== last ? ` m="${opener}"` : ''} type="button" class="icon more" data-of="${last}" aria-haspopup="menu" aria-expanded="${menuOf === last}" aria-label="More options">⋯</button></td></tr>`,
      )
      .join('')}</tbody></table>`,
    'instead',
  )
  const box = menuOf && one(`[data-of="${menuOf}"]`).getBoundingClientRect()
  put(
    one('#portal'),
    box
      ? `<div role="menu" class="menu" style="top:${box.bottom + scrollY}px;left:${box.right - 190}px"><div role="menuitem" tabindex="0">Open</div><div role="menuitem" tabindex="0">Rename</div><div role="menuitem" tabindex="0">Disable for 24 hours</div><div${menuOf === subject.lastFour ? ' m="revoke"' : ''} role="menuitem" tabindex="0" id="del">Delete</div></div>`
      : '',
    'instead',
  )
}
draw()
on('.more', ({ dataset }) => {
  menuOf = menuOf === dataset.of ? '' : dataset.of
  draw()
})
let doomed = ''
on('#del', () => {
  doomed = menuOf
  menuOf = ''
  draw()
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="at"><h2 id="at">Delete credential?</h2><p>Requests that use ${subject.name} (••••${doomed}) fail at once. You cannot get it back.</p><div class="row" style="justify-content:flex-end"><button${doomed === subject.lastFour ? ' m="confirm-revoke"' : ''} type="button" class="primary" id="yes">Delete</button><button type="button" class="close">Keep</button></div></div>`,
    'instead',
  )
})
const close = () => {
  isUp = false
  one('#layer').replaceChildren()
}
on('.close', close)
on('#yes', () => {
  close()
  later(800, () => {
    ;(doomed === subject.lastFour ? state.ended : state.wrongEnded).push(doomed)
    draw()
  })
})
on('#new', () => {
  isUp = true
  put(
    one('#layer'),
    '<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="nt"><h2 id="nt">New credential</h2><div class="field"><label for="dn">Display name</label><input m="name" id="dn"></div><div class="row" style="justify-content:flex-end"><button m="submit" type="button" class="primary" id="create">Create</button><button type="button" class="close">Cancel</button></div></div>',
    'instead',
  )
})
on('#create', () => {
  const name = typedIn('#dn')
  if (name)
    later(900, () => {
      key = newKey()
      rows.unshift({ name, last: key.slice(-4), created: 'Today', used: 'Never' })
      draw()
      put(
        one('#layer'),
        `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="kt"><h2 id="kt">Credential created</h2><p>Take a copy of the value. After you close this you will see its last characters only.</p><p class="mono" id="key">${key}</p><div class="row" style="justify-content:flex-end"><button m="copy" type="button" id="copy">Copy value</button><button m="done" type="button" class="primary" id="end">Close</button></div></div>`,
        'instead',
      )
    })
})
let isCopied = false
on('#copy', () => {
  isCopied = true
  navigator.clipboard?.writeText(key)
})
on('#end', () => {
  state.seen.closed = true
  close()
})
const makes = () => task !== 'revoke-key'
const ends = () => task === 'revoke-key' || (task === 'rotate-key' && state.seen.closed === true)
tell(
  [
    { purpose: 'open-form', when: () => makes() && key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', when: makes, done: () => typedIn('#dn') !== '' },
    { purpose: 'submit', when: makes, done: () => key !== null },
    { purpose: 'done', done: () => state.seen.closed === true },
    { purpose: 'copy', done: () => isCopied },
    { purpose: 'confirm-revoke', done: isEnded },
    { purpose: 'revoke', done: isEnded },
    { purpose: opener, when: ends, done: isEnded, also: ['row'] },
  ],
  {
    reached: () => (task === 'create-key' || isEnded()) && (task === 'revoke-key' || key !== null),
    key: () => one('#key'),
  },
)
