// Spanish; three of three keys, one of them expired, which is to go first; then a part that unfolds in the page, and the key as a line of a file.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let isFreed = false
let isAsking = false
let isUnfolded = false
let name = ''
const rows = [
  { name: 'produccion', state: 'Activa', used: 'hace 2 horas' },
  { name: 'panel-interno', state: 'Activa', used: 'hace 5 días' },
  { name: 'prueba-2025', state: 'Caducada', used: 'hace 9 meses' },
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>▲ basalto</b><a href="#tables">Editor de tablas</a><a href="#auth">Autenticación</a><a href="#store">Almacenamiento</a><a href="/api-keys" aria-current="page">Claves de API</a><a href="#pay">Suscripción</a></nav><main><div class="head"><div><h1>Claves de API</h1><span class="muted" id="count"></span></div><span id="top"></span></div><div id="full"></div><div id="part"></div><table><thead><tr><th>Nombre</th><th>Estado</th><th>Último uso</th><th></th></tr></thead><tbody id="rows"></tbody></table><div class="card"><b>¿Más de tres claves?</b> El plan Pro las tiene sin límite. <a href="#pro">Mejorar plan</a></div></main></div>',
)
const draw = () => {
  one('#count').textContent = `${rows.length} de 3 claves en uso`
  const isFull = rows.length >= 3
  put(
    one('#top'),
    key || isUnfolded
      ? ''
      : `<button m="open-form" type="button" class="primary" id="add"${isFull ? ' disabled title="Ha llegado al límite de claves"' : ''}>Nueva clave</button>`,
    'instead',
  )
  put(
    one('#full'),
    isFull && !isFreed
      ? `<div class="card" role="status" style="background:#fdf3d8"><b>Ha llegado al límite de su plan (3 claves).</b><p>La clave <b>prueba-2025</b> ha caducado y ya no funciona. Elimínela para poder crear otra.</p>${isAsking ? '<p>¿Eliminar la clave caducada <b>prueba-2025</b>?</p><button type="button" id="keep">Cancelar</button> <button m="confirm-revoke" type="button" class="danger" id="yes">Sí, eliminar</button>' : '<button m="clear-away" type="button" id="drop">Eliminar la clave caducada</button>'}</div>`
      : '',
    'instead',
  )
  put(
    one('#rows'),
    rows
      .map(
        row =>
          `<tr><td>${row.name}</td><td>${row.state}</td><td>${row.used}</td><td><button type="button" class="icon">Detalles</button></td></tr>`,
      )
      .join(''),
    'instead',
  )
}
draw()
const ask = is => {
  isAsking = is
  draw()
}
on('#drop', () => ask(true))
on('#keep', () => ask(false))
on('#yes', () =>
  later(700, () => {
    isFreed = true
    rows.pop()
    ask(false)
    put(document.body, '<div class="toast" id="toast" role="status">Clave caducada eliminada</div>')
    setTimeout(() => one('#toast')?.remove(), 2500)
  }),
)
on('#add', () => {
  isUnfolded = true
  draw()
  put(
    one('#part'),
    '<section class="card"><h2>Nueva clave</h2><div class="field"><label for="nm">Nombre de la clave</label><input m="name" id="nm" autocomplete="off"><span class="muted">Solo lo verá su equipo.</span></div><div class="field"><label for="ac">Acceso</label><select m="permissions" id="ac"><option value="all">Acceso completo</option><option value="read">Solo lectura</option></select></div><div class="row"><button m="submit" type="button" class="primary" id="go">Crear clave</button><button type="button" id="no">Cancelar</button></div></section>',
    'instead',
  )
})
on('#no', () => {
  isUnfolded = false
  one('#part').replaceChildren()
  draw()
})
on('#go', button => {
  name = typedIn('#nm').trim()
  if (!name) return
  button.disabled = true
  button.textContent = 'Creando…'
  later(1000, () => {
    key = newKey()
    isUnfolded = false
    rows.push({ name, state: 'Activa', used: 'Nunca' })
    draw()
    put(
      one('#part'),
      `<section class="card"><h2>Guarde su clave</h2><p>No volveremos a mostrarla. Péguela en el archivo de entorno de su aplicación.</p><div style="background:#1b1f24;color:#e6eaee;border-radius:8px"><div class="row" style="padding:6px 14px;margin:0;border-bottom:1px solid #444"><span>📄 .env.local</span><button m="copy" type="button" class="icon" style="color:inherit;margin-inline-start:auto" id="copy">Copiar</button></div><pre style="margin:0;padding:14px;white-space:pre-wrap;word-break:break-all"># ${name}\nAPI_REGION=eu-west\nAPI_KEY=<span id="key">${key}</span></pre></div><div class="row"><button m="done" type="button" class="primary" id="end">Ya la he guardado</button></div></section>`,
      'instead',
    )
  })
})
on('#copy', button => {
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Copiada'
  state.seen.copied = true
})
on('#end', () => {
  state.seen.closed = true
  one('#part').replaceChildren()
})
tell(
  [
    { purpose: 'confirm-revoke', done: () => isFreed },
    { purpose: 'clear-away', done: () => isFreed },
    { purpose: 'open-form', when: () => key === null && isFreed, done: () => isUnfolded },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm').trim() !== '' },
    { purpose: 'permissions', value: 'all', done: () => typedIn('#ac') === 'all' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
