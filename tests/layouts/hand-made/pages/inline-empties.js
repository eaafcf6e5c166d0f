// As a small gateway's console: the form stands under the list for good. Its button turns ("Working…") and stays on while the page works, the form is emptied, and the key comes in a strip above; a "?" and a menu made of nothing but a picture stand in the form.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
const icon = '<svg width="16" height="16" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/></svg>'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys" aria-current="page">Keys</a><a href="/routes">Routes</a><a href="/logs">Logs</a></nav><main><div id="strip"></div><h1>Keys</h1><table><thead><tr><th>Label</th><th>Key</th><th>Rate</th></tr></thead><tbody id="rows"><tr><td>batch</td><td class="mono">sk-…Pq4z</td><td>60/min</td></tr></tbody></table><section id="new" class="card"></section></main></div>`,
)
put(
  one('#new'),
  `<div class="head"><b>New key</b><button type="button" class="icon" aria-haspopup="menu" aria-expanded="false" id="dots">${icon}</button></div><div class="row"><input m="name" id="l" placeholder="Label"><input m="description" id="n" placeholder="Note (optional)"><button type="button" class="icon" aria-haspopup="dialog" id="help">${icon}</button></div><button m="submit" type="button" class="primary" id="go">Generate</button>`,
)
on('#go', button => {
  if (!typedIn('#l') || button.dataset.busy) return
  button.dataset.busy = 'yes'
  button.setAttribute('aria-busy', 'true')
  button.innerHTML = `${icon} Working…`
  later(2300, () => {
    key = newKey()
    delete button.dataset.busy
    button.removeAttribute('aria-busy')
    button.textContent = 'Generate'
    one('#rows').insertAdjacentHTML(
      'beforeend',
      '<tr><td>Learning-MyLaptop-v1</td><td class="mono">sk-…</td><td>60/min</td></tr>',
    )
    one('#l').value = ''
    one('#n').value = ''
    put(
      one('#strip'),
      `<div class="card" style="background:#eef7ff"><b>Learning-MyLaptop-v1</b> is ready. <span class="mono" id="key">${key}</span> <button m="copy" type="button" id="copy">Copy</button></div>`,
      'instead',
    )
  })
})
let isCopied = false
on('#copy', () => {
  isCopied = true
  navigator.clipboard?.writeText(key)
})
tell(
  [
    {
      purpose: 'name',
      value: 'Learning-MyLaptop-v1',
      when: () => key === null,
      done: () => typedIn('#l') !== '',
    },
    { purpose: 'submit', when: () => key === null, done: () => key !== null },
    { purpose: 'description', value: 'tests', when: () => key === null, done: () => true },
    { purpose: 'copy', done: () => isCopied || key !== null },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
