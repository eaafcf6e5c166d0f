// Spend of the organization in a card, workspaces with links of their own beneath; the cap in a popover beside its button: no cap or a cap, then how much, and who is told.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let cap = null
let isPop = false
let mode = 'none'
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><b>Ampersand Console</b><a href="#keys">API keys</a><a href="#members">Members</a><a href="#workspaces">Workspaces</a><a href="#billing">Billing</a><a href="/settings/organization/limits" aria-current="page">Limits</a><a href="#cost">Cost</a></nav><main><h1>Limits</h1><div class="card" style="background:#f3efe6"><b>You are on tier 1.</b> Buy credits to reach tier 2 and send more requests. <button type="button">Advance to tier 2</button></div><h2>Spend limits</h2><div class="card"><div class="head" style="margin:0"><div><b>Organization spend</b><p class="muted" style="margin:4px 0">Resets on Dec 1. $0.42 spent this month.</p></div><div class="row" style="position:relative" id="slot"></div></div><div style="height:8px;background:#e6eaee;border-radius:4px"><div style="width:2%;height:8px;background:#c96442;border-radius:4px"></div></div></div><h3>Workspaces</h3><table><thead><tr><th>Workspace</th><th>Spent</th><th>Spend limit</th></tr></thead><tbody><tr><td>Default</td><td>$0.42</td><td><a href="#ws1">Inherits</a></td></tr><tr><td>Sandbox</td><td>$0.00</td><td><a href="#ws2">Inherits</a></td></tr></tbody></table><h2>Rate limits</h2><table><thead><tr><th>Model class</th><th>Requests per minute</th><th>Input tokens per minute</th></tr></thead><tbody><tr><td>Large</td><td>50</td><td>30,000</td></tr><tr><td>Small</td><td>50</td><td>50,000</td></tr></tbody></table></main></div>',
)
const inPop = () =>
  `<div class="menu" role="dialog" aria-label="Organization spend limit" style="top:44px;right:0;width:330px;padding:16px"><div role="radiogroup" aria-label="Spend limit"><label style="padding:4px 0;display:block"><input type="radio" name="mode" value="none"${mode === 'none' ? ' checked' : ''}> No limit</label><label m="hard-limit" style="padding:4px 0;display:block"><input type="radio" name="mode" value="cap"${mode === 'cap' ? ' checked' : ''}> Stop requests at a monthly limit</label></div>${mode === 'cap' ? `<div class="field" style="padding:0"><label for="am">Monthly limit (USD)</label><input m="amount" id="am" inputmode="decimal" placeholder="e.g. 100" value="${cap ?? ''}"></div><div class="field" style="padding:0"><label for="al">Email admins at</label><select m="alert" id="al"><option>50%</option><option selected>80%</option><option>Never</option></select></div>` : ''}<div class="row" style="padding:0"><button m="submit" type="button" class="primary" id="ok"${mode === 'cap' && cap === null ? ' disabled' : ''}>Save</button><button type="button" id="no">Cancel</button></div></div>`
const draw = () =>
  put(
    one('#slot'),
    `<span>${cap === null ? 'No limit' : `$${cap.toFixed(2)} / month`}</span><button m="open-form" type="button" id="set" aria-haspopup="dialog" aria-expanded="${isPop}">${cap === null ? 'Set limit' : 'Change limit'}</button>${isPop ? inPop() : ''}`,
    'instead',
  )
draw()
on('#set', () => {
  isPop = !isPop
  mode = cap === null ? 'none' : 'cap'
  draw()
})
on('#no', () => {
  isPop = false
  draw()
})
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'mode' || target.value === mode) return
  mode = target.value
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'am') one('#ok').disabled = !(Number(target.value) > 0)
})
on('#ok', button => {
  const wanted = mode === 'cap' ? Number(typedIn('#am')) : null
  button.disabled = true
  button.textContent = 'Saving…'
  later(800, () => {
    cap = wanted
    state.seen.limit = wanted ?? undefined
    isPop = false
    draw()
    put(document.body, '<div class="toast" id="toast" role="status">Spend limit saved</div>')
    setTimeout(() => one('#toast')?.remove(), 3000)
  })
})
const isSaved = () => state.seen.limit === 5
tell(
  [
    { purpose: 'open-form', done: () => isSaved() || isPop },
    { purpose: 'hard-limit', done: () => isSaved() || mode === 'cap' },
    { purpose: 'amount', value: '5', done: () => isSaved() || typedIn('#am') === '5' },
    { purpose: 'alert', done: () => true },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: () => state.seen.limit !== undefined },
)
