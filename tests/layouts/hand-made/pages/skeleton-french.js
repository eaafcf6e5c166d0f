// French; bones first, then a button that is off for a while; every node is drawn anew each second and a half, what was typed is kept; the key is a disabled field.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let name = ''
let part = 'bones'
let isOff = true
const bone = '<div style="height:18px;background:#e3e7eb;border-radius:4px;margin:8px 0;width:60%"></div>'
const main = () =>
  part === 'bones'
    ? bone.repeat(6)
    : `<div class="head"><h1>Clés API</h1><button m="open-form" type="button" class="primary" id="add"${isOff ? ' disabled' : ''}>Générer une clé</button></div><p>Aucune clé pour le moment.</p>`
const side = () =>
  part === 'form'
    ? `<aside id="side" class="drawer"><h2>Générer une clé</h2><div class="field"><label for="n">Nom de la clé</label><input m="name" id="n" value="${name}"></div><div class="field"><label for="d">Durée de validité</label><select m="expiry" id="d"><option>Illimitée</option><option>90 jours</option></select></div><div class="row"><button type="button" id="no">Annuler</button><button m="submit" type="button" class="primary" id="go">Générer</button></div></aside>`
    : part === 'made'
      ? `<aside id="side" class="drawer"><h2>Votre clé</h2><p>Elle ne sera plus affichée.</p><input id="key" disabled value="${key}" style="width:380px"><div class="row"><button m="copy" type="button">Copier</button><button m="done" type="button" id="end">Terminer</button></div></aside>`
      : ''
const draw = () => {
  const typed = one('#n')
  const isIn = typed && document.activeElement === typed
  const choice = one('#d')?.selectedIndex ?? 0
  if (typed) name = typed.value
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">Clés API</a><a href="/usage">Consommation</a></nav><main>${main()}</main></div>${side()}`,
    'instead',
  )
  if (one('#d')) one('#d').selectedIndex = choice
  if (isIn) one('#n')?.focus()
}
draw()
later(2500, () => {
  part = 'list'
  draw()
  later(1500, () => {
    isOff = false
    draw()
  })
})
setInterval(() => part !== 'bones' && draw(), 1500)
const go = to => {
  part = to
  draw()
}
on('#add', () => go('form'))
on('#no', () => go('list'))
on('#go', () => {
  if (typedIn('#n'))
    later(900, () => {
      key = newKey()
      go('made')
    })
})
on('#end', () => {
  state.seen.closed = true
  go('list')
})
tell(
  [
    { purpose: 'open-form', when: () => key === null && !isOff, done: () => part !== 'list' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
