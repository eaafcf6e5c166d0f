// A gateway: what happens at the limit are three plain boxes, the amount is a slider with a field, and the amount has to be typed once more before it holds.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'view'
let mode = ''
const modes = [
  ['none', 'Do nothing', 'Requests go on'],
  ['warn', 'Send an e-mail', 'At 80 % and at 100 %'],
  ['stop', 'Stop requests', 'Until next month'],
]
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/usage">Usage</a><a href="/settings/organization/limits">Budgets</a></nav><main><h1>Budgets</h1><div id="c"></div></main></div><div id="layer"></div>',
)
const draw = () =>
  put(
    one('#c'),
    at === 'view'
      ? `<div class="card head"><div><div class="muted">Monthly budget</div><b style="font-size:24px">${state.seen.limit ? `$${state.seen.limit}` : 'Not set'}</b></div><button m="open-form" type="button" class="btn" id="add">${state.seen.limit ? 'Change' : 'Set a budget'}</button></div>`
      : `<div class="card"><h3>Set a budget</h3><div class="row"><input type="range" aria-label="Budget" min="0" max="1000" id="sl"><span>$</span><input m="amount" id="am" inputmode="numeric" aria-label="Budget per month" style="min-width:0;width:100px"></div><p>When it is reached:</p><div m="hard-limit" m-is="label" class="row">${modes.map(([id, title, text]) => `<div class="card mode"${id === 'stop' ? ' m="hard-limit"' : ''} data-mode="${id}" style="cursor:pointer;flex:1;${mode === id ? 'border-color:#0a7' : ''}"><b>${title}</b><div class="muted">${text}</div></div>`).join('')}</div><div class="row"><button type="button" id="no">Discard</button><button m="next-step" type="button" class="primary" id="next">Review</button></div></div>`,
    'instead',
  )
draw()
on('#add', () => {
  at = 'edit'
  draw()
})
on('#no', () => {
  at = 'view'
  draw()
})
on('.mode', box => {
  mode = box.dataset.mode
  for (const other of box.parentElement.children) other.style.borderColor = other === box ? '#0a7' : ''
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'sl') one('#am').value = target.value
  if (one('#ok')) one('#ok').disabled = typedIn('#again') !== typedIn('#am')
})
on('#next', () => {
  if (typedIn('#am') && mode)
    put(
      one('#layer'),
      `<div class="veil"></div><div role="dialog" aria-modal="true" aria-label="Confirm budget" class="modal"><h3>Confirm budget</h3><p>Type the amount <b>${typedIn('#am')}</b> once more.</p><input m="confirm-field" id="again" aria-label="Amount, once more"><div class="row"><button type="button" id="shut">Back</button><button m="submit" type="button" class="primary" id="ok" disabled>Apply budget</button></div></div>`,
      'instead',
    )
})
on('#shut', () => one('#layer').replaceChildren())
on('#ok', () =>
  later(700, () => {
    state.seen.limit = Number(typedIn('#am'))
    one('#layer').replaceChildren()
    at = 'view'
    draw()
  }),
)
const isSaved = () => state.seen.limit !== undefined
tell(
  [
    { purpose: 'confirm-field', value: '5', done: () => typedIn('#again') === '5' },
    { purpose: 'open-form', done: isSaved },
    { purpose: 'amount', value: '5', done: () => typedIn('#am') === '5' },
    { purpose: 'hard-limit', done: () => mode === 'stop' },
    { purpose: 'next-step', when: () => !one('#again'), done: isSaved },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
