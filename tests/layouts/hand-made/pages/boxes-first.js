// Italian; a page of its own in three parts. The first has nothing but boxes over which the pointer stays an arrow, and a button that is off until one is chosen.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 0
let key = null
let who = ''
let name = ''
const shell = inner =>
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">Chiavi</a><a href="/usage">Consumi</a></nav><main>${inner}</main></div>`,
    'instead',
  )
const step = inner =>
  `<h1>Nuova chiave</h1><ol class="row muted" style="list-style:none;padding:0"><li>1 Per chi</li><li>2 Dettagli</li><li>3 Riepilogo</li></ol>${inner}`
const boxes = [
  ['me', 'Per me', 'Legata al tuo utente'],
  ['team', 'Per un servizio', 'Resta quando te ne vai'],
]
const draw = () => {
  if (part === 0)
    return shell(
      `<div class="head"><h1>Chiavi API</h1><a m="open-form" class="primary btn" id="add" href="/api-keys/new">Nuova chiave</a></div><p>Qui non c'è ancora niente.</p>`,
    )
  if (part === 1)
    return shell(
      step(
        `<h2>Chi la userà?</h2><div m="owner" m-is="label" class="row">${boxes.map(([id, title, text]) => `<div class="who card"${id === 'me' ? ' m="owner"' : ''} data-who="${id}" style="flex:1;${who === id ? 'box-shadow:0 0 0 2px #1257d6' : ''}"><h3>${title}</h3><p class="muted">${text}</p></div>`).join('')}</div><div class="row"><button type="button" class="btn back">Annulla</button><button m="next-step" type="button" class="primary" id="next"${who ? '' : ' disabled'}>Continua</button></div>`,
      ),
    )
  if (part === 2)
    return shell(
      step(
        `<div class="field"><label for="n">Nome della chiave</label><input m="name" id="n" value="${name}"></div><div class="row"><button type="button" class="btn back">Indietro</button><button m="next-step" type="button" class="primary" id="next">Continua</button></div>`,
      ),
    )
  if (part === 3)
    return shell(
      step(
        `<dl><dt>Per chi</dt><dd>${who === 'me' ? 'Per me' : 'Per un servizio'}</dd><dt>Nome</dt><dd>${name}</dd></dl><div class="row"><button type="button" class="btn back">Indietro</button><button m="submit" type="button" class="primary" id="go">Crea chiave</button></div>`,
      ),
    )
  shell(
    `<h1>La chiave è pronta</h1><p>La vedi solo adesso.</p><div class="card row"><span id="key" class="mono">${key}</span><button m="copy" type="button" class="btn">Copia</button></div><a m="done" class="btn" id="end" href="/api-keys">Torna alle chiavi</a>`,
  )
}
const go = to => {
  part = to
  history.pushState(null, '', to === 0 ? '/api-keys' : '/api-keys/new')
  draw()
}
draw()
on('#add', (_, event) => {
  event.preventDefault()
  go(1)
})
on('.who', box => {
  who = box.dataset.who
  draw()
})
on('.back', () => go(part - 1))
on('#next', () => {
  if (part === 2) name = typedIn('#n')
  if (part === 1 || name) go(part + 1)
})
on('#go', () => {
  one('#go').disabled = true
  later(1100, () => {
    key = newKey()
    state.seen.owner = who
    go(4)
  })
})
on('#end', (_, event) => {
  event.preventDefault()
  state.seen.closed = true
  go(0)
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part > 0 },
    { purpose: 'owner', done: () => who !== '' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (part === 4 ? one('#key') : null) },
)
