// Dutch; a notes company: a page form with a list in a portal, "Opslaan", then a dialog that only leads on, then a page where the secret is a password field behind "Tonen".
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let at = 'list'
let key = null
let space = ''
const pages = {
  list: () =>
    '<h1>Integraties</h1><p class="muted">Ontwikkel of beheer integraties.</p><div m="open-form" role="button" tabindex="0" id="add" class="card" style="cursor:pointer;width:300px">＋ Nieuwe integratie</div>',
  form: () =>
    `<h1>Nieuwe integratie</h1><div class="field"><label for="n">Naam van integratie toevoegen *</label><input m="name" id="n"></div><div class="field"><span>Gekoppelde werkruimte *</span><div m="project" role="button" tabindex="0" id="ws" class="btn" aria-haspopup="dialog">${space || 'Een werkruimte selecteren'}</div></div><div class="field"><span>Type</span><div class="btn" role="button" tabindex="0">Intern ⌄</div></div><div class="field"><span>Logo</span><button type="button">Afbeelding uploaden</button></div><p class="muted">Door op Opslaan te klikken gaat u akkoord met de ontwikkelaarsvoorwaarden.</p><button m="submit" type="button" class="primary" id="go">Opslaan</button>`,
  made: () =>
    `<h1>Configuratie</h1><h3>Intern integratiegeheim</h3><p class="muted">Gebruik het in de header van uw verzoeken. Deel het met niemand.</p><div class="row"><input id="key" type="password" readonly value="${key}" style="width:480px"><button m="reveal-eye" type="button" class="btn" id="eye">Tonen</button><button type="button" class="btn gone" id="copy">Kopiëren</button></div><h3>Mogelijkheden</h3><label><input type="checkbox" checked> Inhoud lezen</label>`,
}
const draw = () =>
  put(
    document.body,
    `<div class="app"><nav><a href="/api-keys">Integraties</a><a href="/docs">Documentatie</a></nav><main>${pages[at]()}</main></div><div id="portal"></div>`,
    'instead',
  )
draw()
const go = to => {
  at = to
  draw()
}
on('#add', () => later(300, () => go('form')))
on('#ws', () => {
  const { left, bottom } = one('#ws').getBoundingClientRect()
  put(
    one('#portal'),
    `<div role="dialog" class="menu" style="position:fixed;left:${left}px;top:${bottom}px"><div class="pick" role="menuitem" m="project-option">Default project</div><div class="pick" role="menuitem">Ada’s ruimte</div></div>`,
    'instead',
  )
})
on('.pick', item => {
  space = item.textContent
  one('#ws').textContent = space
  one('#portal').replaceChildren()
})
on('#go', () => {
  if (!typedIn('#n') || !space) return
  later(900, () => {
    key = newKey()
    put(
      one('#portal'),
      '<div class="veil"></div><div role="dialog" aria-modal="true" class="modal"><h2>Integratie gemaakt</h2><p>Uw integratie is gemaakt. Stel nu in wat zij mag.</p><button m="next-step" type="button" class="primary" id="on">Integratie-instellingen configureren</button></div>',
      'instead',
    )
  })
})
on('#on', () => go('made'))
on('#eye', () => {
  const isBare = one('#key').type === 'text'
  one('#key').type = isBare ? 'password' : 'text'
  one('#eye').textContent = isBare ? 'Tonen' : 'Verbergen'
  one('#copy').classList.toggle('gone', isBare)
})
tell(
  [
    { purpose: 'next-step', done: () => false },
    { purpose: 'open-form', when: () => key === null, done: () => false },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => key !== null || typedIn('#n') !== '' },
    { purpose: 'project-option', done: () => space !== '' },
    { purpose: 'project', done: () => space !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => one('#key')?.type === 'text' },
  ],
  { reached: () => key !== null, key: () => (one('#key')?.type === 'text' ? one('#key') : null) },
)
