// A portal of blades: the command bar is a toolbar of menu items, the form a section at the right without a role, the value in the new row.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><div class="rail fxs-blade"><a href="/overview">Overview</a><a href="/api-keys">Certificates &amp; secrets</a></div><div class="content"><div class="head"><h2 class="fxs-blade-title">Certificates &amp; secrets</h2></div><p>Secrets enable applications to identify themselves.</p><h3>Client secrets</h3><div id="bar" role="toolbar" class="row"></div><div role="grid" class="fxc-gc"><table role="presentation"><thead><tr><th role="columnheader">Description</th><th>Expires</th><th>Value</th><th>Secret ID</th><th></th></tr></thead><tbody id="rows"><tr><td>pipeline</td><td>1/4/2027</td><td>sk-p****************</td><td>5b1c0a52-7d1e-4e21-9e0c-2a7c11b0f1aa</td><td><button class="icon" aria-label="Delete" type="button">🗑</button></td></tr></tbody></table></div></div></div>`,
)
put(
  one('#bar'),
  '<div m="open-form" role="button" tabindex="0" class="azc-toolbarButton btn" id="add"><span>＋</span><span>New client secret</span></div>',
)
let key = null
on('#add', () => {
  if (one('#blade')) return
  put(
    document.body,
    `<section id="blade" class="drawer fxs-contextpane"><h2>Add a client secret</h2><div class="field"><div class="azc-formElementLabel" id="ld">Description</div><input m="name" type="text" aria-labelledby="ld" id="desc" placeholder="Enter a description for this client secret"></div><div class="field"><div id="le">Expires</div><div m="expiry" role="combobox" tabindex="0" class="btn" aria-labelledby="le" aria-expanded="false" id="exp">Recommended: 180 days (6 months)</div></div><div class="row" style="position:absolute;bottom:20px"><button m="submit" type="button" class="primary" id="go">Add</button><button type="button" class="btn" id="no">Cancel</button></div></section>`,
  )
})
on('#no', () => one('#blade').remove())
on('#go', () => {
  const name = typedIn('#desc')
  one('#blade').remove()
  put(document.body, '<div class="toast" id="wait" role="status">Updating application credentials</div>')
  later(1200, () => {
    key = newKey()
    one('#wait').textContent = 'Successfully updated application credentials'
    setTimeout(() => one('#wait')?.remove(), 3000)
    put(
      one('#rows'),
      `<tr><td>${name}</td><td>5/21/2027</td><td><div class="row"><span id="key" class="mono" style="max-width:180px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;display:inline-block">${key}</span><button m="copy" class="icon" aria-label="Copy to clipboard" type="button">⧉</button></div></td><td>0f2d9b6e-14c3-4b8e-a0f1-95d2cc10bb37</td><td><button class="icon" aria-label="Delete" type="button">🗑</button></td></tr>`,
    )
  })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#blade') !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#desc') !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
