// Three cards, each with a "Save" of its own beside "Save and notify the team"; nothing is emptied and nothing goes away. The first time a strip at the foot of the page says after a while that nothing was stored.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let isSaved = false
let tries = 0
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="#p">Plan</a><a href="/settings/organization/limits" aria-current="page">Limits</a></nav><main><h1>Limits</h1><section class="card" id="requests"></section><section class="card" id="spend"></section><section class="card" id="mail"></section></main></div><div id="foot"></div>',
)
put(
  one('#requests'),
  '<h2>Requests per minute</h2><div class="field"><label for="rpm">Most requests per minute</label><input id="rpm" value="500"></div><button type="button" class="primary">Save</button> <button type="button">Save and notify the team</button>',
)
put(
  one('#spend'),
  '<h2>Spending</h2><div class="field"><label for="cap">Most per month, in USD</label><input m="amount" id="cap" value="120"></div><label class="row"><input m="hard-limit" type="checkbox" role="switch" id="stop"> Stop all requests at this amount</label><button m="submit" type="button" class="primary" id="save">Save</button> <button type="button" id="team">Save and notify the team</button> <span class="muted" id="how"></span>',
)
put(
  one('#mail'),
  '<h2>E-mails</h2><div class="field"><label for="at">Write to me at, in USD</label><input id="at" value="60"></div><button type="button" class="primary">Save</button> <button type="button">Save and notify the team</button>',
)
let isBusy = false
on('#save, #team', () => {
  if (isBusy) return
  isBusy = true
  tries++
  put(one('#foot'), '', 'instead')
  one('#how').textContent = 'Saving…'
  later(2400, () => {
    isBusy = false
    const isOver = tries > 1
    one('#how').textContent = isOver ? 'Saved just now' : ''
    if (!isOver) {
      put(
        one('#foot'),
        '<div class="card" style="margin:40px;background:#fdecea">Something went wrong on our side, nothing was stored.</div>',
        'instead',
      )
      return
    }
    isSaved = true
    state.seen.limit = { amount: Number(typedIn('#cap')), hard: one('#stop').checked }
  })
})
tell(
  [
    { purpose: 'amount', value: '5', when: () => !isSaved, done: () => typedIn('#cap') === '5' },
    { purpose: 'hard-limit', when: () => !isSaved, done: () => one('#stop').checked },
    { purpose: 'submit', when: () => !isBusy, done: () => isSaved },
  ],
  { reached: () => isSaved && state.seen.limit.amount === 5 && state.seen.limit.hard },
)
