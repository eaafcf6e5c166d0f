// Material UI: a drawer whose root has the role of a presentation, a select in a portal, the key in an alert.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div id="root"><div class="app MuiBox-root"><nav aria-label="main"><a href="/home">Overview</a><a href="/api-keys" aria-current="page">Credentials</a></nav>
<main><div class="head"><h4 class="MuiTypography-root">Credentials</h4><span id="top"></span></div><table class="MuiTable-root"><thead><tr><th>Label</th><th>Secret</th><th></th></tr></thead><tbody id="rows"><tr><td>ci</td><td>sk-…9Qa1</td><td><button class="icon" aria-label="delete">🗑</button></td></tr></tbody></table></main></div></div>`,
)
put(
  one('#top'),
  '<button m="open-form" class="primary MuiButton-root MuiButton-contained" tabindex="0" type="button" id="add"><span class="MuiButton-startIcon">＋</span>New credential<span class="MuiTouchRipple-root"></span></button>',
)
let key = null
on('#add', () => {
  if (one('.MuiDrawer-root')) return
  put(
    document.body,
    `<div role="presentation" class="MuiDrawer-root MuiModal-root"><div class="veil MuiBackdrop-root" aria-hidden="true"></div><div tabindex="0" data-testid="sentinelStart"></div>
<div class="drawer MuiPaper-root MuiDrawer-paper" tabindex="-1"><div id="inside"><h6 class="MuiTypography-root">New credential</h6>
<div class="field MuiFormControl-root"><label class="MuiInputLabel-root" for=":r3:" id=":r3:-label">Label</label><div class="MuiInputBase-root"><input m="name" aria-invalid="false" id=":r3:" type="text" class="MuiInputBase-input"><fieldset aria-hidden="true" style="display:none"><legend><span>Label</span></legend></fieldset></div></div>
<div class="field MuiFormControl-root"><label id="ws-label">Workspace</label><div class="MuiInputBase-root"><div m="project" tabindex="0" role="combobox" aria-controls=":r4:" aria-expanded="false" aria-haspopup="listbox" aria-labelledby="ws-label ws" id="ws" class="btn MuiSelect-select">Default project</div><input aria-hidden="true" tabindex="-1" class="gone" value="default"></div></div>
<div class="row"><button class="btn MuiButton-text" type="button" id="no">Cancel</button><button m="submit" class="primary MuiButton-root" type="button" id="go" disabled>Generate</button></div></div></div></div>`,
  )
  document.body.style.overflow = 'hidden'
  one('#root').setAttribute('aria-hidden', 'true')
})
document.addEventListener('input', () => {
  if (one('#go')) one('#go').disabled = typedIn('[id=":r3:"]').trim() === ''
})
on('#no', () => close())
function close() {
  one('.MuiDrawer-root')?.remove()
  one('#root').removeAttribute('aria-hidden')
  if (key) {
    one('#rows').insertAdjacentHTML(
      'afterbegin',
      `<tr><td>${state.seen.name}</td><td>sk-…${key.slice(-4)}</td><td></td></tr>`,
    )
    state.seen.closed = true
  }
}
on('#go', () => {
  state.seen.name = typedIn('[id=":r3:"]')
  one('#go').innerHTML = '<span role="progressbar">…</span>'
  one('#go').disabled = true
  later(700, () => {
    key = newKey()
    put(
      one('#inside'),
      `<h6>Credential created</h6><div role="alert" class="card MuiAlert-root"><div class="MuiAlert-message">Copy it now, it cannot be displayed again.<div class="row"><code class="mono" id="key">${key}</code><button m="copy" class="icon MuiIconButton-root" aria-label="copy to clipboard" type="button">⧉</button></div></div></div><button m="done" class="btn" id="shut" type="button">I have stored it</button>`,
      'instead',
    )
  })
})
on('#shut', close)
tell(
  [
    { purpose: 'open-form', done: () => one('.drawer') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('[id=":r3:"]') !== '' },
    { purpose: 'project', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
