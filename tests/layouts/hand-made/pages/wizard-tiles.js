// Spanish; four parts without a dialog's role: what for (tiles that are bare divs, a press goes on), name, what it may do, a look back; the key behind an eye.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let part = -1
let key = null
let name = ''
let use = null
let may = null
let isBare = false
const dots = '•'.repeat(48)
const parts = [
  () =>
    `<p>¿Para qué la va a usar?</p><div class="row" m="description" m-is="label">${[
      ['app', 'Una aplicación'],
      ['test', 'Pruebas'],
      ['ci', 'Integración continua'],
    ]
      .map(
        ([id, text]) =>
          `<div class="card use" data-use="${id}"${id === 'app' ? ' m="description"' : ''} style="cursor:pointer">${text}</div>`,
      )
      .join('')}</div>`,
  () =>
    `<div class="field"><span>Nombre</span><input m="name" id="n" value="${name}"></div><button m="next-step" type="button" class="primary" id="next">Siguiente</button>`,
  () =>
    `<p>Permisos</p><div class="row" m="permissions" m-is="label">${[
      ['all', 'Todos'],
      ['ro', 'Solo lectura'],
    ]
      .map(
        ([id, text]) =>
          `<div class="card may" data-may="${id}"${id === 'all' ? ' m="permissions"' : ''} style="cursor:pointer;${may === id ? 'outline:2px solid #1257d6' : ''}">${text}</div>`,
      )
      .join(
        '',
      )}</div><button m="next-step" type="button" class="primary" id="next"${may ? '' : ' disabled'}>Siguiente</button>`,
  () =>
    `<dl><dt>Nombre</dt><dd>${name}</dd><dt>Permisos</dt><dd>${may === 'all' ? 'Todos' : 'Solo lectura'}</dd></dl><button type="button" id="back">Atrás</button> <button m="submit" type="button" class="primary" id="go">Generar clave</button>`,
  () =>
    `<p>Guárdela ahora. No podrá verla después.</p><div class="row"><code id="key" class="mono">${isBare ? key : dots}</code><button m="reveal-eye" type="button" class="icon" id="eye" aria-label="Mostrar">👁</button><button m="copy" type="button" class="icon" aria-label="Copiar">⧉</button></div><button m="done" type="button" class="btn" id="end">Finalizar</button>`,
]
const draw = () => {
  one('#wiz')?.remove()
  if (part >= 0)
    put(
      document.body,
      `<div id="wiz"><div class="veil"></div><div class="modal"><div class="head"><h2>${part < 4 ? 'Nueva clave' : 'Clave lista'}</h2><span class="muted">${Math.min(part + 1, 4)} / 4</span></div>${parts[part]()}</div></div>`,
    )
}
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">Claves</a></nav><main><div class="head"><h1>Claves</h1><span id="top"></span></div><p>Todavía no hay claves.</p></main></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Nueva clave</button>')
const go = to => {
  part = to
  draw()
}
on('#add', () => go(0))
on('.use', tile => {
  use = tile.dataset.use
  go(1)
})
on('#next', () => {
  if (part === 1) {
    name = typedIn('#n')
    if (name) go(2)
  } else go(3)
})
on('.may', tile => {
  may = tile.dataset.may
  draw()
})
on('#back', () => go(2))
on('#go', () =>
  later(800, () => {
    key = newKey()
    go(4)
  }),
)
on('#eye', () => {
  isBare = !isBare
  draw()
})
on('#end', () => {
  state.seen.closed = true
  go(-1)
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => part >= 0 },
    { purpose: 'description', done: () => use !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'permissions', done: () => may !== null },
    { purpose: 'next-step', done: () => false },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => isBare },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (isBare ? one('#key') : null) },
)
