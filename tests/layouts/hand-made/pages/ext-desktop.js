// ExtJS, as a manager of virtual machines: links as buttons, “Add” with a menu of three, a window without a veil, labels with a colon; the name is called “Token ID”, the key stands in a second window.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let key = null
const look =
  'style="display:inline-block;padding:4px 12px;border:1px solid #99b;background:#e8eef6;cursor:pointer;text-decoration:none;color:#222"'
const bodyLook =
  'position:absolute;background:#fff;border:4px solid #9bb0c8;z-index:40;padding:0 0 10px;box-shadow:3px 3px 12px #0004'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="x-viewport" style="display:flex;min-height:100vh;font-size:13px"><div class="x-panel x-tree-panel" style="width:220px;border-inline-end:1px solid #99b;padding:8px"><div role="tree" aria-label="Server view"><div role="treeitem" aria-expanded="true">▾ Datacenter</div><div role="treeitem" style="padding-inline-start:16px">▸ node-a</div><div role="treeitem" style="padding-inline-start:16px">▸ node-b</div></div></div><div style="width:170px;border-inline-end:1px solid #99b;padding:8px"><div>Summary</div><div>Storage</div><div>Permissions</div><div style="padding-inline-start:14px">Users</div><div style="padding-inline-start:14px;background:#cfe0f5">API Access</div><div style="padding-inline-start:14px">Realms</div></div><div class="x-panel" style="flex:1"><div class="x-toolbar" role="toolbar" id="tools" style="padding:6px;border-bottom:1px solid #99b;display:flex;gap:6px"></div><div class="x-grid"><table><thead><tr><th>User name</th><th>Kind</th><th>Token ID</th><th>Expire</th></tr></thead><tbody id="rows"><tr><td>alex@pam</td><td>API token</td><td>backup</td><td>never</td></tr><tr><td>alex@pam</td><td>SSH key</td><td>laptop</td><td>never</td></tr></tbody></table></div></div></div>`,
)
put(
  one('#tools'),
  `<a m="open-form" class="x-btn" role="button" tabindex="0" aria-haspopup="true" id="button-1031" ${look}><span class="x-btn-inner">Add</span> <span aria-hidden="true">▾</span></a><a class="x-btn" role="button" aria-disabled="true" ${look}>Edit</a><a class="x-btn" role="button" aria-disabled="true" ${look}>Remove</a><a class="x-btn" role="button" aria-disabled="true" ${look}>Show Permissions</a>`,
)
const closeMenu = () => one('#menu-1040')?.remove()
on('#button-1031', button => {
  if (one('#menu-1040')) return
  const { left, bottom } = button.getBoundingClientRect()
  put(
    document.body,
    `<div class="x-menu menu" role="menu" id="menu-1040" style="left:${left}px;top:${bottom}px"><a class="x-menu-item" role="menuitem" tabindex="-1">SSH key</a><a m="open-form" class="x-menu-item" role="menuitem" tabindex="-1" id="item-token">API token</a><a class="x-menu-item" role="menuitem" tabindex="-1">Webhook secret</a></div>`,
  )
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#button-1031')) closeMenu()
})
on('#item-token', () => {
  if (one('#window-1050')) return
  put(
    document.body,
    `<div class="x-window" role="dialog" aria-labelledby="wt" id="window-1050" style="${bodyLook};left:470px;top:120px;width:520px"><div class="x-window-header" style="background:#9bb0c8;padding:4px 10px;display:flex;justify-content:space-between"><span id="wt">Add: API token</span><div class="x-tool" role="button" tabindex="0" aria-label="Close dialog" id="x" style="cursor:pointer">✕</div></div><div style="padding:10px"><table role="presentation"><tbody><tr><td>User:</td><td>alex@pam</td></tr><tr><td><label for="textfield-1055-inputEl">Token ID:</label></td><td><input m="name" id="textfield-1055-inputEl" class="x-form-field" name="tokenid" autocomplete="off"></td></tr><tr><td><label for="combo-1057-inputEl">Project:</label></td><td><div class="row" style="margin:0;gap:0"><input m="project" id="combo-1057-inputEl" role="combobox" aria-haspopup="listbox" readonly value="Default project" class="x-form-field"><div class="x-form-trigger btn" id="trigger" style="padding:6px">▾</div></div></td></tr><tr><td><label for="datefield-1058-inputEl">Expire:</label></td><td><input m="expiry" id="datefield-1058-inputEl" placeholder="never" class="x-form-field"></td></tr><tr><td><label for="ta-1059">Comment:</label></td><td><textarea m="description" id="ta-1059" rows="2"></textarea></td></tr></tbody></table><p id="bad" role="alert" style="color:#b3261e;margin:4px 8px"></p></div><div class="x-toolbar-footer" style="display:flex;justify-content:space-between;padding:0 12px"><a class="x-btn" role="button" ${look}>Help</a><a m="submit" class="x-btn" role="button" tabindex="0" id="go" ${look}><span class="x-btn-inner">Add</span></a></div></div>`,
  )
})
on('#trigger, [id="combo-1057-inputEl"]', () => {
  if (one('#boundlist')) return
  const { left, bottom, width } = one('[id="combo-1057-inputEl"]').getBoundingClientRect()
  put(
    document.body,
    `<ul class="x-boundlist menu" role="listbox" id="boundlist" style="left:${left}px;top:${bottom}px;min-width:${width}px;margin:0"><li m="project" role="option" class="x-boundlist-item">Default project</li><li role="option" class="x-boundlist-item">lab</li></ul>`,
  )
})
on('.x-boundlist-item', item => {
  one('[id="combo-1057-inputEl"]').value = item.textContent
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#trigger, [id="combo-1057-inputEl"]')) one('#boundlist')?.remove()
})
on('#x', () => one('#window-1050').remove())
on('#go', button => {
  const name = typedIn('#textfield-1055-inputEl').trim()
  one('#bad').textContent = /^[\w.-]{2,}$/.test(name)
    ? ''
    : 'Token ID: letters, digits, “-”, “_” and “.” only.'
  if (one('#bad').textContent) return
  button.setAttribute('aria-disabled', 'true')
  state.seen.project = typedIn('[id="combo-1057-inputEl"]')
  later(700, () => {
    state.seen.name = name
    key = newKey()
    one('#window-1050').remove()
    put(
      document.body,
      `<div class="x-window" role="dialog" aria-labelledby="st" id="secret" style="${bodyLook};left:420px;top:150px;width:620px"><div class="x-window-header" style="background:#9bb0c8;padding:4px 10px;display:flex;justify-content:space-between"><span id="st">Token Secret</span><div m="done" class="x-tool" role="button" tabindex="0" aria-label="Close dialog" id="shut" style="cursor:pointer;padding:0 6px">✕</div></div><div style="padding:12px"><table role="presentation"><tbody><tr><td>Token ID:</td><td>alex@pam!${name}</td></tr><tr><td>Secret:</td><td><div class="x-form-display-field mono" id="key">${key}</div></td></tr></tbody></table><p style="background:#fff3c4;padding:8px">Please record the API token secret – it will only be displayed now</p></div><div style="padding:0 12px;text-align:end"><a m="copy" class="x-btn" role="button" tabindex="0" id="copy" ${look}>Copy Secret Value</a></div></div>`,
    )
  })
})
on('#shut', () => {
  one('#secret').remove()
  one('#rows').insertAdjacentHTML(
    'beforeend',
    `<tr><td>alex@pam</td><td>API token</td><td>${state.seen.name}</td><td>never</td></tr>`,
  )
  state.seen.closed = true
})
tell(
  [
    {
      purpose: 'open-form',
      when: () => !one('#window-1050'),
      done: () => key !== null,
      at: () => one('#item-token') ?? one('#button-1031'),
    },
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      done: () => typedIn('#textfield-1055-inputEl') !== '',
    },
    { purpose: 'project', value: 'Default project', done: () => true },
    { purpose: 'expiry', value: '', done: () => true },
    { purpose: 'description', value: '', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
