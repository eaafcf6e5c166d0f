// Polaris, as an app's page in a shop's admin: the keys are behind the third tab, beside a public token; a modal makes one, and a card on the page shows it only once it is asked to.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

let tab = 'overview'
let key = null
let isShown = false
const tabs = [
  ['overview', 'Overview'],
  ['config', 'Configuration'],
  ['api', 'API credentials'],
  ['hooks', 'Webhooks'],
]
const panels = {
  overview: () =>
    '<div class="card Polaris-LegacyCard"><h2>About this app</h2><p>Installed by Alex Doe on Nov 2. It reads orders and answers questions about them.</p><button type="button" class="Polaris-Button">Open app</button></div><div class="card"><h2>Get more out of it</h2><p class="muted">Merchants with a key of their own answer twice as fast.</p><button type="button" class="icon">Dismiss</button></div>',
  config: () =>
    '<div class="card"><h2>Scopes</h2><p>read_orders, read_products</p><button type="button">Configure</button></div>',
  hooks: () =>
    '<div class="card"><h2>Webhooks</h2><p>No webhooks.</p><button type="button">Create webhook</button></div>',
  api: () =>
    `<div class="card"><h2>Storefront token</h2><p class="muted">Public. Safe to use in a browser.</p><div class="row"><code class="mono">pk_live_51c07e3d</code><button type="button" class="Polaris-Button">Copy</button></div></div>${
      key
        ? `<div class="card" style="border-color:#1257d6"><h2>${state.seen.name}</h2><p>You can reveal this key once. After you leave this page it cannot be seen again.</p><div class="row">${isShown ? `<input id="key" readonly value="${key}" aria-label="Secret access key" style="width:520px"><button m="copy" type="button" class="Polaris-Button" id="copy">Copy</button>` : '<code class="mono">••••••••••••••••••••••••</code><button m="reveal-eye" type="button" class="Polaris-Button" id="reveal">Reveal key once</button>'}</div></div>`
        : ''
    }<div class="card"><div class="head"><h2>Secret access keys</h2><button m="open-form" type="button" class="Polaris-Button" id="add">Create access key</button></div><table><tbody><tr><td>warehouse</td><td>sk-…hV03</td><td>Active</td></tr>${key ? `<tr><td>${state.seen.name}</td><td>sk-…${key.slice(-4)}</td><td>Active</td></tr>` : ''}</tbody></table></div><div class="card"><h2>Admin password</h2><p class="muted">For partners who connect this shop.</p><button type="button">Reveal</button></div>`,
}
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app Polaris-Frame"><nav aria-label="Navigation"><a href="#home">Home</a><a href="#orders">Orders</a><a href="#products">Products</a><a href="/api-keys" aria-current="page">Apps</a></nav><main class="Polaris-Page"><a href="#apps">‹ Apps</a><h1>Order helper <span class="muted">Installed</span></h1><div role="tablist" class="row Polaris-Tabs" id="tabs"></div><div role="tabpanel" id="panel"></div></main></div>`,
)
function draw() {
  put(
    one('#tabs'),
    tabs
      .map(
        ([id, label]) =>
          `<button role="tab" type="button" class="Polaris-Tabs__Tab" data-tab="${id}" aria-selected="${id === tab}"${id === 'api' && tab !== 'api' ? ' m="open-form"' : ''}${id === tab ? ' style="border-bottom:3px solid #1b1f24"' : ''}>${label}</button>`,
      )
      .join(''),
    'instead',
  )
  put(one('#panel'), panels[tab](), 'instead')
}
draw()
on('.Polaris-Tabs__Tab', button => {
  tab = button.dataset.tab
  draw()
})
on('#add', () => {
  if (one('#modal')) return
  put(
    document.body,
    `<div id="modal"><div class="veil Polaris-Backdrop"></div><div class="modal Polaris-Modal-Dialog" role="dialog" aria-modal="true" aria-labelledby="mt"><div class="head"><h2 id="mt">Create access key</h2><button type="button" class="icon" aria-label="Close" id="x">✕</button></div><div class="field"><label for="PolarisTextField1">Key label</label><input m="name" id="PolarisTextField1" class="Polaris-TextField__Input" autocomplete="off"><span class="muted">Only your staff can see it.</span><span id="bad" role="alert" style="color:#b3261e"></span></div><div class="field"><label for="PolarisSelect1">Expires</label><select m="expiry" id="PolarisSelect1"><option value="never">Never</option><option value="30">In 30 days</option><option value="90">In 90 days</option></select></div><div class="row" style="justify-content:flex-end"><button type="button" class="Polaris-Button" id="no">Cancel</button><button m="submit" type="button" class="primary Polaris-Button" id="go">Create</button></div></div></div>`,
  )
})
on('#x, #no', () => one('#modal').remove())
on('#go', button => {
  const name = typedIn('#PolarisTextField1').trim()
  one('#bad').textContent = name ? '' : 'Enter a label for the key.'
  if (!name) return
  button.disabled = true
  later(900, () => {
    state.seen.name = name
    key = newKey()
    isShown = false
    one('#modal').remove()
    draw()
    const toast = put(document.body, '<div class="toast" role="status">Access key created</div>')
    setTimeout(() => toast.remove(), 4000)
  })
})
on('#reveal', button => {
  button.disabled = true
  later(400, () => {
    isShown = true
    draw()
  })
})
on('#copy', button => {
  button.textContent = 'Copied'
})
tell(
  [
    {
      purpose: 'open-form',
      when: () => !one('#modal'),
      done: () => key !== null,
      at: () => one('#add') ?? one('[data-tab=api]'),
    },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#PolarisTextField1') !== '' },
    { purpose: 'expiry', value: 'never', done: () => true },
    { purpose: 'submit', done: () => key !== null && !one('#modal') },
    { purpose: 'reveal-eye', done: () => isShown },
    { purpose: 'copy', done: () => true },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
