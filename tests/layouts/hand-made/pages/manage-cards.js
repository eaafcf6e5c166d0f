// Settings as cards, each with the same "Manage" link; a side sheet with a stepper beside the money field and a switch for the stop.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

const cards = [
  ['Members', '6 people', 'members'],
  ['Spend controls', 'No cap · alerts at $80', 'spend'],
  ['Data retention', '30 days', 'data'],
  ['Rate limits', 'Tier 2', 'rates'],
]
let isUp = false
let isHard = false
document.body.insertAdjacentHTML(
  'beforeend',
  '<div class="app"><nav><a href="/settings/organization/general">General</a><a href="/settings/organization/limits" aria-current="page">Controls</a></nav><main><h1>Controls</h1><div id="cards" style="display:grid;grid-template-columns:1fr 1fr;gap:12px"></div></main></div><div id="side"></div>',
)
const draw = () =>
  put(
    one('#cards'),
    cards
      .map(
        ([title, text, id]) =>
          `<section class="card"><h2 style="font-size:17px">${title}</h2><p>${id === 'spend' && state.seen.limit ? `$${state.seen.limit} a month` : text}</p><a href="#${id}" class="man" data-id="${id}"${id === 'spend' ? ' m="open-form"' : ''}>Manage</a></section>`,
      )
      .join(''),
    'instead',
  )
draw()
on('.man', ({ dataset }, event) => {
  event.preventDefault()
  if (dataset.id !== 'spend') return
  isUp = true
  put(
    one('#side'),
    `<div class="drawer"><div class="head"><h2>Spend controls</h2><button type="button" class="icon" id="no" aria-label="Dismiss">✕</button></div><div class="field"><span id="al">Monthly cap</span><div class="row"><button type="button" class="btn step" data-by="-10" aria-label="Less">−</button><input m="amount" id="am" aria-labelledby="al" inputmode="decimal" placeholder="No cap" style="min-width:0;width:120px"><button type="button" class="btn step" data-by="10" aria-label="More">＋</button></div></div><div m="hard-limit" class="row" role="switch" aria-checked="false" tabindex="0" id="hard"><span>Block requests once the cap is reached</span></div><div class="field"><label for="al2">Warn me at (% of the cap)</label><input m="alert" id="al2" value="80"></div><div style="position:absolute;bottom:16px" class="row"><button type="button" class="btn" id="no2">Close</button><button m="submit" type="button" class="primary" id="ok">Apply changes</button></div></div>`,
    'instead',
  )
})
on('.step', ({ dataset }) => {
  one('#am').value = String(Math.max(0, Number(typedIn('#am')) + Number(dataset.by)))
})
on('#hard', sw => {
  isHard = !isHard
  sw.setAttribute('aria-checked', String(isHard))
  sw.style.color = isHard ? '#0a7' : ''
})
const shut = () => {
  isUp = false
  one('#side').replaceChildren()
}
on('#no,#no2', shut)
on('#ok', () => {
  const amount = Number(typedIn('#am'))
  if (amount > 0)
    later(600, () => {
      state.seen.limit = amount
      state.seen.isHard = isHard
      shut()
      draw()
    })
})
const isSaved = () => state.seen.limit !== undefined
tell(
  [
    { purpose: 'open-form', done: () => isUp || isSaved() },
    { purpose: 'amount', value: '5', done: () => typedIn('#am') === '5' },
    { purpose: 'hard-limit', done: () => isHard },
    { purpose: 'alert', done: () => true },
    { purpose: 'submit', done: isSaved },
  ],
  { reached: isSaved },
)
