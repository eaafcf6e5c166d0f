// A tree of folders and spaces, as projects are called here; the plus of a branch opens a small list of what to add there, and the name is typed in the tree itself.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'tree'
const isMade = () => state.seen.project !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization/projects" aria-current="page">Structure</a><a href="#x">People</a><a href="#x">Policies</a><a href="#x">Keys</a></nav><main><h1>Structure</h1><p>Spaces keep keys, spending and people of one piece of work together, as projects do elsewhere. Folders only hold spaces.</p><input type="search" placeholder="Jump to…" aria-label="Jump to"><div id="tree" role="tree" aria-label="Structure" class="card"></div><section class="card"><h2>Default project</h2><p class="muted">Selected · 1 key · $1.84 this month</p><div class="field"><label for="dn">Display name</label><input id="dn" value="Default project"></div><button type="button" disabled>Save</button></section></main></div>`,
)
const draw = () =>
  put(
    one('#tree'),
    `<div role="treeitem" aria-level="1" aria-expanded="true" class="row" style="position:relative">▾ 🏢 <b>Personal</b><button${part === 'tree' && !isMade() ? ' m="open-form"' : ''} type="button" class="icon" id="plus" aria-label="Add to Personal" aria-haspopup="menu">＋</button><button type="button" class="icon" aria-label="Settings of Personal">⚙</button>${part === 'menu' ? '<div class="menu" role="menu" style="top:28px;inset-inline-start:90px"><div role="menuitem" tabindex="0">Folder</div><div m="open-form" role="menuitem" tabindex="0" id="space">Space</div><div role="menuitem" tabindex="0">Link to a space</div></div>' : ''}</div>
<div role="treeitem" aria-level="2" aria-selected="true" class="row" style="padding-inline-start:26px;background:#e8f0ff">▢ Default project</div>
<div role="treeitem" aria-level="2" aria-expanded="false" class="row" style="padding-inline-start:26px">▸ 📁 Old things</div>${
      part === 'typing'
        ? '<div class="row" style="padding-inline-start:26px">▢ <input m="name" id="nm" aria-label="Name of the space" placeholder="New space"><button m="submit" type="button" class="icon" id="ok" aria-label="Add">✔</button><button type="button" class="icon" id="no" aria-label="Do not add">✖</button></div>'
        : ''
    }${part === 'wait' ? '<div class="row muted" style="padding-inline-start:26px">▢ Adding…</div>' : ''}${isMade() ? `<div role="treeitem" aria-level="2" class="row" style="padding-inline-start:26px">▢ ${state.seen.project}</div>` : ''}`,
    'instead',
  )
const go = to => {
  part = to
  draw()
}
draw()
on('#plus', () => go(part === 'menu' ? 'tree' : 'menu'))
on('#space', () => go('typing'))
on('#no', () => go('tree'))
const add = () => {
  const name = typedIn('#nm').trim()
  if (!name) return one('#nm').focus()
  go('wait')
  later(900, () => {
    state.seen.project = name
    go('tree')
  })
}
on('#ok', add)
document.addEventListener('keydown', ({ key, target }) => {
  if (target.id === 'nm' && key === 'Enter') add()
  if (target.id === 'nm' && key === 'Escape') go('tree')
})
tell(
  [
    { purpose: 'open-form', done: () => isMade() || part === 'typing' || part === 'wait' },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#nm') !== '' },
    { purpose: 'submit', done: isMade },
  ],
  { reached: isMade },
)
