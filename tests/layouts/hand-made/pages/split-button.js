// A button in two halves: the left one makes a personal key at once, the arrow beside it has "For a service…". The form unfolds under the head, and the key is in a banner.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'list'
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Keys</a></nav><main><div id="ban"></div><div class="head"><h1>Keys</h1><div style="display:flex" id="top"></div></div><div id="f"></div><table><thead><tr><th>Name</th><th>Belongs to</th><th>Key</th></tr></thead><tbody id="rows"><tr><td>laptop</td><td>You</td><td class="mono">sk-…Yw7c</td></tr></tbody></table></main></div><div id="layer"></div>',
)
put(
  one('#top'),
  '<button type="button" class="primary" id="mine">New key</button><button m="open-form-menu" type="button" class="primary" id="more" aria-label="More ways to make a key" aria-haspopup="menu">▾</button>',
)
on('#more', () => {
  const { right, bottom } = one('#more').getBoundingClientRect()
  put(
    one('#layer'),
    `<div role="menu" class="menu" style="left:${right - 190}px;top:${bottom}px"><div role="menuitem" tabindex="-1" class="it" data-own="you">For me</div><div role="menuitem" tabindex="-1" class="it" data-own="service" m="open-form">For a service…</div></div>`,
    'instead',
  )
})
let own = 'you'
const open = who => {
  own = who
  at = 'form'
  one('#layer').replaceChildren()
  put(
    one('#f'),
    `<form class="card" id="form"><h2>${who === 'service' ? 'Key for a service' : 'Key for you'}</h2><div class="field"><label for="n">${who === 'service' ? 'Service name' : 'Name'}</label><input m="service-name" id="n"></div><button type="button" class="btn" id="no">Never mind</button> <button m="submit" type="submit" class="primary">Make key</button></form>`,
    'instead',
  )
}
on('#mine', () => open('you'))
on('.it', ({ dataset }) => open(dataset.own))
on('#no', () => {
  at = 'list'
  one('#f').replaceChildren()
})
document.addEventListener('submit', event => {
  event.preventDefault()
  const name = typedIn('#n')
  if (!name) return
  later(800, () => {
    key = newKey(own === 'service' ? 'svcacct' : 'proj')
    state.seen.owner = own
    at = 'made'
    one('#f').replaceChildren()
    one('#rows').insertAdjacentHTML(
      'afterbegin',
      `<tr><td>${name}</td><td>${own === 'service' ? 'Service' : 'You'}</td><td class="mono">sk-…${key.slice(-4)}</td></tr>`,
    )
    put(
      one('#ban'),
      `<div class="card" style="background:#eef7ee"><b>${name}</b> was made. Copy it before you leave: <span id="key" class="mono">${key}</span> <button m="copy" type="button" class="btn">Copy</button> <button m="done" type="button" class="icon" id="end" aria-label="Hide this">✕</button></div>`,
      'instead',
    )
  })
})
on('#end', () => {
  state.seen.closed = true
  one('#ban').replaceChildren()
})
tell(
  [
    {
      purpose: 'open-form-menu',
      when: () => key === null && at === 'list' && !one('[role=menu]'),
      done: () => false,
    },
    { purpose: 'open-form', done: () => at !== 'list' },
    { purpose: 'service-name', value: 'my-service', done: () => typedIn('#n') !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null && own === 'service', key: () => one('#key') },
)
