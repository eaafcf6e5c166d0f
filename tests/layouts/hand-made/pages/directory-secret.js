// A cloud directory: a command bar, a blade from the right with a list that is no native one; the value stands cut in a cell beside an id, and only its button copies it whole.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
let expires = ''
document.body.insertAdjacentHTML(
  'beforeend',
  '<header class="row" style="margin:0;padding:6px 16px;background:#0f2a4a;color:#fff"><b>Portal</b><input type="search" placeholder="Search resources, services, and docs"></header><div class="app"><nav><a href="/overview">Overview</a><a href="/branding">Branding</a><a href="/api-keys">Certificates &amp; secrets</a></nav><main><h2>my-app | Certificates &amp; secrets</h2><p>Credentials enable confidential applications to identify themselves.</p><div role="tablist"><button role="tab" aria-selected="false" type="button">Certificates (0)</button><button role="tab" aria-selected="true" type="button">Client secrets (<span id="count">0</span>)</button></div><p class="muted">A secret string that the application uses to prove its identity when requesting a token.</p><div id="bar"></div><div role="grid" id="grid"><div role="row" class="row"><span role="columnheader">Description</span><span role="columnheader">Expires</span><span role="columnheader">Value</span><span role="columnheader">Secret ID</span></div></div></main></div><div id="blade"></div><div id="pop"></div>',
)
put(
  one('#bar'),
  '<div m="open-form" role="button" tabindex="0" id="add" class="btn" style="display:inline-block"><span aria-hidden="true">＋</span> New client secret</div>',
)
on('#add', () =>
  later(500, () =>
    put(
      one('#blade'),
      '<section class="drawer" aria-label="Add a client secret"><div class="head"><h3>Add a client secret</h3><div role="button" tabindex="0" id="no" title="Close">✕</div></div><div class="field"><label for="n">Description</label><input m="name" id="n" placeholder="Enter a description for this client secret"></div><div class="field"><span id="el">Expires</span><div m="expiry" role="combobox" tabindex="0" aria-labelledby="el" aria-expanded="false" id="e" class="btn" style="width:260px">Recommended: 180 days (6 months)</div></div><div class="row" style="position:absolute;bottom:10px"><div m="submit" role="button" tabindex="0" class="btn primary" id="go">Add</div><div role="button" tabindex="0" class="btn" id="no">Cancel</div></div></section>',
      'instead',
    ),
  ),
)
on('#e', () => {
  const { left, bottom } = one('#e').getBoundingClientRect()
  put(
    one('#pop'),
    `<div role="listbox" class="menu" style="position:fixed;left:${left}px;top:${bottom}px">${['30 days', '90 days (3 months)', '365 days (12 months)'].map(text => `<div role="option" class="pick"${text === '30 days' ? ' m="expiry-option"' : ''}>${text}</div>`).join('')}</div>`,
    'instead',
  )
})
on('.pick', item => {
  expires = item.textContent
  one('#e').textContent = expires
  one('#pop').replaceChildren()
})
on('#no', () => one('#blade').replaceChildren())
on('#go', () => {
  const name = typedIn('#n')
  if (name)
    later(1200, () => {
      key = newKey()
      one('#blade').replaceChildren()
      one('#count').textContent = '1'
      put(
        one('#grid'),
        `<div role="row" class="row"><span role="gridcell">${name}</span><span role="gridcell">5/22/2027</span><span role="gridcell" class="row"><span id="key" class="mono" style="display:inline-block;max-width:220px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">${key}</span><span m="copy" role="button" tabindex="0" title="Copy to clipboard">⧉</span></span><span role="gridcell" class="mono">1b7f2c90-2a77-4e0d-a8d1-9d1b5e0c7f44 <span role="button" tabindex="0" title="Copy to clipboard">⧉</span></span></div>`,
      )
    })
})
tell(
  [
    { purpose: 'open-form', when: () => key === null, done: () => one('#blade').firstChild !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#n') !== '' },
    { purpose: 'expiry-option', done: () => expires !== '' },
    { purpose: 'expiry', done: () => true },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
