// HeroUI: a card with a pencil, a number field with its unit beside it, a switch made of a hidden box; saved by a tick.
import { later, on, one, put, state, tell } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization/limits">Limits</a></nav><main><h1>Limits</h1><section class="card" data-slot="base"><h3>Monthly budget</h3><div id="view"></div></section><section class="card"><h3>Rate limits</h3><p>500 RPM</p></section></main></div>`,
)
let amount = 120
let draft = null
let isHard = false
const draw = () =>
  put(
    one('#view'),
    draft === null
      ? `<div class="row"><b>$${amount}.00</b><span class="muted">${isHard ? 'Requests stop there' : 'Soft'}</span><button m="open-form" type="button" class="icon" data-slot="base" aria-label="Edit budget" id="edit">✎</button></div>`
      : `<div data-slot="input-wrapper" class="row"><span>$</span><input m="amount" id="a" data-slot="input" type="text" inputmode="decimal" aria-label="Monthly budget" value="${draft}"><span class="muted">USD</span></div><label m="hard-limit" data-slot="base" class="row"><div class="hidden-visually"><input type="checkbox" role="switch" id="hard" data-slot="input"${isHard ? ' checked' : ''}></div><span aria-hidden="true" class="btn" id="knob">○</span><span data-slot="label">Stop requests at the budget</span></label><div class="row"><button type="button" class="icon" aria-label="Cancel" id="no">✕</button><button m="submit" type="button" class="icon" aria-label="Save" id="ok">✓</button></div>`,
    'instead',
  )
on('#edit', () => {
  draft = amount
  draw()
})
document.addEventListener('input', event => {
  if (event.target.id === 'a') draft = event.target.value
})
document.addEventListener('change', event => {
  if (event.target.id === 'hard') {
    state.seen.hard = event.target.checked
    one('#knob').textContent = event.target.checked ? '●' : '○'
  }
})
on('#no', () => {
  draft = null
  draw()
})
on('#ok', () => {
  const value = draft
  later(500, () => {
    amount = Number(value)
    isHard = one('#hard')?.checked ?? false
    draft = null
    state.seen.saved = true
    state.seen.limit = { amount, hard: isHard }
    draw()
  })
})
draw()
tell(
  [
    { purpose: 'open-form', done: () => state.seen.saved === true },
    { purpose: 'amount', value: '5', done: () => draft === '5' },
    { purpose: 'hard-limit', done: () => one('#hard')?.checked === true },
    { purpose: 'submit', done: () => false },
  ],
  { reached: () => state.seen.saved === true && amount === 5 },
)
