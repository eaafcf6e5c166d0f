// As Mantine, with cards that turn round: on the back of the budget there is a field that begins with 50, and two ways to take it, of which only the second stops anything.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let side = 'front'
let way = 'tell'
let amount = '50'
const isSaved = () => state.seen.limit !== undefined
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav><a href="#m">Models</a><a href="#m">Keys</a><a href="/settings/organization/limits" aria-current="page">Guardrails</a><a href="#m">Receipts</a></nav><main><h1>Guardrails</h1><div style="display:grid;grid-template-columns:1fr 1fr;gap:16px"><section class="card"><h2>Content filter</h2><p>Standard</p><button type="button">Customize</button></section><section class="card" id="card" style="transition:transform .25s"></section><section class="card"><h2>Throughput</h2><p>60 requests a minute</p><button type="button">Ask for more</button></section><section class="card"><h2>Data retention</h2><p>30 days</p><button type="button">Customize</button></section></div></main></div>`,
)
const draw = () =>
  put(
    one('#card'),
    side === 'front'
      ? `<h2>Spending</h2><p>${isSaved() ? `Up to $${state.seen.limit} a month${state.seen.hard ? ', then requests stop' : ', then we tell you'}` : 'No ceiling'}</p><button${isSaved() ? '' : ' m="open-form"'} type="button" id="turn">${isSaved() ? 'Change ceiling' : 'Set a ceiling'}</button>`
      : `<h2>Monthly ceiling</h2><div class="field"><label for="am">US dollars</label><input m="amount" id="am" inputmode="numeric" value="${amount}"></div><div role="radiogroup" aria-label="When the ceiling is reached" class="row"><button type="button" role="radio" class="way" data-way="tell" aria-checked="${way === 'tell'}"${way === 'tell' ? ' style="background:#cfe0ff"' : ''}>Tell me</button><button m="hard-limit" type="button" role="radio" class="way" data-way="stop" aria-checked="${way === 'stop'}"${way === 'stop' ? ' style="background:#cfe0ff"' : ''}>Stop requests</button></div><p class="muted">When the ceiling is reached</p><div class="row"><button m="submit" type="button" class="primary" id="ok">Apply</button><button type="button" class="icon" id="back">Turn back</button></div>`,
    'instead',
  )
draw()
const turn = to => {
  one('#card').style.transform = 'rotateY(90deg)'
  later(300, () => {
    side = to
    draw()
    one('#card').style.transform = ''
  })
}
on('#turn', () => turn('back'))
on('#back', () => turn('front'))
on('.way', ({ dataset }) => {
  way = dataset.way
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id === 'am') amount = target.value
})
on('#ok', () => {
  if (Number(amount) > 0)
    later(800, () => {
      state.seen.limit = Number(amount)
      state.seen.hard = way === 'stop'
      turn('front')
    })
})
tell(
  [
    { purpose: 'open-form', done: () => isSaved() || side === 'back' },
    { purpose: 'amount', value: '5', done: () => isSaved() || typedIn('#am') === '5' },
    { purpose: 'hard-limit', done: () => isSaved() || way === 'stop' },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
