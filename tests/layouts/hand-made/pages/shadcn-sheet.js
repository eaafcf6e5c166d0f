// Radix and shadcn: a sheet, a select with a hidden native one, radios that are buttons; the key in a read-only field cut by its box.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><div class="rail" data-sidebar="sidebar"><ul data-sidebar="menu"><li><a href="/settings/organization/api-keys" data-active="true">API keys</a></li><li><a href="/settings/organization/limits">Limits</a></li></ul></div><main><div class="head"><h1 class="text-2xl font-semibold">API keys</h1><span id="top"></span></div><p class="muted">Keys are shared with everyone in the workspace.</p></main></div>`,
)
put(
  one('#top'),
  '<button m="open-form" class="primary inline-flex" type="button" aria-haspopup="dialog" aria-expanded="false" aria-controls="radix-:r1:" data-state="closed" id="add"><svg width="16" height="16" aria-hidden="true"></svg>Create key</button>',
)
let key = null
let expiry = ''
const access = 'full'
on('#add', () => {
  one('#add').dataset.state = 'open'
  put(
    document.body,
    `<div id="portal"><div data-state="open" class="veil" aria-hidden="true"></div><div role="dialog" id="radix-:r1:" aria-describedby="d1" aria-labelledby="t1" data-state="open" class="drawer" tabindex="-1"><h2 id="t1">Create key</h2><p id="d1" class="muted">Choose what this key can do.</p><form id="form">
<div class="field"><label for=":r5:-form-item">Display name</label><input m="name" id=":r5:-form-item" name="name" aria-invalid="false" placeholder="Untitled key"></div>
<div class="field"><label>Expires in</label><button m="expiry" type="button" role="combobox" aria-controls="radix-:r9:" aria-expanded="false" aria-autocomplete="none" dir="ltr" data-state="closed" data-placeholder="" id="exp"><span style="pointer-events:none">Select a duration</span></button><select aria-hidden="true" tabindex="-1" style="position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip:rect(0,0,0,0);opacity:0"><option value=""></option><option value="30">30 days</option></select></div>
<div class="field" role="radiogroup" aria-label="Access"><div class="row"><button m="permissions" type="button" role="radio" aria-checked="true" data-state="checked" value="full" id="full" class="icon">◉</button><label for="full">Full access</label></div><div class="row"><button type="button" role="radio" aria-checked="false" data-state="unchecked" value="custom" id="custom" class="icon">○</button><label for="custom">Custom</label></div></div>
<button m="submit" type="submit" class="primary">Create</button></form></div></div>`,
  )
  one('#form').addEventListener('submit', event => {
    event.preventDefault()
    if (!expiry) {
      one('#form').insertAdjacentHTML(
        'beforeend',
        '<p class="danger" role="alert">Choose how long the key lives.</p>',
      )
      return
    }
    later(600, () => {
      key = newKey()
      put(
        one('[role=dialog]'),
        `<h2 id="t1">Your new key</h2><p class="muted">Make sure to copy it now. You won’t be able to see it again.</p><div class="row"><input id="key" readonly aria-label="API key" style="width:240px"><button m="copy" type="button" class="icon"><span class="sr-only hidden-visually">Copy</span>⧉</button></div><button m="done" type="button" id="x">Close</button>`,
        'instead',
      )
      one('#key').value = key
    })
  })
})
on('#exp', () => {
  if (one('#list')) return
  const { left, bottom } = one('#exp').getBoundingClientRect()
  put(
    document.body,
    `<div id="list" class="menu" role="listbox" data-state="open" style="position:fixed;left:${left}px;top:${bottom}px"><div role="option" data-radix-collection-item id="d7">7 days</div><div m="expiry-option" role="option" data-radix-collection-item id="d30">30 days</div><div role="option">1 year</div></div>`,
  )
})
on('#d30,#d7', item => {
  expiry = item.textContent
  one('#exp span').textContent = expiry
  delete one('#exp').dataset.placeholder
  one('#list').remove()
})
on('#x', () => {
  one('#portal').remove()
  one('#add').dataset.state = 'closed'
  state.seen.closed = true
})
tell(
  [
    { purpose: 'open-form', done: () => one('#portal') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('[name=name]') !== '' },
    { purpose: 'expiry', when: () => !one('#list'), done: () => expiry !== '' },
    { purpose: 'expiry-option', done: () => false, also: ['expiry'] },
    { purpose: 'permissions', done: () => access !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
