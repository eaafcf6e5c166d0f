// A company for telephony: an offer to be put aside first, then a page to pay in two steps: who pays and the card (in a frame of the payment company), then the sum and whether it fills up by itself.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'start'
let isOffered = true
let hasCard = false
let amount = '25'
let isAuto = true
const isPaid = () => state.seen.paid !== undefined
const head =
  '<nav><b>Ringline</b><a href="#numbers">Phone numbers</a><a href="#logs">Logs</a><a href="/settings/organization/billing/overview" aria-current="page">Billing</a><a href="#usage">Usage</a></nav>'
const frame = `<input style='width:95%;padding:8px' aria-label='Card number' placeholder='1234 1234 1234 1234' oninput='parent.postMessage("card","*")'><br><br><input style='width:45%;padding:8px' aria-label='Expiry' placeholder='MM / YY'> <input style='width:40%;padding:8px' aria-label='CVC' placeholder='CVC'>`
const start = () =>
  put(
    document.body,
    `<div class="app">${head}<main><h1>Billing overview</h1><div class="card"><span class="muted">Account balance</span><div style="font-size:28px">$${(state.seen.paid ?? 0).toFixed(2)}</div>${isPaid() ? `<p>Payment received. Auto-recharge is ${state.seen.autoReload ? 'on' : 'off'}.</p>` : '<p>Your account is in trial. Add funds to go live.</p><button m="open-form" type="button" class="primary" id="add">Add funds</button>'}</div><h2>Invoices</h2><p class="muted">No invoices yet.</p></main></div>${isOffered ? '<div id="offer"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="ot"><h2 id="ot">Save 15% with a committed plan</h2><p>Talk to sales about a yearly commitment for your team.</p><button type="button">Contact sales</button> <button m="clear-away" type="button" class="icon" id="hush">Not now</button></div></div>' : ''}`,
    'instead',
  )
const who = () =>
  put(
    document.body,
    `<div class="app">${head}<main><p class="muted">Step 1 of 2</p><h1>Payment details</h1><fieldset><legend>Account type</legend><label m="payer"><input type="radio" name="payer" value="person" checked> Individual</label> <label><input type="radio" name="payer" value="company"> Company</label></fieldset><div class="field" style="align-items:stretch"><span>Card</span><iframe m="card" id="card" title="Secure card payment input frame" sandbox="allow-scripts" srcdoc="${frame.replaceAll('"', '&quot;')}" style="height:110px;border:1px solid #8a939c;border-radius:6px"></iframe></div><div class="field"><label for="cn">Name on card</label><input m="card-name" id="cn" autocomplete="cc-name"></div><div class="field"><label for="co">Country or region</label><select m="country" id="co"><option value="">Select…</option><option value="DE">Germany</option><option value="IN">India</option><option value="PT">Portugal</option><option value="US">United States</option></select></div><div class="field"><label for="ci">City</label><input m="city" id="ci"></div><p id="bad" role="alert" style="color:#b3261e"></p><div class="row"><button type="button" id="no">Cancel</button><button m="next-step" type="button" class="primary" id="next">Continue</button></div></main></div>`,
    'instead',
  )
const pay = () => {
  put(
    document.body,
    `<div class="app">${head}<main><p class="muted">Step 2 of 2</p><h1>Add funds</h1><div class="field"><label for="am">Amount (USD)</label><input m="amount" id="am" inputmode="decimal" value="${amount}"><span class="muted">Between $5 and $2,000</span></div><div class="card"><label m="auto-reload" class="row"><input type="checkbox" role="switch" id="auto"${isAuto ? ' checked' : ''}> Auto-recharge</label><span class="muted">When the balance falls below $10, charge the card $25 by itself.</span></div><p id="bad" role="alert" style="color:#b3261e"></p><div class="row"><button type="button" id="back">Back</button><button m="submit" type="button" class="primary" id="pay">Pay $<span id="sum">${amount}</span></button></div></main></div>`,
    'instead',
  )
}
const go = to => {
  at = to
  ;({ start, who, pay })[to]()
}
start()
on('#hush', () => {
  isOffered = false
  one('#offer').remove()
})
on('#add', () => later(500, () => go('who')))
on('#no', () => go('start'))
on('#back', () => go('who'))
// The card is typed in inside of the frame, which tells only that it is there.
const fill = () => {
  hasCard = true
}
window.addEventListener('message', ({ data }) => data === 'card' && fill())
on('#card', () => later(300, fill))
on('#next', () => {
  const missing = [
    [hasCard, 'Enter your card number.'],
    [typedIn('#cn'), 'Enter the name on the card.'],
    [typedIn('#co'), 'Choose a country or region.'],
    [typedIn('#ci'), 'Enter a city.'],
  ].find(([is]) => !is)
  one('#bad').textContent = missing?.[1] ?? ''
  if (!missing) later(900, () => go('pay'))
})
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'am') return
  amount = target.value
  one('#sum').textContent = amount || '0'
})
document.addEventListener('change', ({ target }) => {
  if (target.id === 'auto') isAuto = target.checked
})
on('#pay', button => {
  const wanted = Number(amount)
  one('#bad').textContent = wanted >= 5 && wanted <= 2000 ? '' : 'Enter between $5 and $2,000.'
  if (one('#bad').textContent) return
  button.disabled = true
  button.textContent = 'Processing…'
  later(1500, () => {
    state.seen.paid = wanted
    state.seen.autoReload = isAuto
    go('start')
  })
})
tell(
  [
    { purpose: 'clear-away', done: () => false },
    { purpose: 'open-form', done: isPaid },
    { purpose: 'payer', done: () => true },
    { purpose: 'card', done: () => hasCard, also: ['card-name', 'country', 'city'] },
    { purpose: 'card-name', value: 'Alex Doe', done: () => typedIn('#cn') !== '' },
    { purpose: 'country', value: 'PT', done: () => typedIn('#co') !== '' },
    { purpose: 'city', value: 'Porto', done: () => typedIn('#ci') !== '' },
    { purpose: 'next-step', done: () => at === 'pay' },
    { purpose: 'amount', value: '5', done: () => Number(amount) === 5 },
    // It may stay on: the person is asked for nothing about it.
    { purpose: 'auto-reload', done: () => !isAuto, at: () => one('#auto'), also: ['submit'] },
    { purpose: 'submit', done: isPaid },
  ],
  { reached: isPaid },
)
