// A pencil beside the figure turns it into a field with plus and minus; a tick saves it, and a message comes and goes.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let isEditing = false
let limit = 120
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/settings/organization/limits">Limits</a><a href="/usage">Usage</a></nav><main><h1>Limits</h1><div class="card head"><div><b>Monthly budget</b><p class="muted">Requests stop when it is used up.</p></div><div id="slot" class="row"></div></div><h2>Rate limits</h2><table><tbody><tr><td>gpt-5</td><td>500 RPM</td></tr></tbody></table></main></div>',
)
const draw = () =>
  put(
    one('#slot'),
    isEditing
      ? `<button type="button" class="icon" aria-label="Less" id="less">−</button><input m="amount" id="am" inputmode="decimal" aria-label="Monthly budget in US dollars" value="${limit}" style="min-width:0;width:90px"><button type="button" class="icon" aria-label="More" id="plus">+</button><button m="submit" type="button" class="icon" aria-label="Save" id="ok">✓</button><button type="button" class="icon" aria-label="Discard" id="no">✕</button>`
      : `<span style="font-size:22px">$${limit}.00</span><button m="open-form" type="button" class="icon" aria-label="Change monthly budget" id="pen">✎</button>`,
    'instead',
  )
draw()
const edit = is => {
  isEditing = is
  draw()
}
on('#pen', () => edit(true))
on('#no', () => edit(false))
on('#plus', () => (one('#am').value = String(Number(typedIn('#am')) + 5)))
on('#less', () => (one('#am').value = String(Number(typedIn('#am')) - 5)))
on('#ok', () => {
  const wanted = Number(typedIn('#am'))
  if (wanted > 0)
    later(600, () => {
      limit = wanted
      state.seen.limit = wanted
      edit(false)
      put(document.body, '<div class="toast" id="toast" role="status">Budget updated</div>')
      setTimeout(() => one('#toast')?.remove(), 3000)
    })
})
const isSaved = () => state.seen.limit !== undefined
tell(
  [
    { purpose: 'open-form', done: () => isSaved() || isEditing },
    { purpose: 'amount', value: '5', done: () => isSaved() || typedIn('#am') === '5' },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
