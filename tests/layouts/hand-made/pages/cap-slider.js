// A cloud's page of limits: quota, rate and a cap that is switched on first; a slider with a field beside it, what happens at the cap as two choices, thresholds as boxes; what is changed is looked at in a dialog before it holds.
import { later, on, one, put, state, tell, typedIn } from '../kit.js'

let isOn = false
let draft = '100'
let stop = 'mail'
let saved = null
const isReached = () => saved?.amount === 5
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="Settings"><b>Team settings</b><a href="#general">General</a><a href="#members">Members</a><a href="/settings/organization/limits" aria-current="page">Limits</a><a href="#billing">Billing</a><a href="#security">Security</a></nav><main style="padding-bottom:80px"><h1>Limits</h1><section class="card"><h2>Plan quota</h2><p>$2,000.00 a month can be used at most on your plan. <a href="#sales">Request an increase</a></p></section><section class="card"><h2>Requests per minute</h2><div class="row"><label for="rpm">All models</label><input id="rpm" type="number" value="500" style="min-width:110px;width:110px"><button type="button" id="rpm-save">Save</button></div></section><section class="card" aria-labelledby="ct"><div id="cap"></div></section><section class="card"><h2>Auto top-up</h2><p class="muted">Off. Turn it on under Billing.</p></section></main></div><div id="bar"></div>`,
)
function draw() {
  put(
    one('#cap'),
    `<div class="head"><div><h2 id="ct">Monthly spend cap</h2><p class="muted" id="about">${saved ? `Cap of $${saved.amount} a month. ${saved.hard ? 'Requests are paused there.' : 'You get an e-mail there.'}` : 'No cap. You pay for what you use.'}</p></div><button type="button" role="switch" aria-checked="${isOn}" aria-labelledby="ct" id="flip"${isOn ? '' : ' m="open-form"'} style="border-radius:14px;background:${isOn ? '#1257d6;color:#fff' : '#ddd'}">${isOn ? 'On' : 'Off'}</button></div>${
      isOn
        ? `<div class="row"><input m="amount" type="range" id="slide" min="0" max="1000" step="5" value="${draft}" aria-label="Cap" style="flex:1"><span>$</span><input m="amount" type="number" id="sum" min="1" step="1" value="${draft}" aria-label="Cap in US dollars" style="min-width:100px;width:100px"></div><div m="hard-limit" m-is="label" role="radiogroup" aria-labelledby="wt"><p id="wt" style="margin-bottom:4px">When the cap is reached</p><label class="row"><input type="radio" name="stop" value="mail"${stop === 'mail' ? ' checked' : ''}> Only e-mail the owners</label><label m="hard-limit" class="row"><input type="radio" name="stop" value="pause"${stop === 'pause' ? ' checked' : ''}> Pause requests until next month</label></div><fieldset m="alert" m-is="label"><legend>Also e-mail at</legend>${[50, 75, 90].map(part => `<label m="alert" style="margin-inline-end:16px"><input type="checkbox" class="part" value="${part}"${part === 90 ? ' checked' : ''}> ${part}%</label>`).join('')}</fieldset>`
        : ''
    }`,
    'instead',
  )
}
function change(is) {
  if (!is) one('#bar').replaceChildren()
  else if (!one('#review'))
    put(
      one('#bar'),
      '<div style="position:fixed;bottom:0;inset-inline:0;background:#fff;border-top:1px solid #ccc;padding:10px 32px;display:flex;gap:10px;justify-content:flex-end;z-index:30"><span style="margin-inline-end:auto">You have changes that are not applied.</span><button type="button" id="discard">Discard</button><button m="next-step" type="button" class="primary" id="review">Review changes</button></div>',
      'instead',
    )
}
draw()
on('#flip', () => {
  isOn = !isOn
  draw()
  change(isOn || saved !== null)
})
document.addEventListener('input', ({ target }) => {
  if (target.id !== 'slide' && target.id !== 'sum') return
  draft = target.value
  one(target.id === 'slide' ? '#sum' : '#slide').value = draft
  change(true)
})
document.addEventListener('change', ({ target }) => {
  if (target.name === 'stop') stop = target.value
  if (target.name === 'stop' || target.matches('.part')) change(true)
})
on('#discard', () => {
  isOn = saved !== null
  draft = String(saved?.amount ?? 100)
  stop = saved?.hard ? 'pause' : 'mail'
  draw()
  change(false)
})
on('#review', () => {
  if (one('#dialog')) return
  const isRight = !isOn || Number(draft) >= 1
  put(
    document.body,
    `<div id="dialog"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="rt"><h2 id="rt">Apply these changes?</h2>${isRight ? `<dl><dt class="muted">Monthly spend cap</dt><dd>${isOn ? `$${Number(draft)}` : 'Off'}</dd><dt class="muted">At the cap</dt><dd>${stop === 'pause' ? 'Requests are paused' : 'The owners get an e-mail'}</dd></dl>` : '<p role="alert" style="color:#b3261e">Enter a cap of at least $1.</p>'}<div class="row" style="justify-content:flex-end"><button type="button" id="no">Back</button>${isRight ? '<button m="submit" type="button" class="primary" id="apply">Apply</button>' : ''}</div></div></div>`,
  )
})
on('#no', () => one('#dialog').remove())
on('#apply', button => {
  button.disabled = true
  button.textContent = 'Applying…'
  later(900, () => {
    one('#dialog').remove()
    saved = isOn ? { amount: Number(draft), hard: stop === 'pause' } : null
    state.seen.saved = true
    state.seen.limit = saved
    draw()
    change(false)
    const toast = put(document.body, '<div class="toast" role="status">Limits updated</div>')
    setTimeout(() => toast.remove(), 4000)
  })
})
const isAsking = () => one('#dialog') !== null
tell(
  [
    { purpose: 'open-form', when: () => !isAsking(), done: () => isOn },
    {
      purpose: 'amount',
      value: '5',
      when: () => !isAsking(),
      done: () => Number(typedIn('#sum')) === 5,
      at: () => one('#sum'),
    },
    {
      purpose: 'hard-limit',
      when: () => !isAsking(),
      done: () => stop === 'pause',
      at: () => one('input[name=stop][value=pause]'),
    },
    { purpose: 'alert', when: () => !isAsking(), done: () => true },
    { purpose: 'next-step', when: () => !isAsking(), done: isReached },
    { purpose: 'submit', done: () => false },
  ],
  { reached: isReached },
)
