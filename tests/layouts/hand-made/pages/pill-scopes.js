// Mantine: a card that unfolds over the table, a bar of three presets, scopes as pills that are picked from a list; the key stands in the first row of the table.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
let mode = 'all'
let picked = []
const scopes = [
  ['models:read', 'See which models there are', true],
  ['chat:write', 'Ask a model', true],
  ['embeddings:write', 'Make embeddings', true],
  ['files:read', 'Read files', true],
  ['files:write', 'Upload and delete files', true],
  ['keys:admin', 'Make and end keys', false],
  ['org:admin', 'Change the organization', false],
]
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app mantine-AppShell"><nav><b>Lattice</b><a href="#play">Playground</a><a href="#traces">Traces</a><a href="/api-keys" aria-current="page">Access tokens</a><a href="#team">Team</a></nav><main><div class="card" style="background:#f3f0ff">🎉 Prompt hub is here. Share prompts with your team. <a href="#hub">Learn more</a></div><div class="head"><h1>Access tokens</h1><span id="top"></span></div><div id="form"></div><table class="mantine-Table"><thead><tr><th>Name</th><th>Token</th><th>Scopes</th><th></th></tr></thead><tbody id="rows"><tr><td>ci</td><td><code>sk-…3kTb</code></td><td>all</td><td><button type="button" class="icon" aria-label="Delete ci">🗑</button></td></tr></tbody></table></main></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary mantine-Button-root" id="add">Generate token</button>',
)
const presets = [
  ['all', 'All'],
  ['read', 'Read only'],
  ['custom', 'Custom'],
]
function draw() {
  put(
    one('#scopes'),
    mode !== 'custom'
      ? `<p class="muted">${mode === 'all' ? 'The token may do everything that you may.' : 'The token may read, and change nothing.'}</p>`
      : `<div class="field" style="align-items:stretch"><span id="sl">Scopes</span><div class="mantine-PillsInput-input" style="border:1px solid #8a939c;border-radius:4px;padding:4px;display:flex;flex-wrap:wrap;gap:6px">${picked.map(id => `<span class="mantine-Pill-root" style="background:#e7e9ec;border-radius:10px;padding:2px 8px">${id}<button type="button" class="icon unpick" aria-label="Remove ${id}" data-of="${id}" style="padding:0 4px">✕</button></span>`).join('')}<input m="permission-row" id="pick" role="combobox" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="sl" placeholder="Pick scopes" autocomplete="off" style="border:0;flex:1;min-width:140px"></div><div id="drop"></div></div>`,
    'instead',
  )
  ready()
}
function ready() {
  if (one('#go'))
    one('#go').disabled = typedIn('#label').trim() === '' || (mode === 'custom' && picked.length === 0)
}
function unfold() {
  const words = typedIn('#pick').trim().toLowerCase()
  const left = scopes.filter(
    ([id, about]) => !picked.includes(id) && `${id} ${about}`.toLowerCase().includes(words),
  )
  one('#pick').setAttribute('aria-expanded', 'true')
  put(
    one('#drop'),
    `<div role="listbox" id="list" aria-label="Scopes" class="mantine-MultiSelect-dropdown" style="border:1px solid #ccc;border-radius:4px;max-height:190px;overflow:auto">${left.map(([id, about, isOurs]) => `<div role="option" class="option" data-of="${id}"${isOurs ? ' m="permission-row"' : ''} style="padding:6px 10px;cursor:pointer">${id} <span class="muted">${about}</span></div>`).join('') || '<div class="muted" style="padding:8px">Nothing found</div>'}</div>`,
    'instead',
  )
}
function fold() {
  if (!one('#list')) return
  one('#drop').replaceChildren()
  one('#pick').setAttribute('aria-expanded', 'false')
}
on('#add', () => {
  if (one('#box')) return
  mode = 'all'
  picked = []
  put(
    one('#form'),
    `<section class="card mantine-Paper-root" id="box" aria-labelledby="ft"><h2 id="ft">Generate token</h2><div class="field"><label for="label">Name</label><input m="name" id="label" class="mantine-TextInput-input"></div><div class="field"><label for="note">Note <span class="muted">(optional)</span></label><input m="description" id="note"></div><div class="field"><span id="pl">Permissions</span><div m="permissions" m-is="label" role="radiogroup" aria-labelledby="pl" class="mantine-SegmentedControl-root" style="display:flex;border:1px solid #ccc;border-radius:6px;padding:3px">${presets.map(([id, label]) => `<label${id === 'all' ? '' : ' m="permissions"'} class="seg" style="padding:5px 16px;cursor:pointer;position:relative"><input type="radio" name="preset" value="${id}"${id === 'all' ? ' checked' : ''} style="position:absolute;opacity:0"><span>${label}</span></label>`).join('')}</div></div><div id="scopes"></div><div class="row"><button m="submit" type="button" class="primary" id="go" disabled>Generate</button><button type="button" id="no">Cancel</button></div></section>`,
  )
  paint()
  draw()
})
function paint() {
  for (const label of document.querySelectorAll('.seg'))
    label.style.background = label.querySelector('input').checked ? '#dbe4ff' : ''
}
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'preset') return
  mode = target.value
  paint()
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'label') ready()
  if (target.id === 'pick') unfold()
})
document.addEventListener('focusin', ({ target }) => {
  if (target.id === 'pick' && !one('#list')) unfold()
})
on('#pick', () => {
  if (!one('#list')) unfold()
})
on('.option', option => {
  picked.push(option.dataset.of)
  draw()
})
on('.unpick', button => {
  picked = picked.filter(id => id !== button.dataset.of)
  draw()
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#pick, #list')) fold()
})
on('#no', () => one('#box').remove())
on('#go', button => {
  state.seen.name = typedIn('#label').trim()
  state.seen.permissions = mode === 'all' ? 'all' : 'restricted'
  const words = mode === 'custom' ? picked.join(', ') : mode
  button.disabled = true
  button.textContent = 'Generating…'
  later(900, () => {
    key = newKey()
    one('#box').remove()
    put(
      one('#rows'),
      `<tr style="background:#ebfbee"><td>${state.seen.name} <b>New</b></td><td><code id="key" class="mono">${key}</code><div class="muted">Make sure to copy it. You will not see it again.</div></td><td>${words}</td><td><button m="copy" type="button" class="icon" aria-label="Copy token" id="copy">⧉</button></td></tr>`,
    )
    one('#rows').prepend(one('#rows').lastElementChild)
  })
})
on('#copy', button => {
  button.textContent = '✓'
})
tell(
  [
    { purpose: 'open-form', done: () => one('#box') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#label') !== '' },
    { purpose: 'description', value: '', done: () => true },
    {
      purpose: 'permissions',
      done: () => mode !== 'all',
      at: () => one('input[name=preset][value=custom]'),
    },
    {
      purpose: 'permission-row',
      done: () => picked.length > 0,
      at: () => one('.option[data-of="chat:write"]') ?? one('#pick'),
    },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null && state.seen.permissions === 'restricted', key: () => one('#key') },
)
