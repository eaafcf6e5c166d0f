// A checkout in two columns on the page itself: who pays and with what at the left, how much at the right, refills switched on beforehand; what is missing is listed on top when it is pressed too early.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'free'
let isAuto = true
const isPaid = () => state.seen.paid > 0
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#w">Workspace</a><a href="#w">Seats</a><a href="/settings/organization/billing/overview" aria-current="page">Wallet</a><a href="#w">Invoices</a><a href="#w">Coupons</a></nav><main id="main" style="max-width:none"></main></div>`,
)
const bodies = {
  free: () =>
    '<h1>Wallet</h1><div class="card" style="background:#fff8e0">You are on the free tier. Requests to large models are refused.</div><div style="display:grid;grid-template-columns:1fr 1fr;gap:16px"><section class="card"><h2>Funds</h2><p style="font-size:28px;margin:0">$0.00</p><button m="open-form" type="button" class="primary" id="start">Activate pay as you go</button></section><section class="card"><h2>Got a coupon?</h2><div class="row"><input aria-label="Coupon code" placeholder="XXXX-XXXX"><button type="button">Redeem</button></div></section></div>',
  form: () =>
    `<a href="#back" id="back">← Wallet</a><h1>Activate pay as you go</h1><div id="err"></div><div style="display:grid;grid-template-columns:1fr 320px;gap:28px"><section><h2>Billing details</h2><div class="field"><label for="who">Account type</label><select m="payer" id="who"><option value="">Please choose</option><option>Personal</option><option>Company</option></select></div><div class="field"><label for="cn">Cardholder</label><input m="card-name" id="cn"></div><div class="field"><span>Card</span><iframe m="card" title="Secure card entry" srcdoc="<input placeholder='Card number   MM/YY   CVC' style='width:280px;padding:6px'>" style="height:52px;width:330px;border:1px solid #ccc"></iframe></div><div class="field"><label for="co">Country or region</label><select m="country" id="co"><option value=""></option><option>Austria</option><option>Germany</option><option>United States</option></select></div><div class="field"><label for="ci">Town / city</label><input m="city" id="ci"></div></section><aside class="card"><h2>First deposit</h2><div class="field"><label for="am">Deposit in USD (min. 5)</label><input m="amount" id="am" inputmode="decimal" value="20" style="min-width:120px"></div><label m="auto-reload" class="row"><input type="checkbox" role="switch" id="au" checked> Refill by the same sum when less than $5 is left</label><hr><p class="head"><span>Due today</span><b id="due">$20.00</b></p><button m="submit" type="button" class="primary" id="pay" style="width:100%">Activate and pay</button><p class="muted">Deposits are not refunded.</p></aside></div>`,
  paid: () =>
    `<h1>Wallet</h1><section class="card"><h2>Funds</h2><p style="font-size:28px;margin:0">$${state.seen.paid}.00</p><p>Refill ${state.seen.autoReload ? 'on' : 'off'}</p></section>`,
}
const go = to => {
  part = to
  put(one('#main'), bodies[to](), 'instead')
}
go('free')
on('#start', () => go('form'))
on('#back', (_, event) => {
  event.preventDefault()
  go('free')
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'au') isAuto = target.checked
  if (target.id === 'am') one('#due').textContent = `$${Number(target.value || 0).toFixed(2)}`
})
on('#pay', button => {
  const missing = [
    ['#who', 'Account type'],
    ['#cn', 'Cardholder'],
    ['#co', 'Country or region'],
    ['#ci', 'Town / city'],
  ].filter(([selector]) => !typedIn(selector))
  const isLow = !(Number(typedIn('#am')) >= 5)
  if (missing.length > 0 || isLow)
    return put(
      one('#err'),
      `<div role="alert" class="card" style="border-color:#b3261e"><b>Almost there.</b><ul>${missing.map(([, text]) => `<li>${text} is missing</li>`).join('')}${isLow ? '<li>The deposit is 5 dollars at least</li>' : ''}</ul></div>`,
      'instead',
    )
  button.disabled = true
  button.textContent = 'Talking to your bank…'
  const sum = Number(typedIn('#am'))
  later(1800, () => {
    state.seen.paid = sum
    state.seen.autoReload = isAuto
    go('paid')
  })
})
tell(
  [
    { purpose: 'open-form', done: () => part !== 'free' },
    { purpose: 'payer', value: 'Personal', done: () => typedIn('#who') === 'Personal' },
    { purpose: 'card-name', value: 'A Person', done: () => typedIn('#cn') !== '', also: ['card'] },
    { purpose: 'country', value: 'Germany', done: () => typedIn('#co') !== '', also: ['card'] },
    { purpose: 'city', value: 'Berlin', done: () => typedIn('#ci') !== '', also: ['card'] },
    { purpose: 'amount', value: '5', done: () => typedIn('#am') === '5' },
    { purpose: 'auto-reload', done: () => isAuto === false },
    { purpose: 'submit', done: isPaid },
    { purpose: 'card', done: () => true },
  ],
  { reached: isPaid },
)
