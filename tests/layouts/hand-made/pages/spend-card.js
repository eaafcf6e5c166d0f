// A model company's limits: two cards with the same button each, a dialog with a money field, "Set limit".
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="/settings/organization/limits" aria-current="page">Limits</a><a href="/settings/organization/billing/overview">Billing</a></nav><main><h1>Limits</h1><section class="card"><h3>Rate limits</h3><table><tbody><tr><td>Requests per minute</td><td>50</td></tr></tbody></table><button type="button" class="btn">Contact sales</button></section><section class="card" id="spend"><h3>Spend limits</h3><div class="row"><span style="flex:1">Monthly limit<br><b id="v">$100 per month</b></span></div></section><section class="card"><div class="row" id="mails"><span style="flex:1"><h3>Email notification</h3>Notify all admins when spend reaches a threshold</span></div></section></main></div>`,
)
put(one('#spend .row'), '<button m="open-form" type="button" class="btn" id="edit">Change Limit</button>')
put(one('#mails'), '<button m="alert" type="button" class="btn" id="mail">Add notification</button>')
on('#mail', () => {
  state.seen.alert = true
  one('#mail').textContent = 'Notification on'
})
on('#edit', () =>
  put(
    document.body,
    `<div id="over"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="lt"><div class="head"><h2 id="lt">Change monthly limit</h2><button type="button" class="icon" id="no" aria-label="Close">✕</button></div><p>API usage stops when the limit is reached.</p><div class="field"><label for="a">Monthly spend limit</label><div class="row">$<input m="amount" id="a" inputmode="decimal" value="100.00"></div></div><div class="row"><button type="button" class="btn" id="rm">Remove limit</button><button m="submit" type="button" class="primary" id="ok">Set limit</button></div></div></div>`,
  ),
)
on('#no', () => one('#over').remove())
on('#rm', () => one('#over').remove())
on('#ok', () => {
  const amount = typedIn('#a')
  one('#ok').disabled = true
  later(700, () => {
    one('#over').remove()
    state.seen.saved = true
    state.seen.amount = amount
    one('#v').textContent = `$${amount} per month`
  })
})
tell(
  [
    { purpose: 'open-form', done: () => one('#over') !== null || state.seen.saved === true },
    { purpose: 'amount', value: '5', done: () => Number(typedIn('#a')) === 5 },
    { purpose: 'submit', done: () => state.seen.saved === true },
    { purpose: 'alert', when: () => !one('#over'), done: () => true },
  ],
  { reached: () => state.seen.saved === true && Number(state.seen.amount) === 5 },
)
