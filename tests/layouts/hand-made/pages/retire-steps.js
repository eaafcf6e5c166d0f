// A key is made at once in a bubble at the button and stands in a strip over the list; an old one is “retired” in a dialog of two parts, who still uses it first.
import { later, newKey, on, one, put, state, subject, task, tell, typedIn } from '../kit.js'

let key = null
let name = ''
let asked = null
let keys = [
  { name: 'edge-worker', last: 'J4ss', used: '2 minutes ago' },
  { name: subject.name, last: subject.lastFour, used: '6 days ago' },
  { name: 'reporting-beta', last: 'aV8p', used: 'never' },
]
const isEnded = () => state.ended.length > 0
const isRotating = task === 'rotate-key'
document.body.insertAdjacentHTML(
  'beforeend',
  `<div class="app"><nav aria-label="Account"><b>Tilework</b><a href="#account">Account</a><a href="#stats">Statistics</a><a href="/api-keys" aria-current="page">Access tokens</a><a href="#studio">Studio ↗</a><a href="#invoices">Invoices</a></nav><main><div class="head"><h1>Access tokens</h1><span id="top" style="position:relative"></span></div><p>You need a token to use the API. Change them now and then.</p><div id="strip"></div><div id="cards"></div><div class="card"><h3>Default public token</h3><p class="muted">Made by us, cannot be retired. <code>pk.eyJ1IjoiYWxleCJ9</code></p><button type="button" id="refresh">Refresh</button></div></main></div>`,
)
put(
  one('#top'),
  '<button m="open-form" type="button" class="primary" aria-haspopup="dialog" id="add">+ Create a token</button><span id="drop"></span>',
)
function draw() {
  put(
    one('#cards'),
    keys
      .map(({ name, last, used }) => {
        const is = last === subject.lastFour
        return `<article class="card"${is ? ' m="row"' : ''} aria-label="${name}" style="display:flex;align-items:center;gap:16px"><div style="flex:1"><b>${name}</b><div class="muted"><code>sk-…${last}</code> · last used ${used}</div></div><button type="button" class="icon" aria-label="Edit ${name}">✎</button><button type="button" class="retire" data-of="${last}"${is ? ' m="revoke"' : ''}>Retire…</button></article>`
      })
      .join(''),
    'instead',
  )
}
draw()
on('#add', () => {
  if (one('#bubble')) return
  put(
    one('#drop'),
    '<div id="bubble" class="menu" role="dialog" aria-label="Create a token" style="right:0;top:40px;padding:12px;width:280px"><div class="field" style="padding:0"><label for="tn">Name</label><input m="name" id="tn" autocomplete="off"></div><button m="submit" type="button" class="primary" id="go">Create</button></div>',
  )
})
document.addEventListener('click', ({ target }) => {
  if (!target.closest?.('#top')) one('#bubble')?.remove()
})
on('#go', button => {
  name = typedIn('#tn').trim() || `token-${keys.length + 1}`
  button.disabled = true
  later(700, () => {
    key = newKey()
    state.seen.name = name
    keys = [{ name, last: key.slice(-4), used: 'never' }, ...keys]
    one('#bubble')?.remove()
    draw()
    put(
      one('#strip'),
      `<div class="card" role="status" style="background:#e8f7ec"><b>${name}</b> was created. Copy it now, you will not be able to see it again.<div class="row"><code class="mono" id="key" style="flex:1">${key}</code><button m="copy" type="button" id="copy">Copy</button><button m="done" type="button" class="icon" aria-label="Dismiss" id="hush">✕</button></div></div>`,
      'instead',
    )
  })
})
on('#copy', button => {
  button.textContent = 'Copied'
})
on('#hush', () => {
  one('#strip').replaceChildren()
  state.seen.closed = true
})
const mine = () => (asked === subject.lastFour ? ' m="confirm-revoke"' : '')
on('.retire', button => {
  if (one('#ask')) return
  asked = button.dataset.of
  const { name, used } = keys.find(({ last }) => last === asked)
  put(
    document.body,
    `<div id="ask"><div class="veil"></div><div class="modal" role="dialog" aria-modal="true" aria-labelledby="at"><h2 id="at">Retire ${name}</h2><div id="part"><p class="muted">1 of 2</p><p>Last used: ${used}. Programs that still use <code>sk-…${asked}</code> will be turned away.</p><div class="row" style="justify-content:flex-end"><button type="button" class="no">Keep it</button><button type="button" class="primary" id="on"${mine()}>Continue</button></div></div></div></div>`,
  )
})
on('#on', () =>
  put(
    one('#part'),
    `<p class="muted">2 of 2</p><fieldset><legend>When</legend><label><input type="radio" name="when" value="now" checked> Now</label> <label><input type="radio" name="when" value="later"> In 7 days</label></fieldset><div class="row" style="justify-content:flex-end"><button type="button" class="no">Keep it</button><button type="button" class="danger" id="yes"${mine()}>Retire token</button></div>`,
    'instead',
  ),
)
on('.no', () => one('#ask').remove())
on('#yes', button => {
  const last = asked
  const isNow = one('input[name=when][value=now]').checked
  button.disabled = true
  later(900, () => {
    one('#ask').remove()
    if (isNow) {
      keys = keys.filter(one => one.last !== last)
      ;(last === subject.lastFour ? state.ended : state.wrongEnded).push(last)
    } else keys = keys.map(one => (one.last === last ? { ...one, used: `${one.used}, ends in 7 days` } : one))
    draw()
    const toast = put(
      document.body,
      `<div class="toast" role="status">${isNow ? 'Token retired' : 'Token will be retired in 7 days'}</div>`,
    )
    setTimeout(() => toast.remove(), 4000)
  })
})
tell(
  [
    ...(isRotating
      ? [
          { purpose: 'open-form', when: () => !one('#bubble') && !one('#ask'), done: () => key !== null },
          { purpose: 'name', value: 'Learning-MyLaptop-v1', done: () => typedIn('#tn') !== '' },
          { purpose: 'submit', done: () => key !== null },
          { purpose: 'copy', done: () => true },
          {
            purpose: 'done',
            when: () => !one('#ask'),
            done: () => state.seen.closed === true,
            also: ['revoke', 'row'],
          },
        ]
      : []),
    {
      purpose: 'revoke',
      when: () => !one('#ask'),
      done: isEnded,
      also: ['row'],
      at: () => one(`.retire[data-of="${subject.lastFour}"]`),
    },
    {
      purpose: 'confirm-revoke',
      done: isEnded,
      at: () => one('#on') ?? one('#yes'),
    },
  ],
  { reached: () => isEnded() && (!isRotating || key !== null), key: () => one('#key') },
)
