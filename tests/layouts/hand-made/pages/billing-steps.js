// Tailwind and a payment frame of its own: who pays, then the card, then how much, each in the same dialog.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization/billing/overview">Billing</a></nav><main><h1>Billing</h1><div class="card"><p class="muted">Available credit</p><p id="bal" style="font-size:28px">$0.00</p><span id="top"></span></div><p class="muted">Free credit: none</p></main></div>`,
)
put(one('#top'), '<button m="open-form" type="button" class="primary" id="add">Add a payment method</button>')
let part = 0
let amount = ''
let auto = true
const body = () =>
  part === 1
    ? `<h2>Who is paying?</h2><div role="radiogroup" class="row"><div m="payer" role="radio" aria-checked="false" tabindex="0" class="card" id="ind">A private person</div><div role="radio" aria-checked="false" tabindex="0" class="card" id="com">A company</div></div>`
    : part === 2
      ? `<h2>Card</h2><div m="card"><div class="field"><label>Name on card<input m="card-name" id="cn"></label></div><iframe m="card" title="Secure payment input frame" srcdoc="<input placeholder='1234 1234 1234 1234'>" style="height:60px;border:1px solid #ccc"></iframe><div class="field"><label>Country<select m="country" id="co"><option value=""></option><option>Germany</option><option>Japan</option></select></label></div></div><button m="next-step" type="button" class="primary" id="next">Continue</button>`
      : `<h2>Buy credit</h2><div role="group" aria-label="Amount" class="row"><label>Amount<input m="amount" id="am" inputmode="numeric" value="25"></label></div><label m="auto-reload" class="row"><input type="checkbox" id="au"${auto ? ' checked' : ''}> Top up automatically when credit runs low</label><p>Total: $<span id="tot">25</span></p><button m="submit" type="button" class="primary" id="pay">Pay now</button>`
const draw = () => {
  one('#over')?.remove()
  if (part > 0)
    put(
      document.body,
      `<div id="over"><div class="veil"></div><div role="dialog" aria-modal="true" class="modal">${body()}<p><button type="button" class="icon" id="no">Cancel</button></p></div></div>`,
    )
}
on('#add', () => {
  part = 1
  draw()
})
on('#ind,#com', one => {
  state.seen.payer = one.id
  one.setAttribute('aria-checked', 'true')
  later(300, () => {
    part = 2
    draw()
  })
})
on('#next', () => {
  if (typedIn('#cn') && typedIn('#co'))
    later(700, () => {
      part = 3
      draw()
    })
})
document.addEventListener('input', event => {
  if (event.target.id === 'am') {
    amount = event.target.value
    one('#tot').textContent = amount
  }
  if (event.target.id === 'au') auto = event.target.checked
})
on('#no', () => {
  part = 0
  draw()
})
on('#pay', () =>
  later(1200, () => {
    state.seen.paid = Number(amount || 25)
    state.seen.autoReload = auto
    part = 0
    draw()
    one('#bal').textContent = `$${state.seen.paid}.00`
  }),
)
tell(
  [
    { purpose: 'open-form', done: () => part > 0 || state.seen.paid > 0 },
    { purpose: 'payer', done: () => false },
    { purpose: 'card-name', value: 'A Person', done: () => typedIn('#cn') !== '', also: ['card'] },
    { purpose: 'country', value: 'Germany', done: () => typedIn('#co') !== '', also: ['card'] },
    { purpose: 'next-step', done: () => false },
    { purpose: 'amount', value: '5', done: () => amount === '5' },
    { purpose: 'auto-reload', done: () => auto === false },
    { purpose: 'submit', done: () => state.seen.paid > 0 },
  ],
  { reached: () => state.seen.paid > 0 },
)
