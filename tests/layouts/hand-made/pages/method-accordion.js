// A host of servers: ways to pay that unfold (card, transfer by invoice, voucher), the address under them, and only then a first payment on the same page; what is slow says so.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let at = 'start'
let way = 'card'
let hasCard = false
let amount = '20'
let isAuto = false
const isPaid = () => state.seen.paid !== undefined
const frame = `<input style='width:95%;padding:8px' aria-label='Card number' placeholder='Card number' oninput='parent.postMessage("card","*")'><br><br><input style='width:45%;padding:8px' aria-label='Expiry date' placeholder='MM / YY'> <input style='width:40%;padding:8px' aria-label='Security code' placeholder='CVC'>`
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="Account"><b>Northrack</b><a href="#servers">Servers</a><a href="#volumes">Volumes</a><a href="#inference">Inference</a><a href="/settings/organization/billing/overview" aria-current="page">Billing</a><a href="#limits">Limits</a></nav><main><div class="card" style="background:#eef6ff">New: reserved GPUs from $1.10 an hour. <a href="#gpu">See prices</a></div><h1>Billing</h1><div id="view"></div><h2>Invoices</h2><p class="muted">Invoices are made on the first day of each month. There are none yet.</p></main></div>`,
)
const start = () =>
  isPaid()
    ? `<div class="card"><h2>Prepaid balance</h2><div style="font-size:26px">$${state.seen.paid.toFixed(2)}</div><p>Card ending in 4242 · Automatic recharge is ${state.seen.autoReload ? 'on' : 'off'}</p></div>`
    : '<div class="card"><h2>No payment method</h2><p>You can look around. To run models, set up how you pay.</p><button m="open-form" type="button" class="primary" id="add">Set up payments</button></div>'
const ways = [
  ['card', 'Credit or debit card', 'Available at once'],
  ['bank', 'Bank transfer', 'We send an invoice. Companies only, takes 3 to 5 days'],
  ['voucher', 'Voucher', 'If you were given a code'],
]
const inside = {
  card: () =>
    `<iframe m="card" id="card" title="Card details" sandbox="allow-scripts" srcdoc="${frame.replaceAll('"', '&quot;')}" style="width:100%;height:110px;border:1px solid #8a939c;border-radius:6px"></iframe><div class="field"><label for="cn">Cardholder</label><input m="card-name" id="cn" autocomplete="cc-name"></div>`,
  bank: () =>
    '<p class="muted">Your company is looked at by hand before the first invoice. Write to accounting to ask for it.</p>',
  voucher: () =>
    '<div class="field"><label for="vc">Voucher code</label><input id="vc"><button type="button">Redeem</button></div>',
}
const method = () =>
  `<div class="card"><h2>How do you want to pay?</h2>${ways.map(([id, label, about]) => `<div style="border-bottom:1px solid #dde2e6;padding:8px 0"><button type="button" class="icon way" aria-expanded="${way === id}" data-of="${id}">${way === id ? '▾' : '▸'} <b>${label}</b> <span class="muted">${about}</span></button><div>${way === id ? inside[id]() : ''}</div></div>`).join('')}</div><div class="card"><h2>Billing address</h2><div m="payer" m-is="label" role="radiogroup" aria-label="Customer" class="row"><label m="payer"><input type="radio" name="payer" value="private" checked> Private person</label><label><input type="radio" name="payer" value="business"> Business</label></div><div class="field"><label for="st">Street <span class="muted">(optional)</span></label><input id="st"></div><div class="field"><label for="ci">City</label><input m="city" id="ci" autocomplete="address-level2"></div><div class="field"><label for="co">Country</label><select m="country" id="co"><option value="">Choose…</option><option value="FI">Finland</option><option value="DE">Germany</option><option value="PT">Portugal</option><option value="US">United States</option></select></div></div><p id="bad" role="alert" style="color:#b3261e"></p><div class="row"><button m="next-step" type="button" class="primary" id="next">Save and continue</button><button type="button" id="no">Cancel</button></div>`
const pay = () =>
  `<div class="card"><h2>First payment</h2><p>Card ending in 4242. The money is your balance; usage is taken from it.</p><div class="field"><label for="am">Amount in USD</label><div class="row" style="margin:0"><input m="amount" id="am" inputmode="decimal" value="${amount}"><button type="button" class="chip" data-of="20">$20</button><button type="button" class="chip" data-of="50">$50</button><button type="button" class="chip" data-of="100">$100</button></div><span class="muted">$5 or more</span></div><div class="row"><button m="auto-reload" type="button" role="switch" aria-checked="${isAuto}" aria-labelledby="aa" id="auto">${isAuto ? 'On' : 'Off'}</button><span id="aa">Recharge $20 by itself when less than $5 is left</span></div><p id="bad" role="alert" style="color:#b3261e"></p><div class="row"><button m="submit" type="button" class="primary" id="pay">Pay now</button><button type="button" id="back">Back</button></div></div>`
const draw = () => put(one('#view'), { start, method, pay }[at](), 'instead')
const go = to => {
  at = to
  draw()
}
draw()
on('#add', () => go('method'))
on('#no', () => go('start'))
on('#back', () => go('method'))
on('.way', button => {
  const kept = [typedIn('#ci'), typedIn('#co'), typedIn('#st')]
  way = button.dataset.of
  hasCard = false
  draw()
  ;[one('#ci').value, one('#co').value, one('#st').value] = kept
})
// What is typed into the frame stays there; it tells only that something is.
const fill = () => {
  hasCard = true
}
window.addEventListener('message', ({ data }) => data === 'card' && fill())
on('#card', () => later(300, fill))
on('#next', button => {
  const missing =
    way === 'card'
      ? [
          [hasCard, 'Enter your card.'],
          [typedIn('#cn'), 'Enter the cardholder.'],
          [typedIn('#ci'), 'Enter a city.'],
          [typedIn('#co'), 'Choose a country.'],
        ].find(([is]) => !is)
      : [false, 'Choose a card to start at once.']
  one('#bad').textContent = missing?.[1] ?? ''
  if (missing) return
  button.disabled = true
  button.textContent = 'Checking the card…'
  later(1200, () => go('pay'))
})
on('.chip', button => {
  amount = button.dataset.of
  one('#am').value = amount
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'am') amount = target.value
})
on('#auto', button => {
  isAuto = !isAuto
  button.setAttribute('aria-checked', String(isAuto))
  button.textContent = isAuto ? 'On' : 'Off'
})
on('#pay', button => {
  const wanted = Number(amount)
  one('#bad').textContent = wanted >= 5 ? '' : 'Enter $5 or more.'
  if (one('#bad').textContent) return
  button.disabled = true
  button.textContent = 'Your bank is asked. This can take a moment…'
  later(1800, () => {
    state.seen.paid = wanted
    state.seen.autoReload = isAuto
    go('start')
  })
})
tell(
  [
    { purpose: 'open-form', done: isPaid },
    { purpose: 'payer', done: () => true },
    { purpose: 'card', done: () => hasCard, also: ['card-name', 'country', 'city'] },
    { purpose: 'card-name', value: 'Alex Doe', done: () => typedIn('#cn') !== '' },
    { purpose: 'city', value: 'Porto', done: () => typedIn('#ci') !== '' },
    { purpose: 'country', value: 'PT', done: () => typedIn('#co') !== '' },
    { purpose: 'next-step', done: () => at === 'pay' },
    { purpose: 'amount', value: '5', done: () => Number(amount) === 5 },
    { purpose: 'auto-reload', done: () => true },
    { purpose: 'submit', done: isPaid },
  ],
  { reached: isPaid },
)
