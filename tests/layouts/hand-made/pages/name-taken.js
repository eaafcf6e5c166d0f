// Dutch; a side sheet. The first try comes back with an error in a banner on the page, the sheet is closed and its fields are empty when it is opened again.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let tries = 0
let isUp = false
let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/api-keys">API-sleutels</a><a href="/usage">Verbruik</a></nav><main><div id="warn"></div><div class="head"><h1>API-sleutels</h1><span id="top"></span></div><table><thead><tr><th>Naam</th><th>Sleutel</th></tr></thead><tbody id="rows"><tr><td>website</td><td class="mono">sk-…qL20</td></tr></tbody></table></main></div><div id="side"></div>',
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Sleutel toevoegen</button>')
const shut = () => {
  isUp = false
  one('#side').replaceChildren()
}
on('#add', () => {
  isUp = true
  one('#warn').replaceChildren()
  put(
    one('#side'),
    `<aside class="drawer" aria-label="Sleutel toevoegen"><h2>Sleutel toevoegen</h2><div class="field"><label for="n">Naam</label><input m="name" id="n"></div><div class="field"><label for="p">Project</label><select m="project" id="p"><option>Default project</option><option>Experimenten</option></select></div><fieldset m="permissions" m-is="label"><legend>Rechten</legend><label m="permissions"><input type="radio" name="r" checked> Alles</label> <label><input type="radio" name="r"> Alleen lezen</label></fieldset><div class="row"><button type="button" class="btn" id="no">Annuleren</button><button m="submit" type="button" class="primary" id="go">Toevoegen</button></div></aside>`,
    'instead',
  )
})
on('#no', shut)
on('#go', () => {
  const name = typedIn('#n')
  if (!name) return
  one('#go').disabled = true
  one('#go').textContent = 'Bezig…'
  later(1000, () => {
    shut()
    if (tries++ === 0)
      return one('#warn').insertAdjacentHTML(
        'beforeend',
        '<div class="card" role="alert" style="border-color:#b3261e">De sleutel kon niet worden toegevoegd. Probeer het opnieuw.</div>',
      )
    key = newKey()
    one('#rows').insertAdjacentHTML(
      'afterbegin',
      `<tr><td>${name}</td><td class="mono">sk-…${key.slice(-4)}</td></tr>`,
    )
    put(
      one('#side'),
      `<aside class="drawer" aria-label="Nieuwe sleutel"><h2>${name}</h2><p>Bewaar de sleutel nu, hij wordt niet nog eens getoond.</p><textarea id="key" readonly rows="4" style="width:100%">${key}</textarea><div class="row"><button m="copy" type="button" class="btn">Kopiëren</button><button m="done" type="button" class="btn" id="end">Klaar</button></div></aside>`,
      'instead',
    )
  })
})
on('#end', () => {
  state.seen.closed = true
  shut()
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => isUp },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'project', done: () => true },
    { purpose: 'permissions', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
