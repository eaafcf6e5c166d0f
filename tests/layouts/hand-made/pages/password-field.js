// German; a native dialog opened from a split button; the key stays a password field that never shows, only "Kopieren" gives it.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><aside class="rail"><a href="/api-keys">Zugänge</a></aside><main><div class="head"><h1>Zugänge</h1><div id="top" style="display:flex"></div></div><p>Noch kein Zugang angelegt.</p></main></div><div id="layer"></div><dialog id="d" style="width:480px"></dialog>',
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" id="add">Zugang anlegen</button><button type="button" class="primary" id="split" aria-haspopup="menu" aria-label="Weitere Arten">▾</button>',
)
on('#split', () =>
  put(
    one('#layer'),
    '<div class="menu" role="menu" style="top:90px;right:320px"><div role="menuitem">Zugang importieren</div><div role="menuitem">Dienstkonto anlegen</div></div>',
    'instead',
  ),
)
on('#add', () => {
  put(
    one('#d'),
    '<form method="dialog" id="form"><h2>Zugang anlegen</h2><p><label>Bezeichnung<br><input m="name" id="n" required></label></p><p><label>Gültig bis<br><input m="expiry" type="date" id="until"></label></p><p><button m="submit" type="submit" class="primary" id="go">Anlegen</button> <button type="button" id="no">Abbrechen</button></p></form>',
    'instead',
  )
  one('#d').showModal()
})
on('#no', () => one('#d').close())
one('#d').addEventListener('submit', event => {
  event.preventDefault()
  if (typedIn('#n'))
    later(700, () => {
      key = newKey()
      put(
        one('#d'),
        '<h2>Zugang angelegt</h2><p>Der Schlüssel wird aus Sicherheitsgründen nicht angezeigt. Kopieren Sie ihn jetzt.</p><div class="row"><input type="password" readonly id="key" aria-label="Schlüssel"><button m="copy" type="button" class="primary" id="copy">Kopieren</button></div><p><button m="done" type="button" id="end">Schließen</button></p>',
        'instead',
      )
      one('#key').value = key
    })
})
on('#copy', button => {
  state.seen.copied = true
  navigator.clipboard?.writeText(key).catch(() => {})
  button.textContent = 'Kopiert'
})
on('#end', () => {
  one('#d').close()
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#d').open },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => state.seen.copied === true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => null },
)
