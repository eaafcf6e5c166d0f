// As the identity page of a large cloud: "Actions" of a key holds Deactivate, Activate and Delete, and Delete is grey for as long as the key is active; both ask first, the second with the name to be typed. Between them the list is read anew.
import { later, on, one, put, state, subject, tell, typedIn } from '../kit.js'

const keys = [
  { name: 'etl-main', last: 'Rw6K', created: 'Feb 12, 2026', isActive: true },
  { name: subject.name, last: subject.lastFour, created: subject.created, isActive: true },
]
let menuOf = ''
let asks = ''
let isLoading = false
const isEnded = () => state.ended.length > 0
const it = of => keys.find(({ last }) => last === of)
const mine = () => it(subject.lastFour)
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}.menu [aria-disabled=true]{color:#9aa3ab;cursor:default}.bone{height:20px;background:#e6e9ec;margin:10px 0}</style><div class="app"><nav aria-label="Identity"><b>Identity</b><a href="#d">Dashboard</a><a href="#u">Users</a><a href="#r">Roles</a><a href="#p">Policies</a><a href="/api-keys" aria-current="page">Security credentials</a></nav><main style="max-width:none"><h1>My security credentials</h1><section class="card"><div class="head"><h2>Multi-factor authentication (1)</h2><button type="button">Remove</button></div><p class="muted">Authenticator app · added Jan 8, 2026</p></section><section class="card"><div class="head"><h2>API keys (2)</h2><button type="button">Create API key</button></div><p class="muted">You can have a maximum of two keys (active or inactive) at a time.</p><div id="list"></div></section></main></div><div id="float"></div><div id="layer"></div>',
)
const draw = () => {
  put(
    one('#list'),
    isLoading
      ? '<div class="bone"></div><div class="bone"></div>'
      : keys
          .filter(({ last }) => ![...state.ended, ...state.wrongEnded].includes(last))
          .map(({ name, last, created, isActive }) => {
            const is = last === subject.lastFour
            return `<div class="card"${is ? ' m="row"' : ''}><div class="head" style="margin:0"><b>${name}</b><button${is && menuOf !== last ? ' m="row-menu"' : ''} type="button" class="acts" data-of="${last}" aria-haspopup="menu" aria-expanded="${menuOf === last}">Actions ▾</button></div><div style="display:grid;grid-template-columns:repeat(3,1fr)"><div><div class="muted">Key</div><span class="mono">••••${last}</span></div><div><div class="muted">Status</div>${isActive ? '🟢 Active' : '⚪ Inactive'}</div><div><div class="muted">Created</div>${created}</div></div></div>`
          })
          .join(''),
    'instead',
  )
  const box = menuOf && one(`.acts[data-of="${menuOf}"]`)?.getBoundingClientRect()
  const isActive = menuOf && it(menuOf).isActive
  const isMine = menuOf === subject.lastFour
  put(
    one('#float'),
    box
      ? `<div class="menu" role="menu" style="top:${box.bottom + scrollY}px;left:${box.right - 190}px"><div role="menuitem" tabindex="0" id="off" aria-disabled="${!isActive}"${isMine && isActive ? ' m="revoke"' : ''}>Deactivate</div><div role="menuitem" tabindex="0" aria-disabled="${isActive}">Activate</div><div role="menuitem" tabindex="0" id="del" aria-disabled="${isActive}"${isMine && !isActive ? ' m="revoke"' : ''}>Delete${isActive ? '<div class="muted">Deactivate the key first</div>' : ''}</div></div>`
      : '',
    'instead',
  )
}
draw()
on('.acts', ({ dataset }) => {
  menuOf = menuOf === dataset.of ? '' : dataset.of
  draw()
})
const ask = inner =>
  put(
    one('#layer'),
    `<div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="at">${inner}</div>`,
    'instead',
  )
const mark4 = purpose => (asks === subject.lastFour ? ` m="${purpose}"` : '')
const begin = () => {
  asks = menuOf
  menuOf = ''
  draw()
}
const close = () => {
  asks = ''
  one('#layer').replaceChildren()
}
on('#off', () => {
  begin()
  ask(
    `<h2 id="at">Deactivate ${it(asks).name}?</h2><p>Requests with this key will be refused. A key has to be inactive before it can be deleted.</p><div class="row" style="justify-content:flex-end"><button type="button" class="no">Cancel</button><button${mark4('confirm-revoke')} type="button" class="primary" id="yes-off">Deactivate</button></div>`,
  )
})
on('#del', () => {
  begin()
  ask(
    `<h2 id="at">Delete ${it(asks).name}?</h2><p>The key <span class="mono">••••${asks}</span> will be gone for good.</p><div class="field"><label for="ty">To confirm deletion, enter the name of the key in the field.</label><input${mark4('confirm-field')} id="ty" placeholder="${it(asks).name}" autocomplete="off"></div><div class="row" style="justify-content:flex-end"><button type="button" class="no">Cancel</button><button${mark4('confirm-revoke')} type="button" class="danger" id="yes" disabled>Delete</button></div>`,
  )
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'ty') one('#yes').disabled = target.value !== it(asks).name
})
on('.no', close)
const reload = change => {
  const of = asks
  close()
  isLoading = true
  draw()
  later(1000, () => {
    change(of)
    isLoading = false
    draw()
  })
}
on('#yes-off', () =>
  reload(of => {
    it(of).isActive = false
  }),
)
on('#yes', () => reload(of => (of === subject.lastFour ? state.ended : state.wrongEnded).push(of)))
tell(
  [
    { purpose: 'confirm-field', value: subject.name, done: () => typedIn('#ty') === subject.name },
    {
      purpose: 'confirm-revoke',
      done: isEnded,
      at: () => one('#yes-off') ?? one('#yes'),
    },
    { purpose: 'revoke', done: isEnded, at: () => one(mine().isActive ? '#off' : '#del') },
    {
      purpose: 'row-menu',
      when: () => menuOf === '' && asks === '',
      done: isEnded,
      also: ['row'],
    },
  ],
  { reached: isEnded },
)
