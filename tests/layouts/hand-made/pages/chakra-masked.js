// Chakra UI: a section as the dialog, a radio card group, the key as a password field that an eye opens.
import { later, newKey, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/api-keys">Tokens</a></nav><main><div class="head"><h2 class="chakra-heading">Access tokens</h2></div><div class="card" id="empty"><p>No tokens yet. Tokens let programs call the API on your behalf.</p></div></main></div>`,
)
put(
  one('#empty'),
  '<button m="open-form" type="button" class="primary chakra-button" id="add">Issue token</button>',
)
let key = null
let owner = ''
on('#add', () =>
  put(
    document.body,
    `<div class="chakra-portal" id="p"><div class="veil chakra-modal__overlay"></div><div class="chakra-modal__content-container"><section class="modal chakra-modal__content" role="dialog" id="chakra-modal-1" tabindex="-1" aria-modal="true" aria-labelledby="chakra-modal--header-1"><header class="chakra-modal__header" id="chakra-modal--header-1"><b>Issue a token</b></header><button type="button" aria-label="Close" class="icon" id="x" m="done">✕</button><div class="chakra-modal__body" id="body">
<div class="field chakra-form-control" role="group"><label for="field-1" class="chakra-form__label">Token name<span role="presentation" aria-hidden="true">*</span></label><input m="name" id="field-1" required aria-required="true" class="chakra-input" value="" placeholder="e.g. staging"></div>
<div class="field" m="owner" m-is="label" role="radiogroup" aria-label="Acts as"><label m="owner" class="chakra-radio card"><input type="radio" name="as" value="me" class="hidden-visually"><span class="chakra-radio__control" aria-hidden="true"></span><span class="chakra-radio__label">Me</span></label><label class="chakra-radio card"><input type="radio" name="as" value="bot" class="hidden-visually"><span class="chakra-radio__label">A service account</span></label></div>
</div><footer class="chakra-modal__footer" id="foot"><button m="submit" type="button" class="primary chakra-button" id="go">Issue</button></footer></section></div></div>`,
  ),
)
document.addEventListener('change', event => {
  if (event.target.name === 'as') {
    owner = event.target.value
    event.target.closest('label').style.outline = '2px solid #1257d6'
  }
})
on('#x', () => {
  one('#p').remove()
  if (key) state.seen.closed = true
})
on('#go', () => {
  if (!typedIn('#field-1') || !owner) return
  one('#go').disabled = true
  later(500, () => {
    key = newKey()
    put(
      one('#body'),
      `<div class="chakra-alert" role="status">Token issued. We will not show it again.</div><div class="chakra-input__group row"><input id="key" type="password" readonly class="chakra-input" aria-label="Token"><button m="reveal-eye" class="icon" type="button" aria-label="Show token" id="eye">👁</button><button m="copy" class="icon" type="button" aria-label="Copy token">⧉</button></div>`,
      'instead',
    )
    one('#key').value = key
    one('#key').style.width = '400px'
    put(
      one('#foot'),
      '<button m="done" class="primary chakra-button" type="button" id="x">Done</button>',
      'instead',
    )
  })
})
on('#eye', () => {
  const field = one('#key')
  field.type = field.type === 'text' ? 'password' : 'text'
  one('#eye').setAttribute('aria-label', field.type === 'text' ? 'Hide token' : 'Show token')
})
tell(
  [
    { purpose: 'open-form', done: () => one('#p') !== null || key !== null },
    { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#field-1') !== '' },
    { purpose: 'owner', done: () => owner !== '' },
    { purpose: 'submit', done: () => key !== null },
    { purpose: 'reveal-eye', done: () => one('#key')?.type === 'text' },
    { purpose: 'copy', done: () => true },
    { purpose: 'done', done: () => state.seen.closed === true },
  ],
  { reached: () => key !== null, key: () => (one('#key')?.type === 'text' ? one('#key') : null) },
)
