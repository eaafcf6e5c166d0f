// As the budgets of a large cloud: "Create budget", then three numbered parts that fold into a line once they are done; the sum is of two kinds, the thresholds are rows of percentages, and that requests stop is an action in the last part.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let part = 'list'
let at = 1
let label = ''
let sum = ''
let isHard = false
const isMade = () => state.seen.limit !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><div class="app"><nav aria-label="Billing"><b>Billing</b><a href="#o">Overview</a><a href="#r">Reports</a><a href="/settings/organization/limits" aria-current="page">Budgets &amp; limits</a><a href="#q">Quotas</a><a href="#c">Credits</a></nav><main id="main"></main></div>',
)
const steps = {
  1: () =>
    `<div class="field"><label for="bn">Name</label><input m="name" id="bn" value="${label}" placeholder="Monthly budget"></div><div class="field"><label for="sc">Projects</label><select id="sc"><option>All projects (1)</option><option>Default project</option></select></div><button m="next-step" type="button" class="primary next">Next</button>`,
  2: () =>
    `<div class="field"><label for="ty">Budget type</label><select id="ty"><option>Specified amount</option><option>Last month’s spend</option></select></div><div class="field"><label for="am">Target amount <span class="muted">per calendar month</span></label><div class="row" style="margin:0"><span>$</span><input m="amount" id="am" inputmode="decimal" value="${sum}"></div><small id="bad" style="color:#b3261e"></small></div><button m="next-step" type="button" class="primary next">Next</button>`,
  3: () =>
    `<h3>Alert thresholds</h3><table><thead><tr><th>Percent of budget</th><th>Amount</th><th>Trigger on</th></tr></thead><tbody>${[50, 90, 100].map(of => `<tr><td><input m="alert" value="${of}" aria-label="Percent of budget" style="min-width:70px;width:70px"> %</td><td>$${((Number(sum) * of) / 100).toFixed(2)}</td><td><select aria-label="Trigger on" style="min-width:0"><option>Actual</option><option>Forecasted</option></select></td></tr>`).join('')}</tbody></table><button type="button" class="icon">+ Add threshold</button><h3>Actions</h3><label class="row"><input type="checkbox" checked> E-mail alerts to billing admins</label><label m="hard-limit" class="row"><input type="checkbox" id="hard"${isHard ? ' checked' : ''}> Stop API requests when 100% of the budget is spent</label><button m="submit" type="button" class="primary" id="finish">Finish</button>`,
}
const titles = ['Scope', 'Amount', 'Actions']
const done = { 1: () => `${label} · All projects`, 2: () => `$${sum} per month` }
const views = {
  list: () =>
    `<div class="head"><h1>Budgets &amp; limits</h1><button m="open-form" type="button" class="primary" id="new">＋ Create budget</button></div><table><thead><tr><th>Budget name</th><th>Type</th><th>Spend and budget</th><th>Stops requests</th></tr></thead><tbody>${isMade() ? `<tr><td>${label}</td><td>Specified amount</td><td>$0.00 of $${sum}</td><td>${isHard ? 'Yes, at 100%' : 'No'}</td></tr>` : '<tr><td colspan="4" class="muted">No budgets yet. Without a budget, nothing stops what you can spend.</td></tr>'}</tbody></table>`,
  form: () =>
    `<h1>Create budget</h1>${titles
      .map((title, index) => {
        const number = index + 1
        const inner = number === at ? steps[number]() : ''
        return `<section class="card"><div class="row" style="margin:0"><b style="border-radius:50%;background:${number <= at ? '#1257d6' : '#aab'};color:#fff;width:24px;text-align:center">${number < at ? '✓' : number}</b><h2 style="margin:0">${title}</h2>${number < at ? `<span class="muted">${done[number]()}</span><button type="button" class="icon again" data-of="${number}" aria-label="Edit ${title}">✎</button>` : ''}</div>${inner}</section>`
      })
      .join('')}<button type="button" id="no">Cancel</button>`,
}
const go = to => {
  part = to
  put(one('#main'), views[to](), 'instead')
}
go('list')
on('#new', () => later(500, () => go('form')))
on('#no', () => {
  at = 1
  go('list')
})
on('.again', ({ dataset }) => {
  at = Number(dataset.of)
  go('form')
})
on('.next', () => {
  if (at === 1) label = typedIn('#bn').trim() || 'Monthly budget'
  if (at === 2) {
    const typed = Number(typedIn('#am').replace('$', ''))
    if (!(typed > 0)) {
      one('#bad').textContent = 'Enter an amount greater than zero.'
      return
    }
    sum = String(typed)
  }
  at++
  go('form')
})
document.addEventListener('change', ({ target }) => {
  if (target.id === 'hard') isHard = target.checked
})
on('#finish', button => {
  button.disabled = true
  button.textContent = 'Saving…'
  later(1500, () => {
    state.seen.limit = { amount: Number(sum), hard: isHard }
    go('list')
  })
})
tell(
  [
    { purpose: 'open-form', done: () => part === 'form' || isMade() },
    {
      purpose: 'name',
      value: 'Monthly budget',
      done: () => typedIn('#bn') !== '',
      also: ['next-step'],
    },
    { purpose: 'amount', value: '5', done: () => typedIn('#am') === '5' },
    { purpose: 'next-step', done: () => false },
    { purpose: 'hard-limit', done: () => isHard },
    { purpose: 'alert', done: () => true },
    { purpose: 'submit', done: isMade },
  ],
  { reached: () => isMade() && state.seen.limit.amount === 5 && state.seen.limit.hard },
)
