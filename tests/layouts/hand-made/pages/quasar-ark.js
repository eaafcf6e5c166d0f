// Swedish, as Quasar on a phone: a round plus in the corner, a sheet from below with what can be added, then a sheet of two questions, and the key in a field with a box to tick.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let key = null
let name = ''
let owner = 'jag'
let isTicked = false
document.body.insertAdjacentHTML(
  'beforeend',
  `<style>button:disabled{opacity:.45}</style><div style="max-width:620px;margin:0 auto;min-height:100vh;border-inline:1px solid #dde2e6"><header class="row" style="background:#1976d2;color:#fff;padding:12px;margin:0"><button type="button" class="icon" style="color:#fff" aria-label="Meny">☰</button><b>Nycklar</b><button type="button" class="icon" style="color:#fff;margin-inline-start:auto" aria-label="Sök">🔍</button></header>
<div style="padding:12px"><div class="row"><button type="button" aria-pressed="true">Alla</button><button type="button" aria-pressed="false">Mina</button><button type="button" aria-pressed="false">Utgångna</button></div><ul style="padding:0;list-style:none"><li class="card">Väderappen<div class="muted">slutar på k3Pq · använd i går</div></li><li class="card">Skolprojekt<div class="muted">slutar på 0aZx · aldrig använd</div></li></ul></div>
<footer style="position:fixed;bottom:0;width:618px;display:flex;justify-content:space-around;background:#f4f6f8;padding:10px"><a href="#h">Hem</a><a href="/api-keys" aria-current="page">Nycklar</a><a href="#f">Förbrukning</a><a href="#k">Konto</a></footer></div><div id="fab"></div><div id="sheet"></div>`,
)
const sheet = inner =>
  `<div class="veil"></div><div role="dialog" aria-modal="true" style="position:fixed;bottom:0;left:50%;transform:translateX(-50%);width:620px;background:#fff;border-radius:16px 16px 0 0;padding:18px 22px 26px;z-index:60"><div style="width:40px;height:4px;background:#bbb;margin:0 auto 12px;border-radius:2px"></div>${inner}</div>`
const bodies = {
  menu: () =>
    '<b>Lägg till</b><ul style="list-style:none;padding:0"><li tabindex="0" class="item card">👤 Bjud in kollega</li><li m="open-form" tabindex="0" class="item card" id="new">🔑 Ny nyckel</li><li tabindex="0" class="item card">👥 Nytt team</li></ul>',
  name: () =>
    `<h2>Vad ska nyckeln heta?</h2><input m="name" id="nm" placeholder="Namn" aria-label="Namn" style="width:100%" value="${name}"><div class="row"><button type="button" class="close">Avbryt</button><button m="next-step" type="button" class="primary" id="next"${name ? '' : ' disabled'}>Fortsätt</button></div>`,
  owner: () =>
    `<h2>Vem använder den?</h2><div class="row" role="radiogroup"><button m="owner" type="button" role="radio" class="who" data-who="jag" aria-checked="${owner === 'jag'}">${owner === 'jag' ? '● ' : '○ '}Jag själv</button><button type="button" role="radio" class="who" data-who="system" aria-checked="${owner === 'system'}">${owner === 'system' ? '● ' : '○ '}Ett system</button></div><div class="row"><button type="button" id="back">Tillbaka</button><button m="submit" type="button" class="primary" id="make">Skapa nyckel</button></div>`,
  made: () =>
    `<h2>Din nya nyckel</h2><p>Spara den på ett säkert ställe. Vi kan inte visa den igen.</p><textarea id="key" readonly rows="4" aria-label="Nyckel" style="width:100%">${key}</textarea><label m="saved-box" class="row"><input type="checkbox" id="ok"> Jag har sparat nyckeln</label><button m="done" type="button" class="primary" id="end"${isTicked ? '' : ' disabled'}>Klar</button>`,
}
const draw = () => {
  put(
    one('#fab'),
    part === 'list'
      ? '<button m="open-form" type="button" id="plus" aria-label="Lägg till" class="primary" style="position:fixed;bottom:70px;left:calc(50% + 240px);border-radius:50%;width:54px;height:54px;font-size:24px;padding:0">＋</button>'
      : '',
    'instead',
  )
  put(one('#sheet'), part === 'list' ? '' : sheet(bodies[part]()), 'instead')
}
const go = to => {
  part = to
  draw()
}
draw()
on('#plus', () => go('menu'))
on('#new', () => go('name'))
on('.close, .veil', () => part !== 'made' && go('list'))
on('#next', () => go('owner'))
on('#back', () => go('name'))
on('.who', ({ dataset }) => {
  owner = dataset.who
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'nm') {
    name = target.value
    one('#next').disabled = name === ''
  }
  if (target.id === 'ok') {
    isTicked = target.checked
    one('#end').disabled = !isTicked
  }
})
on('#make', () =>
  later(1000, () => {
    key = newKey()
    go('made')
  }),
)
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part !== 'list' && part !== 'menu' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'owner', done: () => owner === 'jag' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'saved-box', done: () => isTicked },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
