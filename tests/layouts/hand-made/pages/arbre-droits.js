// Fluent in French: a bar of commands, a panel at the side, a choice between all and some, then a tree of rights that unfolds; the key in a field of the same panel.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let mode = 'all'
const open = new Set()
const given = new Set()
const groups = [
  [
    'models',
    'Modèles',
    [
      ['models.read', 'Lister les modèles'],
      ['responses.write', 'Générer des réponses'],
      ['embeddings.write', 'Calculer des vecteurs'],
    ],
  ],
  [
    'files',
    'Fichiers',
    [
      ['files.read', 'Lire'],
      ['files.write', 'Écrire'],
    ],
  ],
  [
    'admin',
    'Administration',
    [
      ['users.write', 'Gérer les membres'],
      ['billing.write', 'Modifier la facturation'],
    ],
  ],
]
const isOurs = id => id !== 'admin'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div style="background:#0f548c;color:#fff;padding:10px 20px">Portail IA <span style="float:inline-end">alex@exemple.fr</span></div><div class="app"><nav class="ms-Nav"><a href="#accueil">Accueil</a><a href="#deploiements">Déploiements</a><a href="/api-keys" aria-current="page">Clés et accès</a><a href="#quotas">Quotas</a></nav><main><h1>Clés et accès</h1><div class="ms-CommandBar row" role="menubar" id="bar"></div><div class="card"><b>Point de terminaison</b><div class="row"><code>https://portail.exemple.fr/v1</code><button type="button" class="icon" aria-label="Copier le point de terminaison">⧉</button></div></div><table class="ms-DetailsList"><thead><tr><th>Nom d’affichage</th><th>Clé</th><th>Accès</th></tr></thead><tbody id="rows"><tr><td>traduction</td><td>sk-…Vn3c</td><td>Complet</td></tr></tbody></table></main></div>`,
)
put(
  one('#bar'),
  '<button m="open-form" type="button" role="menuitem" class="icon ms-CommandBarItem-link" id="add">＋ Ajouter une clé</button><button type="button" role="menuitem" class="icon">↻ Actualiser</button><button type="button" role="menuitem" class="icon" disabled>🗑 Supprimer</button><button type="button" role="menuitem" class="icon">✎ Commentaires</button>',
)
const tree = () =>
  `<ul m="permission-row" m-is="label" role="tree" class="fui-Tree" aria-label="Droits" style="list-style:none;padding:0;border:1px solid #ccc;border-radius:4px">${groups
    .map(([id, label, rights]) => {
      const count = rights.filter(([right]) => given.has(right)).length
      const ours = isOurs(id) ? ' m="permission-row"' : ''
      return `<li role="treeitem" aria-expanded="${open.has(id)}" style="padding:4px 8px"><div class="row" style="margin:4px 0"><button type="button" class="icon twist" data-of="${id}" aria-label="${open.has(id) ? 'Réduire' : 'Développer'} ${label}"${ours}>${open.has(id) ? '▾' : '▸'}</button><label${ours}><input type="checkbox" class="group" data-of="${id}"${count === rights.length ? ' checked' : ''}> ${label}</label><span class="muted">${count} sur ${rights.length}</span></div>${open.has(id) ? `<ul role="group" style="list-style:none;padding-inline-start:48px">${rights.map(([right, words]) => `<li role="treeitem"><label${ours}><input type="checkbox" class="right" data-of="${right}"${given.has(right) ? ' checked' : ''}> ${words}</label></li>`).join('')}</ul>` : ''}</li>`
    })
    .join('')}</ul><p class="muted">Choisissez au moins un droit.</p>`
function ready() {
  if (one('#go')) one('#go').disabled = typedIn('#nom').trim() === '' || (mode === 'some' && given.size === 0)
}
function draw() {
  put(one('#tree'), mode === 'some' ? tree() : '', 'instead')
  ready()
}
on('#add', () => {
  if (one('#panel')) return
  mode = 'all'
  given.clear()
  open.clear()
  put(
    document.body,
    `<div id="panel"><div class="veil ms-Overlay"></div><div class="drawer ms-Panel-main" role="dialog" aria-modal="true" aria-labelledby="pt"><div class="head"><h2 id="pt">Ajouter une clé</h2><button type="button" class="icon" aria-label="Fermer" id="x">✕</button></div><div id="inside"><div class="field"><label for="nom">Nom d’affichage</label><input m="name" id="nom" class="ms-TextField-field"></div><div m="permissions" m-is="label" role="radiogroup" aria-labelledby="al"><p id="al">Accès</p><label class="row"><input type="radio" name="mode" value="all" checked> Accès complet</label><label m="permissions" class="row"><input type="radio" name="mode" value="some"> Accès restreint</label></div><div id="tree"></div><div class="row"><button m="submit" type="button" class="primary" id="go" disabled>Ajouter</button><button type="button" id="no">Annuler</button></div></div></div></div>`,
  )
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'nom') ready()
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'mode') mode = target.value
  else if (target.matches('.right')) given[target.checked ? 'add' : 'delete'](target.dataset.of)
  else if (target.matches('.group')) {
    const [, , rights] = groups.find(([id]) => id === target.dataset.of)
    for (const [right] of rights) given[target.checked ? 'add' : 'delete'](right)
  } else return
  draw()
})
on('.twist', button => {
  const { of } = button.dataset
  open[open.has(of) ? 'delete' : 'add'](of)
  draw()
})
function close() {
  one('#panel').remove()
  if (!key) return
  one('#rows').insertAdjacentHTML(
    'beforeend',
    `<tr><td>${state.seen.name}</td><td>sk-…${key.slice(-4)}</td><td>${state.seen.permissions === 'restricted' ? 'Restreint' : 'Complet'}</td></tr>`,
  )
  state.seen.closed = true
}
on('#x, #no, #shut', close)
on('#go', button => {
  state.seen.name = typedIn('#nom').trim()
  state.seen.permissions = mode === 'some' ? 'restricted' : 'all'
  button.disabled = true
  button.textContent = 'Ajout en cours…'
  later(1000, () => {
    key = newKey()
    one('#pt').textContent = 'Clé ajoutée'
    put(
      one('#inside'),
      `<div class="card ms-MessageBar" role="status">Copiez la clé maintenant : elle ne sera plus affichée.</div><div class="field"><label for="key">Clé</label><div class="row" style="width:100%"><input id="key" readonly value="${key}" style="flex:1"><button m="copy" type="button" class="icon" aria-label="Copier la clé" id="copy">⧉</button></div></div><button m="done" type="button" class="primary" id="shut">Fermer</button>`,
      'instead',
    )
  })
})
on('#copy', button => {
  button.textContent = '✓'
})
tell(
  [
    { purpose: 'open-form', done: () => one('#panel') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nom') !== '' },
    {
      purpose: 'permissions',
      done: () => mode === 'some',
      at: () => one('input[name=mode][value=some]'),
    },
    {
      purpose: 'permission-row',
      done: () => given.size > 0,
      at: () => one('[data-of="responses.write"]') ?? one('.twist[data-of=models]'),
    },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null && state.seen.permissions === 'restricted', key: () => one('#key') },
)
