// Three cards to choose from say what happens with spending: nothing, a mail, or a stop; only the last two have a field; the line with the button is drawn anew at each letter, and "Save changes" comes with the first change.
import { later, on, one, put, state, tell } from '../kit.js'

let kept = { mode: 'none', sum: '' }
let mode = 'none'
let sum = ''
let isBusy = false
const cards = [
  ['none', 'No limit', 'Requests always go through. You pay for what is used.'],
  ['mail', 'Notify me', 'We write to you when the amount is reached. Requests still go through.'],
  ['stop', 'Hard cap', 'Requests are refused for the rest of the month once the amount is reached.'],
]
const isSaved = () => kept.mode === 'stop' && Number(kept.sum) === 5
document.body.insertAdjacentHTML(
  'beforeend',
  '<style>button:disabled{opacity:.4}</style><header class="row" style="margin:0;padding:12px 28px;border-bottom:1px solid #e2e2e2"><b>▲ Copperline</b><span class="muted">/ Personal</span><nav class="row" aria-label="Account" style="margin:0 0 0 auto"><a href="#g">General</a><a href="#b">Billing</a><a href="/settings/organization/limits" aria-current="page"><b>Spend controls</b></a><a href="#k">Keys</a></nav></header><main class="content"><h1>Spend controls</h1><section class="card"><div class="head" style="margin:0"><span>Used in November</span><b>$1.84</b></div><progress max="100" value="2" style="width:100%" aria-label="Used"></progress></section><h2>When spending gets high</h2><div id="cards" role="radiogroup" aria-label="When spending gets high" style="display:grid;grid-template-columns:repeat(3,1fr);gap:12px"></div><div id="below"></div><div id="foot"></div><section class="card"><h2>Model access</h2><label class="row"><input type="checkbox" checked> Allow preview models</label><label class="row"><input type="checkbox"> Allow priority processing (costs more)</label></section></main>',
)
const isChanged = () => mode !== kept.mode || (mode !== 'none' && sum !== kept.sum)
const foot = () =>
  put(
    one('#foot'),
    isChanged()
      ? `<div class="row"><button m="submit" type="button" class="primary" id="save"${isBusy ? ' disabled' : ''}>${isBusy ? 'Saving…' : 'Save changes'}</button><button type="button" id="undo">Discard</button><span class="muted">${mode === 'stop' && Number(sum) > 0 ? `Requests will stop at $${Number(sum).toFixed(2)}.` : ''}</span></div>`
      : kept.mode === 'none'
        ? ''
        : '<p class="muted" role="status">✓ Saved</p>',
    'instead',
  )
const below = () => {
  put(
    one('#below'),
    mode === 'none'
      ? ''
      : `<div class="field"><label for="sum">${mode === 'stop' ? 'Hard cap' : 'Notify at'} (USD a month)</label><input m="amount" id="sum" inputmode="decimal" placeholder="0.00" value="${sum}"><span class="muted" id="says">${mode === 'stop' ? 'You will also get a mail at 80%.' : ''}</span></div>`,
    'instead',
  )
  foot()
}
const draw = () => {
  put(
    one('#cards'),
    cards
      .map(
        ([id, title, text]) =>
          `<div${id === 'stop' ? ' m="hard-limit"' : ''} class="card mode" role="radio" tabindex="0" aria-checked="${id === mode}" data-of="${id}" style="cursor:pointer;margin:0;${id === mode ? 'border-color:#111;box-shadow:0 0 0 1px #111' : ''}"><b>${title}</b><div class="muted">${text}</div></div>`,
      )
      .join(''),
    'instead',
  )
  below()
}
draw()
on('.mode', ({ dataset }) => {
  mode = dataset.of
  draw()
})
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'sum') return
  sum = target.value.trim()
  foot()
})
on('#undo', () => {
  mode = kept.mode
  sum = kept.sum
  draw()
})
on('#save', () => {
  if (!(Number(sum) > 0) && mode !== 'none') {
    one('#says').textContent = 'Enter an amount first.'
    return
  }
  isBusy = true
  foot()
  later(1200, () => {
    isBusy = false
    kept = { mode, sum }
    state.seen.limit = { amount: Number(sum), hard: mode === 'stop' }
    draw()
  })
})
tell(
  [
    { purpose: 'hard-limit', done: () => mode === 'stop' },
    { purpose: 'amount', value: '5', when: () => mode === 'stop', done: () => Number(sum) === 5 },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
