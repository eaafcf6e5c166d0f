// No list at all: the form is the page and stays as it is; "+ Add another scope" beside the button that sends it; the key comes below in a text area and the form is emptied.
import { later, newKey, on, one, put, tell, typedIn } from '../kit.js'

let key = null
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">Tokens</a><a href="/docs">Docs</a></nav><main><h1>Tokens</h1><section class="card" id="make"></section><section id="out"></section></main></div>`,
)
put(
  one('#make'),
  `<h2>Issue a token</h2><div class="field"><label for="n">Purpose</label><input m="name" id="n" placeholder="What is it for?"></div><div id="scopes"><div class="row"><select m="permissions" aria-label="Scope"><option>everything</option><option>models</option></select></div></div><button type="button" class="btn" id="more">+ Add another scope</button> <button m="submit" type="button" class="btn" id="go">Issue</button>`,
)
on('#more', () =>
  put(one('#scopes'), '<div class="row"><select aria-label="Scope"><option>models</option></select></div>'),
)
on('#go', () => {
  if (typedIn('#n'))
    later(700, () => {
      key = newKey()
      one('#n').value = ''
      put(
        one('#out'),
        `<h2>Issued just now</h2><textarea id="key" rows="4" cols="60" aria-label="Token">${key}</textarea><p class="muted">Reload the page and it is gone.</p>`,
        'instead',
      )
    })
})
tell(
  [
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => key !== null || typedIn('#n') !== '' },
    { purpose: 'permissions', done: () => true },
    { purpose: 'submit', done: () => key !== null },
  ],
  { reached: () => key !== null, key: () => one('#key') },
)
